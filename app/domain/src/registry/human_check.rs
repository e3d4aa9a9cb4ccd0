//! The sum that a browser does before it may send a registration: a moment for one person, many for a program that
//! sends thousands. Hashing and the server's key are the server's; here is what travels.

use serde::{Deserialize, Serialize};

use crate::{
    form::{Answer, MALFORMED, Problem},
    id::DraftId,
};

/// Minutes for which a sum may be solved.
pub const MINUTES: i64 = 20;

/// A sum: which number from 0 to `max`, written after `salt`, has this SHA-256?
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Challenge {
    /// Random, of letters, digits, hyphens and underscores.
    pub salt: String,
    /// The SHA-256 of salt and number, in 64 lower-case hexadecimal digits.
    pub challenge: String,
    /// The largest number it can be.
    pub max: u32,
    /// When it ends, in seconds since 1970.
    pub expires: i64,
    /// The server's mark over all of it and the draft it is for (HMAC-SHA-256, base64url without padding).
    pub mark: String,
}

impl Challenge {
    /// What the server's mark is over.
    pub fn message(draft: DraftId, salt: &str, challenge: &str, max: u32, expires: i64) -> String {
        format!("{draft}.{salt}.{challenge}.{max}.{expires}")
    }

    /// The answer to it, once its number is found.
    pub fn solved(&self, number: u32) -> Solution {
        let Self { salt, max, expires, mark, .. } = self.clone();
        Solution { salt, number, max, expires, mark }
    }
}

/// An answer: `{salt}.{number}.{max}.{expires}.{mark}`, in one hidden field. The challenge is not in it: it follows
/// from salt and number, and the mark holds only where it is ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// As in the challenge.
    pub salt: String,
    /// The number that was found.
    pub number: u32,
    /// As in the challenge.
    pub max: u32,
    /// As in the challenge.
    pub expires: i64,
    /// As in the challenge.
    pub mark: String,
}

impl Solution {
    /// The text whose SHA-256 is the challenge.
    pub fn text(&self) -> String {
        format!("{}{}", self.salt, self.number)
    }
}

impl std::fmt::Display for Solution {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { salt, number, max, expires, mark } = self;
        write!(f, "{salt}.{number}.{max}.{expires}.{mark}")
    }
}

impl Answer for Solution {
    const MAX_CHARS: usize = 200;

    fn read(text: &str) -> Result<Self, Problem> {
        let parts: Vec<&str> = text.split('.').collect();
        let [salt, number, max, expires, mark] = parts[..] else { return Err(MALFORMED) };
        Ok(Self {
            salt: salt.to_owned(),
            number: number.parse().map_err(|_| MALFORMED)?,
            max: max.parse().map_err(|_| MALFORMED)?,
            expires: expires.parse().map_err(|_| MALFORMED)?,
            mark: mark.to_owned(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eh_37_an_answer_comes_back_from_its_field() {
        let challenge = Challenge {
            salt: "s_a-1".to_owned(),
            challenge: "00".to_owned(),
            max: 100_000,
            expires: 1_795_000_000,
            mark: "bWFyaw".to_owned(),
        };
        let solution = challenge.solved(4_711);
        assert_eq!(solution.to_string(), "s_a-1.4711.100000.1795000000.bWFyaw");
        assert_eq!(Solution::read(&solution.to_string()), Ok(solution.clone()));
        assert_eq!(solution.text(), "s_a-14711");
        for wrong in ["", "a.1.2.3", "a.1.2.3.m.x", "a.-1.2.3.m", "a.1.99999999999.3.m", "a.1.2.x.m"] {
            assert_eq!(Solution::read(wrong), Err(MALFORMED), "{wrong}");
        }
    }
}
