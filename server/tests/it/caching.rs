//! Catalogue pages are kept by browsers and asked after; everything personal is not.

use axum::{
    body::Body,
    http::{HeaderValue, Request, StatusCode, header},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, visitor::Visitor, world::World};

const PAGE: &str = "/publications/measles-leaflet";

/// Asks for the page with the mark of the one that was kept. The mark it has now.
async fn asks(visitor: &mut Visitor, path: &str, language: &str, known: Option<&str>) -> (StatusCode, String) {
    let mut request =
        Request::get(path).header(header::HOST, "healthpost.example").header(header::ACCEPT_LANGUAGE, language);
    if let Some(known) = known {
        request = request.header(header::IF_NONE_MATCH, known);
    }
    visitor.sends(request.body(Body::empty()).unwrap()).await;
    let mark = visitor.headers.get(header::ETAG).map(|mark| mark.to_str().unwrap().to_owned());
    (visitor.status, mark.unwrap_or_default())
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_kept_page_holds_until_what_it_shows_changes(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet::default()).await;
    let mut stranger = world.visitor();
    for path in ["/", "/publications?q=measles", PAGE] {
        let (status, mark) = asks(&mut stranger, path, "en", None).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert_eq!(stranger.headers[header::CACHE_CONTROL], "private, no-cache", "{path}");
        assert!(stranger.headers[header::VARY].to_str().unwrap().contains("cookie"), "{path}");
        let (status, again) = asks(&mut stranger, path, "en", Some(&format!("\"other\", {mark}"))).await;
        assert_eq!((status, again), (StatusCode::NOT_MODIFIED, mark.clone()), "{path}");
        assert!(stranger.body.is_empty(), "{path}");
        assert!(!stranger.headers.contains_key(header::CONTENT_SECURITY_POLICY), "the kept page's nonce holds");
        assert_ne!(asks(&mut stranger, path, "pl", Some(&mark)).await.1, mark, "{path}: another reader");
    }
    let missing = asks(&mut stranger, "/publications/nothing", "en", Some("*")).await.0;
    assert_eq!(missing, StatusCode::NOT_FOUND, "of what is not there nobody has anything");
    let (_, before) = asks(&mut stranger, PAGE, "en", None).await;
    let ready = crate::races::ready(&world.backend, edition, 1, "holder", "1 Hold Street").await;
    backend::orders::place(&world.backend, ready.guest, &ready.form).await.expect("placed");
    let (status, after) = asks(&mut stranger, PAGE, "en", Some(&before)).await;
    assert_eq!(status, StatusCode::OK, "an order changes what can be ordered");
    let (_, before) = asks(&mut stranger, PAGE, "en", None).await;
    crate::order::goes_to_check(&world, &mut world.visitor(), "1", "b@example.com", "2 Hold Street").await;
    assert_ne!(asks(&mut stranger, PAGE, "en", Some(&before)).await.1, before, "so does a checkout that keeps copies");
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    assert_eq!(asks(&mut stranger, PAGE, "en", Some(&after)).await.0, StatusCode::OK, "the catalogue changed");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_kept_page_ends_when_a_notice_begins_or_ends(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world
        .run(
            "insert into notices (id, message, enabled, start_at, end_at, created_at, updated_at)
             values (gen_random_uuid(), 'Soon over', true, '2026-11-22 09:01Z', '2026-11-22 09:02Z', now(), now())",
        )
        .await;
    let mut stranger = world.visitor();
    // The first page reads what there is.
    asks(&mut stranger, "/", "en", None).await;
    let (_, mut mark) = asks(&mut stranger, "/", "en", None).await;
    for notices in [vec!["Soon over"], vec![]] {
        assert_eq!(asks(&mut stranger, "/", "en", Some(&mark)).await.0, StatusCode::NOT_MODIFIED);
        world.backend.clock.advance(jiff::SignedDuration::from_mins(1));
        let (status, now) = asks(&mut stranger, "/", "en", Some(&mark)).await;
        assert_eq!(
            (status, stranger.all(".notice")),
            (StatusCode::OK, notices.iter().map(|n| (*n).to_owned()).collect())
        );
        mark = now;
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn pages_of_people_with_a_basket_are_not_kept(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens(PAGE).await.fills("quantity", "1").presses("Add to basket").await;
    for path in ["/", "/publications", PAGE, "/basket"] {
        visitor.opens(path).await;
        assert!(!visitor.headers.contains_key(header::ETAG), "{path}");
        assert_eq!(visitor.headers[header::CACHE_CONTROL], "no-store", "{path}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn names_change_with_the_catalogue_at_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/").await.sees("0 publications in 0 languages");
    world.has(Leaflet::default()).await;
    visitor.opens("/").await.sees("1 publication in 1 language");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_file_comes_whole_in_parts_or_not_again(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications?access=download-only").await;
    let page = visitor.all("h3 a").remove(0);
    let page = visitor.links(&page).remove(0);
    visitor.opens(&page).await;
    let start = visitor.body.find("/files/").expect("a download");
    let file = visitor.body[start..].split('"').next().unwrap().replace("&amp;", "&");
    let mut get = async |headers: &[(header::HeaderName, &str)]| {
        let mut request = Request::get(&file).header(header::ACCEPT_ENCODING, "gzip, br");
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        visitor.sends(request.body(Body::empty()).unwrap()).await;
        (visitor.status, visitor.headers.clone())
    };
    let (status, whole) = get(&[]).await;
    assert_eq!(status, StatusCode::OK);
    assert!(!whole.contains_key(header::CONTENT_ENCODING), "the mark is of these bytes");
    let mark = whole[header::ETAG].to_str().unwrap().to_owned();
    let (status, part) = get(&[(header::RANGE, "bytes=0-3"), (header::IF_RANGE, &mark)]).await;
    assert_eq!((status, &part[header::CONTENT_LENGTH]), (StatusCode::PARTIAL_CONTENT, &HeaderValue::from(4)));
    let (status, _) = get(&[(header::RANGE, "bytes=0-3"), (header::IF_RANGE, "\"older\"")]).await;
    assert_eq!(status, StatusCode::OK, "the rest of another content is of no use");
    let (status, outside) = get(&[(header::RANGE, "bytes=99999999-")]).await;
    assert_eq!(status, StatusCode::RANGE_NOT_SATISFIABLE);
    assert!(outside[header::CONTENT_RANGE].to_str().unwrap().starts_with("bytes */"));
    for known in [mark.clone(), format!("W/{mark}"), format!("\"other\", {mark}"), "*".to_owned()] {
        let (status, kept) = get(&[(header::IF_NONE_MATCH, &known)]).await;
        let said = (status, &kept[header::CACHE_CONTROL]);
        assert_eq!(said, (StatusCode::NOT_MODIFIED, &whole[header::CACHE_CONTROL]), "{known}");
    }
    assert_eq!(get(&[(header::IF_NONE_MATCH, "W/\"other\"")]).await.0, StatusCode::OK);
}
