//! Placing the order, once for each key.

use crate::{
    form::{Answer, Answers, Declared, Facts, Field, FieldErrors, Form, Kind, MALFORMED, Problem, Reader},
    paths::{self, Path},
};

text! {
    /// The key under which a form does once what it does, however often it is sent: an order is placed, a message kept.
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
