//! What the page of a publication says of it, row by row, and the guidance it leads to.

use axum::http::Method;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{api::told, builders::Leaflet, catalogue_pages::PAGE, world::World};

const FACTS: &str = "
    update editions set version_number = 3, published_at = '2026-03-02T12:00:00Z', updated_at = '2026-10-05T23:30:00Z';
    insert into publication_diseases (publication_id, disease) select id, unnest(array['measles', 'cholera']) from publications;
    insert into publication_vaccinations (publication_id, vaccination) select id, 'bcg' from publications;
    insert into publication_audiences (publication_id, audience) select id, 'carers' from publications;
    insert into publication_settings (publication_id, setting) select id, 'library' from publications;
    select refresh_listings(array(select id from publications))";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_fact_has_its_row(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens(PAGE).await;
    let keys = ["Code", "Language", "Format", "Version", "Published", "Updated"];
    assert_eq!(visitor.all("[aria-labelledby=facts-heading] dt"), keys, "what is not known has no row");
    world.run(FACTS).await;
    visitor.opens(PAGE).await;
    let keys = visitor.all("[aria-labelledby=facts-heading] dt");
    let rows: Vec<(String, String)> = keys.into_iter().zip(visitor.all("[aria-labelledby=facts-heading] dd")).collect();
    let expected = [
        ("Code", "MEA-1-EN"),
        ("Language", "English"),
        ("Format", "Standard"),
        ("Version", "3"),
        ("Published", "2 March 2026"),
        // Half past midnight where the service is.
        ("Updated", "6 October 2026"),
        ("Diseases", "Cholera, Measles"),
        ("Vaccinations", "BCG"),
        ("For", "Carers"),
        ("Where it is used", "Library"),
    ];
    assert_eq!(rows, expected.map(|(key, value)| (key.to_owned(), value.to_owned())));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_related_guidance_is_a_link(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    let words = "Read the related guidance";
    for (sql, address) in [
        ("update publications set article_url = null", None),
        (
            "update publications set article_url = 'https://example.org/guidance?of=measles&for=all'",
            Some("https://example.org/guidance?of=measles&for=all"),
        ),
    ] {
        world.run(sql).await;
        visitor.once(Method::GET, PAGE, None).await;
        assert_eq!(visitor.links(words), address.as_slice());
        let publication = told(&mut visitor, "/api/v1/publications/measles-leaflet").await;
        assert_eq!(publication["article_url"].as_str(), address, "{publication}");
    }
}
