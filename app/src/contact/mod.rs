//! What people tell us, and the pages that tell them about the service.

mod accessibility_statement;
pub mod contact_us_page;
pub mod content_pages;
pub mod feedback_page;
mod form_key;
mod notice;
pub(crate) mod texts;

pub use notice::NoticeBanner;
