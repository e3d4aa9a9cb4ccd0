//! How far a checkout is.

use super::Contact;
use crate::{
    address::Address,
    paths::{self, Path},
};

/// How far a checkout is; says which page comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The address is needed.
    Delivery,
    /// The contact is needed.
    Contact(Address),
    /// The e-mail address has to be confirmed.
    Code(Address, Contact),
    /// Everything is known.
    Check(Address, Contact),
}

impl Stage {
    /// The stage that the answers so far lead to.
    pub fn of(address: Option<Address>, contact: Option<Contact>, is_confirmed: bool) -> Self {
        match (address, contact) {
            (None, _) => Self::Delivery,
            (Some(address), None) => Self::Contact(address),
            (Some(address), Some(contact)) if is_confirmed => Self::Check(address, contact),
            (Some(address), Some(contact)) => Self::Code(address, contact),
        }
    }

    /// The page of this stage.
    pub fn page(&self) -> Path {
        match self {
            Self::Delivery => paths::delivery(),
            Self::Contact(_) => paths::contact(),
            Self::Code(..) => paths::code(),
            Self::Check(..) => paths::check(),
        }
    }
}
