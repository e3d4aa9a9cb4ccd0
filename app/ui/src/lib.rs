//! The design system: one component a file, and the only plumbing for forms.
//!
//! Components carry the semantics that public-service design systems have tested (elements, roles,
//! ids, label and hint wiring, focus); their looks are utilities over the tokens in `style/`.
#![recursion_limit = "512"]

pub mod back_link;
pub mod button;
pub mod button_form;
pub mod chip;
pub mod choices;
pub mod date_input;
pub mod error_summary;
pub mod form;
pub mod notification;
pub mod pagination;
pub mod panel;
pub mod select;
pub mod summary_list;
pub mod tag;
pub mod task_list;
pub mod text_area;
pub mod text_input;

pub use back_link::BackLink;
pub use button::{Button, ButtonKind, LinkButton};
pub use button_form::ButtonForm;
pub use chip::Chip;
pub use choices::{Checkboxes, ChoiceGroup, OfferedChoices, Radios};
pub use date_input::DateInput;
pub use error_summary::ErrorSummary;
pub use form::{Filled, HiddenInput, PostForm, ShownError, Words};
pub use notification::{Notification, NotificationKind};
pub use pagination::Pagination;
pub use panel::Panel;
pub use select::Select;
pub use summary_list::{SummaryList, SummaryRow};
pub use tag::{Tag, TagKind};
pub use task_list::{TaskList, TaskRow};
pub use text_area::TextArea;
pub use text_input::TextInput;
