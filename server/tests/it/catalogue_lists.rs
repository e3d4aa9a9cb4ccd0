//! What lists of publications take from their address and keep in it.

use axum::http::{Method, StatusCode};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    catalogue_pages::{PAGE, with_two_programmes},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

/// How many results a list says it has.
fn total(visitor: &Visitor) -> String {
    visitor.all("#results h2").concat()
}

/// What the form of a list asks for as it stands, and something more.
fn asked(visitor: &Visitor, more: (&str, &str)) -> String {
    let (_, action, mut answers) = visitor.form_of("Apply filters");
    for name in ["sort", "size", "updated_since"] {
        let chosen = visitor.attributes(&format!("#search-form select[name={name}] option[selected]"), "value");
        answers.extend(chosen.into_iter().map(|value| (name.to_owned(), value)));
    }
    answers.push((more.0.to_owned(), more.1.to_owned()));
    format!("{action}?{}", form_urlencoded(&answers))
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_programme_is_chosen_by_slug_name_code_and_id(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = with_two_programmes(connect).await;
    let spellings = "select unnest(array[pr.slug, pr.name, upper(pr.name), pr.code, lower(pr.code), pr.id::text])
        from programmes pr join publications p on p.programme_id = pr.id where p.slug = 'measles-leaflet'";
    let spellings = world.texts(spellings).await;
    let (slug, name) = (spellings[0].clone(), spellings[1].clone());
    let mut visitor = world.visitor();
    for is_temporary in [false, true] {
        if is_temporary {
            world.run("update programmes set is_temporary = true; select touch_listings('{}')").await;
        }
        for given in &spellings {
            let query = form_urlencoded(&[("programme".to_owned(), given.clone())]);
            visitor.opens(&format!("/publications?{query}")).await;
            assert_eq!(total(&visitor), "1 publication", "{given}");
            assert_eq!(visitor.attributes("#facet-programme input[checked]", "value"), [slug.as_str()], "{given}");
            let label = visitor.all("#facet-programme .checkbox label").remove(0);
            assert_eq!(label, format!("{name} (1)"), "{given}: temporary {is_temporary}");
            assert!(visitor.all("a.chip-link")[0].starts_with(&name), "{:?}", visitor.all("a.chip-link"));
            visitor.once(Method::GET, &format!("/api/v1/editions?{query}"), None).await;
            let answer: serde_json::Value = serde_json::from_str(&visitor.body).expect("JSON");
            assert_eq!(answer["total"], 1, "{given}: {answer}");
        }
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_on_no_list_is_dropped(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = with_two_programmes(connect).await;
    let mut visitor = world.visitor();
    for unknown in [
        "disease=boredom",
        "vaccination=boredom",
        "audience=nobody",
        "setting=nowhere",
        "language=xx",
        "programme=x",
        "format=smell",
        "type=rumour",
    ] {
        visitor.opens(&format!("/publications?{unknown}")).await;
        assert_eq!(total(&visitor), "2 publications", "{unknown}");
        assert!(visitor.all("a.chip-link").is_empty(), "{unknown} is no filter");
        assert_eq!(visitor.links("Follow this search"), ["/publications.atom"], "{unknown}");
        visitor.opens(&format!("/publications.atom?{unknown}")).await;
        let feed: atom_syndication::Feed = visitor.body.parse().expect("a feed");
        assert_eq!(feed.entries.len(), 2, "{unknown}");
    }
    visitor.opens("/publications?language=EN&language=xx").await;
    assert_eq!(total(&visitor), "2 publications");
    assert_eq!(visitor.attributes("#facet-language input[checked]", "value"), ["en"], "what is known stays");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn order_and_length_of_pages_outlive_a_filter(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    let chosen = |visitor: &Visitor, name: &str| visitor.all(&format!("select[name={name}] option[selected]"));
    visitor.opens("/publications").await;
    assert_eq!((chosen(&visitor, "sort"), chosen(&visitor, "size")), (vec!["Newest first".into()], vec!["20".into()]));
    assert_eq!(visitor.all("select[name=size] option"), ["10", "20", "50"]);
    visitor.opens("/publications?size=50&sort=-title").await;
    for _ in 0..2 {
        assert_eq!(chosen(&visitor, "size"), ["50"]);
        assert_eq!(chosen(&visitor, "sort"), ["Title (Z to A)"]);
        assert_eq!(visitor.all("#results .card").len(), 50, "as many as were asked for");
        let titles: Vec<String> = visitor.all("#results h3 a").iter().map(|title| title.to_lowercase()).collect();
        assert!(titles[0] > titles[49], "{titles:?}");
        let filtered = asked(&visitor, ("language", "en"));
        visitor.opens(&filtered).await;
    }
    visitor.opens("/publications?q=flu&sort=-code&lang=cy").await;
    visitor.opens("/publications?q=flu&sort=-code").await;
    assert_eq!(chosen(&visitor, "sort"), ["Cod, yr olaf yn gyntaf"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_bad_cursor_gives_the_first_page(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    let list = "/publications?size=10&sort=title";
    let next = visitor.opens(list).await.links("Next").remove(0);
    let (first, range) = (visitor.all("#results h3 a"), visitor.all("#results p.text-muted").remove(0));
    assert!(range.starts_with("Results 1 to 10 of "), "{range}");
    visitor.opens(&next).await.sees("Results 11 to 20 of ");
    assert!(visitor.title().contains("(page 2 of "), "{}", visitor.title());
    let after = next.split(['?', '&']).find_map(|pair| pair.strip_prefix("after=")).expect("a cursor").to_owned();
    let cursor = domain::paging::Cursor::decode(&after).expect("one of ours");
    let forged = domain::paging::Cursor { page: 999, ..cursor }.encode();
    visitor.opens(&format!("{list}&after={forged}")).await.sees(&range);
    assert_eq!(visitor.all("#results h3 a"), first);
    assert!(visitor.title().contains("(page 1 of "), "{}", visitor.title());
    visitor.opens(&format!("/publications?size=10&sort=-published&after={after}")).await.sees(&range);
    assert!(visitor.links("Previous").is_empty() && visitor.links("←Previous").is_empty(), "nothing precedes it");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_finds_no_page_can_search_from_there(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    for missing in ["/no-such-page", "/publications/nothing", "/e/NOTHING"] {
        visitor.opens(missing).await.sees("Page not found");
        assert_eq!(visitor.status, StatusCode::NOT_FOUND, "{missing}");
        visitor.fills("q", "measles").presses("Search").await.sees("1 publication");
        assert_eq!(visitor.links("Measles leaflet"), [PAGE], "{missing}");
    }
}
