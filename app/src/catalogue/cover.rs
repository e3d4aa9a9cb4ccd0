//! Pictures of an edition: its cover, and its gallery.

use domain::{
    catalogue::{
        taxonomy::LanguageTag,
        thumbnail::{Thumbnail, at_least, srcset},
    },
    paths::{self, Path},
};
use leptos::prelude::*;
use store::publications::Picture;

use super::publication_page::Shown;
use crate::words::{isolated, t, t_with};

/// Pixels across of a picture in the gallery.
const GALLERY_WIDTH: u32 = 105;
/// The widest thumbnail that anything asks for.
pub const WIDEST: u32 = u32::MAX;

/// Where a cover stands. Its box is as large before the picture is there as afterwards: nothing jumps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverPlace {
    /// In what a search box suggests.
    Suggestion,
    /// On a card, and in the basket.
    Card,
    /// On the page of its publication.
    Page,
}

impl CoverPlace {
    /// Its class, and its pixels across and down.
    const fn looks(self) -> (&'static str, u32, u32) {
        match self {
            Self::Suggestion => ("suggestion-cover", 30, 42),
            Self::Card => ("card-cover", 105, 148),
            Self::Page => ("publication-cover", 210, 297),
        }
    }
}

/// A cover: the picture where there is one, else the drawn one. In lists it is decoration, as the title stands
/// beside it; on the page of its publication it is described.
#[component]
pub fn Cover(
    /// Where it is drawn.
    drawn: Path,
    /// The picture, in its sizes; none where there is no picture.
    thumbnails: Vec<Thumbnail>,
    /// Where it stands.
    place: CoverPlace,
    /// What it shows; nothing in lists.
    #[prop(optional)]
    alt: String,
    /// The language of that, where it is not the language of the page.
    #[prop(optional_no_strip)]
    lang: Option<LanguageTag>,
) -> impl IntoView {
    let (class, width, height) = place.looks();
    let src =
        at_least(&thumbnails, width).map_or_else(|| drawn.to_string(), |small| paths::thumbnail(small).to_string());
    let srcset = srcset(&thumbnails, width);
    let sizes = srcset.is_some().then(|| format!("{width}px"));
    let loading = (place == CoverPlace::Card).then_some("lazy");
    let decoding = (place != CoverPlace::Page).then_some("async");
    let (lang, width, height) = (lang.map(|lang| lang.to_string()), width.to_string(), height.to_string());
    view! {
        <img class=class loading=loading decoding=decoding src=src srcset=srcset sizes=sizes alt=alt lang=lang width=width height=height />
    }
}

/// The cover on the page of its publication, described.
#[component]
pub fn PageCover(
    /// What the page shows.
    shown: Shown,
    /// Title of the edition.
    title: String,
) -> impl IntoView {
    let language = &shown.edition.language;
    let (alt, lang) = described(shown.pictures.first(), &title, language);
    let drawn = paths::cover(&shown.publication.slug, language);
    let thumbnails = shown.pictures.first().map(|cover| cover.thumbnails.clone()).unwrap_or_default();
    view! { <Cover drawn thumbnails place=CoverPlace::Page alt lang /> }
}

/// What the cover of a page shows, and in which language: as its publisher described it, else what it is the cover of.
pub fn described(cover: Option<&Picture>, title: &str, language: &LanguageTag) -> (String, Option<LanguageTag>) {
    match cover.and_then(|cover| cover.description.clone()) {
        Some(description) => (description, Some(language.clone())),
        None => (t_with("cover-alt", [("title", isolated(title).into())]), None),
    }
}

/// The pictures after the cover, each described and leading to itself as large as it is kept.
#[component]
pub fn Gallery(
    /// What the page shows.
    shown: Shown,
    /// Title of the edition.
    title: String,
) -> impl IntoView {
    let Shown { pictures, edition, .. } = shown;
    let items: Vec<_> = (1_i32..)
        .zip(pictures.iter().skip(1))
        .filter_map(|(number, picture)| {
            let (small, whole) = (at_least(&picture.thumbnails, GALLERY_WIDTH)?, at_least(&picture.thumbnails, WIDEST)?);
            let lang = picture.description.is_some().then(|| edition.language.to_string());
            let alt = picture.description.clone().unwrap_or_else(|| {
                t_with("gallery-picture", [("number", number.into()), ("title", isolated(&title).into())])
            });
            let (href, src) = (paths::thumbnail(whole).to_string(), paths::thumbnail(small).to_string());
            let (width, height) = (small.width.to_string(), small.height.to_string());
            let (all, sizes) = (srcset(&picture.thumbnails, GALLERY_WIDTH), format!("{GALLERY_WIDTH}px"));
            Some(view! {
                <li>
                    <a class="gallery-link" href=href>
                        <img loading="lazy" decoding="async" src=src srcset=all sizes=sizes alt=alt lang=lang width=width height=height />
                    </a>
                </li>
            })
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="no-print mt-8" aria-labelledby="gallery-heading">
                <h2 id="gallery-heading" class="text-h3 font-bold">{t("gallery-heading")}</h2>
                <ul class="gallery">{items}</ul>
            </section>
        }
    })
}
