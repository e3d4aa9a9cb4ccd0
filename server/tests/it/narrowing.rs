//! What lists are narrowed by: every value of every filter, in the list, in feeds and for programs.

use std::str::FromStr;

use atom_syndication::Feed;
use axum::http::StatusCode;
use domain::catalogue::{
    availability::Availability,
    edition::{AccessType, AccessibleFormat, ResourceType},
    search::{Facet, Search},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    api,
    builders::{Leaflet, ONE_PROGRAMME},
    visitor::Visitor,
    world::World,
};

const REFRESH: &str = "select refresh_listings(array(select id from publications))";

/// What the list, the feed and programs say that there is for a query: titles, in their alphabetical order. All three
/// say the same.
async fn found(visitor: &mut Visitor, query: &str) -> Vec<String> {
    visitor.opens(&format!("/publications?sort=title&{query}")).await;
    assert_eq!(visitor.status, StatusCode::OK, "{query}");
    let listed = if visitor.text().contains("No publications") { Vec::new() } else { visitor.all("#results h3 a") };
    visitor.opens(&format!("/publications.atom?{query}")).await;
    let feed = Feed::from_str(&visitor.body).expect("a feed");
    let mut titles: Vec<String> = feed.entries.into_iter().map(|entry| entry.title.value).collect();
    titles.sort();
    assert_eq!(titles, listed, "{query}: the feed");
    let records = api::all(visitor, &format!("sort=title&{query}")).await;
    let titles = records.iter().map(|record| record["title"].as_str().expect("a title").to_owned());
    assert_eq!(titles.collect::<Vec<_>>(), listed, "{query}: programs");
    listed
}

/// A measles and a flu leaflet.
async fn with_two(connect: PgConnectOptions) -> World {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    world
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_access_type_is_found_in_every_list(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let leaflets = [
        ("Both", "ACC-1", AccessType::DownloadOrOrder),
        ("Files", "ACC-2", AccessType::DownloadOnly),
        ("Paper", "ACC-3", AccessType::OrderOnly),
    ];
    for (title, code, access) in leaflets {
        world.has(Leaflet { title, code, access, ..Leaflet::default() }).await;
    }
    let mut visitor = world.visitor();
    world.run(ONE_PROGRAMME).await;
    let slug = world.text("select slug from programmes where code = 'COV'").await;
    for (title, _, access) in leaflets {
        assert_eq!(found(&mut visitor, &format!("access={access}")).await, [title]);
        assert_eq!(found(&mut visitor, &format!("access={access}&programme={slug}")).await, [title]);
    }
    assert_eq!(found(&mut visitor, "access=download-only&access=order-only").await, ["Files", "Paper"]);
    visitor.opens(&format!("/programmes/{slug}")).await;
    let mut titles = visitor.all("main .card h3 a");
    titles.sort();
    assert_eq!(titles, ["Both", "Files", "Paper"], "the programme's page");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_type_and_format_is_found_by_all_of_its_names(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    let mut asked = async |sql: &'static str, value: &str, query: &str| {
        sqlx::query(sql).bind(value).execute(&world.db).await.unwrap();
        world.run(REFRESH).await;
        found(&mut visitor, query).await.len()
    };
    let of_type = "update editions set resource_type = $1";
    for kind in ResourceType::ALL.iter().copied() {
        assert_eq!(asked(of_type, kind.as_str(), &format!("type={kind}")).await, 1, "{kind}");
        let others: Vec<&str> =
            ResourceType::ALL.iter().filter(|other| **other != kind).map(ResourceType::as_str).collect();
        assert_eq!(asked(of_type, kind.as_str(), &format!("type={}", others.join("&type="))).await, 0, "{kind}");
    }
    for (name, code) in
        [("Z-Card", "pocket-guide"), ("Memoires", "aide-memoire"), ("Pull-Up%20Banners", "pull-up-banner")]
    {
        assert_eq!(asked(of_type, code, &format!("type={name}")).await, 1, "{name}");
        assert_eq!(asked(of_type, "video", &format!("type={name}")).await, 0, "{name}");
    }
    let of_format = "update editions set format = $1";
    for format in AccessibleFormat::ALL {
        assert_eq!(asked(of_format, format.as_str(), &format!("format={format}")).await, 1, "{format}");
    }
    assert_eq!(asked(of_format, "standard", "format=braille").await, 0);
    assert_eq!(asked(of_format, "standard", "format=not-accessible").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn since_when_is_a_day_or_a_moment(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = with_two(connect).await;
    world.run("update publications set updated_at = '2026-01-01'").await;
    // The service's day begins an hour before that of Greenwich until the end of October.
    world.run("update editions set updated_at = '2026-10-01T12:00:00Z' where code_normalised = 'MEA1EN'").await;
    world.run("update editions set updated_at = '2026-09-30T22:59:59Z' where code_normalised = 'FLU1EN'").await;
    world.run(REFRESH).await;
    let mut visitor = world.visitor();
    for (since, expected) in [
        ("2026-09-30", 2),
        ("2026-10-01", 1),
        ("2026-10-02", 0),
        ("2026-10-01T12:00:00Z", 1),
        ("2026-10-01T13:00:00%2B01:00", 1),
        ("2026-10-01T12:00:01Z", 0),
        ("2026-09-30T22:59:59Z", 2),
    ] {
        let found = found(&mut visitor, &format!("updated_since={since}")).await;
        assert_eq!(found, ["Flu leaflet", "Measles leaflet"][2 - expected..], "{since}");
    }
    for bad in ["yesterday", "01%2F10%2F2026", "2026-02-30", "2026-10-01T25:00:00Z", "%00", "-9999-01-01x"] {
        visitor.opens(&format!("/publications?updated_since={bad}")).await.sees("2 publications");
        visitor.opens(&format!("/api/v1/editions?updated_since={bad}")).await;
        assert_eq!(visitor.status, StatusCode::UNPROCESSABLE_ENTITY, "{bad}: programs are told");
        assert!(visitor.body.contains("updated_since"), "{bad}: {}", visitor.body);
    }
}

/// An English edition that is closed, and two Polish ones: in braille, to be downloaded only, and one to be ordered.
const POLISH: &str = "
    insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised,
        resource_type, access_type, status, published_at, unit_of_issue, created_at, updated_at)
    select gen_random_uuid(), publication_id, 'pl', f.format, 1, f.code, f.code, resource_type, f.access, 'live',
        published_at, 1, created_at, updated_at
    from editions, (values ('braille', 'PLB', 'download-only'), ('standard', 'PLS', 'order-only')) f (format, code, access);
    select refresh_listings(array(select id from publications))";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_card_shows_an_edition_that_fits_all_filters_at_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let closed = jiff::civil::date(2026, 11, 1);
    world.has(Leaflet { order_end: Some(closed), ..Leaflet::default() }).await;
    world.run(POLISH).await;
    let shown = async |query: &[(&str, &str)]| {
        let found = world.search(&Search::read(query.iter().copied())).await;
        let today = world.backend.clock.today();
        found.cards.iter().map(|card| (card.code.to_string(), Availability::of(&card.orderability, today))).next()
    };
    let closed = Availability::Closed(closed);
    assert_eq!(shown(&[]).await, Some(("MEA-1-EN".to_owned(), closed)));
    for query in [&[("available", "now")][..], &[("available", "now"), ("language", "en"), ("language", "pl")][..]] {
        assert_eq!(shown(query).await, Some(("PLS".to_owned(), Availability::PreOrder)), "{query:?}");
    }
    assert_eq!(shown(&[("language", "pl"), ("format", "braille")]).await.unwrap().0, "PLB");
    assert_eq!(shown(&[("access", "download-only")]).await.unwrap().0, "PLB");
    assert_eq!(shown(&[("available", "now"), ("language", "en")]).await, None, "no edition fits both");
    assert_eq!(shown(&[("available", "now"), ("format", "braille")]).await, None, "nor both of these");
    // Sold out for good.
    world.run("update editions set run_to_zero = true where product_code = 'PLS'; update editions set order_end_date = null").await;
    world.run(REFRESH).await;
    assert_eq!(shown(&[("available", "now")]).await.unwrap().0, "MEA-1-EN");
    assert_eq!(shown(&[("available", "now"), ("language", "pl")]).await, None);
    let mut visitor = world.visitor();
    visitor.opens("/publications?available=now").await.sees("In stock");
}

/// The values of a facet that are shown at once, and those behind "Show all".
fn boxes(visitor: &Visitor, facet: &str) -> (Vec<String>, Vec<String>) {
    let at_once = visitor.attributes(&format!("#facet-{facet} fieldset > .checkbox input"), "value");
    (at_once, visitor.attributes(&format!("#facet-{facet} fieldset > details .checkbox input"), "value"))
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_facet_of_more_than_ten_values_is_folded_and_can_be_searched(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications").await;
    let (mut long, mut short) = (0, 0);
    for facet in Facet::ALL.iter().map(Facet::as_str) {
        let (at_once, folded) = boxes(&visitor, facet);
        let total = at_once.len() + folded.len();
        let finders = visitor.attributes(&format!("#facet-{facet} [data-facet-find]"), "type");
        if total > 10 {
            assert_eq!((at_once.len(), finders.len()), (6, 1), "{facet}");
            assert_eq!(visitor.all(&format!("#more-{facet} > summary")), [format!("Show all {total}")], "{facet}");
            long += 1;
        } else {
            assert!(folded.is_empty() && finders.is_empty(), "{facet}: {total} values are no long list");
            short += 1;
        }
    }
    assert!(long > 0 && short > 0, "the sample has facets of both kinds");
    let (_, folded) = boxes(&visitor, "language");
    let last = folded.last().expect("a long list").clone();
    visitor.opens(&format!("/publications?language={last}")).await;
    assert_eq!(boxes(&visitor, "language").0[0], last, "what is chosen is never folded away");
}
