//! The forms by which people sign in to their registration and change what it says.

use super::{
    Step,
    forms::AnswerStep,
    saving::{SETTLE, Settled},
    sending::{CONSENTS, Consent},
};
use crate::{
    form::{Answer, Answers, Declared, Facts, Field, FieldErrors, Form, Kind, MALFORMED, Problem, Reader},
    one_time_code::CODE,
    paths::{self, Path},
    text::{EmailAddress, OneTimeCode},
};

button! {
    /// Asks for another code to sign in with.
    SignInCodeAgain, "sign-in-code-again", paths::my_code()
}
button! {
    /// Asks for another code at the address that is wanted.
    NewEmailCodeAgain, "new-email-code-again", paths::my_email_code()
}
button! {
    /// Signs out in this browser.
    SignOut, "sign-out", paths::my_registration()
}
button! {
    /// Signs out in every browser.
    SignOutEverywhere, "sign-out-everywhere", paths::my_registration()
}
button! {
    /// Forgets changed answers that were not saved.
    DiscardUpdate, "discard-update", paths::my_registration()
}
button! {
    /// Confirms, signed in, that everything is still right.
    StillRightHere, "still-right-here", paths::my_registration()
}

/// The address of a registration.
pub const SIGN_IN_EMAIL: Field<EmailAddress> =
    Field::new("sign_in_email").kind(Kind::Email).autocomplete("email").hint();
/// Another address for it.
pub const NEW_EMAIL: Field<EmailAddress> = Field::new("new_email").kind(Kind::Email).autocomplete("email").hint();
/// What the link of a message carries.
pub const SIGN_IN_TOKEN: Field<SignInToken> = Field::new("sign_in_token").kind(Kind::Hidden);

text! {
    /// What the link of a message with a code carries: the code and its end, sealed, as base64url without padding, at
    /// most 500 characters.
    SignInToken
}

impl Answer for SignInToken {
    const MAX_CHARS: usize = 500;

    fn read(text: &str) -> Result<Self, Problem> {
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_".contains(&b));
        if plain { Ok(Self(text.to_owned())) } else { Err(MALFORMED) }
    }
}

asks_one! {
    /// Asks for a code to sign in with.
    SignIn {
        /// The address of the registration.
        email: EmailAddress = SIGN_IN_EMAIL
    }, "sign-in", paths::my()
}
asks_one! {
    /// Signs in.
    SignInCode {
        /// The code that was mailed.
        code: OneTimeCode = CODE
    }, "sign-in-code", paths::my_code()
}
asks_one! {
    /// Signs in by the link of the message.
    SignInByLink {
        /// What it carries.
        token: SignInToken = SIGN_IN_TOKEN
    }, "sign-in-by-link", paths::my_code()
}
/// Signs in with the code of a message where its link was opened, in another browser than the one that asked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignInElsewhere {
    /// What the link carries.
    pub token: SignInToken,
    /// The code that stands beside it.
    pub code: OneTimeCode,
}

impl Form for SignInElsewhere {
    const NAME: &'static str = "sign-in-elsewhere";
    const FIELDS: &'static [Declared] = &[SIGN_IN_TOKEN.declared(), CODE.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (token, code) = (read.required(&SIGN_IN_TOKEN), read.required(&CODE));
        read.finish(|| Some(Self { token: token?, code: code? }))
    }

    fn page(answers: &Answers) -> Path {
        let token = answers.only(&[SIGN_IN_TOKEN.declared()]);
        let token = Reader::new(&token).required(&SIGN_IN_TOKEN);
        token.map_or_else(paths::my, |token| paths::my_link(token.as_str()))
    }

    /// The link is the page's own.
    fn kept(answers: &Answers) -> Answers {
        answers.only(&[CODE.declared()])
    }
}

asks_one! {
    /// Asks for another address.
    ChangeEmail {
        /// The new one.
        email: EmailAddress = NEW_EMAIL
    }, "change-email", paths::my_email()
}
asks_one! {
    /// Proves another address.
    ConfirmNewEmail {
        /// The code that was mailed there.
        code: OneTimeCode = CODE
    }, "confirm-new-email", paths::my_email_code()
}
asks_one! {
    /// Settles what two windows changed differently.
    SettleUpdate {
        /// Which answers are kept.
        keep: Settled = SETTLE
    }, "settle-update", paths::my_changed()
}

/// Changes the answers to one page of a registration. It travels like a page of the wizard; its version is the
/// registration's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeStep(pub AnswerStep);

impl Form for ChangeStep {
    const NAME: &'static str = "change-step";
    const FIELDS: &'static [Declared] = AnswerStep::FIELDS;
    const WORDS: &'static [&'static str] = AnswerStep::WORDS;

    fn parse(answers: &Answers, facts: &Facts) -> Result<Self, FieldErrors> {
        AnswerStep::parse(answers, facts).map(Self)
    }

    fn page(answers: &Answers) -> Path {
        Step::read(answers.first(super::forms::STEP.name()))
            .map_or_else(|_| paths::my_registration(), |step| paths::my_step(&step))
    }

    /// What was typed is stored before it is read, the number of a college encrypted.
    fn kept(_: &Answers) -> Answers {
        Answers::default()
    }
}

/// Says what somebody agrees to besides, from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeConsents {
    /// Everything they agree to.
    pub consents: Vec<Consent>,
}

impl Form for ChangeConsents {
    const NAME: &'static str = "change-consents";
    const FIELDS: &'static [Declared] = &[CONSENTS.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let consents = read.several(&CONSENTS);
        read.finish(|| Some(Self { consents: consents? }))
    }

    fn page(_: &Answers) -> Path {
        paths::my_consents()
    }
}

by_link! {
    /// Confirms by a link to a registrant that everything is still right.
    StillRight, "still-right", paths::my()
}
by_link! {
    /// Stops messages of campaigns to a registrant.
    StopMessages, "stop-messages", paths::my()
}
by_link! {
    /// Lets them come again.
    ResumeMessages, "resume-messages", paths::my()
}
by_link! {
    /// Undoes a change of address.
    UndoEmailChange, "undo-email-change", paths::my()
}
