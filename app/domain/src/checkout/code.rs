//! The code that proves the e-mail address.

use crate::{one_time_code::CODE, paths, text::OneTimeCode};

asks_one! {
    /// Proves that the e-mail address is the orderer's.
    ConfirmEmail {
        /// The code as sent.
        code: OneTimeCode = CODE
    }, "confirm-email", paths::code()
}
