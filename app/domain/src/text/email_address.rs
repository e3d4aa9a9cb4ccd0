//! E-mail addresses, and slips of the finger in them.

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
        if COMMON_HOSTS.contains(&host.as_str()) || LIKE_COMMON_HOSTS.contains(&host.as_str()) {
            return None;
        }
        let slips = |common: &&str| (strsim::osa_distance(common, &host), common.len().abs_diff(host.len()));
        let nearest = COMMON_HOSTS.iter().copied().min_by_key(slips)?;
        let most = if nearest.len() < LONG_HOST { 1 } else { 2 };
        (slips(&nearest).0 <= most).then(|| Self(format!("{local}@{nearest}")))
    }
}

/// Hosts of e-mail addresses that many people in the United Kingdom, or in the registry's province, have.
const COMMON_HOSTS: [&str; 26] = [
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
    "telus.net",
    "gov.bc.ca",
    "fraserhealth.ca",
    "interiorhealth.ca",
    "islandhealth.ca",
    "northernhealth.ca",
    "providencehealth.bc.ca",
];
/// Hosts that people have as well, and that are so near to one of those that they would be called a slip. They are not
/// offered themselves: `hotmail.co` rather means `hotmail.com`.
const LIKE_COMMON_HOSTS: [&str; 2] = ["hotmail.ca", "outlook.ca"];
/// From so many characters on, two letters may be left out, added, changed or swapped; in shorter hosts one,
/// as they would all be alike.
const LONG_HOST: usize = 10;

impl Answer for EmailAddress {
    const MAX_CHARS: usize = 254;

    fn read(text: &str) -> Result<Self, Problem> {
        let text = with_western_digits(text);
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
        if local_ok && host_ok { Ok(Self(text)) } else { Err(MALFORMED) }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Of people in the registry's province, and of its authorities.
    const RIGHT_HOSTS: [&str; 22] = [
        "hotmail.ca",
        "outlook.ca",
        "yahoo.ca",
        "live.ca",
        "shaw.ca",
        "telus.net",
        "rogers.com",
        "sympatico.ca",
        "gov.bc.ca",
        "ubc.ca",
        "sfu.ca",
        "uvic.ca",
        "fnha.ca",
        "providencehealth.bc.ca",
        "phsa.ca",
        "vch.ca",
        "fraserhealth.ca",
        "interiorhealth.ca",
        "islandhealth.ca",
        "northernhealth.ca",
        "hotmail.fr",
        "outlook.fr",
    ];

    #[test]
    fn slips_of_the_finger_are_seen_in_hosts() {
        let meant = |text: &str| {
            let email = EmailAddress::read(text).expect("an address");
            email.probably_meant().map(|meant| meant.to_string())
        };
        assert_eq!(meant("Ada@homtail.com").as_deref(), Some("Ada@hotmail.com"));
        assert_eq!(meant("ada@gmial.com").as_deref(), Some("ada@gmail.com"));
        assert_eq!(meant("ada@yahooo.co.uk").as_deref(), Some("ada@yahoo.co.uk"));
        assert_eq!(meant("ada@frazerhealth.ca").as_deref(), Some("ada@fraserhealth.ca"));
        assert_eq!(meant("ada@telus.ent").as_deref(), Some("ada@telus.net"));
        assert_eq!(meant("ada@hotmail.co").as_deref(), Some("ada@hotmail.com"));
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
        for host in RIGHT_HOSTS {
            assert_eq!(meant(&format!("ada@{host}")), None, "{host}");
        }
    }

    #[test]
    fn email_addresses_of_every_usual_form_are_taken() {
        for good in ["a@example.com", "a.b+c@mail.example.org.uk", "o'brien@example.ie", "x_y@example.museum"] {
            assert!(EmailAddress::read(good).is_ok(), "{good}");
        }
        let copied = EmailAddress::read("\u{2068}ada@example.com\u{2069}").map(|email| email.to_string());
        assert_eq!(copied, Ok("ada@example.com".to_owned()), "copied from among Arabic words");
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
