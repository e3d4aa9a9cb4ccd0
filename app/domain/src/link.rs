//! Links of messages: what they are about, and the proof that we wrote them. A page shows both as hidden questions of
//! a form, so that only the press of its button does anything.

use crate::form::{Answer, Field, Kind, MALFORMED, Problem};

text! {
    /// A part of a link that we wrote ourselves: letters, digits, dots, hyphens and underscores.
    LinkPart
}

impl Answer for LinkPart {
    const MAX_CHARS: usize = 100;

    fn read(text: &str) -> Result<Self, Problem> {
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b".-_".contains(&b));
        if plain { Ok(Self(text.to_owned())) } else { Err(MALFORMED) }
    }
}

/// What a link of the registry is about: a draft, a registrant or a change, as its form says.
pub const LINK_SUBJECT: Field<LinkPart> = Field::new("link_subject").kind(Kind::Hidden);
/// The proof that the link is ours.
pub const LINK_SEAL: Field<LinkPart> = Field::new("link_seal").kind(Kind::Hidden);

/// Declares a form that a link of a message leads to: what it is about, and the proof.
macro_rules! by_link {
    ($(#[$meta:meta])* $name:ident, $id:literal, $page:expr) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// What the link is about.
            pub subject: $crate::link::LinkPart,
            /// The proof that it is ours.
            pub seal: $crate::link::LinkPart,
        }

        impl $crate::form::Form for $name {
            const NAME: &'static str = $id;
            const FIELDS: &'static [$crate::form::Declared] =
                &[$crate::link::LINK_SUBJECT.declared(), $crate::link::LINK_SEAL.declared()];
            const IS_LINK: bool = true;

            fn parse(
                answers: &$crate::form::Answers,
                _: &$crate::form::Facts,
            ) -> Result<Self, $crate::form::FieldErrors> {
                let mut read = $crate::form::Reader::new(answers);
                let subject = read.required(&$crate::link::LINK_SUBJECT);
                let seal = read.required(&$crate::link::LINK_SEAL);
                read.finish(|| Some(Self { subject: subject?, seal: seal? }))
            }

            fn page(_: &$crate::form::Answers) -> $crate::paths::Path {
                $page
            }
        }
    };
}

/// Declares a form that the link of a message about an account leads to, with its page, and the page without a link. The
/// link is the page's own, and nothing of it is stored but its hash.
macro_rules! by_account_link {
    ($(#[$meta:meta])* $name:ident, $id:literal, $page:expr, $without:expr) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// What the link carries.
            pub token: $crate::link::LinkPart,
        }

        impl $crate::form::Form for $name {
            const NAME: &'static str = $id;
            const FIELDS: &'static [$crate::form::Declared] = &[$crate::account::ACCOUNT_TOKEN.declared()];

            fn parse(
                answers: &$crate::form::Answers,
                _: &$crate::form::Facts,
            ) -> Result<Self, $crate::form::FieldErrors> {
                let mut read = $crate::form::Reader::new(answers);
                let token = read.required(&$crate::account::ACCOUNT_TOKEN);
                read.finish(|| Some(Self { token: token? }))
            }

            fn page(answers: &$crate::form::Answers) -> $crate::paths::Path {
                let token = $crate::form::Reader::new(answers).required(&$crate::account::ACCOUNT_TOKEN);
                token.map_or_else($without, |token| $page(token.as_str()))
            }

            fn kept(_: &$crate::form::Answers) -> $crate::form::Answers {
                $crate::form::Answers::default()
            }
        }
    };
}
