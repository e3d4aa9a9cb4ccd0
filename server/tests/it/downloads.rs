//! Files by links that end.

use axum::http::StatusCode;
use domain::catalogue::edition::AccessType;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, world::World};

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn files_download_by_links_that_end(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications/flu-vaccination-leaflet-for-parents?language=en&format=standard").await;
    let link = visitor.links("flu-0017-en-01.pdf").pop().expect("a file");
    visitor.opens(&link).await;
    assert!(visitor.body.starts_with("%PDF"), "{}", visitor.status);
    assert_eq!(visitor.headers["content-type"], "application/pdf");
    assert!(visitor.headers["content-disposition"].to_str().unwrap().starts_with("attachment"));
    let ranged = axum::http::Request::get(&link).header("range", "bytes=0-3").body(axum::body::Body::empty()).unwrap();
    visitor.sends(ranged).await;
    assert_eq!((visitor.status, visitor.body.as_str()), (StatusCode::PARTIAL_CONTENT, "%PDF"));
    let changed = link.replace('.', "1.");
    visitor.opens(&changed).await;
    assert_eq!(visitor.status, StatusCode::NOT_FOUND, "the end of a link cannot be changed");
    world.backend.clock.advance(jiff::SignedDuration::from_mins(61));
    visitor.opens(&link).await;
    assert_eq!(visitor.status, StatusCode::GONE, "a link ends after an hour");
    let back = visitor.sees("This link has ended").links("Go back to the publication").remove(0);
    assert_eq!(back, "/publications/flu-vaccination-leaflet-for-parents?language=en&format=standard");
    visitor.opens(&changed).await;
    assert_eq!(visitor.status, StatusCode::NOT_FOUND, "what was never ours has not ended");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_order_only_edition_gives_no_files(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { access: AccessType::OrderOnly, ..Leaflet::default() }).await;
    world.visitor().opens("/publications/measles-leaflet").await.sees("Add to basket").does_not_see("Downloads");
}
