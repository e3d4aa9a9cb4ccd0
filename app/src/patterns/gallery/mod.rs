//! The gallery itself. English, for whoever builds pages.

mod basket_line;
mod filter;
mod quantity;
mod restricted;
mod results;

use backend::catalogue::{Reader, Results, Snapshot};
use domain::{catalogue::search::Search, form::Answers, patterns::TryPatterns};
use islands::patterns::PatternsForm;
use leptos::prelude::*;
use store::sessions::Viewer;
use ui::{ButtonKind, Filled, LinkButton, Notification, NotificationKind, SummaryList, SummaryRow, Tag, TagKind};

use crate::{
    Bundle,
    layout::Page,
    load::{NotShown, load},
    viewer::{Asking, asking},
    words,
};

/// Ten publications, and who looks at them.
struct Sample {
    viewer: Viewer,
    catalogue: Snapshot,
    reader: Reader,
    found: Results,
}

async fn sample(asking: &Asking) -> Result<Sample, NotShown> {
    let viewer = asking.viewer().await?;
    let catalogue = asking.catalogue(&viewer).await?;
    let reader = asking.reader(&[], &catalogue.names, &viewer);
    let search = Search::read([("size", "10")]);
    let found = backend::catalogue::search(&asking.backend, &catalogue, &search, &reader).await?;
    Ok(Sample { viewer, catalogue, reader, found })
}

/// The page; with a word of success when its form was taken.
pub fn page(was_taken: bool) -> impl IntoView {
    let asking = asking();
    load(async move {
        let Sample { viewer, catalogue, reader, found } = sample(&asking).await?;
        let names = catalogue.names.clone();
        let chosen = filter::sample(&names);
        let filtered = backend::catalogue::search(&asking.backend, &catalogue, &chosen, &reader).await?;
        let lines = basket_line::lines(&found.cards, &viewer);
        let restricted = found.cards.get(2).cloned();
        let today = asking.backend.clock.today();
        let mut filled = words::filled::<TryPatterns>(&viewer, Answers::default());
        filled.facts = backend::patterns::facts(&asking.backend).await?;
        let languages = names.languages.iter().map(|language| (language.tag.to_string(), language.endonym.clone()));
        let languages = languages.collect();
        let numbers = found.cards.first().map(|card| vec![quantity::fine(card), quantity::refused(card)]);
        let errors = filled.errors.clone();
        Ok(view! {
            <Page title="Patterns" viewer errors islands=Bundle::Public>
                {was_taken
                    .then(|| {
                        view! { <Notification kind=NotificationKind::Success title="Success">"The form was taken."</Notification> }
                    })}
                <h1 class="text-h1 font-bold">"Patterns"</h1>
                <p class="measure mt-3">"What pages are made of, and when to use it. Each part here is the part that pages use."</p>
                {of_text(was_taken)}
                {results::of_results(found.cards, &names, today)} {quantity::of_quantity(numbers.unwrap_or_default())}
                {restricted::of_restricted(restricted, names.clone(), today)}
                {filter::of_filter(chosen, filtered, names.clone(), today)}
                {basket_line::of_basket_line(lines, names)} {of_forms(filled, languages)}
            </Page>
        }
        .into_any())
    })
}

/// The page of the basket, with a line for everything that can be wrong: no basket of the sample gets so far.
pub fn basket_page() -> impl IntoView {
    let asking = asking();
    load(async move {
        let Sample { viewer, catalogue, found, .. } = sample(&asking).await?;
        let lines = basket_line::wrong_lines(&found.cards, &viewer);
        Ok(crate::basket::basket_page::page(viewer, lines, catalogue.names))
    })
}

/// A part of the gallery: what it is, when to use it, how it looks.
fn part(title: &'static str, when: &'static str, shown: AnyView) -> impl IntoView {
    view! {
        <section class="mt-10">
            <h2 class="text-h2 font-bold">{title}</h2>
            <p class="measure mt-2 mb-4">{when}</p>
            {shown}
        </section>
    }
}

/// What is to be known of a part, by what it is about.
fn notes(about: [(&'static str, &'static str); 5]) -> impl IntoView {
    let rows = about.map(|(key, words)| view! { <SummaryRow key>{words}</SummaryRow> }).collect_view();
    view! { <SummaryList>{rows}</SummaryList> }
}

fn of_text(was_taken: bool) -> impl IntoView {
    let buttons = view! {
        <p class="flex flex-wrap gap-4">
            <LinkButton href="/patterns">"Continue"</LinkButton>
            <LinkButton href="/patterns" kind=ButtonKind::Secondary>"Find another"</LinkButton>
            <LinkButton href="/patterns" kind=ButtonKind::Quiet>"Remove"</LinkButton>
        </p>
    };
    let tags = [TagKind::Good, TagKind::Warning, TagKind::Bad, TagKind::Neutral]
        .into_iter()
        .zip(["In stock", "Low stock", "Out of stock", "Download only"])
        .map(|(kind, words)| view! { <Tag kind>{words}</Tag> })
        .collect_view();
    let summary = view! {
        <SummaryList>
            <SummaryRow key="Town or city" change="/patterns" change_text="Change">"Leeds"</SummaryRow>
            <SummaryRow key="Postcode">"LS1 4AP"</SummaryRow>
        </SummaryList>
    };
    let notice = (!was_taken).then(|| {
        view! { <Notification title="Important">"Orders placed after 18 December arrive in January."</Notification> }
    });
    view! {
        {part("Buttons", "One button of the first kind on a page: what most people came to do. What undoes something is quiet.", buttons.into_any())}
        {part("Availability", "A tag says what can be had, in words; its colour repeats them. It stands before the quantity.", view! { <p class="flex flex-wrap gap-3">{tags}</p> }.into_any())}
        {part("Notices", "Above a page, for what everybody has to know today. Success is said once, after what succeeded.", notice.into_any())}
        {part("Answers", "Before something is sent: every answer, with a link that leads to its question and straight back.", summary.into_any())}
    }
}

fn of_forms(filled: Filled, languages: Vec<(String, String)>) -> impl IntoView {
    let form = view! { <div class="task"><PatternsForm filled languages /></div> };
    part(
        "Questions",
        "The same rule checks answers in the browser and on the server. Errors stand at their question and in a summary that leads there; what was typed stays.",
        form.into_any(),
    )
}
