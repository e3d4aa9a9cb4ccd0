//! Staff: signing in in two steps, what that takes, invitations, and who may do what.

pub mod invitations;
pub mod passkeys;
pub mod people;
pub mod security;
pub mod sign_in;
