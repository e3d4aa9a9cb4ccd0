//! Making an account, signing in to it and looking after it.

pub mod addresses;
pub mod closing;
pub mod devices;
pub mod email;
pub mod lists;
pub mod merge;
pub mod password;
pub mod profile;
pub mod sign_in;
pub mod sign_up;
