//! What whoever placed an order may still do with it.

use super::OrderNumber;
use crate::{
    address::Address,
    basket::{EDITION, LINE_QUANTITY, NewQuantity, QUANTITY, Quantity},
    catalogue::code::ProductCode,
    checkout::{IdempotencyKey, KEY},
    form::{Answers, Declared, Facts, Field, FieldErrors, Form, Kind, Reader},
    paths::{self, Path},
};

/// Which order.
pub const ORDER: Field<OrderNumber> = Field::new("order").kind(Kind::Hidden);

fn of_order(answers: &Answers, page: impl Fn(&OrderNumber) -> Path) -> Path {
    OrderNumber::parse(answers.first(ORDER.name())).map_or_else(paths::track, |number| page(&number))
}

/// Calls an order off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CancelOrder {
    /// Which.
    pub order: OrderNumber,
}

impl Form for CancelOrder {
    const NAME: &'static str = "cancel-order";
    const FIELDS: &'static [Declared] = &[ORDER.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let order = read.required(&ORDER);
        read.finish(|| Some(Self { order: order? }))
    }

    fn page(answers: &Answers) -> Path {
        of_order(answers, paths::cancel_order)
    }
}

/// Changes how many copies of something are ordered; 0 takes it out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeOrderLine {
    /// Of which order.
    pub order: OrderNumber,
    /// Which edition.
    pub edition: ProductCode,
    /// How many copies in all.
    pub quantity: NewQuantity,
}

impl Form for ChangeOrderLine {
    const NAME: &'static str = "change-order-line";
    const FIELDS: &'static [Declared] = &[ORDER.declared(), EDITION.declared(), LINE_QUANTITY.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (order, edition, quantity) =
            (read.required(&ORDER), read.required(&EDITION), read.required(&LINE_QUANTITY));
        read.finish(|| Some(Self { order: order?, edition: edition?, quantity: quantity? }))
    }

    fn page(answers: &Answers) -> Path {
        of_order(answers, paths::change_order)
    }
}

/// Code of what is to be added to an order, as people type it.
pub const ADDED_CODE: Field<ProductCode> = Field::new("added_code").width(20).hint();

/// Adds copies of something to an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddOrderLine {
    /// To which order.
    pub order: OrderNumber,
    /// Which edition.
    pub code: ProductCode,
    /// How many copies more.
    pub quantity: Quantity,
}

impl Form for AddOrderLine {
    const NAME: &'static str = "add-order-line";
    const FIELDS: &'static [Declared] = &[ORDER.declared(), ADDED_CODE.declared(), QUANTITY.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (order, code, quantity) = (read.required(&ORDER), read.required(&ADDED_CODE), read.required(&QUANTITY));
        read.finish(|| Some(Self { order: order?, code: code?, quantity: quantity? }))
    }

    fn page(answers: &Answers) -> Path {
        of_order(answers, paths::change_order)
    }
}

/// Puts the lines of an order into the basket once more, as far as they can be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderAgain {
    /// Of which order.
    pub order: OrderNumber,
    /// The key of the page: what is pressed twice is done once.
    pub key: IdempotencyKey,
}

impl Form for OrderAgain {
    const NAME: &'static str = "order-again";
    const FIELDS: &'static [Declared] = &[ORDER.declared(), KEY.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (order, key) = (read.required(&ORDER), read.required(&KEY));
        read.finish(|| Some(Self { order: order?, key: key? }))
    }

    fn page(answers: &Answers) -> Path {
        of_order(answers, paths::order_again)
    }
}

/// Sends an order somewhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// Which order.
    pub order: OrderNumber,
    /// Where to.
    pub address: Address,
}

impl Form for Redirect {
    const NAME: &'static str = "redirect-order";
    const FIELDS: &'static [Declared] = &{
        let [one, two, three, four, five, six, seven] = *Address::QUESTIONS;
        [ORDER.declared(), one, two, three, four, five, six, seven]
    };
    const WORDS: &'static [&'static str] = Address::WORDS;

    fn parse(answers: &Answers, facts: &Facts) -> Result<Self, FieldErrors> {
        let address = Address::parse(answers, facts);
        let mut read = Reader::new(answers);
        let order = read.required(&ORDER);
        read.finish(|| order).and_then(|order| Ok(Self { order, address: address? }))
    }

    fn page(answers: &Answers) -> Path {
        of_order(answers, paths::redirect_order)
    }
}
