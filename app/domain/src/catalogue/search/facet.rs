//! What results are narrowed by.

use crate::{
    catalogue::{
        edition::{AccessType, AccessibleFormat, ResourceType},
        taxonomy::LanguageTag,
    },
    text::Slug,
};

choice! {
    /// A facet of the catalogue; its code is the parameter in URLs.
    Facet {
        /// Programme, by slug.
        Programme = "programme",
        /// Language of an edition.
        Language = "language",
        /// Accessible format of an edition.
        Format = "format",
        /// Resource type of an edition.
        Type = "type",
        /// Disease, by key.
        Disease = "disease",
        /// Vaccination, by key.
        Vaccination = "vaccination",
        /// Whom it is for, by key.
        Audience = "audience",
        /// Where it is used, by key.
        Setting = "setting",
        /// How people get an edition.
        Access = "access",
        /// Whether an edition can be ordered; the only value is `now`.
        Available = "available",
    }
}

/// The one value of [`Facet::Available`].
pub const NOW: &str = "now";

impl Facet {
    /// Whether one and the same edition must have the chosen values of this and all other such facets.
    pub const fn is_of_editions(self) -> bool {
        matches!(self, Self::Language | Self::Format | Self::Type | Self::Access | Self::Available)
    }

    /// A value in its canonical spelling. `None` for what cannot be one. Names of programmes pass as they
    /// are: whoever has their list tells which slug is meant.
    pub fn read(self, value: &str) -> Option<String> {
        match self {
            Self::Programme => {
                let plain: String = value.chars().filter(|c| !c.is_control()).take(100).collect();
                let plain = plain.trim();
                (!plain.is_empty()).then(|| plain.to_owned())
            }
            Self::Language => LanguageTag::parse(value).map(|tag| tag.to_string()),
            Self::Format => AccessibleFormat::from_any_name(value).map(|format| format.to_string()),
            Self::Type => ResourceType::from_any_name(value).map(|kind| kind.to_string()),
            Self::Disease | Self::Vaccination | Self::Audience | Self::Setting => {
                Slug::parse(value).map(|key| key.to_string())
            }
            Self::Access => AccessType::from_code(value).map(|access| access.to_string()),
            Self::Available => (value == NOW).then(|| NOW.to_owned()),
        }
    }
}

/// A value of a facet with the number of publications it would give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// The facet.
    pub facet: Facet,
    /// Its value as it stands in URLs.
    pub value: String,
    /// Publications.
    pub publications: i64,
}
