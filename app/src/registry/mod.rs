//! Signing up to the provider registry.

pub mod at_draft;
pub mod changed_page;
pub mod check_page;
pub mod done_page;
pub mod human_check;
pub mod human_code_page;
pub mod link_pages;
pub mod locations;
pub mod my;
pub mod questions;
pub mod resume_pages;
pub mod said;
pub mod save_pages;
pub mod slip;
pub mod start_page;
pub mod step_page;
pub mod step_words;
pub mod summary;
pub mod tasks_page;
pub mod which_page;
