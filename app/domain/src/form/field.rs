//! Questions, declared once.

use std::marker::PhantomData;

use super::Problem;

/// A type that a single answer can become.
pub trait Answer: Sized {
    /// The most characters an answer may have.
    const MAX_CHARS: usize;
    /// Whether line breaks belong into the answer.
    const MANY_LINES: bool = false;
    /// Where there are few answers to choose from: all of them, as they stand in the form.
    const OPTIONS: &'static [&'static str] = &[];
    /// The problems [`Answer::read`] may report, besides those every question has.
    const PROBLEMS: &'static [&'static str] = &["malformed"];

    /// Reads an answer that is trimmed, not empty, short enough and without control characters.
    fn read(text: &str) -> Result<Self, Problem>;
}

/// The most answers to a question whose list is on offer now.
const MOST_OFFERED: usize = 200;

/// What kind of input a question is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One line of text.
    Text,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// A whole number, as text with a numeric keyboard.
    Number,
    /// A short code of digits that is typed once.
    OneTimeCode,
    /// A password, which nobody sees.
    Password,
    /// Several lines of text.
    TextArea,
    /// One of a few answers, all of them visible.
    Radios,
    /// One of a list that is on offer now (see [`super::Facts::lists`]), or of a few answers that do not all stand on
    /// the page.
    Select,
    /// Any of a few answers, all of them visible; the name repeats, once for each that is chosen.
    Checkboxes,
    /// A day, in three inputs.
    Date,
    /// One of those inputs, which is drawn with its day.
    DatePart,
    /// Not shown; it travels with the form.
    Hidden,
}

/// A question, declared once: it draws the input, names the words and reads the answer.
#[derive(Debug)]
pub struct Field<T> {
    declared: Declared,
    answer: PhantomData<fn() -> T>,
}

/// What a page knows about a question without knowing its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    /// The name in the form, and the id of its words.
    pub name: &'static str,
    /// How it is drawn.
    pub kind: Kind,
    /// The `autocomplete` token of HTML, or nothing.
    pub autocomplete: &'static str,
    /// Characters that should be visible, or 0 for the whole width.
    pub width: u8,
    /// Whether a hint stands under the label.
    pub has_hint: bool,
    /// Whether it may be left out; the label then says so.
    pub is_optional: bool,
    /// The answers to choose from, where there are few.
    pub options: &'static [&'static str],
    /// The problems its type may report.
    pub problems: &'static [&'static str],
    /// The most characters it takes.
    pub max_chars: usize,
}

impl Declared {
    /// How many answers it takes at once.
    pub const fn most_answers(&self) -> usize {
        match (self.kind, self.options.len()) {
            (Kind::Checkboxes, 0) => MOST_OFFERED,
            (Kind::Checkboxes, options) => options,
            _ => 1,
        }
    }

    /// Whether no page may show its answer again.
    pub const fn is_secret(&self) -> bool {
        matches!(self.kind, Kind::OneTimeCode | Kind::Password)
    }

    /// Ids of all words this question may need.
    pub fn words_ids(&self) -> Vec<String> {
        if matches!(self.kind, Kind::Hidden | Kind::DatePart) {
            return Vec::new();
        }
        let mut ids = vec![self.name.to_owned()];
        let drawn: &[&str] = match self.kind {
            Kind::Date => &[
                "form-day",
                "form-month",
                "form-year",
                "form-parts-day",
                "form-parts-month",
                "form-parts-year",
                "form-parts-day-month",
                "form-parts-day-year",
                "form-parts-month-year",
            ],
            Kind::Select => &["form-choose"],
            _ => &[],
        };
        ids.extend(drawn.iter().map(|id| (*id).to_owned()));
        if self.is_optional {
            ids.push("form-optional".to_owned());
        }
        if self.has_hint {
            ids.push(format!("{}.hint", self.name));
        }
        if !self.is_optional {
            ids.push(format!("{}.missing", self.name));
        }
        ids.extend(self.options.iter().map(|option| format!("{}.{option}", self.name)));
        ids.extend(self.problems.iter().map(|problem| format!("{}.{problem}", self.name)));
        ids
    }
}

impl<T: Answer> Field<T> {
    /// A required question, drawn as one line of text.
    pub const fn new(name: &'static str) -> Self {
        Self {
            declared: Declared {
                name,
                kind: Kind::Text,
                autocomplete: "",
                width: 0,
                has_hint: false,
                is_optional: false,
                options: T::OPTIONS,
                problems: T::PROBLEMS,
                max_chars: T::MAX_CHARS,
            },
            answer: PhantomData,
        }
    }

    /// Draws it as this kind of input.
    #[must_use]
    pub const fn kind(mut self, kind: Kind) -> Self {
        self.declared.kind = kind;
        self
    }

    /// Lets browsers fill it in.
    #[must_use]
    pub const fn autocomplete(mut self, token: &'static str) -> Self {
        self.declared.autocomplete = token;
        self
    }

    /// Shows about this many characters.
    #[must_use]
    pub const fn width(mut self, chars: u8) -> Self {
        self.declared.width = chars;
        self
    }

    /// Has a hint under its label.
    #[must_use]
    pub const fn hint(mut self) -> Self {
        self.declared.has_hint = true;
        self
    }

    /// May be left out.
    #[must_use]
    pub const fn optional(mut self) -> Self {
        self.declared.is_optional = true;
        self
    }

    /// The question without its type.
    pub const fn declared(&self) -> Declared {
        self.declared
    }

    /// Its name in the form.
    pub const fn name(&self) -> &'static str {
        self.declared.name
    }
}
