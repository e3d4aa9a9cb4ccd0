//! Texts of the registry, checked when they come in.

use crate::form::{Answer, MALFORMED, Problem, with_western_digits};

/// Declares a text of at most so many characters that is kept as it was typed.
macro_rules! as_typed {
    ($($(#[$meta:meta])* $name:ident = $max:literal),+ $(,)?) => {$(
        text! {
            $(#[$meta])*
            $name
        }

        impl Answer for $name {
            const MAX_CHARS: usize = $max;
            const PROBLEMS: &'static [&'static str] = &[];

            fn read(text: &str) -> Result<Self, Problem> {
                Ok(Self(text.to_owned()))
            }
        }
    )+};
}

as_typed! {
    /// A first or a last name, in any script, at most 255 characters.
    GivenName = 255,
    /// The title of a job that is not clinical, at most 40 characters.
    JobTitle = 40,
    /// What follows a telephone number within a house, at most 255 characters.
    Extension = 255,
}

/// Declares the id of a row of a reference list: letters and digits that never change.
macro_rules! row_id {
    ($($(#[$meta:meta])* $name:ident),+ $(,)?) => {$(
        text! {
            $(#[$meta])*
            $name
        }

        impl Answer for $name {
            const MAX_CHARS: usize = 64;

            fn read(text: &str) -> Result<Self, Problem> {
                let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
                if plain { Ok(Self(text.to_owned())) } else { Err(MALFORMED) }
            }
        }
    )+};
}

row_id! {
    /// A profession.
    StreamId,
    /// A specialty of a profession.
    SpecialtyId,
    /// An area of a specialty.
    SubspecialtyId,
    /// A region of the province.
    RegionId,
    /// A service delivery area of a region.
    AreaId,
    /// A local health area (LHA), as the province numbers and names them: a place where somebody would go.
    PlaceId,
    /// A college that registers a profession.
    RegulatorId,
    /// An organisation whose staff find and deploy people.
    AuthorityKey,
}

text! {
    /// A number that a college gave somebody, as it was typed but with western digits, at most 64 characters. Stored
    /// sealed; what it has to look like says its college
    /// ([`Regulator::number_pattern`](super::register::Regulator::number_pattern)), and only the server asks.
    RegistrationNumber
}

impl Answer for RegistrationNumber {
    const MAX_CHARS: usize = 64;

    fn read(text: &str) -> Result<Self, Problem> {
        // Trimmed once the marks of direction are gone, which may have stood around the blanks.
        let text = with_western_digits(text).trim().to_owned();
        if text.is_empty() { Err(Problem::new("any-unprintable")) } else { Ok(Self(text)) }
    }
}

text! {
    /// A Canadian postal code as it is stored and shown: `A1A 1A1`, in whatever case and with whatever blanks and
    /// hyphens it was typed. Canada Post uses no D, F, I, O, Q and U, and no W and Z in front. Whether it gave a code
    /// out is not asked.
    PostalCode
}

/// Letters that stand first in postal codes.
const FIRST: &[u8] = b"ABCEGHJKLMNPRSTVXY";
/// Letters that stand later in them.
const LATER: &[u8] = b"ABCEGHJKLMNPRSTVWXYZ";

impl Answer for PostalCode {
    const MAX_CHARS: usize = 20;

    fn read(text: &str) -> Result<Self, Problem> {
        let text = with_western_digits(text);
        let kept = text.chars().filter(|c| !matches!(c, ' ' | '\t' | '\u{a0}' | '-'));
        let plain: String = kept.map(|c| c.to_ascii_uppercase()).collect();
        let is_code = plain.len() == 6
            && plain.bytes().enumerate().all(|(at, byte)| match at {
                0 => FIRST.contains(&byte),
                2 | 4 => LATER.contains(&byte),
                _ => byte.is_ascii_digit(),
            });
        if !is_code {
            return Err(MALFORMED);
        }
        let (area, unit) = plain.split_at(3);
        Ok(Self(format!("{area} {unit}")))
    }
}

text! {
    /// A telephone number of the North American Numbering Plan as it was typed: ten digits, all of them western, with
    /// or without the country's 1. Whether its area code is in use is not asked.
    Phone
}

impl Answer for Phone {
    const MAX_CHARS: usize = 40;

    fn read(text: &str) -> Result<Self, Problem> {
        let text = with_western_digits(text);
        if ten_digits(&text).is_some() { Ok(Self(text)) } else { Err(MALFORMED) }
    }
}

impl Phone {
    /// The number as machines dial it, by which equal ones are found: `+12505550142` (ITU-T E.164).
    pub fn e164(&self) -> String {
        format!("+1{}", ten_digits(self.as_str()).unwrap_or_default())
    }
}

/// The ten digits of a number: blanks, dashes, dots, bullets, one pair of brackets and a leading +1 or 1 before
/// ten digits do not matter. Anything else makes it no number.
fn ten_digits(text: &str) -> Option<String> {
    let unprefixed = text.trim().strip_prefix('+').unwrap_or(text.trim());
    let has_plus = unprefixed.len() < text.trim().len();
    let allowed = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                ' ' | '\t' | '\u{a0}' | '-' | '.' | '(' | ')' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '•' | '·'
            )
    };
    if !unprefixed.chars().all(allowed) || !has_one_pair_at_most(unprefixed) {
        return None;
    }
    let digits: String = unprefixed.chars().filter(char::is_ascii_digit).collect();
    match (digits.len(), digits.strip_prefix('1')) {
        (11, Some(rest)) => Some(rest.to_owned()),
        (10, _) if !has_plus => Some(digits),
        _ => None,
    }
}

fn has_one_pair_at_most(text: &str) -> bool {
    let brackets: String = text.chars().filter(|c| matches!(c, '(' | ')')).collect();
    brackets.is_empty() || brackets == "()"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eh_09_postal_codes_are_read_in_any_spelling() {
        for spelling in ["V8W 9W2", "v8w9w2", "V8W-9W2", "v8w\t9w2", "v٨w ٩w٢"] {
            assert_eq!(PostalCode::read(spelling).map(|code| code.to_string()), Ok("V8W 9W2".to_owned()), "{spelling}");
        }
        for wrong in ["V8W 9W", "D8W 9W2", "V8W 9O2", "W8W 9W2", "88W 9W2", "V8W 9W22", "90210"] {
            assert_eq!(PostalCode::read(wrong), Err(MALFORMED), "{wrong}");
        }
    }

    #[test]
    fn eh_10_phones_are_read_in_any_common_form() {
        for typed in [
            "250 555 0142",
            "(250) 555-0142",
            "+1 250.555.0142",
            "1-250-555-0142",
            "250•555•0142",
            "2505550142",
            "٢٥٠ ٥٥٥ ٠١٤٢",
        ] {
            assert_eq!(Phone::read(typed).map(|phone| phone.e164()), Ok("+12505550142".to_owned()), "{typed}");
        }
        for wrong in
            ["(250)&555'1234", "250 555 014", "+250 555 0142", "((250) 555 0142", "250 555 0142 x", "22505550142"]
        {
            assert_eq!(Phone::read(wrong), Err(MALFORMED), "{wrong}");
        }
        assert_eq!(Phone::read("٢٥٠-555-0142").map(|phone| phone.to_string()), Ok("250-555-0142".to_owned()));
        let number = RegistrationNumber::read("RN-٠٠٤٢").map(|number| number.to_string());
        assert_eq!(number, Ok("RN-0042".to_owned()));
        for copied in ["\u{200e} RN 42 \u{200f}", "\u{2067} RN 42\u{2069}", "RN 42 \u{202c}"] {
            let number = RegistrationNumber::read(copied).map(|number| number.to_string());
            assert_eq!(number, Ok("RN 42".to_owned()), "{copied:?}");
        }
        for unseen in ["\u{200e}", "\u{200e} \u{200e}"] {
            assert!(RegistrationNumber::read(unseen).is_err(), "nobody sees anything of it");
        }
        assert_eq!(Phone::read("(250) 555-0142").map(|phone| phone.to_string()), Ok("(250) 555-0142".to_owned()));
    }
}
