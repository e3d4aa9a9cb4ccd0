//! Finding and reading publications.

pub mod card;
pub mod cover;
mod downloads;
pub mod facets;
pub mod filter_panel;
pub mod home_page;
pub mod list_page;
pub mod names;
pub mod programme_pages;
pub mod publication_page;
pub mod publication_parts;
mod qr_codes;
mod related;
mod structured;
pub mod suggestions;
mod switches;
mod versions;
mod withdrawn;
mod zip_form;
