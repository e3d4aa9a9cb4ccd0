//! The home page: search, programmes, what is new, and how it works.

use domain::{
    catalogue::search::{Facet, Search},
    paths,
    text::Slug,
};
use leptos::prelude::*;

use super::{card::PublicationCard, programme_pages::ProgrammeLinks};
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
        let reader = asking.reader(&[], &names);
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
            </Page>
        }
        .into_any())
    })
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

/// The plain search form: one input, one button, a GET.
#[component]
pub fn SearchBox(
    /// The programme it searches, where it is one.
    #[prop(optional)]
    programme: Option<Slug>,
) -> impl IntoView {
    view! {
        <form action="/publications" method="get" role="search" class="mt-6">
            {programme.map(|slug| view! { <input type="hidden" name="programme" value=slug.to_string() /> })}
            <SearchInput words=String::new() />
        </form>
    }
}

/// The input and its button, inside whatever form they search with.
#[component]
pub fn SearchInput(
    /// What stands in it.
    words: String,
) -> impl IntoView {
    view! {
        <label class="block font-bold" for="q">{t("search-label")}</label>
        <p id="q-hint" class="text-muted">{t("search-hint")}</p>
        <div class="mt-2 flex max-w-160 gap-2">
            <input class="input w-full min-w-0 grow" id="q" name="q" type="search" value=words autocomplete="off" spellcheck="false" aria-describedby="q-hint" maxlength="200" />
            <button type="submit" class="btn btn-primary">{t("search")}</button>
        </div>
    }
}
