//! What people tell us: a message to the support desk, and what they think of the service.

use crate::{
    checkout::IdempotencyKey,
    form::{Answer, Answers, Declared, Facts, Field, FieldErrors, Form, Kind, MALFORMED, Problem, Reader},
    paths::{self, Path},
    text::{EmailAddress, FullName, Line, Paragraphs},
};

/// The key of the page: what is sent twice with it is kept once. A page of before it was asked for has none.
pub const FORM_KEY: Field<IdempotencyKey> = Field::new("form_key").kind(Kind::Hidden).optional();

/// What it is about.
pub const SUPPORT_SUMMARY: Field<Line<100>> = Field::new("support_summary").hint();
/// What there is to say.
pub const SUPPORT_MESSAGE: Field<Paragraphs<500>> = Field::new("support_message").kind(Kind::TextArea).hint();
/// Who writes.
pub const CONTACT_NAME: Field<FullName> = Field::new("contact_name").autocomplete("name");
/// Where the answer goes.
pub const CONTACT_EMAIL: Field<EmailAddress> =
    Field::new("contact_email").kind(Kind::Email).autocomplete("email").hint();

/// A message to the support desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContactUs {
    /// What it is about.
    pub summary: Line<100>,
    /// What there is to say.
    pub message: Paragraphs<500>,
    /// Who writes.
    pub name: FullName,
    /// Where the answer goes.
    pub email: EmailAddress,
    /// The key of the page.
    pub key: Option<IdempotencyKey>,
}

impl Form for ContactUs {
    const NAME: &'static str = "contact-us";
    const FIELDS: &'static [Declared] = &[
        SUPPORT_SUMMARY.declared(),
        SUPPORT_MESSAGE.declared(),
        CONTACT_NAME.declared(),
        CONTACT_EMAIL.declared(),
        FORM_KEY.declared(),
    ];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (summary, message) = (read.required(&SUPPORT_SUMMARY), read.required(&SUPPORT_MESSAGE));
        let (name, email) = (read.required(&CONTACT_NAME), read.required(&CONTACT_EMAIL));
        let key = read.optional(&FORM_KEY);
        read.finish(|| Some(Self { summary: summary?, message: message?, name: name?, email: email?, key }))
    }

    fn page(_: &Answers) -> Path {
        paths::contact_us()
    }
}

choice! {
    /// How somebody found the service.
    Satisfaction {
        /// Five of five.
        VerySatisfied = "very_satisfied",
        /// Four of five.
        Satisfied = "satisfied",
        /// Three of five.
        Neutral = "neutral",
        /// Two of five.
        Dissatisfied = "dissatisfied",
        /// One of five.
        VeryDissatisfied = "very_dissatisfied",
    }
}

impl Answer for Satisfaction {
    const MAX_CHARS: usize = 40;
    const OPTIONS: &'static [&'static str] =
        &["very_satisfied", "satisfied", "neutral", "dissatisfied", "very_dissatisfied"];

    fn read(text: &str) -> Result<Self, Problem> {
        Self::from_code(text).ok_or(MALFORMED)
    }
}

/// How it was.
pub const HOW_SATISFIED: Field<Satisfaction> = Field::new("how_satisfied").kind(Kind::Radios).optional();
/// Whether others should know of it.
pub const WOULD_RECOMMEND: Field<Line<50>> = Field::new("would_recommend").optional();
/// How they came to know of it.
pub const WHERE_DID_YOU_HEAR: Field<Line<255>> = Field::new("where_did_you_hear").optional();
/// What they wanted.
pub const WHY_DID_YOU_COME: Field<Line<255>> = Field::new("why_did_you_come").optional();
/// Whether they got it.
pub const DID_YOU_GET_IT: Field<Line<100>> = Field::new("did_you_get_what_you_wanted").optional();
/// What should be better.
pub const IMPROVE: Field<Paragraphs<2_000>> = Field::new("improve_our_service").kind(Kind::TextArea).optional().hint();

/// What somebody thinks of the service: any of six answers, nobody's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GiveFeedback {
    /// How it was.
    pub how_satisfied: Option<Satisfaction>,
    /// Whether others should know of it.
    pub would_recommend: Option<Line<50>>,
    /// How they came to know of it.
    pub where_did_you_hear: Option<Line<255>>,
    /// What they wanted.
    pub why_did_you_come: Option<Line<255>>,
    /// Whether they got it.
    pub did_you_get_it: Option<Line<100>>,
    /// What should be better.
    pub improve: Option<Paragraphs<2_000>>,
    /// The key of the page.
    pub key: Option<IdempotencyKey>,
}

impl Form for GiveFeedback {
    const NAME: &'static str = "feedback";
    const FIELDS: &'static [Declared] = &[
        HOW_SATISFIED.declared(),
        WOULD_RECOMMEND.declared(),
        WHERE_DID_YOU_HEAR.declared(),
        WHY_DID_YOU_COME.declared(),
        DID_YOU_GET_IT.declared(),
        IMPROVE.declared(),
        FORM_KEY.declared(),
    ];
    const WORDS: &'static [&'static str] = &["any-feedback-empty"];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let given = Self {
            how_satisfied: read.optional(&HOW_SATISFIED),
            would_recommend: read.optional(&WOULD_RECOMMEND),
            where_did_you_hear: read.optional(&WHERE_DID_YOU_HEAR),
            why_did_you_come: read.optional(&WHY_DID_YOU_COME),
            did_you_get_it: read.optional(&DID_YOU_GET_IT),
            improve: read.optional(&IMPROVE),
            key: read.optional(&FORM_KEY),
        };
        let mut asked = Self::FIELDS.iter().filter(|field| field.kind != Kind::Hidden);
        if asked.all(|field| answers.first(field.name).trim().is_empty()) {
            read.refuse(HOW_SATISFIED.name(), Problem::new("any-feedback-empty"));
        }
        read.finish(|| Some(given))
    }

    fn page(_: &Answers) -> Path {
        paths::feedback()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answers_to_choose_from_are_the_list() {
        let codes: Vec<&str> = Satisfaction::ALL.iter().map(Satisfaction::as_str).collect();
        assert_eq!(Satisfaction::OPTIONS, codes);
    }

    #[test]
    fn any_one_answer_is_enough_and_none_is_not() {
        let keys = |answers: &Answers| -> Vec<String> {
            GiveFeedback::check(answers, &Facts::default()).iter().map(crate::form::FieldError::words_id).collect()
        };
        assert_eq!(keys(&Answers::default().with("would_recommend", " ")), ["any-feedback-empty"]);
        assert_eq!(keys(&Answers::default().with("form_key", "0123456789abcdef")), ["any-feedback-empty"]);
        assert_eq!(keys(&Answers::default().with("would_recommend", "Yes")), [] as [&str; 0]);
        assert_eq!(keys(&Answers::default().with("how_satisfied", "5")), ["how_satisfied.malformed"]);
        assert_eq!(keys(&Answers::default().with("would_recommend", "x".repeat(51))), ["any-too-long"]);
    }
    /// What is wrong with an answer of so many characters, among right answers to the rest.
    fn wrong<F: Form>(right: &Answers, name: &'static str, chars: usize) -> Vec<String> {
        let mut answers = Answers::default().with(name, "x".repeat(chars));
        for field in F::FIELDS.iter().filter(|field| field.name != name) {
            answers.push(field.name.to_owned(), right.first(field.name).to_owned());
        }
        F::check(&answers, &Facts::default()).iter().map(crate::form::FieldError::words_id).collect()
    }

    #[test]
    fn each_answer_has_its_limit() {
        let right = Answers::default()
            .with("support_summary", "A question")
            .with("support_message", "Where is it?")
            .with("contact_name", "Ada")
            .with("contact_email", "ada@example.com");
        for (name, most) in [("support_summary", 100), ("support_message", 500)] {
            assert_eq!(wrong::<ContactUs>(&right, name, most), [] as [&str; 0], "{name}");
            assert_eq!(wrong::<ContactUs>(&right, name, most + 1), ["any-too-long"], "{name}");
            assert_eq!(wrong::<ContactUs>(&right, name, 0), [format!("{name}.missing")]);
        }
        let none = Answers::default();
        for (name, most) in [
            ("would_recommend", 50),
            ("where_did_you_hear", 255),
            ("why_did_you_come", 255),
            ("did_you_get_what_you_wanted", 100),
            ("improve_our_service", 2_000),
        ] {
            assert_eq!(wrong::<GiveFeedback>(&none, name, most), [] as [&str; 0], "{name}");
            assert_eq!(wrong::<GiveFeedback>(&none, name, most + 1), ["any-too-long"], "{name}");
        }
    }
}
