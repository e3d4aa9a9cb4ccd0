//! What somebody is, among those for whom publications are made.

use crate::form::{Answer, MALFORMED, Problem};

text! {
    /// An audience by its key, `health-professionals`; limits are written for it under this key.
    AudienceKey
}

impl Answer for AudienceKey {
    const MAX_CHARS: usize = 255;

    fn read(text: &str) -> Result<Self, Problem> {
        if text.is_empty() || text.contains(char::is_whitespace) { Err(MALFORMED) } else { Ok(Self(text.to_owned())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_audience_is_one_word() {
        assert_eq!(AudienceKey::read("young-people").expect("a key").as_str(), "young-people");
        for bad in ["", "young people", "young\u{a0}people"] {
            assert_eq!(AudienceKey::read(bad), Err(MALFORMED), "{bad}");
        }
    }
}
