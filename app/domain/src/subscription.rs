//! Being told when something is back in stock.

use crate::{
    basket::{EDITION, PAGE},
    catalogue::code::ProductCode,
    form::{Answers, Declared, Facts, Field, FieldErrors, Form, Kind, Reader},
    link::LinkPart,
    paths::{self, Path},
    text::EmailAddress,
};

/// Where to tell.
pub const WAITING_EMAIL: Field<EmailAddress> =
    Field::new("waiting_email").kind(Kind::Email).autocomplete("email").hint();

/// Asks to be told when an edition can be ordered again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TellMe {
    /// Which edition.
    pub edition: ProductCode,
    /// Where to tell.
    pub email: EmailAddress,
}

impl Form for TellMe {
    const NAME: &'static str = "tell-me";
    const FIELDS: &'static [Declared] = &[EDITION.declared(), WAITING_EMAIL.declared(), PAGE.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (edition, email) = (read.required(&EDITION), read.required(&WAITING_EMAIL));
        read.finish(|| Some(Self { edition: edition?, email: email? }))
    }

    fn page(answers: &Answers) -> Path {
        use crate::form::Answer;
        Path::read(answers.first(PAGE.name())).unwrap_or_else(|_| paths::home())
    }
}

/// The subscription a message's link is about.
pub const SUBSCRIPTION: Field<LinkPart> = Field::new("subscription").kind(Kind::Hidden);
/// The proof that the link is ours.
pub const SUBSCRIPTION_SEAL: Field<LinkPart> = Field::new("subscription_seal").kind(Kind::Hidden);

/// Declares a form that a link of a message leads to: a subscription and the proof.
macro_rules! by_link {
    ($(#[$meta:meta])* $name:ident, $id:literal) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// The subscription.
            pub subscription: LinkPart,
            /// The proof.
            pub seal: LinkPart,
        }

        impl Form for $name {
            const NAME: &'static str = $id;
            const FIELDS: &'static [Declared] = &[SUBSCRIPTION.declared(), SUBSCRIPTION_SEAL.declared()];

            fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
                let mut read = Reader::new(answers);
                let (subscription, seal) = (read.required(&SUBSCRIPTION), read.required(&SUBSCRIPTION_SEAL));
                read.finish(|| Some(Self { subscription: subscription?, seal: seal? }))
            }

            fn page(_: &Answers) -> Path {
                paths::home()
            }
        }
    };
}

by_link! {
    /// Confirms that the address is whose it says.
    ConfirmSubscription, "confirm-subscription"
}
by_link! {
    /// Ends a subscription.
    EndSubscription, "end-subscription"
}
