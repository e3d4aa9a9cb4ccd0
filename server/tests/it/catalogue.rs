//! Finding and reading publications of the sample catalogue.

use axum::http::StatusCode;
use domain::catalogue::{edition::EditionStatus, search::Search};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, visitor::Visitor, world::World};

fn titles(visitor: &Visitor) -> Vec<String> {
    visitor.all("#results h3 a")
}

fn total(visitor: &Visitor) -> usize {
    let words = visitor.all("#results h2").concat();
    words.split(' ').next().and_then(|number| number.replace(',', "").parse().ok()).unwrap_or(0)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_sample_is_found_by_words_codes_and_near_words(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications?q=leaflet+flu").await;
    assert!(
        titles(&visitor).iter().any(|title| title == "Flu vaccination: leaflet for parents"),
        "{:?}",
        titles(&visitor)
    );
    for spelling in ["flu+0017-pl", "FLU0017PL01", "flu-0017-pl-01"] {
        visitor.opens(&format!("/publications?q={spelling}")).await;
        assert!(
            titles(&visitor).first().is_some_and(|title| title.contains("Flu vaccination: leaflet for parents")),
            "{spelling}: {:?}",
            titles(&visitor)
        );
    }
    visitor.opens("/publications?q=Sante&language=fr").await;
    assert!(titles(&visitor).iter().any(|title| title.contains("Santé")), "{:?}", titles(&visitor));
    visitor.opens("/publications?q=measels").await.sees("No exact matches. Showing close matches").sees("Did you mean");
    assert_eq!(visitor.status, StatusCode::OK);
    assert!(titles(&visitor).iter().any(|title| title.to_lowercase().contains("measles")));
    let suggestion = visitor.links("measles").first().cloned().expect("a suggestion");
    visitor.opens(&suggestion).await;
    assert!(total(&visitor) > 0, "a suggestion leads to results");
    visitor.opens("/publications?q=xyzzyqqq").await.sees("Nothing fits this search");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn quotes_and_minus_are_understood(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications?q=flu").await;
    let all = total(&visitor);
    visitor.opens("/publications?q=flu+-poster").await;
    let fewer = total(&visitor);
    assert!(0 < fewer && fewer < all, "{fewer} of {all}");
    visitor.opens("/publications?q=%22whooping+cough%22").await;
    assert!(total(&visitor) > 0);
    visitor.opens("/publications?q=%22cough+whooping%22").await;
    assert_eq!(total(&visitor), 0, "a phrase keeps its order");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn synonyms_are_live_with_the_next_search(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    let mut found = async || {
        visitor.opens("/publications?q=morbilli").await;
        total(&visitor)
    };
    assert_eq!(found().await, 0);
    world.run("insert into synonym_groups (id, terms) values (gen_random_uuid(), '{morbilli,spots}')").await;
    assert_eq!(found().await, 0, "neither word is in a publication");
    world.run("update synonym_groups set terms = '{morbilli,measles}' where 'morbilli' = any (terms)").await;
    assert_eq!(found().await, 1);
    world.run("delete from synonym_groups where 'morbilli' = any (terms)").await;
    assert_eq!(found().await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_count_of_a_facet_is_what_it_gives(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    for search in [
        vec![("q", "vaccination")],
        vec![("language", "pl")],
        vec![("language", "fr"), ("type", "leaflet")],
        vec![("format", "easy-read"), ("available", "now")],
        vec![("disease", "measles"), ("updated_since", "2026-01-01")],
    ] {
        let search = Search::read(search);
        let found = world.search(&search).await;
        assert!(!found.counts.is_empty());
        for count in found.counts {
            let mut parameters: Vec<(&str, String)> =
                search.parameters().into_iter().filter(|(name, _)| *name != count.facet.as_str()).collect();
            parameters.push((count.facet.as_str(), count.value.clone()));
            let total = world.search(&Search::read(parameters)).await.total;
            assert_eq!(total, count.publications, "{} = {} in {:?}", count.facet, count.value, search.parameters());
        }
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn language_and_format_hold_for_one_and_the_same_edition(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let both = "select count(distinct publication_id) from editions where status = 'live' and language = 'pl' and format = 'easy-read'";
    let expected = world.count(both).await;
    let either = "select count(*) from publications p where exists (select from editions where publication_id = p.id and status = 'live' and language = 'pl')
        and exists (select from editions where publication_id = p.id and status = 'live' and format = 'easy-read')";
    assert!(world.count(either).await > expected, "the sample tells the two apart");
    let mut visitor = world.visitor();
    visitor.opens("/publications?language=pl&format=easy-read").await;
    assert_eq!(i64::try_from(total(&visitor)).unwrap(), expected);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn pages_neither_repeat_nor_lose_a_row_in_any_order(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    for sort in [
        "",
        "&sort=published",
        "&sort=-updated",
        "&sort=title",
        "&sort=-title",
        "&sort=code",
        "&sort=relevance&q=vaccination",
        "&language=en&sort=code",
    ] {
        visitor.opens(&format!("/publications?size=10{sort}")).await;
        let expected = total(&visitor);
        let (mut seen, mut back) = (titles(&visitor), Vec::new());
        let mut links = visitor.all("#results h3 a").len();
        while let Some(next) = visitor.links("Next").pop() {
            visitor.opens(&next).await;
            links += titles(&visitor).len();
            seen.extend(titles(&visitor));
        }
        assert_eq!(links, expected, "{sort}");
        while let Some(previous) = visitor.links("←Previous").pop().or_else(|| visitor.links("Previous").pop()) {
            visitor.opens(&previous).await;
            back.splice(0..0, titles(&visitor));
        }
        assert_eq!(back, seen[..back.len()], "{sort}: the same way back");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_publication_opens_in_the_reader_s_language(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    let page = "/publications/flu-vaccination-leaflet-for-parents";
    visitor.opens(page).await.sees("FLU-0017-EN-01").sees("Add to basket").sees("PDF");
    visitor.opens(&format!("{page}?language=ar&format=standard")).await.sees("FLU-0017-AR-01");
    assert!(visitor.body.contains(r#"lang="ar""#) && visitor.body.contains(r#"dir="rtl""#));
    visitor.opens(&format!("{page}?language=ar&format=braille")).await.sees("not available in Arabic as braille");
    let request = axum::http::Request::get(page)
        .header("accept-language", "pl;q=0.9, en;q=0.5")
        .body(axum::body::Body::empty())
        .unwrap();
    visitor.sends(request).await;
    visitor.sees("FLU-0017-PL-01");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_code_in_any_spelling_leads_to_its_publication(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    for spelling in ["/e/flu-0017-pl-01", "/e/FLU0017PL01", "/e/flu%200017%2Fpl%2001", "/q/FLU0017PL01"] {
        visitor.opens(spelling).await;
        assert_eq!(
            visitor.path, "/publications/flu-vaccination-leaflet-for-parents?language=pl&format=standard",
            "{spelling}"
        );
    }
    visitor.opens("/e/nothing-like-it").await.sees("Page not found");
    assert_eq!(visitor.status, StatusCode::NOT_FOUND);
    visitor.opens("/e/FLU-0018-EN-01").await.sees("This is an old version");
    visitor.opens(&visitor.links("Go to the current version")[0].clone()).await.sees("FLU-0018-EN-02");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn drafts_are_hidden_and_withdrawn_publications_say_so(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world
        .has(Leaflet { title: "Draft leaflet", code: "DRA-1", status: EditionStatus::Draft, ..Leaflet::default() })
        .await;
    world
        .has(Leaflet { title: "Gone leaflet", code: "GON-1", status: EditionStatus::Withdrawn, ..Leaflet::default() })
        .await;
    let mut visitor = world.visitor();
    visitor.opens("/publications/draft-leaflet").await.sees("Page not found");
    assert_eq!(visitor.status, StatusCode::NOT_FOUND);
    visitor.opens("/publications/gone-leaflet").await.sees("Gone leaflet has been withdrawn");
    assert_eq!(visitor.status, StatusCode::GONE);
    assert!(visitor.links("See what there is on").is_empty(), "nothing of its programme is live");
    assert_eq!(visitor.links("Search all publications"), ["/publications"]);
    visitor.opens("/publications").await.sees("No publications");
    visitor.opens("/e/DRA1").await;
    assert_eq!(visitor.status, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_cover_and_qr_code_is_a_picture(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    let publications = world.texts("select slug from publications order by slug").await;
    let every = "select format('/covers/%s/%s.svg', p.slug, e.language) from editions e
        join publications p on p.id = e.publication_id where e.status = 'live'";
    let mut paths = world.texts(every).await;
    paths.extend(publications.iter().map(|slug| format!("/publications/{slug}/qr.svg")));
    assert!(paths.len() > 300, "{}", paths.len());
    for path in &paths {
        visitor.opens(path).await;
        assert_eq!(
            (visitor.status, &visitor.headers["content-type"]),
            (StatusCode::OK, &"image/svg+xml".parse().unwrap()),
            "{path}"
        );
        assert!(visitor.body.starts_with("<svg") || visitor.body.starts_with("<?xml"), "{}", &visitor.body[..60]);
    }
}
