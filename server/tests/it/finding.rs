//! What searches and suggestions find, and how it is ranked, filtered and counted.

use domain::catalogue::{
    availability::Availability,
    edition::AccessType,
    search::{Facet, NOW, Search, Since},
};
use jiff::civil::date;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, world::World};

const REFRESH: &str = "select refresh_listings(array(select id from publications))";

/// Titles of what a search finds, in order.
async fn titles(world: &World, search: &[(&str, &str)]) -> Vec<String> {
    let found = world.search(&Search::read(search.iter().copied())).await;
    found.cards.into_iter().map(|card| card.title).collect()
}

impl World {
    /// Some leaflets by title, each with a code of its own that no title begins with.
    async fn has_titles(&self, titles: &[&'static str]) {
        const CODES: [&str; 6] = ["ZZZ-1", "ZZZ-2", "ZZZ-3", "ZZZ-4", "ZZZ-5", "ZZZ-6"];
        for (title, code) in titles.iter().copied().zip(CODES) {
            self.has(Leaflet { title, code, ..Leaflet::default() }).await;
        }
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn changed_since_a_day_means_since_it_began_here(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has_titles(&["Measles leaflet", "Mumps leaflet"]).await;
    // 00:30 and 23:30 in London, an hour ahead of UTC in summer.
    world
        .run(
            "update editions set updated_at = '2026-06-01 00:00:00Z';
             update publications set updated_at = case slug when 'measles-leaflet' then timestamptz '2026-06-30 23:30:00Z'
                 else timestamptz '2026-06-30 22:30:00Z' end",
        )
        .await;
    world.run(REFRESH).await;
    assert_eq!(titles(&world, &[("updated_since", "2026-07-01")]).await, ["Measles leaflet"]);
    assert_eq!(titles(&world, &[("updated_since", "2026-06-30")]).await.len(), 2);
    assert_eq!(titles(&world, &[("updated_since", "2026-06-30T23:30:00Z")]).await, ["Measles leaflet"]);
    assert!(titles(&world, &[("updated_since", "2026-07-02")]).await.is_empty());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn choices_of_since_when_say_what_they_give(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has_titles(&["Measles leaflet", "Mumps leaflet", "Rubella leaflet"]).await;
    world
        .run(
            "update editions set updated_at = '2020-01-01';
             update publications set updated_at = case slug when 'measles-leaflet' then timestamptz '2026-11-20'
                 when 'mumps-leaflet' then timestamptz '2026-09-20' else timestamptz '2020-01-01' end",
        )
        .await;
    world.run(REFRESH).await;
    let found = world.search(&Search::read([("updated_since", "2019-01-01")])).await;
    let counts: Vec<(String, i64)> = found.ages.into_iter().map(|(since, count)| (since.text(), count)).collect();
    let expected = [("2026-10-22", 1), ("2026-08-22", 2), ("2025-11-22", 2), ("2019-01-01", 3)];
    assert_eq!(counts, expected.map(|(since, count)| (since.to_owned(), count)));
    assert_eq!(Since::usual(date(2026, 3, 31))[0], Since::Day(date(2026, 2, 28)), "months are of the calendar");
    let mut visitor = world.visitor();
    visitor.opens("/publications?q=leaflet").await;
    let options = visitor.all("#updated_since option");
    assert_eq!(options, ["At any time", "In the last month (1)", "In the last 3 months (2)", "In the last year (2)"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_own_title_of_an_edition_ranks_as_that_of_its_publication(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    // By rank the two are alike, and by title the other comes first.
    world.has_titles(&["Measles leaflet", "Contre vaccin contre vaccin"]).await;
    world.run("update editions set title = 'Vaccin contre', language = 'fr' where code_normalised = 'ZZZ1'").await;
    world.run(REFRESH).await;
    assert_eq!(titles(&world, &[("q", "vaccin contre")]).await[0], "Vaccin contre", "equal");
    world.run("update editions set title = 'Vaccin contre tout' where code_normalised = 'ZZZ1'").await;
    world.run(REFRESH).await;
    assert_eq!(titles(&world, &[("q", "Vaccin contre")]).await[0], "Vaccin contre tout", "it begins so");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn words_that_english_leaves_out_find_titles(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has_titles(&["Who", "Who is it for", "Measles leaflet"]).await;
    assert_eq!(titles(&world, &[("q", "who")]).await, ["Who", "Who is it for"]);
    assert_eq!(titles(&world, &[("q", "who it")]).await, ["Who is it for"], "all words are required");
    assert_eq!(titles(&world, &[("q", "who measles")]).await, ["Measles leaflet"], "beside others they say nothing");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_left_out_is_not_found_by_its_code(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for (title, code) in [("Mumps leaflet", "MUMPS-1"), ("Rubella leaflet", "ZZZ-1"), ("Shingles leaflet", "RUBELLA-1")]
    {
        world.has(Leaflet { title, code, ..Leaflet::default() }).await;
    }
    let mut others = titles(&world, &[("q", "-mumps")]).await;
    others.sort();
    assert_eq!(others, ["Rubella leaflet", "Shingles leaflet"]);
    assert_eq!(titles(&world, &[("q", "rubella -1")]).await, ["Rubella leaflet"]);
    assert_eq!(titles(&world, &[("q", "rubella 1")]).await, ["Shingles leaflet"], "a code is one still");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn similar_titles_fill_suggestions_up(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has_titles(&["Measles record", "About measels", "Shingles leaflet"]).await;
    let mut visitor = world.visitor();
    visitor.opens("/suggestions?q=measles").await;
    assert_eq!(visitor.all("[role=option] .font-bold"), ["Measles record", "About measels"], "each once");
    visitor.opens("/suggestions?q=measles&limit=1").await;
    assert_eq!(visitor.all("[role=option] .font-bold"), ["Measles record"], "no more than asked for");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn at_most_five_suggestions_and_each_finds_something(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut most = 0;
    for words in ["vaccinatoin", "measels", "leafelt parnets", "hepatytis", "influenca"] {
        let found = world.search(&Search::read([("q", words)])).await;
        assert_eq!(found.total, 0, "{words}");
        assert!(!found.suggestions.is_empty() && found.suggestions.len() <= 5, "{words}: {:?}", found.suggestions);
        most = most.max(found.suggestions.len());
        for suggestion in &found.suggestions {
            let total = world.search(&Search::read([("q", suggestion.as_str())])).await.total;
            assert!(total > 0, "{words}: {suggestion} finds nothing");
        }
    }
    assert!(most > 1, "there is something to bound");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_typing_error_inside_of_quotes_leads_on_as_well(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has_titles(&["Measles vaccine record", "Shingles leaflet"]).await;
    for words in ["measels vaccine", "\"measels vaccine\"", "record \"measels vaccine\""] {
        let found = world.search(&Search::read([("q", words)])).await;
        assert_eq!(found.total, 0, "{words}");
        let close: Vec<&str> = found.close.iter().map(|card| card.title.as_str()).collect();
        assert_eq!(close, ["Measles vaccine record"], "{words}");
        assert!(found.suggestions.iter().any(|better| better.contains("measles vaccine")), "{:?}", found.suggestions);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn ones_own_hold_takes_nothing_from_cards(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { stock: 3, run_to_zero: true, ..Leaflet::default() }).await;
    let (mut holder, mut other) = (world.visitor(), world.visitor());
    holder.opens("/publications/measles-leaflet").await.fills("quantity", "3").presses("Add to basket").await;
    world
        .run(
            "insert into stock_holds (basket_id, edition_id, quantity, expires_at)
             select basket_id, edition_id, quantity, timestamptz '2026-11-22 09:15:00Z' from basket_lines",
        )
        .await;
    for page in ["/publications/measles-leaflet", "/publications", "/suggestions?q=measles", "/"] {
        holder.opens(page).await.sees("Fewer than 50 left").does_not_see("Out of stock");
        other.opens(page).await.sees("Out of stock – tell me when it is back").does_not_see("Fewer than 50 left");
    }
    other.opens("/publications.atom").await;
    assert_eq!(other.status, axum::http::StatusCode::OK, "what everybody reads alike is nobody's basket's");
}

/// An edition for each row of the table of availability: its title and code, and what makes it so.
const ROWS: [(&str, &str, &str); 9] = [
    ("Withdrawn", "R-1", "update editions set status = 'withdrawn' where code_normalised = 'R1'"),
    ("Download", "R-2", "update editions set access_type = 'download-only' where code_normalised = 'R2'"),
    ("Later", "R-3", "update editions set order_from_date = '2026-11-23' where code_normalised = 'R3'"),
    ("Closed", "R-4", "update editions set order_end_date = '2026-11-21' where code_normalised = 'R4'"),
    ("Plenty", "R-5", "update editions set order_end_date = '2026-11-22' where code_normalised = 'R5'"),
    ("Few", "R-6", "update editions set unit_of_issue = 1000, run_to_zero = true where code_normalised = 'R6'"),
    ("Gone", "R-7", "update editions set unit_of_issue = 1001, run_to_zero = true where code_normalised = 'R7'"),
    (
        "Awaited",
        "R-8",
        "update stock_levels set on_hand = 0 where edition_id in (select id from editions where code_normalised = 'R8')",
    ),
    ("Reprinted", "R-9", "update editions set unit_of_issue = 1001 where code_normalised = 'R9'"),
];

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_can_be_ordered_now_is_what_its_card_says(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for (title, code, makes) in ROWS {
        let stock = if title == "Awaited" { 0 } else { 1_000 };
        world.has(Leaflet { title, code, stock, ..Leaflet::default() }).await;
        world.run(makes).await;
    }
    world.run(REFRESH).await;
    let today = world.backend.clock.today();
    let all = world.search(&Search::read([("size", "50")])).await.cards;
    assert_eq!(all.len(), 8, "all but the withdrawn one");
    let mut orderable: Vec<String> = all
        .iter()
        .filter(|card| Availability::of(&card.orderability, today).is_orderable())
        .map(|card| card.title.clone())
        .collect();
    let found = world.search(&Search::read([("available", NOW)])).await;
    let mut offered: Vec<String> = found.cards.into_iter().map(|card| card.title).collect();
    orderable.sort();
    offered.sort();
    assert_eq!(offered, orderable);
    assert_eq!(offered, ["Awaited", "Few", "Plenty", "Reprinted"]);
    let counted = found.counts.iter().find(|count| count.facet == Facet::Available).map(|count| count.publications);
    assert_eq!(counted, Some(4));
    assert!(all.iter().any(|card| card.orderability.access == AccessType::DownloadOnly), "each row is there");
}
