//! Texts that people give us, checked when they come in.

use crate::form::{Answer, MALFORMED, Problem, with_western_digits};

text! {
    /// An e-mail address as its owner typed it, at most 254 characters (RFC 5321).
    EmailAddress
}

impl EmailAddress {
    /// The form in which two spellings of one mailbox are equal: lower case throughout.
    pub fn normalised(&self) -> String {
        self.as_str().to_lowercase()
    }

    /// The address that was probably meant, where its host is a slip of the finger away from one that many
    /// people have. The typed one stays possible.
    pub fn probably_meant(&self) -> Option<Self> {
        let (local, host) = self.as_str().rsplit_once('@')?;
        let host = host.to_lowercase();
        if COMMON_HOSTS.contains(&host.as_str()) {
            return None;
        }
        let slips = |common: &&str| (strsim::osa_distance(common, &host), common.len().abs_diff(host.len()));
        let nearest = COMMON_HOSTS.iter().copied().min_by_key(slips)?;
        let most = if nearest.len() < LONG_HOST { 1 } else { 2 };
        (slips(&nearest).0 <= most).then(|| Self(format!("{local}@{nearest}")))
    }
}

/// Hosts of e-mail addresses that many people in the United Kingdom have.
const COMMON_HOSTS: [&str; 19] = [
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.co.uk",
    "outlook.com",
    "live.co.uk",
    "live.com",
    "yahoo.com",
    "yahoo.co.uk",
    "ymail.com",
    "icloud.com",
    "mail.com",
    "email.com",
    "me.com",
    "aol.com",
    "btinternet.com",
    "sky.com",
    "nhs.net",
    "nhs.uk",
];
/// From so many characters on, two letters may be left out, added, changed or swapped; in shorter hosts one,
/// as they would all be alike.
const LONG_HOST: usize = 10;

impl Answer for EmailAddress {
    const MAX_CHARS: usize = 254;

    fn read(text: &str) -> Result<Self, Problem> {
        let (local, host) = text.rsplit_once('@').ok_or(MALFORMED)?;
        let local_ok = !local.is_empty()
            && local.len() <= 64
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && local.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(c));
        let label_ok = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        };
        let labels: Vec<&str> = host.split('.').collect();
        let host_ok = labels.len() > 1
            && labels.iter().all(|label| label_ok(label))
            && labels.last().is_some_and(|last| last.len() > 1 && !last.chars().all(|c| c.is_ascii_digit()));
        if local_ok && host_ok { Ok(Self(text.to_owned())) } else { Err(MALFORMED) }
    }
}

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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn slips_of_the_finger_are_seen_in_hosts() {
        let meant = |text: &str| {
            let email = EmailAddress::read(text).expect("an address");
            email.probably_meant().map(|meant| meant.to_string())
        };
        assert_eq!(meant("Ada@homtail.com").as_deref(), Some("Ada@hotmail.com"));
        assert_eq!(meant("ada@gmial.com").as_deref(), Some("ada@gmail.com"));
        assert_eq!(meant("ada@yahooo.co.uk").as_deref(), Some("ada@yahoo.co.uk"));
        for right in [
            "ada@gmail.com",
            "ada@GMAIL.com",
            "ada@ymail.com",
            "ada@mail.com",
            "ada@axa.com",
            "ada@leeds.ac.uk",
            "ada@example.com",
            "ada@leeds.nhs.uk",
        ] {
            assert_eq!(meant(right), None, "{right}");
        }
    }

    #[test]
    fn email_addresses_of_every_usual_form_are_taken() {
        for good in ["a@example.com", "a.b+c@mail.example.org.uk", "o'brien@example.ie", "x_y@example.museum"] {
            assert!(EmailAddress::read(good).is_ok(), "{good}");
        }
    }

    #[test]
    fn what_cannot_be_an_email_address_is_refused() {
        for bad in [
            "",
            "a",
            "a@",
            "@b.org",
            "a@b",
            "a b@c.org",
            "a@b..org",
            "a@-b.org",
            "a@b.1",
            "a@b.org\r\nBcc:",
            ".a@b.org",
            "a@b.o",
        ] {
            assert!(EmailAddress::read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_code_may_be_typed_with_blanks() {
        assert_eq!(OneTimeCode::read("123 456").map(|code| code.to_string()), Ok("123456".to_owned()));
        assert!(OneTimeCode::read("12345").is_err());
    }

    proptest! {
        #[test]
        fn an_accepted_email_address_has_one_line_and_one_mailbox(text in any::<String>()) {
            if let Ok(email) = EmailAddress::read(&text) {
                prop_assert!(email.as_str().chars().all(|c| c.is_ascii_graphic()));
                prop_assert!(!email.as_str().contains([',', ';', '<', '>']));
            }
        }
    }
}
