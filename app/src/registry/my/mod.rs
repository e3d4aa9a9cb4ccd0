//! Looking after one's own registration.

pub mod at_mine;
pub mod change_page;
pub mod consents_page;
pub mod data_page;
pub mod deployment_page;
pub mod done_pages;
pub mod email_pages;
pub mod erase_pages;
pub mod held_page;
pub mod link_pages;
pub mod registration_page;
pub mod sign_in_link_page;
pub mod sign_in_pages;
pub mod withdraw_pages;
