//! The design system: one component a file, and the only plumbing for forms.
//!
//! Components carry the semantics that public-service design systems have tested (elements, roles,
//! ids, label and hint wiring, focus); their looks are utilities over the tokens in `style/`.
#![recursion_limit = "512"]

pub mod back_link;
pub mod button;
pub mod button_form;
pub mod checkboxes;
pub mod chip;
pub mod choice_group;
mod choices;
pub mod date_input;
pub mod error_summary;
pub mod form;
pub mod language_switch;
pub mod link_button;
pub mod notification;
pub mod offered_choices;
pub mod pagination;
pub mod panel;
pub mod radios;
pub mod select;
pub mod skip_link;
pub mod summary_list;
pub mod tag;
pub mod task_list;
pub mod text_area;
pub mod text_input;

pub use back_link::BackLink;
pub use button::{Button, ButtonKind};
pub use button_form::ButtonForm;
pub use checkboxes::Checkboxes;
pub use chip::Chip;
pub use choice_group::ChoiceGroup;
pub use date_input::DateInput;
pub use error_summary::ErrorSummary;
pub use form::{Filled, HiddenInput, PostForm, ShownError, Words};
pub use language_switch::{LanguageSwitch, OfferedLanguage};
pub use link_button::LinkButton;
pub use notification::{Notification, NotificationKind};
pub use offered_choices::OfferedChoices;
pub use pagination::Pagination;
pub use panel::Panel;
pub use radios::Radios;
pub use select::Select;
pub use skip_link::SkipLink;
pub use summary_list::{SummaryList, SummaryRow};
pub use tag::{Tag, TagKind};
pub use task_list::{TaskList, TaskRow};
pub use text_area::TextArea;
pub use text_input::TextInput;
