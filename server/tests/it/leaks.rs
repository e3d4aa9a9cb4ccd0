//! What a failure says of what is inside: nothing (G-A6). Each status has one page of fixed words, which a reference
//! alone tells from another of the same; whatever failed stands in the log.

use axum::{
    Router,
    body::Body,
    http::{Method, Request, StatusCode, header},
    response::IntoResponse,
    routing::get,
};
use domain::access::{self, Permission, Role};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_actors::{Actor, begins_draft, everybody},
    access_rows::{Row, WHO},
    bad_input::{at_checkout, owned},
    builders::Leaflet,
    conflicts::Log,
    failures::visitor_of,
    forms::FORMS,
    registry_canary::logs_into,
    visitor::{Visitor, form_urlencoded},
    world::{ORIGIN, World},
    write_limits::somebody,
};

/// What only the log may say.
const INSIDE: &str = "secret words: insert into accounts violates \"accounts_key\" at /src/secret.rs:7, core::option";
/// What is said by databases, libraries and code of ours, in lower case.
const INTERNALS: [&str; 24] = [
    "secret words",
    "select ",
    "insert into",
    "violates",
    "duplicate key",
    "constraint",
    "syntax error",
    "relation \"",
    "column \"",
    "plpgsql",
    "postgres",
    "sqlx",
    "tokio",
    "hyper",
    "server_fn",
    "serde",
    "panicked",
    "backtrace",
    "unwrap",
    "storeerror",
    "apperror",
    "::",
    ".rs",
    "/src/",
];

/// Statuses of failures.
const FAILURES: [u16; 10] = [400, 403, 404, 409, 410, 413, 415, 429, 500, 503];

/// Everything on a page but its nonce and the reference.
pub fn fixed(visitor: &Visitor) -> String {
    let policy = visitor.headers[header::CONTENT_SECURITY_POLICY].to_str().expect("a text");
    let nonce = policy.split('\'').find_map(|part| part.strip_prefix("nonce-")).expect("a nonce");
    let body = visitor.body.replace(nonce, "…");
    let words = body.split_inclusive(|c: char| !c.is_ascii_alphanumeric()).map(|word| {
        let bare = word.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let is_reference = bare.len() == 32 && bare.chars().all(|c| c.is_ascii_hexdigit());
        if is_reference { word.replace(bare, "…") } else { word.to_owned() }
    });
    words.collect()
}

/// That nothing of what is inside stands in an answer, in any of its headers, or in what it shows.
#[track_caller]
fn assert_silent(visitor: &Visitor, what: &str) {
    let kind = visitor.headers.get(header::CONTENT_TYPE).map(|kind| kind.to_str().expect("a text"));
    let is_page = kind.is_some_and(|kind| kind.starts_with("text/html"));
    let shown = if is_page { visitor.text() } else { visitor.body.clone() };
    // Tokens and nonces are drawn: any letters may stand in them.
    let drawn = [header::SET_COOKIE, header::CONTENT_SECURITY_POLICY];
    let headers: Vec<_> = visitor.headers.iter().filter(|(name, _)| !drawn.contains(name)).collect();
    let said = format!("{shown} {headers:?}").to_lowercase();
    let inside = INTERNALS.iter().find(|words| said.contains(**words));
    assert_eq!(inside, None, "{what}: {said}");
    assert!(!visitor.body.contains("secret words"), "{what}: {}", visitor.body);
}

/// A route that answers with a failure, and with what is inside it.
fn fails(status: StatusCode, kind: &'static str) -> Router {
    let answer = move || async move {
        (status, [(header::CONTENT_TYPE, kind), (header::LOCATION, "/secret-words")], INSIDE).into_response()
    };
    Router::new().route("/", get(answer))
}

async fn panics() -> &'static str {
    panic!("{INSIDE}")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_failure_is_one_page_and_a_reference(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, log) = (World::new(connect).await, Log::default());
    let logging = logs_into(&log);
    for status in FAILURES.map(|status| StatusCode::from_u16(status).expect("a status")) {
        let mut plain = visitor_of(&world, Router::new().route("/", get(move || async move { status })));
        plain.opens("/").await;
        assert_silent(&plain, status.as_str());
        for kind in ["text/plain", "application/json", "text/html"] {
            let mut visitor = visitor_of(&world, fails(status, kind));
            visitor.opens("/").await;
            assert_eq!((visitor.status, fixed(&visitor)), (status, fixed(&plain)), "{kind}");
            assert!(!visitor.headers.contains_key(header::LOCATION), "{status} {kind}");
        }
        if status == StatusCode::INTERNAL_SERVER_ERROR {
            let mut visitor = visitor_of(&world, Router::new().route("/", get(panics)));
            visitor.opens("/").await;
            assert_eq!((visitor.status, fixed(&visitor)), (status, fixed(&plain)), "a panic");
            assert_ne!(visitor.body, plain.body, "each has its reference");
        }
    }
    drop(logging);
    assert!(log.text().contains("secret words"), "the log says it");
}

/// From now on no row of any table is written. That somebody who registered was seen is written with each of their
/// forms, of no row at all where they were a moment ago: that passes, as no form would be reached otherwise.
const NOTHING_IS_WRITTEN: &str = "create function fails() returns trigger language plpgsql as $$ begin
        raise exception 'secret words: duplicate key value violates \"accounts_key\" at /src/secret.rs:7';
    end $$;
    do $$ declare named text; begin
        for named in select tablename from pg_tables where schemaname = 'public' loop
            execute format('create trigger fails before insert or update or delete on %I
                for each %s execute function fails()', named,
                case named when 'registrant_sessions' then 'row' else 'statement' end);
        end loop;
    end $$";

/// The place in `WHO` of somebody who gets as far as a form goes: whoever may enter is in.
fn furthest(permission: Permission) -> usize {
    somebody(match permission {
        Permission::EnterAccount | Permission::OpenAccountLink => Permission::ManageAccount,
        Permission::EnterRegistration | Permission::Withdraw => Permission::ManageRegistration,
        Permission::EnterStaff | Permission::OpenInvitation => Permission::ManageStaff,
        other => other,
    })
}

/// Posts every form as somebody who gets as far as it goes. The forms that failed.
async fn fails_everywhere(all: &[Actor], (guest, order): (&Visitor, &str)) -> Vec<&'static str> {
    let mut failed = Vec::new();
    for (path, right) in FORMS {
        let permission = access::of_form(path).expect("a form").permission();
        let actor = &all[furthest(permission)];
        let row = Row { method: Method::POST, path: (*path).to_owned(), permission };
        // What nobody has to prove anything for is a guest's, with an order, in the middle of another checkout.
        let (mut visitor, body) = match WHO[furthest(permission)].roles {
            [] | [Role::ConfirmedGuest] => (guest.clone(), Some(form_urlencoded(&owned(right, order)))),
            _ => (actor.visitor.clone(), row.request(actor.named(row.object()), &actor.key).1),
        };
        visitor.once(Method::POST, path, body).await;
        assert_silent(&visitor, path);
        if visitor.status.is_server_error() {
            failed.push(*path);
            assert_eq!(visitor.all("h1").len(), 1, "{path}: a page in words");
            assert!(!visitor.headers.contains_key(header::LOCATION), "{path}");
        }
    }
    failed
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_database_that_refuses_everything_is_silent(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, log) = (World::new(connect).await, Log::default());
    world.has(Leaflet::default()).await;
    let all = everybody(&world).await;
    let (mut guest, order) = at_checkout(&world, 1).await;
    begins_draft(&world, &mut guest).await;
    world.run(NOTHING_IS_WRITTEN).await;
    let logging = logs_into(&log);
    let failed = fails_everywhere(&all, (&guest, &order)).await;
    drop(logging);
    for (below, least) in [("/do/", 60), ("/do/account/", 15), ("/do/my/", 8), ("/do/staff/", 8)] {
        let there = failed.iter().filter(|path| path.starts_with(below)).count();
        assert!(there >= least, "{there} forms below {below} failed: {failed:?}");
    }
    assert!(log.text().contains("secret words"), "the log says it");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_cannot_be_read_is_silent(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (mut visitor, order) = at_checkout(&world, 1).await;
    // Values that no program of ours wrote.
    let odd = "update orders set address = '\"secret words\"'; update checkouts set address = '\"secret words\"'";
    world.run(odd).await;
    for path in [format!("/orders/{order}"), "/checkout/check".to_owned(), "/basket".to_owned()] {
        visitor.once(Method::GET, &path, None).await;
        assert_silent(&visitor, &path);
    }
    assert_eq!(visitor.status, StatusCode::INTERNAL_SERVER_ERROR, "nobody knows what that is");
    for (path, kind, body) in [
        ("/do/contact/message", "application/json", "{\"secret words\":"),
        ("/do/contact/message", "multipart/form-data; boundary=x", "--x secret words"),
        ("/do/contact/message", "application/x-www-form-urlencoded", "%FF=%FE&[[]]=1&a[b][c]=secret+words&%"),
        ("/do/contact/nothing", "application/x-www-form-urlencoded", "a=1"),
        ("/csp-reports", "application/reports+json", "[secret words"),
        ("/csp-reports", "text/plain", "secret words"),
    ] {
        let request = Request::post(path)
            .header(header::HOST, "healthpost.example")
            .header(header::ORIGIN, ORIGIN)
            .header(header::CONTENT_TYPE, kind);
        let mut stranger = world.visitor();
        stranger.sends(request.body(Body::from(body)).expect("a request")).await;
        assert_silent(&stranger, path);
    }
    world.backend.db.close().await;
    for path in ["/api/v1/editions", "/api/v1/editions/mea1en", "/data/editions.csv", "/publications.atom", "/readyz"] {
        visitor.once(Method::GET, path, None).await;
        assert!(visitor.status.is_server_error(), "{path}: {}", visitor.status);
        assert_silent(&visitor, path);
    }
}
