//! What strangers, other sites and broken clients get.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    world::{ORIGIN, World},
};

const FORM: &str = "edition=MEA-1-EN&quantity=1&page=/publications/measles-leaflet";

fn post(headers: &[(&str, &str)]) -> Request<Body> {
    let mut request = Request::post("/do/basket/add")
        .header(header::HOST, "healthpost.example")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    request.body(Body::from(FORM)).unwrap()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn other_sites_cannot_post(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    for headers in [
        vec![],
        vec![("origin", "https://evil.example")],
        vec![("origin", "null")],
        vec![("sec-fetch-site", "cross-site")],
        vec![("sec-fetch-site", "same-site")],
        vec![("origin", ORIGIN), ("sec-fetch-site", "cross-site")],
        vec![("referer", ORIGIN)],
    ] {
        visitor.sends(post(&headers)).await;
        assert_eq!(visitor.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert!(!visitor.headers.contains_key(header::LOCATION), "{headers:?}");
        visitor.sees("You cannot do this from here");
    }
    assert_eq!(
        world.count("select count(*) from baskets").await + world.count("select count(*) from sessions").await,
        0
    );
    visitor.sends(post(&[("origin", ORIGIN)])).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER);
    for method in [Method::PUT, Method::PATCH, Method::DELETE] {
        let mut request = post(&[("origin", "https://evil.example")]);
        *request.method_mut() = method.clone();
        visitor.sends(request).await;
        assert_eq!(visitor.status, StatusCode::FORBIDDEN, "{method}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn only_reports_and_stopping_messages_come_from_anywhere(_: PgPoolOptions, connect: PgConnectOptions) {
    assert_eq!(server::layers::EXEMPT, ["/csp-reports", "/stop-messages/"]);
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/").await;
    assert!(visitor.headers["content-security-policy"].to_str().unwrap().ends_with("report-to csp"));
    assert_eq!(visitor.headers["reporting-endpoints"], "csp=\"/csp-reports\"");
    let report = r#"[{"type": "csp-violation", "body": {"effectiveDirective": "script-src", "blockedURL": "inline"}}]"#;
    for (body, status) in
        [(report, StatusCode::NO_CONTENT), ("[{}]", StatusCode::NO_CONTENT), ("no", StatusCode::BAD_REQUEST)]
    {
        let request = Request::post("/csp-reports").header(header::HOST, "healthpost.example");
        visitor
            .sends(request.header(header::CONTENT_TYPE, "application/reports+json").body(Body::from(body)).unwrap())
            .await;
        assert_eq!(visitor.status, status, "{body}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_answer_carries_the_headers(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    for path in [
        "/",
        "/publications",
        "/publications/measles-leaflet",
        "/publications/measles-leaflet?language=xx",
        "/publications/nothing",
        "/publications/measles-leaflet/qr.svg",
        "/publications/measles-leaflet/qr.png",
        "/editions/mea1en/qr.png",
        "/publications.atom",
        "/covers/measles-leaflet/any.svg",
        "/thumbnails/any.jpg",
        "/programmes",
        "/basket",
        "/checkout/delivery",
        "/orders/HP-00000-00000",
        "/track",
        "/account",
        "/account/sign-in",
        "/account/sign-up",
        "/account/link/x",
        "/contact",
        "/feedback",
        "/e/mea1en",
        "/q/mea1en",
        "/files/x/y",
        "/nothing",
        "/healthz",
        "/readyz",
        "/robots.txt",
        "/sitemap.xml",
        "/sitemaps/1.xml",
        "/api/v1/editions",
        "/api/v1/nothing",
        "/api/v1/openapi.json",
        "/data/editions.csv",
        "/do/basket/add",
    ] {
        visitor.once(Method::GET, path, None).await;
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("cross-origin-embedder-policy", "require-corp"),
            ("x-frame-options", "DENY"),
        ] {
            assert_eq!(visitor.headers.get(name).map(|value| value.to_str().unwrap()), Some(value), "{path}");
        }
        let policy = visitor.headers["content-security-policy"].to_str().unwrap().to_owned();
        assert!(
            policy.contains("default-src 'none'")
                && policy.contains("frame-ancestors 'none'")
                && policy.contains("worker-src 'self'")
                && !policy.contains("unsafe-inline"),
            "{policy}"
        );
        assert!(
            visitor.headers.contains_key("cache-control") && visitor.headers.contains_key("strict-transport-security"),
            "{path}"
        );
    }
    for (body, status) in [("", StatusCode::SEE_OTHER), ("edition=MEA-1-EN&quantity=1&page=%2F", StatusCode::SEE_OTHER)]
    {
        visitor.once(Method::POST, "/do/basket/add", Some(body.to_owned())).await;
        assert_eq!(visitor.status, status);
        assert!(
            visitor.headers.contains_key("content-security-policy") && visitor.headers.contains_key("x-frame-options")
        );
        assert_eq!(visitor.headers["cache-control"], "no-store");
    }
    visitor.opens("/").await;
    let nonce = |visitor: &crate::visitor::Visitor| {
        visitor.headers["content-security-policy"]
            .to_str()
            .unwrap()
            .split('\'')
            .find(|part| part.starts_with("nonce-"))
            .unwrap()
            .to_owned()
    };
    let first = nonce(&visitor);
    assert!(visitor.body.contains(first.trim_start_matches("nonce-")), "the page's script carries the nonce");
    visitor.opens("/").await;
    assert_ne!(nonce(&visitor), first, "a nonce is used once");
    assert!(!visitor.body.contains(" style="), "no inline styles");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_not_there_is_a_page_with_the_right_status(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    for path in [
        "/nothing",
        "/publications/nothing",
        "/publications/NOT%20A%20SLUG",
        "/e/%00",
        "/files/nonsense/x",
        "/covers/x/y.svg",
        "/thumbnails/x.jpg",
        "/do/basket/add/more",
        "/pkg/none.js",
    ] {
        visitor.opens(path).await;
        assert!(visitor.status.is_client_error(), "{path}: {}", visitor.status);
        assert_eq!(visitor.all("h1").len(), 1, "{path}: {}", visitor.body);
    }
    visitor.once(Method::POST, "/do/nothing", Some(String::new())).await;
    assert_eq!(visitor.status, StatusCode::NOT_FOUND);
    visitor.sees("Page not found").does_not_see("server function");
    visitor.once(Method::DELETE, "/basket", None).await;
    assert!(visitor.status.is_client_error());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_get_makes_no_session_and_sets_no_cookie(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    for path in
        ["/", "/publications?q=flu", "/basket", "/track", "/checkout/check", "/account/sign-in", "/account/link/x"]
    {
        visitor.opens(path).await;
        assert!(visitor.cookie("__Host-sid").is_none() && visitor.cookie("__Host-basket").is_none(), "{path}");
    }
    assert_eq!(world.count("select count(*) from sessions").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn tokens_are_stored_as_hashes_only(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications/measles-leaflet").await.presses("Add to basket").await.presses("Continue").await;
    let token = visitor.cookie("__Host-basket").expect("a basket").clone();
    assert!(token.len() >= 43, "256 bits");
    let basket = Some(backend::secrets::hash_token(&token));
    let tokens = store::sessions::Tokens { basket, ..Default::default() };
    assert!(
        store::sessions::known(&world.backend.db, tokens, world.backend.clock.now()).await.unwrap().basket.is_some()
    );
    assert_eq!(world.count("select count(*) from baskets where octet_length(token_hash) <> 32").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_ledger_and_the_audit_trail_cannot_be_changed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    for sql in [
        "update stock_movements set quantity = 1",
        "delete from stock_movements",
        "truncate stock_movements",
        "truncate audit_entries",
        "truncate audit_seals",
        "truncate audit_heads",
        "truncate audit_waiting",
    ] {
        assert!(sqlx::raw_sql(sql).execute(&world.db).await.is_err(), "{sql}");
    }
}
