//! What staff prove who they are by, besides a password, and where they go on.

use crate::{
    form::{Answer, Field, Kind, MALFORMED, Problem, with_western_digits},
    paths::{self, Path},
};

/// Minutes for which the second step of signing in is waited for.
pub const STEP_MINUTES: i64 = 15;
/// Minutes after which an authenticator that is being set up is begun anew.
pub const AUTHENTICATOR_MINUTES: i64 = 15;
/// Wrong codes after which signing in begins anew.
pub const CODE_TRIES: i16 = 5;
/// Minutes for which somebody who proved who they are may give roles and the like.
pub const CONFIRMED_MINUTES: i64 = 10;
/// How many recovery codes there are at first.
pub const RECOVERY_CODES: usize = 10;
/// Characters of a recovery code.
pub const RECOVERY_CHARS: usize = 10;
/// Minutes for which new recovery codes may be shown: once, in the session that made them.
pub const RECOVERY_SHOWN_MINUTES: i64 = 10;
/// Digits of the code of an authenticator.
pub const AUTHENTICATOR_DIGITS: usize = 6;
/// What recovery codes are written in: Crockford's base 32.
const RECOVERY_SIGNS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A code of an authenticator, or a recovery code.
pub const STAFF_CODE: Field<StaffCode> =
    Field::new("staff_code").kind(Kind::OneTimeCode).autocomplete("one-time-code").width(10).hint();
/// Where somebody was going who signs in or proves who they are.
pub const STAFF_NEXT: Field<Next> = Field::new("staff_next").kind(Kind::Hidden).optional();
/// What somebody calls a passkey.
pub const PASSKEY_NAME: Field<PasskeyName> = Field::new("passkey_name").hint();

/// A code that somebody types in the place of the second step. No log and no page shows one.
#[derive(Clone, PartialEq, Eq)]
pub enum StaffCode {
    /// Six digits, as an authenticator shows them.
    Authenticator(String),
    /// A recovery code, in upper case and without what parts it.
    Recovery(String),
}

impl std::fmt::Debug for StaffCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("StaffCode(..)")
    }
}

impl Answer for StaffCode {
    const MAX_CHARS: usize = 40;
    const PROBLEMS: &'static [&'static str] = &["malformed", "wrong"];

    fn read(text: &str) -> Result<Self, Problem> {
        let signs: String = with_western_digits(text)
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2013}'))
            .collect();
        if signs.len() == AUTHENTICATOR_DIGITS && signs.bytes().all(|b| b.is_ascii_digit()) {
            return Ok(Self::Authenticator(signs));
        }
        let signs: String = signs.chars().map(recovery_sign).collect();
        let is_recovery = signs.len() == RECOVERY_CHARS && signs.chars().all(|c| RECOVERY_SIGNS.contains(c));
        if is_recovery { Ok(Self::Recovery(signs)) } else { Err(MALFORMED) }
    }
}

/// A sign of a recovery code as it was meant: whoever reads it aloud says O for 0, and I or L for 1.
fn recovery_sign(typed: char) -> char {
    match typed.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        sign => sign,
    }
}

text! {
    /// What somebody calls a passkey: one line of at most 60 characters.
    PasskeyName
}

impl Answer for PasskeyName {
    const MAX_CHARS: usize = 60;
    const PROBLEMS: &'static [&'static str] = &[];

    fn read(text: &str) -> Result<Self, Problem> {
        Ok(Self(text.to_owned()))
    }
}

/// What a browser says of a passkey, as JSON (`PublicKeyCredential.toJSON()`).
#[derive(Clone, PartialEq, Eq)]
pub struct PasskeyAnswer(String);

impl std::fmt::Debug for PasskeyAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PasskeyAnswer(..)")
    }
}

impl PasskeyAnswer {
    /// The JSON.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Answer for PasskeyAnswer {
    const MAX_CHARS: usize = 20_000;

    fn read(text: &str) -> Result<Self, Problem> {
        if text.starts_with('{') && text.ends_with('}') { Ok(Self(text.to_owned())) } else { Err(MALFORMED) }
    }
}

text! {
    /// A page to which signing in as staff leads on, path and query, of at most 200 characters: one of staff, or one on which
    /// the owner of an account changes it.
    Next
}

impl Next {
    /// Such a page, if the text is one.
    pub fn parse(text: &str) -> Option<Self> {
        Self::read(text).ok()
    }

    /// The page to go on to; without one that where staff begin.
    pub fn page(next: Option<&Self>) -> Path {
        next.map_or_else(paths::staff, paths::staff_next)
    }
}

/// Whether it is a page on which whoever has a role proves as staff who they are, before they change their account.
fn is_of_owner(text: &str) -> bool {
    [paths::account_close(), paths::account_email(), paths::account_password()].iter().any(|page| page.as_str() == text)
}

impl Answer for Next {
    const MAX_CHARS: usize = 200;

    fn read(text: &str) -> Result<Self, Problem> {
        let is_plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-/?=&".contains(&b));
        let below = text.strip_prefix("/staff");
        let is_of_staff = below.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
        let is_next =
            is_plain && (is_of_staff || is_of_owner(text)) && !text.contains("//") && text.len() <= Self::MAX_CHARS;
        if is_next { Ok(Self(text.to_owned())) } else { Err(MALFORMED) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_is_of_an_authenticator_or_for_recovery() {
        let authenticator = StaffCode::Authenticator("123456".to_owned());
        for typed in ["123456", "123 456", "١٢٣٤٥٦", "12-34-56"] {
            assert_eq!(StaffCode::read(typed), Ok(authenticator.clone()), "{typed}");
        }
        let recovery = StaffCode::Recovery("0123456ABC".to_owned());
        for typed in ["0123456ABC", "o1234-56abc", "OI234 56abc", "0l234–56ABC"] {
            assert_eq!(StaffCode::read(typed), Ok(recovery.clone()), "{typed}");
        }
        for bad in ["12345", "1234567", "0123456AB", "0123456ABU", "0123456ABCD", "éééééééééé", "12345é"] {
            assert_eq!(StaffCode::read(bad), Err(MALFORMED), "{bad}");
        }
        assert!(!format!("{authenticator:?}{recovery:?}").contains('1'), "nobody reads one");
    }

    #[test]
    fn signing_in_leads_to_pages_of_staff_only() {
        for good in [
            "/staff",
            "/staff/people",
            "/staff/people?state=pending&page=2",
            "/account/close",
            "/account/email",
            "/account/password",
        ] {
            assert_eq!(Next::page(Next::parse(good).as_ref()).as_str(), good);
        }
        assert_eq!(Next::page(None), paths::staff());
        for bad in [
            "",
            "/",
            "/staffing",
            "/account",
            "/account/email/abc",
            "/account/close?next=",
            "//staff",
            "/staff//evil.example",
            "https://evil.example/staff",
            "/staff/..",
            "/staff\\evil",
            "/staff?next=%2f",
            "/staff/people?text=Ada",
            "/staff\r\nSet-Cookie",
        ] {
            assert_eq!(Next::parse(bad), None, "{bad}");
        }
        assert_eq!(Next::parse(&format!("/staff/{}", "x".repeat(200))), None);
    }

    proptest! {
        #[test]
        fn no_text_leads_away(text in "/staff.{0,40}") {
            if let Some(next) = Next::parse(&text) {
                prop_assert!(paths::stays_here(next.as_str()));
                prop_assert!(!next.as_str().contains("//") && !next.as_str().contains('.'));
            }
        }

        #[test]
        fn no_code_panics(text in any::<String>()) {
            let _ = StaffCode::read(&text);
        }
    }
}
