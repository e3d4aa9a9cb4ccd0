//! A publication: the edition asked for, and everything else it comes in.

use std::sync::Arc;

use backend::{catalogue::Reader, taxonomy::Taxonomy};
use domain::{
    basket::{AddToBasket, EDITION, PAGE, QUANTITY},
    catalogue::{
        availability::Availability,
        edition::{AccessibleFormat, EditionStatus},
        taxonomy::LanguageTag,
    },
    form::Answers,
    order::Allowance,
    paths,
    subscription::TellMe,
    text::Slug,
};
use islands::AppError;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{
    publications::{Edition, File, Picture, Publication},
    related::Related,
    sessions::Viewer,
};
use ui::{Filled, Notification, ShownError};

use super::card::text_language;
use super::cover::{Gallery, PageCover};
use super::downloads::Downloads;
use super::only_for::OnlyFor;
use super::programme_pages::ProgrammeName;
use super::publication_parts::{Facts, OrderBox};
use super::related::RelatedPublications;
use super::structured::{HeadFacts, LinkedData};
use super::switches::Switches;
use super::withdrawn::WithdrawnPage;
use super::zip_form::ZipForm;
use crate::{
    Bundle,
    allowance::allowance_words,
    layout::Page,
    load::{NotShown, load},
    viewer::{Asking, asking},
    words::{self, t, t_with},
};

/// Everything the page shows.
#[derive(Clone)]
pub struct Shown {
    /// The publication.
    pub publication: Publication,
    /// All editions that were ever public, live ones first.
    pub editions: Vec<Edition>,
    /// The one shown.
    pub edition: Edition,
    /// Its files.
    pub files: Vec<File>,
    /// Its pictures, the cover first.
    pub pictures: Vec<Picture>,
    /// What whoever looks may order of it.
    pub allowance: Allowance,
    /// What stands beside it.
    pub related: Vec<Related>,
    /// Names of languages.
    pub names: Arc<Taxonomy>,
}

/// `/publications/{slug}`
#[component]
pub fn PublicationPage() -> impl IntoView {
    let asking = asking();
    let slug = use_params_map().with_untracked(|params| params.get("slug")).and_then(|slug| Slug::parse(&slug));
    load(async move {
        let now = asking.backend.clock.now();
        let slug = slug.ok_or(AppError::NotFound)?;
        let viewer = asking.viewer().await?;
        let names = asking.catalogue(&viewer).await?.names;
        let mut db = asking.connection().await?;
        let Some(publication) = store::publications::find(&mut *db, &slug).await? else {
            let now_at = store::publications::now_at(&mut *db, &slug).await?.ok_or(AppError::NotFound)?;
            let query = asking.query.iter().map(|(name, value)| (name, value));
            return Err(NotShown::Moved(paths::publication_as(&now_at, query)));
        };
        let editions = store::publications::editions(&mut *db, publication.id, viewer.basket, now).await?;
        let reader = asking.reader(&[], &names, &viewer);
        let edition = choose(&editions, &asking, &reader).ok_or(AppError::NotFound)?.clone();
        if edition.orderability.status == EditionStatus::Withdrawn {
            islands::context::answer_with(AppError::Gone);
            return Ok(view! { <WithdrawnPage publication editions edition viewer names /> }.into_any());
        }
        let (files, pictures) = store::publications::files(&mut *db, edition.id).await?;
        let (orderer, today) = (viewer.orderer(), asking.backend.clock.today());
        let line = store::lines::of_edition(&mut *db, edition.id, &orderer, now, today).await?;
        let allowance = line.ok_or(AppError::NotFound)?.facts.allowance;
        let related = store::related::find(&mut *db, publication.id, &reader.preferred).await?;
        drop(db);
        let missing = missing_combination(&asking, &edition, &names);
        let shown = Shown { publication, editions, edition, files, pictures, allowance, related, names };
        Ok(view! { <PublicationView shown viewer asking missing /> }.into_any())
    })
}

/// The edition asked for; else the reader's language; else English; else the newest. Standard first.
fn choose<'a>(editions: &'a [Edition], asking: &Asking, reader: &Reader) -> Option<&'a Edition> {
    let asked_language = asking.parameter("language").and_then(LanguageTag::parse);
    let asked_format = asking.parameter("format").and_then(AccessibleFormat::from_code);
    if let Some(version) = asking.parameter("version").and_then(|version| version.parse::<i32>().ok()) {
        let exact = editions.iter().find(|edition| {
            edition.version == version
                && Some(&edition.language) == asked_language.as_ref()
                && Some(edition.format) == asked_format
        });
        if exact.is_some() {
            return exact;
        }
    }
    let live = || editions.iter().filter(|edition| edition.orderability.status == EditionStatus::Live);
    let rank = |edition: &&Edition| {
        let language = &edition.language;
        let by_reader = reader.languages.iter().position(|tag| tag == language).unwrap_or(usize::MAX);
        (
            asked_language.as_ref().is_some_and(|asked| asked != language),
            asked_format.is_some_and(|asked| asked != edition.format),
            by_reader,
            language.as_str() != "en",
            edition.format != AccessibleFormat::Standard,
            std::cmp::Reverse(edition.published_at),
        )
    };
    live()
        .min_by_key(rank)
        .or_else(|| editions.iter().find(|edition| edition.orderability.status == EditionStatus::Archived))
        .or(editions.first())
}

/// What was asked for and is not there, in words.
fn missing_combination(asking: &Asking, edition: &Edition, names: &Taxonomy) -> Option<String> {
    let language =
        asking.parameter("language").and_then(LanguageTag::parse).unwrap_or_else(|| edition.language.clone());
    let format = asking.parameter("format").and_then(AccessibleFormat::from_code).unwrap_or(edition.format);
    if language == edition.language && format == edition.format {
        return None;
    }
    let name = names.language(&language)?.name.clone();
    let format = t(&format!("format-{format}")).to_lowercase();
    Some(t_with("publication-missing", [("language", name.into()), ("format", format.into())]))
}

/// The form as it stands on this page: what was refused of this edition, else one pack.
fn add_form(viewer: &Viewer, edition: &Edition, page: &str) -> Filled {
    let known = Answers::default()
        .with(EDITION.name(), edition.code.as_str())
        .with(PAGE.name(), page)
        .with(QUANTITY.name(), edition.orderability.unit_of_issue.to_string());
    words::filled_of::<AddToBasket>(viewer, &edition.code, known)
}

/// Only of what is drawn: whoever is told of an error has to find its question.
fn errors_of_drawn(availability: Availability, filled: &Filled, waiting: &Filled) -> Vec<ShownError> {
    if availability == Availability::OutOfStock {
        waiting.errors_at_inputs()
    } else if availability.is_orderable() {
        filled.errors_at_inputs()
    } else {
        Vec::new()
    }
}

#[component]
fn PublicationView(shown: Shown, viewer: Viewer, asking: Asking, missing: Option<String>) -> impl IntoView {
    let Shown { publication, edition, related, names, .. } = shown.clone();
    let (today, origin) = (asking.backend.clock.today(), asking.backend.origin.clone());
    let availability = Availability::of(&edition.orderability, today);
    let here = paths::edition(&publication.slug, &edition.language, edition.format, None);
    let filled = add_form(&viewer, &edition, here.as_str());
    let known = Answers::default().with(EDITION.name(), edition.code.as_str()).with(PAGE.name(), here.as_str());
    let waiting = words::filled_of::<TellMe>(&viewer, &edition.code, known);
    let has_form = availability == Availability::OutOfStock || availability.is_orderable();
    let errors = errors_of_drawn(availability, &filled, &waiting);
    let title = edition.title.clone().unwrap_or_else(|| publication.title.clone());
    let summary = edition.summary.clone().unwrap_or_else(|| publication.summary.clone());
    let (lang, dir) = text_language(&names, edition.title.is_some(), &edition.language);
    let (summary_lang, summary_dir) = text_language(&names, edition.summary.is_some(), &edition.language);
    let is_old = edition.orderability.status != EditionStatus::Live;
    let limit = allowance_words(&shown.allowance, viewer.proved_email().is_some());
    let has_files = edition.orderability.offers_files();
    view! {
        <Page title=title.clone() viewer errors islands=has_form.then_some(Bundle::Public)>
            <HeadFacts shown=shown.clone() title=title.clone() summary=summary.clone() origin=origin.clone() />
            <LinkedData shown=shown.clone() title=title.clone() summary=summary.clone() availability origin />
            {is_old.then(|| view! { <OldVersion slug=publication.slug.clone() shown=shown.clone() /> })}
            {missing.map(|words| view! { <Notification title=t("important")>{words}</Notification> })}
            <div class="publication">
                <PageCover shown=shown.clone() title=title.clone() />
                <div class="min-w-0">
                    <p class="text-muted">{t(&format!("type-{}", edition.resource_type))} " · " <ProgrammeName publication=publication.clone() names=names.clone() /></p>
                    <h1 class="mt-1 text-h1 font-bold" lang=lang dir=dir>{title.clone()}</h1>
                    <p class="measure mt-3 text-h4" lang=summary_lang dir=summary_dir>{summary}</p>
                    <Switches shown=shown.clone() />
                    <OnlyFor groups=publication.restricted_to.clone() names=names.clone() />
                    <OrderBox edition=edition.clone() availability limit filled waiting />
                    <Gallery shown=shown.clone() title />
                    {has_files.then(|| view! { <Downloads shown=shown.clone() backend=asking.backend.clone() /> })}
                    <ZipForm slug=publication.slug.clone() editions=shown.editions.clone() names=names.clone() />
                    <Facts shown />
                    <RelatedPublications related names />
                </div>
            </div>
        </Page>
    }
}

#[component]
fn OldVersion(slug: Slug, shown: Shown) -> impl IntoView {
    let edition = &shown.edition;
    let live = shown
        .editions
        .iter()
        .find(|other| {
            other.orderability.status == EditionStatus::Live
                && other.language == edition.language
                && other.format == edition.format
        })
        .map(|live| paths::edition(&slug, &live.language, live.format, None).to_string());
    view! {
        <Notification title=t("publication-old")>
            {match live {
                Some(href) => view! { <a class="link font-bold" href=href>{t("publication-old-link")}</a> }.into_any(),
                None => t("publication-old-body").into_any(),
            }}
        </Notification>
    }
}
