//! Texts that people give us, checked when they come in.

mod email_address;

pub use email_address::EmailAddress;

use crate::form::{Answer, MALFORMED, Problem, with_western_digits};

text! {
    /// A person's whole name, in any script, at most 100 characters.
    FullName
}

impl Answer for FullName {
    const MAX_CHARS: usize = 100;
    const PROBLEMS: &'static [&'static str] = &[];

    fn read(text: &str) -> Result<Self, Problem> {
        Ok(Self(text.to_owned()))
    }
}

text! {
    /// A telephone number as it was typed, with at least seven digits, all of them western.
    TelephoneNumber
}

impl Answer for TelephoneNumber {
    const MAX_CHARS: usize = 40;

    fn read(text: &str) -> Result<Self, Problem> {
        let text = with_western_digits(text);
        let digits = text.chars().filter(char::is_ascii_digit).count();
        let allowed = text.chars().all(|c| c.is_ascii_digit() || c.is_ascii_whitespace() || "+()-./x#".contains(c));
        if allowed && (7..=18).contains(&digits) { Ok(Self(text)) } else { Err(MALFORMED) }
    }
}

/// Declares a text of at most `MAX` characters that is kept as it was typed.
macro_rules! typed {
    ($(#[$meta:meta])* $name:ident, $many_lines:literal) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name<const MAX: usize>(String);

        impl<const MAX: usize> $name<MAX> {
            /// The text as it is stored and shown.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<const MAX: usize> Answer for $name<MAX> {
            const MAX_CHARS: usize = MAX;
            const MANY_LINES: bool = $many_lines;
            const PROBLEMS: &'static [&'static str] = &[];

            fn read(text: &str) -> Result<Self, Problem> {
                Ok(Self(text.to_owned()))
            }
        }
    };
}

typed!(
    /// One line, about whatever its question asks.
    Line,
    false
);
typed!(
    /// Any number of lines.
    Paragraphs,
    true
);

text! {
    /// The last part of a publication's address: lower-case letters, digits and hyphens, at most 120.
    Slug
}

impl Slug {
    const MAX_CHARS: usize = 120;

    /// A slug exactly as written, or nothing.
    pub fn parse(text: &str) -> Option<Self> {
        let allowed = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        (allowed && !text.is_empty() && text.len() <= Self::MAX_CHARS).then(|| Self(text.to_owned()))
    }
}

text! {
    /// A six-digit code sent by e-mail.
    OneTimeCode
}

impl Answer for OneTimeCode {
    const MAX_CHARS: usize = 20;

    fn read(text: &str) -> Result<Self, Problem> {
        let digits: String = with_western_digits(text).chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
        if digits.len() == 6 && digits.chars().all(|c| c.is_ascii_digit()) { Ok(Self(digits)) } else { Err(MALFORMED) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_may_be_typed_with_blanks() {
        assert_eq!(OneTimeCode::read("123 456").map(|code| code.to_string()), Ok("123456".to_owned()));
        assert!(OneTimeCode::read("12345").is_err());
    }
}
