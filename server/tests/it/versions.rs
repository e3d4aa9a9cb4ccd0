//! What a publication's page says of its versions, and what stands where a withdrawn one stood.

use axum::http::StatusCode;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, world::World};

const PAGE: &str = "/publications/measles-leaflet?language=en&format=standard";

/// A leaflet whose second version took the place of its first.
async fn with_two_versions(connect: PgConnectOptions) -> World {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world
        .run(
            "update editions set status = 'archived';
             insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised,
                 resource_type, access_type, status, published_at, unit_of_issue, created_at, updated_at)
             select gen_random_uuid(), publication_id, language, format, 2, 'MEA-2-EN', 'MEA2EN', resource_type, access_type,
                 'live', published_at, 1, created_at, updated_at from editions",
        )
        .await;
    world
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn versions_stand_newest_first_and_lead_to_their_own_pages(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = with_two_versions(connect).await;
    let mut visitor = world.visitor();
    let versions = "[aria-labelledby='versions-heading'] li";
    visitor.opens(PAGE).await;
    let rows = visitor.all(versions);
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows[0].starts_with("Version 2") && rows[0].contains("current version, published on 22 November 2026"));
    assert!(rows[1].starts_with("Version 1") && rows[1].contains("old version"), "{rows:?}");
    assert!(visitor.links("Version 2").is_empty(), "it is the one shown");
    let old = visitor.links("Version 1").remove(0);
    visitor.opens(&old).await.sees("This is an old version").sees("MEA-1-EN");
    assert_eq!(visitor.links("Version 2"), [PAGE]);
    assert_eq!(visitor.links("Go to the current version"), [PAGE]);
    visitor.does_not_see("Add to basket");
    assert_eq!(visitor.all("meta[name=robots][content=noindex]").len(), 1, "old versions are not to be found");
    world.run("update editions set status = 'withdrawn' where version_number = 1").await;
    visitor.opens(PAGE).await;
    assert!(visitor.all(versions)[1].contains("withdrawn") && visitor.links("Version 1").is_empty());
    world.run("update editions set language = 'fr' where version_number = 1").await;
    visitor.opens(PAGE).await;
    assert!(visitor.all(versions).is_empty(), "one version is no history");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_withdrawn_version_leads_to_what_took_its_place(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = with_two_versions(connect).await;
    world.run("update editions set status = 'withdrawn' where version_number = 1").await;
    let mut visitor = world.visitor();
    visitor.opens("/e/MEA1EN").await.sees("Measles leaflet has been withdrawn").does_not_see("MEA-1-EN");
    assert_eq!(visitor.status, StatusCode::GONE);
    assert_eq!(visitor.links("Go to the current version"), [PAGE]);
    world.run("update editions set language = 'fr' where version_number = 2").await;
    visitor.opens("/e/MEA1EN").await.sees("Measles leaflet has been withdrawn");
    assert_eq!(visitor.links("See its other languages"), ["/publications/measles-leaflet"]);
    visitor.language = "fr";
    visitor.opens("/e/MEA1EN").await.sees("La publication « Measles leaflet » a été retirée");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_old_version_without_a_current_one_leads_nowhere_and_gives_nothing(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet::default()).await;
    world.has_file(edition, domain::catalogue::file::FileKind::Web, 1, "measles.pdf", b"%PDF-1.7").await;
    let mut visitor = world.visitor();
    let files = "a[href^='/files/']";
    visitor.opens(PAGE).await.sees("Add to basket");
    assert!(!visitor.all(files).is_empty(), "a file to be had");
    world.run("update editions set status = 'archived'").await;
    visitor.opens(PAGE).await.sees("This is an old version").does_not_see("Add to basket");
    assert!(visitor.links("Go to the current version").is_empty() && visitor.all(files).is_empty());
}
