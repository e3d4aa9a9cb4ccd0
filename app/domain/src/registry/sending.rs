//! The forms of the last page: sending the registration, the code that stands for the automatic check, and the link
//! that confirms the address.

use super::{
    forms::{SHOWN_VERSION, ShownVersion},
    human_check::Solution,
};
use crate::{
    form::{Answers, Declared, Facts, Field, FieldErrors, Form, Kind, Reader},
    one_time_code::CODE,
    paths::{self, Path},
    text::OneTimeCode,
};

choice! {
    /// What somebody agrees to besides, each for itself. Refusing one changes nothing else.
    Consent {
        /// News and exercises by e-mail.
        Campaigns = "campaigns",
        /// Call-outs by text message.
        Sms = "sms",
        /// A check with their college.
        RegulatorCheck = "regulator_check",
        /// Publications for clinicians only.
        Publications = "publications",
    }
}
choice! {
    /// The one answer that certifies.
    Certified {
        /// "I am the person named, and my answers are true and complete".
        Yes = "yes",
    }
}
answers_by_code!(Consent, Certified);

/// Whether they are the person named and their answers are true. Never filled in.
pub const CERTIFICATION: Field<Certified> = Field::new("certification").kind(Kind::Checkboxes);
/// What they agree to besides.
pub const CONSENTS: Field<Consent> = Field::new("consents").kind(Kind::Checkboxes).optional();
/// The answer to the automatic check; a script fills it in.
pub const HUMAN_CHECK: Field<Solution> = Field::new("human_check").kind(Kind::Hidden).optional();

/// Sends a registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendRegistration {
    /// The version of the draft that was certified.
    pub version: ShownVersion,
    /// That it was.
    pub certification: Certified,
    /// What was agreed to; everything else was refused.
    pub consents: Vec<Consent>,
    /// The answer to the automatic check; not needed by whoever proved an e-mail address.
    pub human_check: Option<Solution>,
}

impl Form for SendRegistration {
    const NAME: &'static str = "register-send";
    const FIELDS: &'static [Declared] =
        &[SHOWN_VERSION.declared(), CERTIFICATION.declared(), CONSENTS.declared(), HUMAN_CHECK.declared()];
    const WORDS: &'static [&'static str] =
        &["any-human-check-missing", "any-human-check-wrong", "any-human-check-expired"];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let version = read.required(&SHOWN_VERSION);
        let certification = read.required(&CERTIFICATION);
        let consents = read.several(&CONSENTS);
        let human_check = read.optional(&HUMAN_CHECK);
        read.finish(|| {
            Some(Self { version: version?, certification: certification?, consents: consents?, human_check })
        })
    }

    fn page(_: &Answers) -> Path {
        paths::register_check()
    }

    /// Certifying and the automatic check are done anew each time.
    fn kept(answers: &Answers) -> Answers {
        answers.only(&[CONSENTS.declared()])
    }
}

button! {
    /// Asks for a code by e-mail instead of the automatic check.
    SendHumanCode, "register-send-code", paths::register_human_code()
}

asks_one! {
    /// Proves the e-mail address instead of the automatic check.
    ConfirmHumanCode {
        /// The code as mailed.
        code: OneTimeCode = CODE
    }, "register-human-code", paths::register_human_code()
}

by_link! {
    /// Confirms that an e-mail address is its registrant's, by the link in a message to them.
    ConfirmAddress, "register-confirm-address", paths::register()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::FieldError;

    fn keys(answers: &Answers) -> Vec<String> {
        SendRegistration::check(answers, &Facts::default()).iter().map(FieldError::words_id).collect()
    }

    #[test]
    fn eh_36_nothing_is_sent_without_certification() {
        let answers = Answers::default().with("shown_version", "3").with("consents", "sms");
        assert_eq!(keys(&answers), ["certification.missing"]);
        assert_eq!(keys(&answers.clone().with("certification", "no")), ["certification.malformed"]);
        let certified = answers.with("certification", "yes");
        let form = SendRegistration::parse(&certified, &Facts::default()).expect("certified");
        assert_eq!((form.consents, form.human_check), (vec![Consent::Sms], None));
        assert_eq!(SendRegistration::kept(&certified), Answers::default().with("consents", "sms"), "never prefilled");
    }

    #[test]
    fn rp_42_consents_are_optional_and_of_a_closed_list() {
        let answers = Answers::default().with("shown_version", "3").with("certification", "yes");
        assert_eq!(keys(&answers), [] as [&str; 0]);
        assert_eq!(keys(&answers.with("consents", "everything")), ["consents.malformed"]);
    }
}
