//! What lists are sorted by: every key by its own field, and relevance by its tiers.

use std::collections::BTreeSet;

use domain::catalogue::search::{Search, SortKey};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    api,
    builders::{Leaflet, ONE_PROGRAMME},
    visitor::Visitor,
    world::World,
};

/// Titles and codes, each in an order of its own.
const LEAFLETS: [(&str, &str); 12] = [
    ("gamma", "CC-07"),
    ("Alpha", "CC-03"),
    ("zeta", "CC-11"),
    ("Omega", "CC-01"),
    ("beta", "CC-09"),
    ("Iota", "CC-05"),
    ("eta", "CC-12"),
    ("Kappa", "CC-02"),
    ("sigma", "CC-10"),
    ("Delta", "CC-04"),
    ("nu", "CC-08"),
    ("Tau", "CC-06"),
];

/// Gives every field an order of its own, as [`value`] says. Of programmes, versions and use there are few, so that
/// pages end among equals.
const FIELDS: &str = "
    update publications p set title = replace(title, 'eta', 'éta'), updated_at = '2026-01-01', serial = 900 + n.at,
        programme_id = (select id from programmes order by name offset n.at % 3 limit 1)
    from (select id, row_number() over (order by id)::int as at from publications) n where n.id = p.id;
    update editions e set published_at = timestamptz '2026-02-01' + n.at * 5 % 13 * interval '1 day',
        updated_at = timestamptz '2026-03-01' + n.at * 7 % 13 * interval '1 day',
        created_at = timestamptz '2026-04-01' + n.at * 11 % 13 * interval '1 day', version_number = 1 + n.at * 2 % 5
    from (select id, row_number() over (order by id)::int as at from publications) n where n.id = e.publication_id;
    insert into publication_usage (publication_id, uses)
    select id, 1 + row_number() over (order by id) % 4 from publications;
    select refresh_listings(array(select id from publications))";

/// What the leaflet that was made as the `at`th, from 1, is sorted by. Nothing for relevance, which needs words.
fn value(key: SortKey, at: usize, programmes: &[String]) -> Option<(usize, String)> {
    let (title, code) = LEAFLETS[at - 1];
    let of_number = |number: usize| Some((number, String::new()));
    match key {
        SortKey::Relevance => None,
        SortKey::Published => of_number(at * 5 % 13),
        SortKey::Updated => of_number(at * 7 % 13),
        SortKey::Created => of_number(at * 11 % 13),
        SortKey::Version => of_number(at * 2 % 5),
        SortKey::Popular => of_number(at % 4),
        SortKey::Title => Some((0, title.to_lowercase())),
        SortKey::Programme => Some((0, programmes[at % 3].clone())),
        SortKey::Code => Some((0, code.to_owned())),
    }
}

/// The leaflets in the order of a key, from the smallest; equal ones as they were made.
fn in_order(key: SortKey, programmes: &[String]) -> Option<Vec<usize>> {
    let mut all = (1..=LEAFLETS.len()).map(|at| Some((value(key, at, programmes)?, at))).collect::<Option<Vec<_>>>()?;
    all.sort();
    Some(all.into_iter().map(|(_, at)| at).collect())
}

/// The titles of all pages of a list.
async fn titles(visitor: &mut Visitor, query: &str) -> Vec<String> {
    visitor.opens(&format!("/publications?size=10&{query}")).await;
    let mut titles = visitor.all("#results h3 a");
    assert_eq!(titles.len(), 10, "{query}: a page");
    while let Some(next) = visitor.links("Next").pop() {
        visitor.opens(&next).await;
        titles.extend(visitor.all("#results h3 a"));
    }
    titles
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_key_sorts_by_its_own_field_in_both_directions(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for (title, code) in LEAFLETS {
        world.has(Leaflet { title, code, ..Leaflet::default() }).await;
    }
    world.run(FIELDS).await;
    let programmes = world.texts("select fold(name) from programmes order by name limit 3").await;
    let mut visitor = world.visitor();
    let mut orders = BTreeSet::new();
    for key in SortKey::ALL.iter().copied() {
        let Some(upwards) = in_order(key, &programmes) else { continue };
        for (sort, order) in
            [(format!("sort={key}"), upwards.clone()), (format!("sort=-{key}"), upwards.into_iter().rev().collect())]
        {
            let expected: Vec<String> = order.iter().map(|at| LEAFLETS[at - 1].0.replace("eta", "éta")).collect();
            assert_eq!(titles(&mut visitor, &sort).await, expected, "{sort}");
            let records = api::all(&mut visitor, &format!("per_page=10&{sort}")).await;
            let codes: Vec<&str> = records.iter().map(|record| record["code"].as_str().unwrap()).collect();
            let expected: Vec<&str> = order.iter().map(|at| LEAFLETS[at - 1].1).collect();
            assert_eq!(codes, expected, "{sort}, for programs");
            orders.insert(order);
        }
    }
    assert_eq!(orders.len(), 2 * (SortKey::ALL.len() - 1), "no two keys give the same order");
    let newest = titles(&mut visitor, "sort=-published").await;
    for unknown in ["", "sort=password", "sort=-relevance", "sort=relevance", "sort=PUBLISHED"] {
        assert_eq!(titles(&mut visitor, unknown).await, newest, "{unknown:?} is the default");
    }
}

/// Publications for one search, the best first: title, code, and what else of it holds the word.
const TIERS: [(&str, &str, &str); 7] = [
    ("Zebra", "RSV", ""),
    ("Yak", "RSV-9-EN", ""),
    ("Rsv", "XX-3-EN", ""),
    ("RSV in adults", "XX-5-EN", ""),
    ("RSV in babies", "XX-4-EN", ""),
    ("All about RSV", "XX-6-EN", "rsv and rsv again"),
    ("Coughs", "XX-7-EN", "rsv"),
];

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn relevance_has_five_tiers_then_rank_then_title(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    // The worst first: what was made first stands first among equals.
    for (title, code, summary) in TIERS.into_iter().rev() {
        world.has(Leaflet { title, code, ..Leaflet::default() }).await;
        let summarised = sqlx::query("update publications set summary = $1 where title = $2").bind(summary).bind(title);
        summarised.execute(&world.db).await.unwrap();
    }
    world.run("update publications set keywords = '{rsv}' where title = 'All about RSV'").await;
    world.run("update publications set title = 'Ŕšv' where title = 'Rsv'").await;
    world.run(ONE_PROGRAMME).await;
    let rank = "select (ts_rank('{0.1, 0.2, 0.5, 1}', a.document, 'rsv') > ts_rank('{0.1, 0.2, 0.5, 1}', b.document, 'rsv'))::int::bigint
        from listings a, listings b where a.title_folded = 'all about rsv' and b.title_folded = 'rsv in adults'";
    assert_eq!(world.count(rank).await, 1, "a tier counts more than a rank");
    let mut visitor = world.visitor();
    let best = TIERS.map(|(title, ..)| title.replace("Rsv", "Ŕšv"));
    for words in ["rsv", "RSV", "r%C5%A1v"] {
        visitor.opens(&format!("/publications?q={words}")).await;
        let found = visitor.all("#results h3 a");
        // An accent belongs to no code.
        let expected = if words.contains('%') { &best[2..] } else { &best[..] };
        assert_eq!(found, expected, "{words}");
    }
    visitor.opens("/publications?q=rs").await.sees("No publications");
    let found = world.search(&Search::read([("q", "rsv-9")])).await;
    assert_eq!(found.cards.iter().map(|card| card.title.as_str()).collect::<Vec<_>>(), ["Yak"], "a code's beginning");
}

/// A French edition of everything, with titles of its own that stand the other way round.
const FRENCH: &str = "
    insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised, title,
        resource_type, access_type, status, published_at, unit_of_issue, created_at, updated_at)
    select gen_random_uuid(), e.publication_id, 'fr', f, 1, e.product_code || l, e.code_normalised || l,
        case p.title when 'Alpha' then 'Étoile' else 'Arbre' end, e.resource_type, e.access_type, 'live', e.published_at, 1,
        e.created_at, e.updated_at
    from editions e join publications p on p.id = e.publication_id,
        (values ('standard', 'FR'), ('audio', 'FRA')) as more (f, l);
    select refresh_listings(array(select id from publications))";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn titles_sort_as_their_cards_show_them(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { title: "Alpha", code: "CC-1", ..Leaflet::default() }).await;
    world.has(Leaflet { title: "Beta", code: "CC-2", ..Leaflet::default() }).await;
    world.run(FRENCH).await;
    let mut visitor = world.visitor();
    for (query, upwards) in [
        ("", ["Alpha", "Beta"]),
        ("&language=en", ["Alpha", "Beta"]),
        ("&language=en&language=fr", ["Alpha", "Beta"]),
        ("&language=fr", ["Arbre", "Étoile"]),
        ("&format=audio", ["Arbre", "Étoile"]),
    ] {
        visitor.opens(&format!("/publications?sort=title{query}")).await;
        assert_eq!(visitor.all("#results h3 a"), upwards, "{query}");
        visitor.opens(&format!("/publications?sort=-title{query}")).await;
        assert_eq!(visitor.all("#results h3 a"), [upwards[1], upwards[0]], "{query}");
    }
    let records = api::all(&mut visitor, "sort=title&format=standard").await;
    let titles: Vec<&str> = records.iter().map(|record| record["title"].as_str().unwrap()).collect();
    assert_eq!(titles, ["Alpha", "Arbre", "Beta", "Étoile"], "each edition by its own, for programs");
}
