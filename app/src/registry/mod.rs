//! Signing up to the provider registry.

pub mod changed_page;
pub mod check_page;
pub mod done_page;
pub mod human_check;
pub mod human_code_page;
pub mod link_pages;
pub mod resume_pages;
pub mod said;
pub mod save_pages;
pub mod start_page;
pub mod summary;
pub mod which_page;
