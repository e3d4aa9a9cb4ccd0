//! A publication in a list.

use backend::{catalogue::InFile, taxonomy::Taxonomy};
use domain::{
    catalogue::{
        availability::Availability,
        edition::AccessibleFormat,
        taxonomy::{LanguageTag, title_language},
    },
    paths,
};
use jiff::civil::Date;
use leptos::prelude::*;
use store::search::Card;
use ui::{Chip, Tag, TagKind};

use super::{
    cover::{Cover, CoverPlace},
    names::EnglishName,
};
use crate::words::{Locale, isolated, locale, t, t_with};

/// Languages on a card before "and 12 more".
const NAMED_LANGUAGES: usize = 4;
/// Characters of a summary on a card.
const SUMMARY_CHARS: usize = 160;

/// Availability in words, with a colour that repeats them.
#[component]
pub fn AvailabilityTag(
    /// The answer of the one rule.
    availability: Availability,
) -> impl IntoView {
    let kind = match availability {
        Availability::InStock => TagKind::Good,
        Availability::LowStock { .. }
        | Availability::PreOrder
        | Availability::BackOrder
        | Availability::OpensLater(_) => TagKind::Warning,
        Availability::OutOfStock | Availability::Closed(_) | Availability::NotLive => TagKind::Bad,
        Availability::DownloadOnly | Availability::Restricted => TagKind::Neutral,
    };
    view! { <Tag kind>{availability_words(locale(), availability)}</Tag> }
}

/// Whether it can be ordered, in words.
pub fn availability_words(locale: Locale, availability: Availability) -> String {
    match availability.date() {
        Some(date) => words::say_with(locale, availability.words_id(), [("date", words::date(locale, date).into())]),
        None => words::say(locale, availability.words_id()),
    }
}

/// Language and direction of a text of an edition: English where it was not translated. A page in another
/// language has to say so.
pub fn text_language(names: &Taxonomy, is_translated: bool, language: &LanguageTag) -> (String, &'static str) {
    let language = title_language(is_translated, language);
    (language.to_string(), names.direction(&language).as_str())
}

/// Cover, title, what it is, whether it can be ordered, and the languages and formats it comes in.
#[component]
pub fn PublicationCard(
    /// The result.
    card: Card,
    /// Names of languages.
    names: std::sync::Arc<Taxonomy>,
    /// Today.
    today: Date,
    /// Where words stand that only a file of it holds.
    #[prop(optional_no_strip)]
    in_file: Option<InFile>,
) -> impl IntoView {
    let (lang, dir) = text_language(&names, card.title_is_translated, &card.language);
    let (summary_lang, summary_dir) = text_language(&names, card.summary_is_translated, &card.language);
    let href = paths::publication(&card.slug);
    let drawn = paths::cover(&card.slug, &card.language);
    let availability = Availability::of(&card.orderability, today);
    let (languages, formats) = (languages(&card, &names), formats(&card));
    view! {
        <li class="card">
            <Cover drawn thumbnails=card.cover place=CoverPlace::Card />
            <div class="min-w-0">
                <h3 class="text-h4 font-bold">
                    <a class="link" href=href.to_string() lang=lang dir=dir>{card.title}</a>
                </h3>
                <p class="mt-1 flex flex-wrap items-center gap-2">
                    <AvailabilityTag availability />
                    <span class="text-muted">{t(&format!("type-{}", card.resource_type))} " · " <EnglishName name=card.programme /></span>
                </p>
                <p class="mt-2" lang=summary_lang dir=summary_dir>{shortened(&card.summary)}</p>
                {in_file.map(found_in)}
                {languages}
                {formats}
            </div>
        </li>
    }
}

/// The page of a file on which words of the search stand.
fn found_in(file: InFile) -> impl IntoView {
    let name = isolated(&file.name);
    let words = match file.page {
        Some(page) => t_with("card-found-on-page", [("name", name.into()), ("page", page.into())]),
        None => t_with("card-found-in", [("name", name.into())]),
    };
    view! { <p class="wrap-anywhere mt-2 text-small"><a class="link" href=file.link>{words}</a></p> }
}

/// Every live language by its own name, that of the card first; those that are many fold away.
fn languages(card: &Card, names: &Taxonomy) -> AnyView {
    let others = card.languages.iter().filter(|tag| **tag != card.language);
    let all = [&card.language].into_iter().chain(others).filter_map(|tag| names.language(tag));
    let mut shown: Vec<AnyView> = all
        .map(|language| {
            let (lang, name) = (language.tag.to_string(), language.endonym.clone());
            view! { <li><Chip lang>{name}</Chip></li> }.into_any()
        })
        .collect();
    let hidden = shown.split_off(NAMED_LANGUAGES.min(shown.len()));
    let more = (!hidden.is_empty()).then(|| {
        let words = t_with("card-more-languages", [("count", hidden.len().into())]);
        view! {
            <li>
                <details>
                    <summary class="link py-1">{words}</summary>
                    <ul class="mt-1 flex flex-wrap gap-1">{hidden}</ul>
                </details>
            </li>
        }
    });
    view! { <ul class="mt-2 flex flex-wrap items-center gap-1 text-small" aria-label=t("publication-languages")>{shown} {more}</ul> }
        .into_any()
}

/// Every live format.
fn formats(card: &Card) -> AnyView {
    let live = AccessibleFormat::ALL.iter().filter(|format| card.formats.contains(format));
    let words = live.map(|format| t(&format!("format-{format}")));
    let chips = words.map(|words| view! { <li><Chip>{words}</Chip></li> }).collect_view();
    view! { <ul class="mt-1 flex flex-wrap items-center gap-1 text-small" aria-label=t("publication-formats")>{chips}</ul> }
        .into_any()
}

/// The first characters of a text, cut at a word.
fn shortened(text: &str) -> String {
    if text.chars().count() <= SUMMARY_CHARS {
        return text.to_owned();
    }
    let head: String = text.chars().take(SUMMARY_CHARS).collect();
    let cut = head.rfind(' ').unwrap_or(head.len());
    format!("{}…", &head[..cut])
}
