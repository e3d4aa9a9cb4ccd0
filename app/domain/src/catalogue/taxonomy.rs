//! The lists that publications are sorted into. They are rows, editable by publishers.

use serde::{Deserialize, Serialize};

use crate::{
    form::{Answer, MALFORMED, Problem},
    id::ProgrammeId,
};

text! {
    /// A language as a BCP 47 tag, at most 35 characters.
    LanguageTag
}

impl LanguageTag {
    /// A tag of letters, digits and hyphens, as written.
    pub fn parse(text: &str) -> Option<Self> {
        let allowed = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        (allowed && (2..=35).contains(&text.len())).then(|| Self(text.to_owned()))
    }

    /// English.
    pub fn english() -> Self {
        Self("en".to_owned())
    }

    /// What may stand for this language, the nearest first: the tag, then ever shorter ones, none of which ends in a
    /// subtag of one sign (RFC 4647 §3.4).
    pub fn lookup(&self) -> impl Iterator<Item = &str> {
        std::iter::successors(Some(self.0.as_str()), |tag| {
            let (shorter, _) = tag.rsplit_once('-')?;
            Some(shorter.rsplit_once('-').filter(|(_, last)| last.len() == 1).map_or(shorter, |(rest, _)| rest))
        })
    }
}

/// The language of a title of an edition: the edition's, or English where it was not translated.
pub fn title_language(is_translated: bool, language: &LanguageTag) -> LanguageTag {
    if is_translated { language.clone() } else { LanguageTag::english() }
}

impl Answer for LanguageTag {
    const MAX_CHARS: usize = 35;

    fn read(text: &str) -> Result<Self, Problem> {
        Self::parse(text).ok_or(MALFORMED)
    }
}

choice! {
    /// Which way a script runs.
    Direction {
        /// Left to right.
        Ltr = "ltr",
        /// Right to left.
        Rtl = "rtl",
    }
}

choice! {
    /// Why a publication stands beside another.
    RelatedKind {
        /// A publisher put it there.
        Picked = "picked",
        /// The same people ordered both.
        Together = "together",
        /// It is about the same.
        Similar = "similar",
    }
}

/// A language that publications come in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: LanguageTag,
    /// Its English name.
    pub name: String,
    /// Its own name.
    pub endonym: String,
    /// Which way it runs.
    pub direction: Direction,
}

/// A programme that publications belong to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Programme {
    /// Its id.
    pub id: ProgrammeId,
    /// Three letters, in product codes.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The last part of its address.
    pub slug: crate::text::Slug,
    /// Whether it stands on the home page.
    pub is_featured: bool,
    /// Whether it has a page: it is not temporary, and something of it is live.
    pub is_listed: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_looked_up_by_ever_shorter_tags() {
        let lookup = |tag: &str| {
            LanguageTag::parse(tag).map(|tag| tag.lookup().map(str::to_owned).collect::<Vec<_>>()).unwrap_or_default()
        };
        assert_eq!(lookup("pl"), ["pl"]);
        assert_eq!(lookup("pl-PL"), ["pl-PL", "pl"]);
        // The example of RFC 4647 §3.4.
        let ranges = ["zh-Hant-CN-x-private1-private2", "zh-Hant-CN-x-private1", "zh-Hant-CN", "zh-Hant", "zh"];
        assert_eq!(lookup("zh-Hant-CN-x-private1-private2"), ranges);
    }
}
