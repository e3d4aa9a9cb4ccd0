//! What the pages of the catalogue lead to, take and keep: programmes, lists and their state, publications.

use axum::http::{Method, StatusCode};
use domain::catalogue::edition::EditionStatus;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    visitor::{Visitor, form_urlencoded},
    world::World,
};

const PAGE: &str = "/publications/measles-leaflet";
/// Links to programmes on a page.
const PROGRAMME: &str = "main a[href^='/programmes/']";

/// How many results a list says it has.
fn total(visitor: &Visitor) -> String {
    visitor.all("#results h2").concat()
}

/// Two leaflets, each of its own programme.
async fn with_two_programmes(connect: PgConnectOptions) -> World {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    world
        .run(
            "update publications set serial = 900, programme_id = (select id from programmes pr where not exists
                 (select from publications p where p.programme_id = pr.id) order by code limit 1) where slug = 'flu-leaflet'",
        )
        .await;
    world.run("select refresh_listings(array(select id from publications))").await;
    world
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_programme_is_a_link_where_it_has_a_page(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = with_two_programmes(connect).await;
    let of_measles = "select pr.name from programmes pr join publications p on p.programme_id = pr.id
        where p.slug = 'measles-leaflet'";
    let (mut visitor, name) = (world.visitor(), world.text(of_measles).await);
    let link = visitor.opens(PAGE).await.links(&name).remove(0);
    visitor.opens(&link).await.sees("Measles leaflet");
    assert_eq!((visitor.status, visitor.all("h1")), (StatusCode::OK, vec![name.clone()]));
    world.run("update programmes set is_temporary = true; select touch_listings('{}')").await;
    visitor.opens(PAGE).await.sees(&name);
    assert!(visitor.attributes(PROGRAMME, "href").is_empty(), "a temporary programme has no page");
    visitor.opens(&link).await;
    assert_eq!(visitor.status, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_withdrawn_publication_leads_to_its_programme_where_that_has_a_page(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = with_two_programmes(connect).await;
    world.run("update editions set status = 'withdrawn' where code_normalised = 'MEA1EN'").await;
    world.run("select refresh_listings(array(select id from publications))").await;
    let mut visitor = world.visitor();
    visitor.opens(PAGE).await;
    assert_eq!(visitor.status, StatusCode::GONE);
    assert!(visitor.attributes(PROGRAMME, "href").is_empty(), "nothing of its programme is live");
    let list = visitor.links("Search all publications").remove(0);
    visitor.opens(&list).await.sees("Flu leaflet");
    let both =
        "update publications set programme_id = (select programme_id from publications where slug = 'flu-leaflet')";
    world.run(both).await;
    world.run("select refresh_listings(array(select id from publications))").await;
    let programme = visitor.opens(PAGE).await.links("See what there is on").remove(0);
    visitor.opens(&programme).await.sees("Flu leaflet");
    assert_eq!(visitor.status, StatusCode::OK);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_publication_of_drafts_is_as_if_it_were_not_there(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { status: EditionStatus::Draft, ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    let all = |slug: &str| {
        ["qr.svg", "qr.png", "files.zip"]
            .map(|file| format!("/publications/{slug}/{file}"))
            .into_iter()
            .chain([format!("/publications/{slug}"), format!("/q/publications/{slug}")])
    };
    for (there, not_there) in all("measles-leaflet").zip(all("nothing")) {
        visitor.once(Method::GET, &not_there, None).await;
        let (missing, words) = (visitor.status, visitor.text());
        visitor.once(Method::GET, &there, None).await;
        assert_eq!((visitor.status, visitor.text()), (missing, words), "{there}");
        assert_eq!(missing, StatusCode::NOT_FOUND);
    }
    world.run("update editions set status = 'withdrawn'").await;
    visitor.once(Method::GET, &format!("/q{PAGE}"), None).await;
    assert_eq!(visitor.status, StatusCode::FOUND, "what was printed leads to the page that says so");
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
