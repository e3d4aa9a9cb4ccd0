//! The languages the interface speaks. Publications come in many more.

use crate::catalogue::taxonomy::Direction;

choice! {
    /// A language of the interface.
    Locale {
        /// English.
        English = "en",
        /// Welsh.
        Welsh = "cy",
        /// French.
        French = "fr",
        /// Arabic.
        Arabic = "ar",
    }
}

#[expect(clippy::derivable_impls, reason = "the macro that declares the list knows no default")]
impl Default for Locale {
    fn default() -> Self {
        Self::English
    }
}

impl Locale {
    /// Its name in itself.
    pub const fn endonym(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Welsh => "Cymraeg",
            Self::French => "Français",
            Self::Arabic => "العربية",
        }
    }

    /// Which way its script runs.
    pub const fn direction(self) -> Direction {
        match self {
            Self::Arabic => Direction::Rtl,
            Self::English | Self::Welsh | Self::French => Direction::Ltr,
        }
    }

    /// The first language of a reader that the interface speaks; regions do not matter ("fr-CA" is French).
    pub fn of_reader<T: AsRef<str>>(languages: impl IntoIterator<Item = T>) -> Option<Self> {
        languages.into_iter().find_map(|tag| {
            let primary = tag.as_ref().split('-').next().unwrap_or_default().to_ascii_lowercase();
            Self::from_code(&primary)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_the_first_language_we_speak() {
        assert_eq!(Locale::of_reader(["pl", "fr-CA", "en"]), Some(Locale::French));
        assert_eq!(Locale::of_reader(["en-GB", "cy"]), Some(Locale::English));
        assert_eq!(Locale::of_reader(["pl", "*"]), None);
    }
}
