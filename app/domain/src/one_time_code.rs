//! The code that proves an e-mail address.

use crate::{
    form::{Field, Kind},
    text::OneTimeCode,
};

/// Minutes for which a code from an e-mail works.
pub const CODE_MINUTES: i64 = 30;
/// Wrong codes before a new one is needed.
pub const CODE_TRIES: i16 = 5;

/// The code that was mailed.
pub const CODE: Field<OneTimeCode> =
    Field::new("code").kind(Kind::OneTimeCode).autocomplete("one-time-code").width(10).hint();
