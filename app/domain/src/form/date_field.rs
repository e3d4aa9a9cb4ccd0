//! Questions for days.

use super::{Declared, Kind};

/// A question for a day: three inputs, one answer.
#[derive(Debug)]
pub struct DateField {
    declared: Declared,
    /// Names of the inputs for day, month and year.
    pub parts: [&'static str; 3],
}

/// Declares a [`DateField`] and gives it the names of its parts.
#[macro_export]
macro_rules! date_field {
    ($name:literal) => {
        $crate::form::DateField::new($name, [concat!($name, "-day"), concat!($name, "-month"), concat!($name, "-year")])
    };
}

impl DateField {
    /// A required question with a hint: an example day.
    pub const fn new(name: &'static str, parts: [&'static str; 3]) -> Self {
        let declared = Declared {
            name,
            kind: Kind::Date,
            autocomplete: "",
            width: 0,
            has_hint: true,
            is_optional: false,
            options: &[],
            problems: &["malformed", "incomplete", "year", "past"],
            max_chars: 20,
        };
        Self { declared, parts }
    }

    /// May be left out.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.declared.is_optional = true;
        self
    }

    /// What may be wrong with it, where that is not what may be wrong with most days.
    #[must_use]
    pub const fn problems(mut self, problems: &'static [&'static str]) -> Self {
        self.declared.problems = problems;
        self
    }

    /// The question as a whole.
    pub const fn declared(&self) -> Declared {
        self.declared
    }

    /// The question and its inputs, for the list of a form's questions.
    pub const fn all(&self) -> [Declared; 4] {
        [self.declared, self.part(0), self.part(1), self.part(2)]
    }

    const fn part(&self, at: usize) -> Declared {
        Declared {
            name: self.parts[at],
            kind: Kind::DatePart,
            autocomplete: "",
            width: 0,
            has_hint: false,
            is_optional: true,
            options: &[],
            problems: &[],
            max_chars: 20,
        }
    }

    /// The id of its words.
    pub const fn name(&self) -> &'static str {
        self.declared.name
    }
}
