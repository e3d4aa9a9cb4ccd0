//! The forms that put copies into the basket and change its lines.

use super::{NewQuantity, Quantity};
use crate::{
    catalogue::code::ProductCode,
    form::{Answer, Answers, Declared, Facts, Field, FieldErrors, Form, Kind, MALFORMED, Problem, Reader},
    paths::{self, Path},
};

/// Quantity to put into the basket.
pub const QUANTITY: Field<Quantity> = Field::new("quantity").kind(Kind::Number).width(5);
/// New quantity of a line.
pub const LINE_QUANTITY: Field<NewQuantity> = Field::new("line_quantity").kind(Kind::Number).width(5);
/// Which edition.
pub const EDITION: Field<ProductCode> = Field::new("edition").kind(Kind::Hidden);
/// The page on which the form stands.
pub const PAGE: Field<Path> = Field::new("page").kind(Kind::Hidden);

impl Answer for ProductCode {
    const MAX_CHARS: usize = 100;

    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text).ok_or(MALFORMED)
    }
}

/// Puts copies of an edition into the basket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddToBasket {
    /// Which edition.
    pub edition: ProductCode,
    /// How many copies more.
    pub quantity: Quantity,
}

impl Form for AddToBasket {
    const NAME: &'static str = "add-to-basket";
    const FIELDS: &'static [Declared] = &[EDITION.declared(), QUANTITY.declared(), PAGE.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let edition = read.required(&EDITION);
        let quantity = read.required(&QUANTITY);
        read.finish(|| Some(Self { edition: edition?, quantity: quantity? }))
    }

    fn page(answers: &Answers) -> Path {
        Path::read(answers.first(PAGE.name())).unwrap_or_else(|_| paths::basket())
    }
}

/// Changes the quantity of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeLine {
    /// Which edition.
    pub edition: ProductCode,
    /// How many copies in all.
    pub quantity: NewQuantity,
}

impl Form for ChangeLine {
    const NAME: &'static str = "change-line";
    const FIELDS: &'static [Declared] = &[EDITION.declared(), LINE_QUANTITY.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let edition = read.required(&EDITION);
        let quantity = read.required(&LINE_QUANTITY);
        read.finish(|| Some(Self { edition: edition?, quantity: quantity? }))
    }

    fn page(_: &Answers) -> Path {
        paths::basket()
    }
}

/// Puts the live version of a line in the place of an old one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwapLine {
    /// The old edition.
    pub edition: ProductCode,
}

impl Form for SwapLine {
    const NAME: &'static str = "swap-line";
    const FIELDS: &'static [Declared] = &[EDITION.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let edition = read.required(&EDITION);
        read.finish(|| Some(Self { edition: edition? }))
    }

    fn page(_: &Answers) -> Path {
        paths::basket()
    }
}
