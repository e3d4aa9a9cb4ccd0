//! Looking after one's own registration.

pub mod change;
pub mod consents;
pub mod deployment;
pub mod email;
pub mod erase;
pub mod held;
pub mod links;
pub mod own_form;
pub mod sign_in;
pub mod withdraw;
