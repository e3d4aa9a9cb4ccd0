//! Asking for more than the limit.

use crate::{
    basket::{EDITION, PAGE, Quantity},
    catalogue::code::ProductCode,
    checkout::FULL_NAME,
    form::{Answer, Answers, DateField, Declared, Facts, Field, FieldErrors, Form, Kind, Problem, Reader},
    paths::{self, AskedFrom, Path},
    text::{EmailAddress, FullName},
    time::Day,
};

text! {
    /// Why somebody needs more copies, 10 to 1,000 characters.
    Reason
}

impl Answer for Reason {
    const MAX_CHARS: usize = 1_000;
    const MANY_LINES: bool = true;
    const PROBLEMS: &'static [&'static str] = &["too-short"];

    fn read(text: &str) -> Result<Self, Problem> {
        if text.chars().count() < 10 { Err(Problem::new("too-short")) } else { Ok(Self(text.to_owned())) }
    }
}

/// How many copies in all.
pub const ASKED_QUANTITY: Field<Quantity> = Field::new("asked_quantity").kind(Kind::Number).width(5);
/// Why.
pub const REASON: Field<Reason> = Field::new("reason").kind(Kind::TextArea).hint();
/// By when.
pub const NEEDED_BY: DateField = crate::date_field!("needed_by").optional();
/// Where the answer goes.
pub const ASKER_EMAIL: Field<EmailAddress> = Field::new("asker_email").kind(Kind::Email).autocomplete("email").hint();

/// Asks for more copies of an edition than the limit allows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskForMore {
    /// Which edition.
    pub edition: ProductCode,
    /// How many copies.
    pub quantity: Quantity,
    /// Why.
    pub reason: Reason,
    /// By when.
    pub needed_by: Option<Day>,
    /// Who asks.
    pub full_name: FullName,
    /// Where the answer goes; the grant is for whoever confirms this address when ordering.
    pub email: EmailAddress,
}

impl Form for AskForMore {
    const NAME: &'static str = "ask-for-more";
    const FIELDS: &'static [Declared] = &{
        let [needed_by, day, month, year] = NEEDED_BY.all();
        [
            EDITION.declared(),
            ASKED_QUANTITY.declared(),
            REASON.declared(),
            needed_by,
            day,
            month,
            year,
            FULL_NAME.declared(),
            ASKER_EMAIL.declared(),
            PAGE.declared(),
        ]
    };

    fn parse(answers: &Answers, facts: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (edition, quantity, reason) =
            (read.required(&EDITION), read.required(&ASKED_QUANTITY), read.required(&REASON));
        let needed_by = read.optional_date(&NEEDED_BY);
        if needed_by.is_some_and(|day| facts.today.is_some_and(|today| day < today)) {
            read.refuse(NEEDED_BY.name(), Problem::new("past"));
        }
        let (full_name, email) = (read.required(&FULL_NAME), read.required(&ASKER_EMAIL));
        read.finish(|| {
            Some(Self {
                edition: edition?,
                quantity: quantity?,
                reason: reason?,
                needed_by,
                full_name: full_name?,
                email: email?,
            })
        })
    }

    fn page(answers: &Answers) -> Path {
        let Some(code) = ProductCode::parse(answers.first(EDITION.name())) else { return paths::basket() };
        match AskedFrom::of_page(answers.first(PAGE.name())) {
            Some(from) => paths::ask_from(&from, &code, None),
            None => paths::ask_for_more(&code),
        }
    }
}

/// What was decided on a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Copies granted; none is a refusal.
    pub granted: i32,
    /// What the person is told besides.
    pub note: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers() -> Answers {
        Answers::default()
            .with("edition", "MEA-1-EN")
            .with("asked_quantity", "200")
            .with("reason", "A health fair for 200 families.")
            .with("full_name", "Ada")
            .with("asker_email", "ada@example.com")
    }

    fn keys(answers: &Answers) -> Vec<String> {
        let facts = Facts { today: Some(Day(jiff::civil::date(2026, 11, 22))), ..Facts::default() };
        AskForMore::check(answers, &facts).iter().map(crate::form::FieldError::words_id).collect()
    }

    #[test]
    fn a_day_may_be_left_out_but_not_half_given_nor_past() {
        let by = |day: &str, month: &str, year: &str| {
            answers().with("needed_by-day", day).with("needed_by-month", month).with("needed_by-year", year)
        };
        assert_eq!(keys(&answers()), [] as [&str; 0]);
        assert_eq!(keys(&by("1", "12", "2026")), [] as [&str; 0]);
        assert_eq!(keys(&by("1", "", "2026")), ["needed_by.incomplete"]);
        assert_eq!(keys(&by("31", "11", "2026")), ["needed_by.malformed"]);
        assert_eq!(keys(&by("21", "11", "2026")), ["needed_by.past"]);
    }
}
