//! Addresses that publications had before lead on, and so do those that end with a slash.

use axum::http::{Method, StatusCode, header};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, visitor::Visitor, world::World};

/// Status and place of the answer to one request.
async fn led(visitor: &mut Visitor, path: &str) -> (StatusCode, String) {
    visitor.once(Method::GET, path, None).await;
    let location = visitor.headers.get(header::LOCATION).map(|location| location.to_str().unwrap().to_owned());
    (visitor.status, location.unwrap_or_default())
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_old_slug_leads_to_the_new_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.run("update publications set slug = 'second' where slug = 'measles-leaflet'").await;
    world.run("update publications set slug = 'third' where slug = 'second'").await;
    world.run("select refresh_listings(array(select id from publications))").await;
    let mut visitor = world.visitor();
    for old in ["measles-leaflet", "second"] {
        for (path, to) in [
            (format!("/publications/{old}"), "/publications/third"),
            (
                format!("/publications/{old}?language=pl&format=standard&x=y"),
                "/publications/third?language=pl&format=standard",
            ),
            (format!("/q/publications/{old}"), "/q/publications/third"),
            (format!("/publications/{old}/qr.svg"), "/publications/third/qr.svg"),
            (format!("/publications/{old}/qr.png?size=256"), "/publications/third/qr.png?size=256"),
            (format!("/publications/{old}/qr.png"), "/publications/third/qr.png?size=512"),
            (
                format!("/publications/{old}/files.zip?kind=web&language=p%26l&x=y"),
                "/publications/third/files.zip?kind=web&language=p%26l",
            ),
            (format!("/api/v1/publications/{old}"), "/api/v1/publications/third"),
        ] {
            assert_eq!(led(&mut visitor, &path).await, (StatusCode::MOVED_PERMANENTLY, to.to_owned()), "{path}");
        }
    }
    visitor.opens("/publications/measles-leaflet").await.sees("Measles leaflet");
    assert_eq!(visitor.status, StatusCode::OK);
    assert_eq!(led(&mut visitor, "/publications/fourth").await, (StatusCode::NOT_FOUND, String::new()));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_slug_leads_to_where_it_is_in_use(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.run("update publications set slug = 'second'").await;
    world.run("update publications set slug = 'measles-leaflet'").await;
    let mut visitor = world.visitor();
    assert_eq!(led(&mut visitor, "/publications/measles-leaflet").await.0, StatusCode::OK, "it came back");
    assert_eq!(led(&mut visitor, "/publications/second").await.1, "/publications/measles-leaflet");
    assert_eq!(world.texts("select slug from former_slugs").await, ["second"]);
    let taken = store::import::slugs(&world.backend.db).await.expect("slugs");
    assert!(taken.contains(&"second".to_owned()), "an import gives it to nobody else");
    world.run("update editions set status = 'draft'").await;
    assert_eq!(led(&mut visitor, "/publications/second").await.0, StatusCode::NOT_FOUND, "drafts stay unknown");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_withdrawn_publication_is_gone_for_programs(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    for (sql, answer, code) in [
        ("update editions set status = 'withdrawn'", StatusCode::GONE, "withdrawn"),
        ("update editions set status = 'archived'", StatusCode::NOT_FOUND, "not_found"),
    ] {
        world.run(sql).await;
        let problem = crate::api::told(&mut visitor, "/api/v1/publications/measles-leaflet").await;
        assert_eq!((visitor.status, &problem["code"]), (answer, &code.into()), "{sql}");
        assert_eq!(visitor.headers[header::CONTENT_TYPE], "application/problem+json");
    }
}

/// EH-06
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_06_an_address_that_ends_with_a_slash_leads_to_its_page(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    for (path, to) in [
        ("/register/", "/register"),
        ("/register/tasks/", "/register/tasks"),
        ("/my/", "/my"),
        ("/publications/?q=flu%20leaflet&page=2", "/publications?q=flu%20leaflet&page=2"),
    ] {
        assert_eq!(led(&mut visitor, path).await, (StatusCode::PERMANENT_REDIRECT, to.to_owned()), "{path}");
    }
    assert_eq!(visitor.opens("/register/").await.status, StatusCode::OK);
    for path in ["//evil.example/", "/\\evil.example/", "/api/v1/editions/", "/no-such-page"] {
        assert_eq!(led(&mut visitor, path).await, (StatusCode::NOT_FOUND, String::new()), "{path}");
    }
    visitor.once(Method::POST, "/register/", Some(String::new())).await;
    assert_eq!(visitor.status, StatusCode::NOT_FOUND, "what is posted is never posted again elsewhere");
}
