//! What an address or a form names that is somebody's.

use std::collections::BTreeSet;

use domain::{
    form::Form,
    forms::{AsksEach, each},
};

/// What an address or a form names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Object {
    /// An order.
    Order,
    /// A session of an account.
    Device,
    /// An address of a book.
    Address,
    /// A list.
    List,
    /// Something that is waited for.
    Alert,
    /// Somebody who is staff.
    Member,
    /// An invitation to be.
    Invitation,
    /// A passkey.
    Passkey,
}

impl Object {
    pub const ALL: [Self; 8] = [
        Self::Order,
        Self::Device,
        Self::Address,
        Self::List,
        Self::Alert,
        Self::Member,
        Self::Invitation,
        Self::Passkey,
    ];

    /// The part of an address that names it, and the questions whose answer does.
    pub const fn named(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Order => ("{number}", &["order"]),
            Self::Device => ("{device}", &["device"]),
            Self::Address => ("{address}", &["own_address", "deliver_to"]),
            Self::List => ("{list}", &["list"]),
            Self::Alert => ("{alert}", &["alert"]),
            Self::Member => ("{member}", &["staff_member"]),
            Self::Invitation => ("{invitation}", &["invitation"]),
            Self::Passkey => ("{passkey}", &["passkey"]),
        }
    }
}

/// Questions whose answer is an id that gives nobody anything of somebody else's: what was looked up in the same
/// session, and which address of one's own book was seen to be the same.
const OF_NOBODY: [&str; 2] = ["found_address", "known_address"];
/// Characters of an id.
const ID_CHARS: usize = 36;

/// The questions that an id answers.
struct Ids(BTreeSet<&'static str>);

impl AsksEach for Ids {
    fn ask<F: Form>(&mut self) {
        let ids = F::FIELDS.iter().filter(|field| field.max_chars == ID_CHARS && field.options.is_empty());
        self.0.extend(ids.map(|field| field.name));
    }
}

#[test]
fn every_question_that_an_id_answers_names_an_object() {
    let mut ids = Ids(BTreeSet::new());
    each(&mut ids);
    let named = Object::ALL.iter().flat_map(|object| object.named().1.iter().copied());
    let known: BTreeSet<&str> = named.chain(OF_NOBODY).collect();
    let unknown: Vec<&&str> = ids.0.difference(&known).collect();
    assert_eq!(unknown, Vec::<&&str>::new(), "whose are they?");
    // A number names an order.
    let stale: Vec<&&str> = known.difference(&ids.0).filter(|name| **name != "order").collect();
    assert_eq!(stale, Vec::<&&str>::new(), "no id answers these");
}
