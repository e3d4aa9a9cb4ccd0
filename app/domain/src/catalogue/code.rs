//! Product codes: how they are written, and when two spellings are one code.

use unicode_normalization::UnicodeNormalization;

text! {
    /// A product code as printed on the publication: 1 to 100 characters, blanks tidied.
    ProductCode
}

impl ProductCode {
    const MAX_CHARS: usize = 100;

    /// Reads a code in any legacy scheme. `None` when it has no letter or digit to look it up by, when it
    /// is too long, or when it holds characters that cannot be printed. Not normalised here: browsers
    /// read codes too, and need not load the tables of Unicode for that.
    pub fn parse(text: &str) -> Option<Self> {
        let tidy = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_printable = !tidy.chars().any(char::is_control);
        // Marks of sound of half width are letters, and in their compatibility form none: nothing would be left of them.
        let can_be_found = tidy.chars().any(|c| c.is_alphanumeric() && !matches!(c, '\u{ff9e}' | '\u{ff9f}'));
        (is_printable && can_be_found && tidy.chars().count() <= Self::MAX_CHARS).then_some(Self(tidy))
    }

    /// The spelling under which codes are unique and looked up.
    pub fn normalised(&self) -> String {
        normalise(&self.0)
    }

    /// The code that a new edition gets: `{programme}-{serial}-{language}[-{format}]-{version}`.
    pub fn generate(programme: &str, serial: u32, language: &str, format: &str, version: u32) -> Self {
        let format = if format.is_empty() { String::new() } else { format!("-{format}") };
        Self(format!("{programme}-{serial:04}-{language}{format}-{version:02}"))
    }
}

/// The one normalisation of codes, for storing and for asking: compatibility form (NFKC), upper
/// case, letters and digits only.
pub fn normalise(text: &str) -> String {
    let plain =
        |text: &str| -> String { text.nfkc().flat_map(char::to_uppercase).filter(|c| c.is_alphanumeric()).collect() };
    // What stood between them kept some letters apart that become one.
    plain(&plain(text))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_spelling_of_a_code_is_one_code() {
        for spelling in ["FLU-0017-PL-01", "flu 0017-pl-01", " Flu0017pl01 ", "ＦＬＵ-0017-PL-01"] {
            assert_eq!(normalise(spelling), "FLU0017PL01", "{spelling}");
        }
    }

    #[test]
    fn letters_that_become_one_are_one_whatever_stood_between_them() {
        assert_eq!(normalise("\u{1100}-\u{1161}"), "\u{ac00}");
        assert_eq!(normalise("\u{ac00}"), "\u{ac00}");
    }

    #[test]
    fn legacy_codes_are_taken_as_they_are() {
        for code in ["2903655ENAU", "2023004-Spanish", "CTA - HPV for girls", "CTA - TB/BCG"] {
            assert_eq!(ProductCode::parse(code).map(|code| code.to_string()), Some(code.to_owned()));
        }
    }

    #[test]
    fn a_code_without_letter_or_digit_is_refused() {
        for code in ["-", "\u{ff9e}", "- \u{ff9f}"] {
            assert_eq!(ProductCode::parse(code), None, "{code}");
        }
        assert_eq!(ProductCode::parse(&"x".repeat(101)), None);
    }

    #[test]
    fn a_generated_code_says_what_it_is() {
        assert_eq!(ProductCode::generate("FLU", 17, "PL", "ER", 2).as_str(), "FLU-0017-PL-ER-02");
        assert_eq!(ProductCode::generate("FLU", 12_345, "EN", "", 1).as_str(), "FLU-12345-EN-01");
    }

    proptest! {
        #[test]
        fn every_code_can_be_found(text in any::<String>()) {
            if let Some(code) = ProductCode::parse(&text) {
                prop_assert!(!code.normalised().is_empty());
            }
        }

        #[test]
        fn normalising_twice_changes_nothing(text in any::<String>()) {
            let once = normalise(&text);
            prop_assert_eq!(normalise(&once), once);
        }
    }
}
