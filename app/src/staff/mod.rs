//! Staff: signing in in two steps, invitations, and who may do what.

mod at_work;
mod authenticator;
pub mod header;
mod invitations;
mod passkeys;
mod people_search;
mod people_table;
pub mod provider_link;
mod recovery;
mod role_questions;
pub mod role_words;
pub mod session_end;
pub mod staff_form;

pub mod acts_pages;
pub mod code_page;
pub mod confirm_page;
pub mod invitation_page;
pub mod invite_page;
pub mod member_page;
pub mod passkey_pages;
pub mod people_page;
pub mod provider_page;
pub mod roles_page;
pub mod security_pages;
pub mod sign_in_pages;
pub mod work_pages;
