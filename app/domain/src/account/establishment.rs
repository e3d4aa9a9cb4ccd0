//! Where people work, as one key.

use crate::form::{Answer, MALFORMED, Problem};

text! {
    /// An establishment by its organisation and its own code, `NH:GPS`; limits are written for it under this key.
    EstablishmentKey
}

impl EstablishmentKey {
    /// Its organisation's code and its own.
    pub fn codes(&self) -> (&str, &str) {
        self.as_str().split_once(':').unwrap_or((self.as_str(), ""))
    }

    /// The code of its organisation.
    pub fn organisation(&self) -> &str {
        self.codes().0
    }

    /// How orders name it: `NH|GPS`.
    pub fn company_key(&self) -> String {
        let (organisation, code) = self.codes();
        format!("{organisation}|{code}")
    }
}

impl Answer for EstablishmentKey {
    const MAX_CHARS: usize = 21;

    fn read(text: &str) -> Result<Self, Problem> {
        let is_code =
            |code: &str| !code.is_empty() && code.len() <= 10 && code.bytes().all(|b| b.is_ascii_alphanumeric());
        match text.split_once(':') {
            Some((organisation, code)) if is_code(organisation) && is_code(code) => Ok(Self(text.to_owned())),
            _ => Err(MALFORMED),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_establishment_names_its_organisation() {
        let key = EstablishmentKey::read("NH:GPS").expect("a key");
        assert_eq!((key.organisation(), key.company_key().as_str()), ("NH", "NH|GPS"));
        for bad in ["", "NH", "NH:", ":GPS", "NH:GPS:X", "NH:a b", "NH:LONGERTHANTEN"] {
            assert!(EstablishmentKey::read(bad).is_err(), "{bad}");
        }
    }
}
