//! What pages call things that publications are sorted into.

use backend::taxonomy::Taxonomy;
use domain::catalogue::search::Facet;
use leptos::prelude::*;

use crate::{
    bidi::LeftToRight,
    words::{Locale, locale, t},
};

/// A name of the catalogue. Programmes, diseases, vaccinations, audiences, settings and languages have English names
/// only: a page in another language says so, or they are read out as if they were in that one.
#[component]
pub fn EnglishName(
    /// The name.
    name: String,
) -> impl IntoView {
    if locale() == Locale::English {
        name.into_any()
    } else {
        view! { <span lang="en" dir="ltr">{name}</span> }.into_any()
    }
}

/// What something is called.
pub enum Called {
    /// A name of the catalogue, English everywhere.
    Name(String),
    /// Words in the language of the page.
    Words(String),
    /// A product code.
    Code(String),
}

impl Called {
    /// What a value of a facet is called; one that has no name, what stands in the address.
    pub fn of(facet: Facet, value: &str, names: &Taxonomy) -> Self {
        match facet {
            Facet::Format => Self::Words(t(&format!("format-{value}"))),
            Facet::Type => Self::Words(t(&format!("type-{value}"))),
            Facet::Access => Self::Words(t(&format!("access-{value}"))),
            Facet::Available => Self::Words(t("available-now")),
            facet => names.name(facet, value).map_or_else(|| Self::Words(value.to_owned()), Self::Name),
        }
    }

    /// For attributes, which cannot say in which language a part of them is.
    pub fn text(&self) -> &str {
        match self {
            Self::Name(text) | Self::Words(text) | Self::Code(text) => text,
        }
    }

    /// As it stands on a page.
    pub fn shown(self) -> AnyView {
        match self {
            Self::Name(name) => view! { <EnglishName name /> }.into_any(),
            Self::Words(words) => words.into_any(),
            Self::Code(text) => view! { <LeftToRight text /> }.into_any(),
        }
    }
}
