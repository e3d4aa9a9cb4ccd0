//! Accounts of people who order: signing up and in, and what is one's own.

pub mod account_form;
pub mod address_parts;
pub mod at_account;

pub mod account_page;
pub mod address_pages;
pub mod addresses_page;
pub mod alerts_page;
pub mod closing_pages;
mod data_orders;
pub mod data_page;
pub mod devices_page;
pub mod email_pages;
pub mod link_page;
pub mod list_page;
pub mod lists_page;
pub mod orders_page;
pub mod password_pages;
pub mod profile_pages;
pub mod shared_list_page;
pub mod sign_in_pages;
pub mod sign_up_pages;
