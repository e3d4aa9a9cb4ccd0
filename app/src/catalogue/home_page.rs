//! The home page: search, programmes, what is new, and how it works.

use domain::{
    catalogue::search::{Facet, Search},
    paths,
};
use leptos::prelude::*;

use super::{card::PublicationCard, programme_pages::ProgrammeLinks, suggestions::SearchBox};
use crate::{
    layout::Page,
    load::load,
    viewer::asking,
    words::{t, t_with},
};

/// Publications shown as new.
const NEW: usize = 6;
/// The most programmes that are featured.
const FEATURED: usize = 6;

/// `/`
#[component]
pub fn HomePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let catalogue = asking.catalogue(&viewer).await?;
        let (names, today) = (catalogue.names.clone(), asking.backend.clock.today());
        let newest = Search::read([("size", "10")]);
        let reader = asking.reader(&[], &names, &viewer);
        let page = backend::catalogue::search(&asking.backend, &catalogue, &newest, &reader).await?;
        let languages = page.counts.iter().filter(|count| count.facet == Facet::Language).count();
        let totals = [("publications", page.total.into()), ("languages", languages.into())];
        let cards = page
            .cards
            .into_iter()
            .take(NEW)
            .map(|card| {
                let names = names.clone();
                view! { <PublicationCard card names today /> }
            })
            .collect_view();
        let featured = names.programmes.iter().filter(|programme| programme.is_featured).take(FEATURED);
        let featured: Vec<_> = featured.cloned().collect();
        Ok(view! {
            <Page title=t("home-title") viewer>
                <div class="hero">
                    <h1 class="text-display font-bold">{t("home-title")}</h1>
                    <p class="measure mt-3 text-h4">{t("home-lead")}</p>
                    <SearchBox />
                    <p class="mt-3 text-muted">{t_with("home-totals", totals)}</p>
                </div>
                <h2 class="mt-10 text-h2 font-bold">{t("home-programmes")}</h2>
                <ProgrammeLinks programmes=featured />
                <p class="mt-4"><a class="link font-bold" href=paths::programmes().to_string()>{t("programmes-title")}</a></p>
                <h2 class="mt-12 text-h2 font-bold">{t("home-new")}</h2>
                <ul class="mt-4 grid gap-4 lg:grid-cols-2">{cards}</ul>
                <HowItWorks />
                <ToRegister />
            </Page>
        }
        .into_any())
    })
}

/// The way to the provider registry.
#[component]
fn ToRegister() -> impl IntoView {
    let register = paths::register().to_string();
    view! {
        <h2 class="mt-12 text-h2 font-bold">{t("home-register")}</h2>
        <p class="measure mt-3">{t("home-register-body")}</p>
        <p class="mt-4"><a class="link font-bold" href=register>{t("reg-start-title")}</a></p>
    }
}

/// How one gets from a search to a parcel.
#[component]
fn HowItWorks() -> impl IntoView {
    view! {
        <h2 class="mt-12 text-h2 font-bold">{t("home-how")}</h2>
                <ol class="mt-4 grid gap-6 md:grid-cols-3">
                    {["home-how-1", "home-how-2", "home-how-3"]
                        .map(|step| {
                            view! {
                                <li class="step">
                                    <h3 class="text-h4 font-bold">{t(step)}</h3>
                                    <p class="mt-1">{t(&format!("{step}-body"))}</p>
                                </li>
                            }
                        })
                        .collect_view()}
                </ol>
    }
}
