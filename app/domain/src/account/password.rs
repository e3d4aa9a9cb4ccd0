//! Passwords, as they are typed. No log and no page shows one.

use crate::form::{Answer, Problem};

/// The fewest characters of a password that is set.
pub const MIN_PASSWORD_CHARS: usize = 12;
/// The most characters of one.
const MAX_PASSWORD_CHARS: usize = 200;

/// A password that somebody typed to prove who they are.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(..)")
    }
}

impl Password {
    /// The password as it was typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Answer for Password {
    const MAX_CHARS: usize = MAX_PASSWORD_CHARS;
    const PROBLEMS: &'static [&'static str] = &["wrong"];

    fn read(text: &str) -> Result<Self, Problem> {
        Ok(Self(text.to_owned()))
    }
}

/// A password that somebody wants from now on: long enough. Whether it is easily guessed is judged by the server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPassword(Password);

impl NewPassword {
    /// The password as it was typed.
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl Answer for NewPassword {
    const MAX_CHARS: usize = MAX_PASSWORD_CHARS;
    const PROBLEMS: &'static [&'static str] = &["too-short", "too-common"];

    fn read(text: &str) -> Result<Self, Problem> {
        if text.chars().count() < MIN_PASSWORD_CHARS {
            return Err(Problem::new("too-short").arg("min", MIN_PASSWORD_CHARS));
        }
        Password::read(text).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_enough_by_characters_and_shown_to_nobody() {
        assert!(NewPassword::read("éééééééééééé").is_ok(), "twelve of two bytes");
        assert_eq!(NewPassword::read("ééééééééééé"), Err(Problem::new("too-short").arg("min", 12)));
        let shown = format!("{:?}", NewPassword::read("correct horse battery"));
        assert!(!shown.contains("horse"), "{shown}");
    }
}
