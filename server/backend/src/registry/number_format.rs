//! What the numbers of a college look like: judged on the server only.

use domain::{
    form::{FieldErrors, MALFORMED, Reader},
    registry::{
        Draft, Journey, Register, Step,
        answers::Number,
        fields::{REGISTRATION_NUMBER, REGULATOR},
    },
    time::Day,
};
use regex::RegexBuilder;

use super::sending::composed;

/// A pattern that needs more memory than this when it is read is not used.
const LARGEST_PATTERN: usize = 1 << 20;

/// The journey of a draft, in which a number that its college refuses is wrong as well. Its texts are read as they
/// would be stored.
pub fn journey(draft: &Draft, register: &Register, today: Day) -> Journey {
    let draft = &composed(draft);
    let journey = Journey::of(draft, register, today);
    match errors(draft, register) {
        Some(errors) => journey.with_wrong(&Step::RegistrationNumber, errors),
        None => journey,
    }
}

/// What is wrong with the number that composed answers give, where it is asked for, whatever else is wrong with them.
pub(super) fn errors(draft: &Draft, register: &Register) -> Option<FieldErrors> {
    if !draft.asked(register).contains(&Step::RegistrationNumber) {
        return None;
    }
    let answers = draft.of_step(&Step::RegistrationNumber);
    let mut read = Reader::new(&answers);
    let number = Number { regulator: read.optional(&REGULATOR), number: read.optional(&REGISTRATION_NUMBER) };
    check(&number, register).err()
}

/// What is wrong with a number, where its college says what its numbers look like. A pattern that cannot be read
/// refuses nobody: the operator learns of it.
fn check(number: &Number, register: &Register) -> Result<(), FieldErrors> {
    let college = number.regulator.as_ref().and_then(|id| register.regulator(id.as_str()));
    let (Some(college), Some(text)) = (college, &number.number) else { return Ok(()) };
    let Some(pattern) = &college.number_pattern else { return Ok(()) };
    let pattern = RegexBuilder::new(&format!("^(?:{pattern})$")).size_limit(LARGEST_PATTERN).build();
    match pattern {
        Ok(pattern) if pattern.is_match(text.as_str()) => Ok(()),
        Ok(_) => {
            let example = college.number_example.as_deref().unwrap_or_default();
            let problem = MALFORMED.arg("college", &college.name).arg("example", example);
            Err(FieldErrors::of(REGISTRATION_NUMBER.name(), problem))
        }
        Err(error) => {
            tracing::error!(college = %college.id, %error, "the number pattern of a college cannot be read");
            Ok(())
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::{
        form::Answer,
        registry::{
            register::Regulator,
            texts::{RegistrationNumber, RegulatorId},
        },
    };

    use super::*;

    fn is_taken(pattern: Option<&str>, number: &str) -> bool {
        let id = RegulatorId::read("Nurses").expect("an id");
        let college = Regulator {
            id: id.clone(),
            name: "College of Nurses".to_owned(),
            number_pattern: pattern.map(str::to_owned),
            number_example: Some("RN123456".to_owned()),
        };
        let register = Register { regulators: vec![college], ..Register::default() };
        let number = Number { regulator: Some(id), number: RegistrationNumber::read(number).ok() };
        check(&number, &register).is_ok()
    }

    #[test]
    fn eh_19_a_number_is_held_against_the_whole_pattern_of_its_college() {
        assert!(is_taken(Some("RN[0-9]{6}|[0-9]{5}"), "RN123456"));
        assert!(is_taken(Some("RN[0-9]{6}|[0-9]{5}"), "12345"));
        assert!(!is_taken(Some("RN[0-9]{6}|[0-9]{5}"), "RN1234567"));
        assert!(!is_taken(Some("RN[0-9]{6}|[0-9]{5}"), "x12345"));
        assert!(is_taken(None, "anything"));
        assert!(is_taken(Some("(unreadable"), "anything"), "the operator's fault is nobody else's");
    }
}
