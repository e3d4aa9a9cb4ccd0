//! From basket to order: where to, whom to tell, and the code that proves the e-mail address.

use serde::{Deserialize, Serialize};

use crate::{
    address::{Address, AddressLine, City, County, LINE_CHARS, Postcode, flow},
    form::{Answer, Answers, Declared, Facts, Field, FieldErrors, Form, Kind, MALFORMED, Problem, Reader},
    order::OrderNumber,
    paths::{self, Path},
    text::{EmailAddress, FullName, OneTimeCode, TelephoneNumber},
};

/// First line of the address.
pub const LINE_1: Field<AddressLine> = Field::new("address_line1").autocomplete("address-line1");
/// Second line.
pub const LINE_2: Field<AddressLine> = Field::new("address_line2").autocomplete("address-line2").optional();
/// Third line.
pub const LINE_3: Field<AddressLine> = Field::new("address_line3").autocomplete("address-line3").optional();
/// Town or city.
pub const CITY: Field<City> = Field::new("city").autocomplete("address-level2").width(20);
/// County.
pub const COUNTY: Field<County> = Field::new("county").width(20).optional();
/// Postcode.
pub const POSTCODE: Field<Postcode> = Field::new("postcode").autocomplete("postal-code").width(10);

impl Address {
    /// The questions of an address, in the order of their page.
    pub const QUESTIONS: &'static [Declared; 6] = &[
        LINE_1.declared(),
        LINE_2.declared(),
        LINE_3.declared(),
        CITY.declared(),
        COUNTY.declared(),
        POSTCODE.declared(),
    ];
}

impl Form for Address {
    const NAME: &'static str = "delivery";
    const FIELDS: &'static [Declared] = Self::QUESTIONS;
    const WORDS: &'static [&'static str] = &["any-address-too-long"];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let typed = [read.required(&LINE_1), read.optional(&LINE_2), read.optional(&LINE_3)];
        let (city, county, postcode) = (read.required(&CITY), read.optional(&COUNTY), read.required(&POSTCODE));
        let typed: Vec<&str> = typed.iter().flatten().map(AddressLine::as_str).collect();
        let lines = flow(&typed);
        if lines.is_none() {
            read.refuse(LINE_1.name(), Problem::new("any-address-too-long").arg("max", LINE_CHARS));
        }
        read.finish(|| Some(Self { lines: lines?, city: city?, county, postcode: postcode? }))
    }

    fn page(_: &Answers) -> Path {
        paths::delivery()
    }
}

impl Address {
    /// The address as answers, to fill its form in.
    pub fn answers(&self) -> Answers {
        let mut answers = Answers::default();
        for (field, line) in [&LINE_1, &LINE_2, &LINE_3].into_iter().zip(&self.lines) {
            answers.push(field.name(), line);
        }
        answers.push(CITY.name(), self.city.as_str());
        answers.push(COUNTY.name(), self.county.as_ref().map_or("", County::as_str));
        answers.with(POSTCODE.name(), self.postcode.as_str())
    }
}

/// Name of the person.
pub const FULL_NAME: Field<FullName> = Field::new("full_name").autocomplete("name");
/// Their e-mail address.
pub const EMAIL: Field<EmailAddress> = Field::new("email").kind(Kind::Email).autocomplete("email").hint();
/// Their telephone number.
pub const TELEPHONE: Field<TelephoneNumber> =
    Field::new("telephone").kind(Kind::Telephone).autocomplete("tel").width(20).hint().optional();

/// Whom to tell about the order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Full name.
    pub full_name: FullName,
    /// E-mail address; has to be confirmed before an order is placed.
    pub email: EmailAddress,
    /// Telephone number, for the carrier.
    pub telephone: Option<TelephoneNumber>,
}

impl Form for Contact {
    const NAME: &'static str = "contact";
    const FIELDS: &'static [Declared] = &[FULL_NAME.declared(), EMAIL.declared(), TELEPHONE.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (full_name, email, telephone) =
            (read.required(&FULL_NAME), read.required(&EMAIL), read.optional(&TELEPHONE));
        read.finish(|| Some(Self { full_name: full_name?, email: email?, telephone }))
    }

    fn page(_: &Answers) -> Path {
        paths::contact()
    }
}

impl Contact {
    /// The contact as answers, to fill its form in.
    pub fn answers(&self) -> Answers {
        Answers::default()
            .with(FULL_NAME.name(), self.full_name.as_str())
            .with(EMAIL.name(), self.email.as_str())
            .with(TELEPHONE.name(), self.telephone.as_ref().map_or("", TelephoneNumber::as_str))
    }
}

/// Minutes for which a code from an e-mail works.
pub const CODE_MINUTES: i64 = 30;
/// Wrong codes before a new one is needed.
pub const CODE_TRIES: i16 = 5;

/// The code that was mailed.
pub const CODE: Field<OneTimeCode> =
    Field::new("code").kind(Kind::OneTimeCode).autocomplete("one-time-code").width(10).hint();

/// Proves that the e-mail address is the orderer's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmEmail {
    /// The code as sent.
    pub code: OneTimeCode,
}

impl Form for ConfirmEmail {
    const NAME: &'static str = "confirm-email";
    const FIELDS: &'static [Declared] = &[CODE.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let code = read.required(&CODE);
        read.finish(|| Some(Self { code: code? }))
    }

    fn page(_: &Answers) -> Path {
        paths::code()
    }
}

/// A form without questions: a button on a page of its own.
macro_rules! button {
    ($(#[$meta:meta])* $name:ident, $id:literal, $page:expr) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name;

        impl Form for $name {
            const NAME: &'static str = $id;
            const FIELDS: &'static [Declared] = &[];

            fn parse(_: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
                Ok(Self)
            }

            fn page(_: &Answers) -> Path {
                $page
            }
        }
    };
}

button! {
    /// Begins the checkout of a basket.
    BeginCheckout, "begin-checkout", paths::basket()
}
button! {
    /// Begins the checkout of what can be ordered; the rest stays in the basket.
    BeginPartialCheckout, "begin-partial-checkout", paths::basket()
}
button! {
    /// Asks for another code.
    SendCode, "send-code", paths::code()
}

text! {
    /// The key under which an order is placed once, however often its form is sent.
    IdempotencyKey
}

impl Answer for IdempotencyKey {
    const MAX_CHARS: usize = 64;

    fn read(text: &str) -> Result<Self, Problem> {
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if plain && text.len() >= 16 { Ok(Self(text.to_owned())) } else { Err(MALFORMED) }
    }
}

/// The key of the check page.
pub const KEY: Field<IdempotencyKey> = Field::new("key").kind(Kind::Hidden);

/// Places the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceOrder {
    /// One order for each key.
    pub key: IdempotencyKey,
}

impl Form for PlaceOrder {
    const NAME: &'static str = "place-order";
    const FIELDS: &'static [Declared] = &[KEY.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let key = read.required(&KEY);
        read.finish(|| Some(Self { key: key? }))
    }

    fn page(_: &Answers) -> Path {
        paths::check()
    }
}

/// The number of an order.
pub const ORDER_NUMBER: Field<OrderNumber> = Field::new("order_number").width(20).hint();
/// The address its confirmation went to.
pub const ORDER_EMAIL: Field<EmailAddress> = Field::new("order_email").kind(Kind::Email).autocomplete("email").hint();

/// Finds an order by what its confirmation says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackOrder {
    /// Its number.
    pub number: OrderNumber,
    /// Its e-mail address.
    pub email: EmailAddress,
}

impl Form for TrackOrder {
    const NAME: &'static str = "track-order";
    const FIELDS: &'static [Declared] = &[ORDER_NUMBER.declared(), ORDER_EMAIL.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (number, email) = (read.required(&ORDER_NUMBER), read.required(&ORDER_EMAIL));
        read.finish(|| Some(Self { number: number?, email: email? }))
    }

    fn page(_: &Answers) -> Path {
        paths::track()
    }
}

text! {
    /// A part of a link that we wrote ourselves: letters, digits, dots, hyphens and underscores.
    LinkPart
}

impl Answer for LinkPart {
    const MAX_CHARS: usize = 100;

    fn read(text: &str) -> Result<Self, Problem> {
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_".contains(&b));
        if plain { Ok(Self(text.to_owned())) } else { Err(MALFORMED) }
    }
}

/// The order a message's link leads to.
pub const ORDER_LINK: Field<LinkPart> = Field::new("order_link").kind(Kind::Hidden);
/// The proof that the link is ours.
pub const ORDER_SEAL: Field<LinkPart> = Field::new("order_seal").kind(Kind::Hidden);

/// Opens an order from the link in its message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrackLink {
    /// The order.
    pub order: LinkPart,
    /// The proof.
    pub seal: LinkPart,
}

impl Form for TrackLink {
    const NAME: &'static str = "track-link";
    const FIELDS: &'static [Declared] = &[ORDER_LINK.declared(), ORDER_SEAL.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (order, seal) = (read.required(&ORDER_LINK), read.required(&ORDER_SEAL));
        read.finish(|| Some(Self { order: order?, seal: seal? }))
    }

    fn page(_: &Answers) -> Path {
        paths::track()
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    fn delivery() -> Answers {
        Answers::default()
            .with("address_line1", "1 Some Street")
            .with("address_line2", "")
            .with("city", "Leeds")
            .with("postcode", "ls1 4ap")
    }

    #[test]
    fn an_address_comes_back_from_its_answers() {
        let address = Address::parse(&delivery(), &Facts::default()).expect("complete");
        assert_eq!(address.postcode.as_str(), "LS1 4AP");
        assert_eq!(Address::parse(&address.answers(), &Facts::default()), Ok(address));
    }

    #[test]
    fn an_address_that_does_not_fit_the_label_is_refused() {
        let long = delivery().with("address_line3", "x".repeat(120));
        let errors = Address::check(&long, &Facts::default());
        assert_eq!(errors.first("address_line1").map(|error| error.problem.key.as_ref()), Some("any-address-too-long"));
    }

    #[test]
    fn a_checkout_cannot_skip_a_stage() {
        let address = Address::parse(&delivery(), &Facts::default()).expect("complete");
        assert_eq!(Stage::of(None, None, true), Stage::Delivery);
        assert_eq!(Stage::of(Some(address.clone()), None, true), Stage::Contact(address));
    }
}
