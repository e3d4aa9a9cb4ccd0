//! The code that proves the e-mail address.

use crate::{
    form::{Answers, Declared, Facts, Field, FieldErrors, Form, Kind, Reader},
    paths::{self, Path},
    text::OneTimeCode,
};

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
