//! Programmes: all of them, and one with what it is about and what is new in it.

use std::sync::Arc;

use backend::{catalogue::Results, taxonomy::Taxonomy};
use domain::{
    catalogue::{
        search::{Facet, FacetCount, Search},
        taxonomy::Programme,
    },
    paths,
    text::Slug,
};
use islands::AppError;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::publications::Publication;
use ui::Chip;

use super::{card::PublicationCard, names::EnglishName, suggestions::SearchBox};
use crate::{
    layout::Page,
    load::load,
    viewer::asking,
    words::{t, t_with},
};

/// `/programmes`
#[component]
pub fn ProgrammesPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let names = asking.catalogue(&viewer).await?.names;
        let programmes: Vec<_> = names.programmes.clone();
        Ok(view! {
            <Page title=t("programmes-title") viewer>
                <h1 class="text-h1 font-bold">{t("programmes-title")}</h1>
                <p class="measure mt-3">{t("programmes-lead")}</p>
                <ProgrammeLinks programmes />
            </Page>
        }
        .into_any())
    })
}

/// Links to programmes, in their colours.
#[component]
pub fn ProgrammeLinks(
    /// Which.
    programmes: Vec<Programme>,
) -> impl IntoView {
    let links = programmes
        .into_iter()
        .map(|programme| {
            let class = format!("programme programme-{}", programme.code.to_lowercase());
            let href = paths::programme(&programme.slug).to_string();
            view! { <li><a class=class href=href><EnglishName name=programme.name /></a></li> }
        })
        .collect_view();
    view! { <ul class="mt-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">{links}</ul> }
}

/// The programme of a publication: a link where it has a page, else its name.
#[component]
pub fn ProgrammeName(
    /// The publication.
    publication: Publication,
    /// Which programmes have one.
    names: Arc<Taxonomy>,
) -> impl IntoView {
    let Publication { programme: name, programme_slug: slug, .. } = publication;
    if names.has_page(&slug) {
        view! { <a class="link" href=paths::programme(&slug).to_string()><EnglishName name /></a> }.into_any()
    } else {
        view! { <EnglishName name /> }.into_any()
    }
}

/// `/programmes/{slug}`
#[component]
pub fn ProgrammePage() -> impl IntoView {
    let asking = asking();
    let slug = use_params_map().with_untracked(|params| params.get("slug")).and_then(|slug| Slug::parse(&slug));
    load(async move {
        let slug = slug.ok_or(AppError::NotFound)?;
        let viewer = asking.viewer().await?;
        let catalogue = asking.catalogue(&viewer).await?;
        let names = catalogue.names.clone();
        let programme = names.programmes.iter().find(|programme| programme.slug == slug).cloned();
        let programme = programme.ok_or(AppError::NotFound)?;
        let search = Search::read([("programme", slug.as_str()), ("size", "10")]);
        let reader = asking.reader(&[], &names, &viewer);
        let found = backend::catalogue::search(&asking.backend, &catalogue, &search, &reader).await?;
        let Results { cards, total, counts, .. } = found;
        let today = asking.backend.clock.today();
        let topics = topics(&slug, &names, &counts);
        let all = paths::publications(&Search::read([("programme", slug.as_str())])).to_string();
        let newest = cards
            .into_iter()
            .map(|card| {
                let names = names.clone();
                view! { <PublicationCard card names today /> }
            })
            .collect_view();
        Ok(view! {
            <Page title=programme.name.clone() viewer back=paths::programmes().to_string()>
                <p class="text-muted">{t("programme")}</p>
                <h1 class="mt-1 text-h1 font-bold"><EnglishName name=programme.name /></h1>
                <SearchBox programme=slug />
                {topics}
                <h2 class="mt-10 text-h2 font-bold">{t("programme-newest")}</h2>
                <ul class="mt-4 grid gap-4 lg:grid-cols-2">{newest}</ul>
                <p class="mt-6"><a class="link font-bold" href=all>{t_with("programme-all", [("total", total.into())])}</a></p>
            </Page>
        }
        .into_any())
    })
}

/// What a programme is about, by kind of topic.
fn topics(slug: &Slug, names: &Taxonomy, counts: &[FacetCount]) -> impl IntoView + use<> {
    [Facet::Disease, Facet::Vaccination].map(|facet| {
        let of_facet = counts.iter().filter(|count| count.facet == facet);
        let topics = of_facet.filter_map(|count| {
            let asked = [("programme", slug.as_str()), (facet.as_str(), count.value.as_str())];
            let href = paths::publications(&Search::read(asked)).to_string();
            Some((names.name(facet, &count.value)?, count.publications, href))
        });
        view! { <Topics heading=t(&format!("programme-{facet}s")) topics=topics.collect() /> }
    })
}

/// Links to what a programme has on each of some topics: name, publications, address.
#[component]
fn Topics(heading: String, topics: Vec<(String, i64, String)>) -> impl IntoView {
    (!topics.is_empty()).then(|| {
        let links = topics
            .into_iter()
            .map(|(name, publications, href)| {
                view! { <li><Chip href><EnglishName name /> {format!(" ({publications})")}</Chip></li> }
            })
            .collect_view();
        view! {
            <h2 class="mt-8 text-h4 font-bold">{heading}</h2>
            <ul class="mt-2 flex flex-wrap gap-2">{links}</ul>
        }
    })
}
