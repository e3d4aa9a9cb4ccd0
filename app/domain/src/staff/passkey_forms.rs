//! The forms by which staff use passkeys, in the place of a code. A button begins, and leads to a page whose script
//! asks the browser; what the browser answers is posted as it is.

use super::{Next, PASSKEY_NAME, PasskeyAnswer, PasskeyName, STAFF_NEXT};
use crate::{
    form::{Answer, Answers, Declared, Facts, Field, FieldErrors, Form, Kind, MALFORMED, Problem, Reader},
    id::PasskeyId,
    paths::{self, Path},
};

/// Minutes for which a passkey may be used, from the press of the button on.
pub const CEREMONY_MINUTES: i64 = 5;
/// The most passkeys of one account.
pub const MOST_PASSKEYS: usize = 20;

/// Which passkey.
pub const PASSKEY: Field<PasskeyId> = Field::new("passkey").kind(Kind::Hidden);
/// What a browser says of a passkey; a script fills it in.
pub const PASSKEY_ANSWER: Field<PasskeyAnswer> = Field::new("passkey_answer").kind(Kind::Hidden);

/// The answer does not fit what was asked: it is another one's, of another page, or nobody was verified.
pub const PASSKEY_REFUSED: &str = "any-passkey-refused";
/// Nothing was asked, or too long ago, or it was answered already.
pub const PASSKEY_ENDED: &str = "any-passkey-ended";
/// The passkey counts fewer uses than we know of, as a copy of it would.
pub const PASSKEY_COPIED: &str = "any-passkey-copied";
/// It is set up already.
pub const PASSKEY_KNOWN: &str = "any-passkey-known";
/// There are as many as one account may have.
pub const PASSKEY_TOO_MANY: &str = "any-passkey-too-many";
/// Nothing else would be left to sign in with.
pub const PASSKEY_LAST: &str = "any-passkey-last";

choice! {
    /// What a passkey is asked for.
    PasskeyPurpose {
        /// To be known from now on.
        Register = "register",
        /// To sign in, as the second step.
        SignIn = "sign_in",
        /// To prove anew who is signed in.
        Confirm = "confirm",
    }
}

impl Answer for PasskeyId {
    const MAX_CHARS: usize = 36;

    fn read(text: &str) -> Result<Self, Problem> {
        text.parse().map_err(|_| MALFORMED)
    }
}

button! {
    /// Begins to add a passkey.
    BeginAddPasskey, "staff-begin-add-passkey", paths::staff_add_passkey()
}

/// Adds a passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddPasskey {
    /// What it is called.
    pub name: PasskeyName,
    /// What the browser says of it.
    pub answer: PasskeyAnswer,
}

impl Form for AddPasskey {
    const NAME: &'static str = "staff-add-passkey";
    const FIELDS: &'static [Declared] = &[PASSKEY_NAME.declared(), PASSKEY_ANSWER.declared()];
    const WORDS: &'static [&'static str] = &[PASSKEY_REFUSED, PASSKEY_ENDED, PASSKEY_KNOWN, PASSKEY_TOO_MANY];

    /// The browser is not asked while something is wrong with the name, so that no answer is missing then.
    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let name = read.required(&PASSKEY_NAME);
        let answer = name.is_some().then(|| read.required(&PASSKEY_ANSWER)).flatten();
        read.finish(|| Some(Self { name: name?, answer: answer? }))
    }

    fn page(_: &Answers) -> Path {
        paths::staff_add_passkey()
    }

    /// An answer works once.
    fn kept(answers: &Answers) -> Answers {
        answers.only(&[PASSKEY_NAME.declared()])
    }
}

/// Takes a passkey away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemovePasskey {
    /// Which.
    pub passkey: PasskeyId,
}

impl Form for RemovePasskey {
    const NAME: &'static str = "staff-remove-passkey";
    const FIELDS: &'static [Declared] = &[PASSKEY.declared()];
    const WORDS: &'static [&'static str] = &[PASSKEY_LAST];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let passkey = read.required(&PASSKEY);
        read.finish(|| Some(Self { passkey: passkey? }))
    }

    fn page(_: &Answers) -> Path {
        paths::staff_security()
    }
}

/// Declares a form that begins: it says only where its sender was going.
macro_rules! begins {
    ($(#[$meta:meta])* $name:ident, $id:literal, $page:path) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// Where they were going.
            pub next: Option<Next>,
        }

        impl Form for $name {
            const NAME: &'static str = $id;
            const FIELDS: &'static [Declared] = &[STAFF_NEXT.declared()];

            fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
                let mut read = Reader::new(answers);
                let next = read.optional(&STAFF_NEXT);
                read.finish(|| Some(Self { next }))
            }

            fn page(answers: &Answers) -> Path {
                $page(Next::parse(answers.first(STAFF_NEXT.name())).as_ref())
            }
        }
    };
}

begins! {
    /// Begins to sign in with a passkey.
    BeginPasskeyCode, "staff-begin-passkey-code", paths::staff_passkey_then
}
begins! {
    /// Begins to prove anew, with a passkey, who one is.
    BeginConfirmByPasskey, "staff-begin-passkey-confirm", paths::staff_confirm_passkey_then
}

/// Declares a form in which a passkey stands in for a code.
macro_rules! by_passkey {
    ($(#[$meta:meta])* $name:ident, $id:literal, $page:path) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// What the browser says.
            pub answer: PasskeyAnswer,
            /// Where they were going.
            pub next: Option<Next>,
        }

        impl Form for $name {
            const NAME: &'static str = $id;
            const FIELDS: &'static [Declared] = &[PASSKEY_ANSWER.declared(), STAFF_NEXT.declared()];
            const WORDS: &'static [&'static str] = &[PASSKEY_REFUSED, PASSKEY_ENDED, PASSKEY_COPIED];

            fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
                let mut read = Reader::new(answers);
                let (answer, next) = (read.required(&PASSKEY_ANSWER), read.optional(&STAFF_NEXT));
                read.finish(|| Some(Self { answer: answer?, next }))
            }

            fn page(answers: &Answers) -> Path {
                $page(Next::parse(answers.first(STAFF_NEXT.name())).as_ref())
            }

            /// An answer works once, and where to go on stands in the address of the page.
            fn kept(_: &Answers) -> Answers {
                Answers::default()
            }
        }
    };
}

by_passkey! {
    /// Signs in: the second step, with a passkey.
    PasskeyCode, "staff-passkey-code", paths::staff_passkey_then
}
by_passkey! {
    /// Proves anew who one is, with a passkey.
    ConfirmByPasskey, "staff-passkey-confirm", paths::staff_confirm_passkey_then
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::FieldError;

    fn keys<F: Form>(answers: &Answers) -> Vec<String> {
        F::check(answers, &Facts::default()).iter().map(FieldError::words_id).collect()
    }

    #[test]
    fn cp_46_an_answer_of_a_passkey_is_json_and_is_not_kept() {
        let typed = Answers::default().with("passkey_answer", r#"{"id":"x"}"#).with("passkey_name", "Laptop");
        assert_eq!(keys::<AddPasskey>(&typed), [] as [&str; 0]);
        assert_eq!(AddPasskey::kept(&typed), Answers::default().with("passkey_name", "Laptop"));
        assert_eq!((keys::<PasskeyCode>(&typed), PasskeyCode::kept(&typed)), (Vec::new(), Answers::default()));
        assert_eq!(keys::<PasskeyCode>(&typed.with("passkey_answer", "{}")), ["any-out-of-date"], "two answers");
        for bad in ["", "x", "{", "[]"] {
            assert!(PasskeyAnswer::read(bad).is_err(), "{bad}");
        }
        assert!(!format!("{:?}", PasskeyAnswer::read("{}")).contains('{'));
    }

    #[test]
    fn cp_46_a_passkey_has_a_name_before_it_is_made() {
        assert_eq!(keys::<AddPasskey>(&Answers::default()), ["passkey_name.missing"], "nothing else is wrong");
        assert_eq!(keys::<AddPasskey>(&Answers::default().with("passkey_name", "Laptop")), ["any-out-of-date"]);
    }

    #[test]
    fn cp_46_a_passkey_leads_to_where_somebody_was_going() {
        let going = Answers::default().with("staff_next", "/staff/people");
        let next = Next::parse("/staff/people");
        let code = paths::staff_passkey_then(next.as_ref());
        let confirm = paths::staff_confirm_passkey_then(next.as_ref());
        assert_eq!((PasskeyCode::page(&going), BeginPasskeyCode::page(&going)), (code.clone(), code));
        assert_eq!((ConfirmByPasskey::page(&going), BeginConfirmByPasskey::page(&going)), (confirm.clone(), confirm));
        let away = Answers::default().with("staff_next", "https://evil.example");
        assert_eq!(BeginPasskeyCode::page(&away), paths::staff_passkey_then(None));
        assert_eq!(keys::<BeginPasskeyCode>(&away), ["any-out-of-date"]);
    }
}
