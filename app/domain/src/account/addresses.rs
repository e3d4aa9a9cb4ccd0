//! The address book of an account: the forms that fill it, and the choice among its addresses at the checkout.

use super::{ADDRESS_FOR, AddressFor};
use crate::{
    address::{Address, Postcode},
    checkout::POSTCODE,
    form::{Answer, Answers, Declared, Facts, Field, FieldErrors, Form, Kind, Problem, Reader},
    id::{AccountAddressId, FoundAddressId},
    paths::{self, Path},
    text::Line,
};

/// The most addresses of one account.
pub const MOST_ADDRESSES: usize = 50;
/// Why an address is refused that its owner has already, however they spell it.
pub const ADDRESS_KNOWN: &str = "any-address-known";

/// Number or name of a building, to find it among those of a postcode.
pub const BUILDING: Field<Line<60>> = Field::new("building").width(20).hint().optional();
/// Which of the addresses that were found.
pub const FOUND_ADDRESS: Field<FoundAddressId> = Field::new("found_address").kind(Kind::Radios);
/// An address of one's own.
pub const OWN_ADDRESS: Field<AccountAddressId> = Field::new("own_address").kind(Kind::Hidden);
/// The address of one's own that is the same, by whoever was told so and saves theirs all the same.
pub const KNOWN_ADDRESS: Field<AccountAddressId> = Field::new("known_address").kind(Kind::Hidden).optional();
/// Which of one's own addresses an order goes to.
pub const DELIVER_TO: Field<DeliverTo> = Field::new("deliver_to").kind(Kind::Radios);
/// Whether an address is kept in the book.
pub const KEEP_ADDRESS: Field<KeepAddress> = Field::new("keep_address").kind(Kind::Checkboxes).optional();

answers_by_id!(AccountAddressId, FoundAddressId);

choice! {
    /// That an address is kept.
    KeepAddress {
        /// It is.
        Yes = "yes",
    }
}
answers_by_code!(KeepAddress);

/// Whether whoever typed an address has it kept.
pub fn keeps_address(answers: &Answers) -> bool {
    Reader::new(answers).optional(&KEEP_ADDRESS).is_some()
}

/// Where an order goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliverTo {
    /// To an address of the book.
    Own(AccountAddressId),
    /// Somewhere else.
    Another,
}

impl DeliverTo {
    /// How the form says that it is somewhere else.
    pub const ANOTHER: &'static str = "another";
}

impl Answer for DeliverTo {
    const MAX_CHARS: usize = 36;

    fn read(text: &str) -> Result<Self, Problem> {
        if text == Self::ANOTHER { Ok(Self::Another) } else { AccountAddressId::read(text).map(Self::Own) }
    }
}

/// Looks a postcode up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindAddress {
    /// The postcode.
    pub postcode: Postcode,
    /// The building, if not all of them are wanted.
    pub building: Option<Line<60>>,
    /// What for, if not for the book alone.
    pub wanted: Option<AddressFor>,
}

impl Form for FindAddress {
    const NAME: &'static str = "find-address";
    const FIELDS: &'static [Declared] = &[POSTCODE.declared(), BUILDING.declared(), ADDRESS_FOR.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (postcode, building) = (read.required(&POSTCODE), read.optional(&BUILDING));
        let wanted = read.optional(&ADDRESS_FOR);
        read.finish(|| Some(Self { postcode: postcode?, building, wanted }))
    }

    fn page(answers: &Answers) -> Path {
        AddressFor::add_page(answers)
    }
}

/// Keeps an address that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChooseFound {
    /// Which.
    pub found: FoundAddressId,
    /// The same one in the book, if whoever chooses knows of it.
    pub known: Option<AccountAddressId>,
    /// What for, if not for the book alone.
    pub wanted: Option<AddressFor>,
}

impl Form for ChooseFound {
    const NAME: &'static str = "choose-found-address";
    const FIELDS: &'static [Declared] = &[FOUND_ADDRESS.declared(), KNOWN_ADDRESS.declared(), ADDRESS_FOR.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (found, known) = (read.required(&FOUND_ADDRESS), read.optional(&KNOWN_ADDRESS));
        let wanted = read.optional(&ADDRESS_FOR);
        read.finish(|| Some(Self { found: found?, known, wanted }))
    }

    fn page(answers: &Answers) -> Path {
        AddressFor::add_page(answers)
    }
}

/// Keeps an address that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddAddress {
    /// The address.
    pub address: Address,
    /// The same one in the book, if whoever types knows of it.
    pub known: Option<AccountAddressId>,
    /// What for, if not for the book alone.
    pub wanted: Option<AddressFor>,
}

impl Form for AddAddress {
    const NAME: &'static str = "add-address";
    const FIELDS: &'static [Declared] = &{
        let [one, two, three, four, five, six, seven] = *Address::QUESTIONS;
        [one, two, three, four, five, six, seven, KNOWN_ADDRESS.declared(), ADDRESS_FOR.declared()]
    };
    const WORDS: &'static [&'static str] = Address::WORDS;

    fn parse(answers: &Answers, facts: &Facts) -> Result<Self, FieldErrors> {
        let address = Address::parse(answers, facts);
        let mut read = Reader::new(answers);
        let (known, wanted) = (read.optional(&KNOWN_ADDRESS), read.optional(&ADDRESS_FOR));
        read.finish(|| Some(())).and_then(|()| Ok(Self { address: address?, known, wanted }))
    }

    fn page(answers: &Answers) -> Path {
        AddressFor::add_page(answers)
    }
}

/// Changes an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeAddress {
    /// Which.
    pub own: AccountAddressId,
    /// What it is from now on.
    pub address: Address,
    /// The same one in the book, if whoever types knows of it.
    pub known: Option<AccountAddressId>,
}

impl Form for ChangeAddress {
    const NAME: &'static str = "change-address";
    const FIELDS: &'static [Declared] = &{
        let [one, two, three, four, five, six, seven] = *Address::QUESTIONS;
        [OWN_ADDRESS.declared(), one, two, three, four, five, six, seven, KNOWN_ADDRESS.declared()]
    };
    const WORDS: &'static [&'static str] = Address::WORDS;

    fn parse(answers: &Answers, facts: &Facts) -> Result<Self, FieldErrors> {
        let typed = AddAddress::parse(answers, facts);
        let mut read = Reader::new(answers);
        let own = read.required(&OWN_ADDRESS);
        read.finish(|| own).and_then(|own| typed.map(|AddAddress { address, known, .. }| Self { own, address, known }))
    }

    fn page(answers: &Answers) -> Path {
        let own = Reader::new(answers).required(&OWN_ADDRESS);
        own.map_or_else(paths::account_addresses, paths::account_address)
    }
}

asks_one! {
    /// Has an address chosen at the checkout until somebody says otherwise.
    MakeDefaultAddress {
        /// Which.
        own: AccountAddressId = OWN_ADDRESS
    }, "default-address", paths::account_addresses()
}
asks_one! {
    /// Takes an address out of the book.
    RemoveAddress {
        /// Which.
        own: AccountAddressId = OWN_ADDRESS
    }, "remove-address", paths::account_addresses()
}
asks_one! {
    /// Chooses where an order goes.
    ChooseAddress {
        /// Where to.
        to: DeliverTo = DELIVER_TO
    }, "choose-address", paths::delivery()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "0198c0de-0000-7000-8000-000000000001";

    fn typed() -> Answers {
        let address = Answers::default().with("address_line1", "1 Some Street").with("city", "Leeds");
        address.with("postcode", "ls14ap")
    }

    #[test]
    fn an_address_is_changed_on_its_own_page() {
        let answers = typed().with("own_address", ID);
        let form = ChangeAddress::parse(&answers, &Facts::default()).expect("complete");
        assert_eq!((form.own.to_string().as_str(), form.known), (ID, None));
        assert_eq!(ChangeAddress::page(&answers).as_str(), format!("/account/addresses/{ID}"));
        assert_eq!(ChangeAddress::page(&typed()), paths::account_addresses());
        assert!(ChangeAddress::parse(&typed(), &Facts::default()).is_err());
    }

    #[test]
    fn an_order_goes_to_an_own_address_or_to_another() {
        let to = |value: &str| {
            let answers = Answers::default().with("deliver_to", value);
            ChooseAddress::parse(&answers, &Facts::default()).map(|form| form.to).ok()
        };
        assert_eq!(to("another"), Some(DeliverTo::Another));
        assert_eq!(to(ID), ID.parse().ok().map(DeliverTo::Own));
        assert_eq!((to(""), to("1 Some Street")), (None, None));
    }

    #[test]
    fn an_address_is_kept_only_where_somebody_says_so() {
        assert!(keeps_address(&typed().with("keep_address", "yes")));
        assert!(!keeps_address(&typed()) && !keeps_address(&typed().with("keep_address", "no")));
    }
}
