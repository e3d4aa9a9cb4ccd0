//! The parts of a publication's page: switches, ordering, downloads, facts.

use backend::SharedBackend;
use domain::{
    basket::{QUANTITY, Quantity},
    catalogue::{
        availability::Availability,
        edition::{AccessibleFormat, EditionStatus},
        file::{FileKind, can_be_shown, size_words, type_words},
    },
    form::Answer,
    paths,
};
use islands::{basket::add_to_basket::AddToBasketForm, waiting::tell_me::TellMeForm};
use leptos::prelude::*;
use store::publications::{Edition, File};
use ui::{Chip, Filled, LinkButton, SummaryList, SummaryRow, button::ButtonKind};

use super::{
    card::AvailabilityTag, names::Called, publication_page::Shown, qr_codes::QrCodes, versions::VersionHistory,
};
use crate::words::{day_of, t, t_with};

/// All live languages and formats, one click away.
#[component]
pub fn Switches(
    /// What the page shows.
    shown: Shown,
) -> impl IntoView {
    let live: Vec<&Edition> =
        shown.editions.iter().filter(|edition| edition.orderability.status == EditionStatus::Live).collect();
    let current = &shown.edition;
    let slug = &shown.publication.slug;
    let mut languages: Vec<_> = live.iter().map(|edition| edition.language.clone()).collect();
    languages.dedup();
    // In another language the same format where there is one, else standard, else what there is.
    let in_language = |tag: &domain::catalogue::taxonomy::LanguageTag| {
        let there = || live.iter().filter(|edition| edition.language == *tag);
        there()
            .find(|edition| edition.format == current.format)
            .or_else(|| there().find(|edition| edition.format == AccessibleFormat::Standard))
            .or_else(|| there().next())
            .map(|edition| paths::edition(slug, tag, edition.format, None).to_string())
    };
    let language_chips = languages
        .iter()
        .filter_map(|tag| Some((shown.names.language(tag)?.clone(), in_language(tag)?)))
        .map(|(language, href)| {
            let is_current = language.tag == current.language;
            view! { <li><Chip href lang=language.tag.to_string() is_current>{language.endonym}</Chip></li> }
        })
        .collect_view();
    let format_chips = live
        .iter()
        .filter(|edition| edition.language == current.language)
        .map(|edition| {
            let href = paths::edition(slug, &edition.language, edition.format, None).to_string();
            let is_current = edition.format == current.format;
            let words = t(&format!("format-{}", edition.format));
            view! { <li><Chip href is_current>{words}</Chip></li> }
        })
        .collect_view();
    view! {
        <h2 class="mt-6 text-small font-bold">{t("publication-languages")}</h2>
        <ul class="mt-2 flex flex-wrap gap-2">{language_chips}</ul>
        <h2 class="mt-4 text-small font-bold">{t("publication-formats")}</h2>
        <ul class="mt-2 flex flex-wrap gap-2">{format_chips}</ul>
    }
}

/// Whether printed copies can be ordered, how many, and the form to do it.
#[component]
pub fn OrderBox(
    /// The edition shown.
    edition: Edition,
    /// The answer of the one rule.
    availability: Availability,
    /// What may be ordered, in words.
    limit: String,
    /// The form.
    filled: Filled,
    /// The form of whoever waits.
    waiting: Filled,
) -> impl IntoView {
    if availability == Availability::DownloadOnly {
        return view! { <p class="mt-6"><AvailabilityTag availability /></p> }.into_any();
    }
    let is_orderable = availability.is_orderable();
    let pack = edition.orderability.unit_of_issue;
    let refused = Quantity::read(filled.answers.first(QUANTITY.name())).ok().filter(|_| !filled.errors.is_empty());
    let more = match refused {
        Some(wanted) => paths::ask_for_copies(&edition.code, wanted.copies()),
        None => paths::ask_for_more(&edition.code),
    }
    .to_string();
    let tell_me = (availability == Availability::OutOfStock)
        .then(|| view! { <div class="mt-4"><TellMeForm filled=waiting button=t("tell-me") /></div> });
    view! {
        <section class="order-box" aria-labelledby="order-heading">
            <h2 id="order-heading" class="text-h3 font-bold">{t("publication-order")}</h2>
            <p class="mt-2 flex flex-wrap items-center gap-3">
                <AvailabilityTag availability />
                <span>{t_with("publication-pack", [("pack", pack.into())])}</span>
            </p>
            {tell_me}
            {is_orderable
                .then(|| {
                    view! {
                        <p class="measure mt-2 text-muted">{limit}</p>
                        {edition.maximum.map(|max| view! { <p class="text-muted">{t_with("publication-maximum", [("max", max.into())])}</p> })}
                        {edition.order_exceptions.clone().map(|words| view! { <p class="measure mt-2">{words}</p> })}
                        <div class="mt-4">
                            <AddToBasketForm filled button=t("add-to-basket") />
                        </div>
                        <p class="mt-3"><a class="link" href=more>{t("ask-for-more")}</a></p>
                    }
                })}
        </section>
    }
    .into_any()
}

/// The files with their facts. Links work for an hour.
#[component]
pub fn Downloads(
    /// What the page shows.
    shown: Shown,
    /// Signs the links.
    backend: SharedBackend,
) -> impl IntoView {
    let files: Vec<File> = shown.files.iter().filter(|file| file.kind != FileKind::Cover).cloned().collect();
    let is_empty = files.is_empty() && shown.edition.video_url.is_none();
    let is_old = shown.edition.orderability.status != EditionStatus::Live;
    let rows = files.into_iter().map(|file| view! { <FileRow file is_old backend=backend.clone() /> }).collect_view();
    view! {
        <section class="mt-8" aria-labelledby="files-heading">
            <h2 id="files-heading" class="text-h3 font-bold">{t("publication-files")}</h2>
            {is_empty.then(|| view! { <p class="mt-2">{t("publication-no-files")}</p> })}
            <ul class="mt-2 grid gap-3">{rows}</ul>
            {shown
                .edition
                .video_url
                .map(|href| view! { <p class="mt-3"><LinkButton href kind=ButtonKind::Secondary>{t("publication-video")}</LinkButton></p> })}
        </section>
    }
}

#[component]
fn FileRow(file: File, is_old: bool, backend: SharedBackend) -> impl IntoView {
    let mut facts = vec![type_words(&file.media_type), size_words(file.bytes)];
    facts.extend(file.pages.map(|pages| t_with("file-pages", [("pages", pages.into())])));
    facts.extend(file.page_size.clone());
    match file.kind {
        FileKind::Print => facts.push(t("publication-file-print")),
        FileKind::Transcript => facts.push(t("publication-file-transcript")),
        FileKind::Cover | FileKind::Web => {}
    }
    let name = file.file_name.clone();
    let link = file.sha256.is_some().then(|| backend::files::link(&backend, file.id));
    let view = link.clone().filter(|_| can_be_shown(&file.media_type)).map(|link| {
        let label = t_with("publication-file-view-label", [("name", name.clone().into())]);
        view! { <p class="no-print"><a class="link" href=format!("{link}/view") aria-label=label>{t("publication-file-view")}</a></p> }
    });
    let elsewhere = if is_old { "publication-file-old" } else { "publication-file-elsewhere" };
    let title = match link {
        Some(href) => view! { <a class="link font-bold" href=href download=file.file_name>{name}</a> }.into_any(),
        None => view! { <span class="font-bold">{name}</span> <span class="text-muted">" – " {t(elsewhere)}</span> }
            .into_any(),
    };
    view! {
        <li class="file">
            <p class="wrap-anywhere">{title}</p>
            {view}
            <p class="text-muted">{facts.join(", ")}</p>
        </li>
    }
}

/// What it is, for whom, its versions and its QR code.
#[component]
pub fn Facts(
    /// What the page shows.
    shown: Shown,
) -> impl IntoView {
    let rows = facts(&shown)
        .into_iter()
        .map(|(key, called)| {
            let called = called.shown();
            view! { <SummaryRow key=t(key)>{called}</SummaryRow> }
        })
        .collect_view();
    let (publication, code) = (shown.publication.clone(), shown.edition.code.clone());
    view! {
        <section class="mt-8" aria-labelledby="facts-heading">
            <h2 id="facts-heading" class="mb-3 text-h3 font-bold">{t("publication-facts")}</h2>
            <SummaryList>{rows}</SummaryList>
            {publication.article_url.map(|href| view! { <p><a class="link" href=href>{t("publication-article")}</a></p> })}
            <VersionHistory shown />
            <QrCodes slug=publication.slug code />
        </section>
    }
}

/// What is known of it, each under the id of its words.
fn facts(shown: &Shown) -> Vec<(&'static str, Called)> {
    let Shown { publication, edition, names, .. } = shown;
    let language = names.language(&edition.language).map(|language| Called::Name(language.name.clone()));
    let all = |names: &[String]| (!names.is_empty()).then(|| Called::Name(names.join(", ")));
    let words = |words: String| Some(Called::Words(words));
    let rows = [
        ("publication-code", words(edition.code.to_string())),
        ("publication-language", language),
        ("publication-format", words(t(&format!("format-{}", edition.format)))),
        ("publication-version", words(edition.version.to_string())),
        ("publication-published", edition.published_at.map(|at| Called::Words(day_of(at)))),
        ("publication-updated", words(day_of(edition.updated_at))),
        ("publication-diseases", all(&publication.diseases)),
        ("publication-vaccinations", all(&publication.vaccinations)),
        ("publication-audiences", all(&publication.audiences)),
        ("publication-settings", all(&publication.settings)),
    ];
    rows.into_iter().filter_map(|(key, called)| Some((key, called?))).collect()
}
