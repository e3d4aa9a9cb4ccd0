//! The forms by which people leave, come back, are erased, and choose between two registrations.

use super::state::WithdrawalReason;
use crate::{
    form::{Answer, Answers, Declared, Facts, Field, FieldErrors, Form, Kind, MISSING, Problem, Reader},
    id::RegistrantId,
    link::{LINK_SEAL, LINK_SUBJECT, LinkPart},
    one_time_code::CODE,
    paths::{self, Path},
    text::OneTimeCode,
};

button! {
    /// Comes back after leaving.
    Rejoin, "rejoin", paths::my_rejoin()
}
button! {
    /// Asks for the code without which nothing is erased.
    SendEraseCode, "send-erase-code", paths::my_erase()
}

/// Why somebody leaves.
pub const WITHDRAWAL_REASON: Field<WithdrawalReason> = Field::new("withdrawal_reason").kind(Kind::Radios);
/// The same in their own words, asked where the reason is another one.
pub const WITHDRAWAL_TEXT: Field<WithdrawalText> = Field::new("withdrawal_text").kind(Kind::TextArea).hint();
/// The registrant that a link is about, where the page is opened by one.
const SUBJECT: Field<LinkPart> = LINK_SUBJECT.optional();
/// The proof that the link is ours.
const SEAL: Field<LinkPart> = LINK_SEAL.optional();

text! {
    /// Why somebody leaves, in their own words: at most 500 characters. Stored encrypted.
    WithdrawalText
}

impl Answer for WithdrawalText {
    const MAX_CHARS: usize = 500;
    const MANY_LINES: bool = true;
    const PROBLEMS: &'static [&'static str] = &[];

    fn read(text: &str) -> Result<Self, Problem> {
        Ok(Self(text.to_owned()))
    }
}

/// Why somebody leaves: another reason has words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// One that is offered.
    Offered(WithdrawalReason),
    /// Another one.
    Other(WithdrawalText),
}

impl Reason {
    /// As it is stored and counted.
    pub const fn code(&self) -> WithdrawalReason {
        match self {
            Self::Offered(reason) => *reason,
            Self::Other(_) => WithdrawalReason::Other,
        }
    }

    /// In their own words.
    pub const fn text(&self) -> Option<&WithdrawalText> {
        if let Self::Other(text) = self { Some(text) } else { None }
    }
}

/// A link of a message: a registrant and the proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ByLink {
    /// The registrant.
    pub registrant: LinkPart,
    /// The proof.
    pub seal: LinkPart,
}

/// Leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdraw {
    /// By which link; signed in, where there is none.
    pub link: Option<ByLink>,
    /// Why.
    pub reason: Reason,
}

impl Form for Withdraw {
    const NAME: &'static str = "withdraw";
    const FIELDS: &'static [Declared] =
        &[WITHDRAWAL_REASON.declared(), WITHDRAWAL_TEXT.declared(), SUBJECT.declared(), SEAL.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (registrant, seal) = (read.optional(&SUBJECT), read.optional(&SEAL));
        let reason = read.required(&WITHDRAWAL_REASON);
        let is_other = reason == Some(WithdrawalReason::Other);
        let text = if is_other { read.optional(&WITHDRAWAL_TEXT) } else { None };
        if is_other && answers.first(WITHDRAWAL_TEXT.name()).trim().is_empty() {
            read.refuse(WITHDRAWAL_TEXT.name(), MISSING);
        }
        read.finish(|| {
            let link = registrant.zip(seal).map(|(registrant, seal)| ByLink { registrant, seal });
            let reason = if is_other { Reason::Other(text?) } else { Reason::Offered(reason?) };
            Some(Self { link, reason })
        })
    }

    fn page(answers: &Answers) -> Path {
        let registrant = answers.first(SUBJECT.name()).parse::<RegistrantId>();
        match (registrant, LinkPart::read(answers.first(SEAL.name()))) {
            (Ok(registrant), Ok(seal)) => paths::withdraw_link(registrant, seal.as_str()),
            _ => paths::my_withdraw(),
        }
    }

    /// Its link is the page's own.
    fn kept(answers: &Answers) -> Answers {
        answers.only(&[WITHDRAWAL_REASON.declared(), WITHDRAWAL_TEXT.declared()])
    }

    const IS_COMPOSED: bool = true;

    /// What somebody says in their own words is stored encrypted only.
    const SEALED: &'static [Declared] = &[WITHDRAWAL_TEXT.declared()];
}

asks_one! {
    /// Has everything erased.
    Erase {
        /// The code that was mailed for it.
        code: OneTimeCode = CODE
    }, "erase", paths::my_erase()
}

choice! {
    /// Which of two registrations under one address is kept.
    KeptRegistration {
        /// The answers that were sent last.
        New = "new",
        /// Those that were there.
        Old = "old",
    }
}
answers_by_code!(KeptRegistration);

/// Which button of the page about two registrations was pressed.
pub const KEEP_REGISTRATION: Field<KeptRegistration> = Field::new("keep_registration").kind(Kind::Hidden);

asks_one! {
    /// Chooses between two registrations under one address.
    ChooseRegistration {
        /// Which one is kept.
        keep: KeptRegistration = KEEP_REGISTRATION
    }, "choose-registration", paths::my_held()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::FieldError;

    fn keys(answers: &Answers) -> Vec<String> {
        Withdraw::check(answers, &Facts::default()).iter().map(FieldError::words_id).collect()
    }

    #[test]
    fn eh_56_another_reason_needs_words() {
        assert_eq!(keys(&Answers::default()), ["withdrawal_reason.missing"]);
        assert_eq!(keys(&Answers::default().with("withdrawal_reason", "boredom")), ["withdrawal_reason.malformed"]);
        let other = Answers::default().with("withdrawal_reason", "other");
        assert_eq!(keys(&other.clone().with("withdrawal_text", " ")), ["withdrawal_text.missing"]);
        let long = other.clone().with("withdrawal_text", "x".repeat(501));
        assert_eq!(keys(&long), ["any-too-long"]);
        let form = Withdraw::parse(&other.with("withdrawal_text", "I moved"), &Facts::default()).expect("a reason");
        assert_eq!(
            (form.reason.code().as_str(), form.reason.text().map(WithdrawalText::as_str)),
            ("other", Some("I moved"))
        );
        let offered = Answers::default().with("withdrawal_reason", "leave_registry").with("withdrawal_text", "ignored");
        let form = Withdraw::parse(&offered, &Facts::default()).expect("a reason");
        assert_eq!((form.reason.text(), form.link), (None, None));
        let by_link = offered.clone().with("link_subject", "1").with("link_seal", "x");
        assert_eq!(Withdraw::kept(&by_link), offered, "the link is the page's own");
    }
}
