//! Forms without questions: buttons that move the checkout on.

use crate::{
    form::{Answers, Declared, Facts, FieldErrors, Form},
    paths::{self, Path},
};

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
