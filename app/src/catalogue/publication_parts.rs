//! The parts of a publication's page: ordering, facts.

use domain::{
    basket::{QUANTITY, Quantity},
    catalogue::availability::Availability,
    form::Answer,
    paths,
};
use islands::{basket::add_to_basket::AddToBasketForm, waiting::tell_me::TellMeForm};
use leptos::prelude::*;
use store::publications::Edition;
use ui::{Filled, SummaryList, SummaryRow};

use super::{
    card::AvailabilityTag, names::Called, publication_page::Shown, qr_codes::QrCodes, versions::VersionHistory,
};
use crate::words::{day_of, t, t_with};

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
    // Known before orders open and after the last copy, too; an old version has no conditions any more.
    let exceptions = edition.order_exceptions.filter(|_| availability != Availability::NotLive);
    let exceptions = exceptions.map(|words| view! { <p class="measure mt-2">{words}</p> });
    let tell_me = (availability == Availability::OutOfStock)
        .then(|| view! { <div class="mt-4"><TellMeForm filled=waiting button=t("tell-me") /></div> });
    view! {
        <section class="order-box" aria-labelledby="order-heading">
            <h2 id="order-heading" class="text-h3 font-bold">{t("publication-order")}</h2>
            <p class="mt-2 flex flex-wrap items-center gap-3">
                <AvailabilityTag availability />
                <span>{t_with("publication-pack", [("pack", pack.into())])}</span>
            </p>
            {exceptions}
            {tell_me}
            {is_orderable
                .then(|| {
                    view! {
                        <p class="measure mt-2 text-muted">{limit}</p>
                        {edition.maximum.map(|max| view! { <p class="text-muted">{t_with("publication-maximum", [("max", max.into())])}</p> })}
                        <div class="mt-4">
                            <AddToBasketForm filled button=t("add-to-basket") />
                        </div>
                        <p class="no-print mt-3"><a class="link" href=more>{t("ask-for-more")}</a></p>
                    }
                })}
        </section>
    }
    .into_any()
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
        ("publication-code", Some(Called::Code(edition.code.to_string()))),
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
