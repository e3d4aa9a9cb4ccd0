//! Finding an order again: by what its confirmation says, or from the link in a message.

use crate::{
    form::{Answers, Declared, Facts, Field, FieldErrors, Form, Kind, Reader},
    link::LinkPart,
    order::OrderNumber,
    paths::{self, Path},
    text::EmailAddress,
};

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
