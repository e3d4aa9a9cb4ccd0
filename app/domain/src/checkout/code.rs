//! The code that proves the e-mail address.

use crate::{
    form::{Field, Kind},
    paths,
    text::OneTimeCode,
};

/// Minutes for which a code from an e-mail works.
pub const CODE_MINUTES: i64 = 30;
/// Wrong codes before a new one is needed.
pub const CODE_TRIES: i16 = 5;

/// The code that was mailed.
pub const CODE: Field<OneTimeCode> =
    Field::new("code").kind(Kind::OneTimeCode).autocomplete("one-time-code").width(10).hint();

asks_one! {
    /// Proves that the e-mail address is the orderer's.
    ConfirmEmail {
        /// The code as sent.
        code: OneTimeCode = CODE
    }, "confirm-email", paths::code()
}
