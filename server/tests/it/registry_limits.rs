//! How often one network may sign up, ask for codes, try them and have letters written, over HTTP: 429 with the time to
//! wait, whatever somebody writes into `X-Forwarded-For`.

use std::{net::SocketAddr, path::Path};

use app::Assets;
use axum::{
    Router,
    body::Body,
    extract::ConnectInfo,
    http::{Request, StatusCode, header},
};
use backend::{
    email_codes::{NETWORK_CODES_PER_HOUR, NETWORK_TRIES_PER_HOUR},
    registry::saving::NETWORK_LETTERS_PER_HOUR,
};
use domain::access::{self, Admitted, Permission};
use server::{
    layers::AddressRate,
    serve::{Site, router},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    forms::FORMS,
    registrants::{Person, ready},
    registry_journey::starts,
    registry_my::{registered, signs_in},
    visitor::{Visitor, form_urlencoded},
    world::{ORIGIN, World},
};

/// A network that did all that it may.
const BUSY: &str = "203.0.113.7";
const QUIET: &str = "203.0.113.8";
/// Registrations from one network in an hour.
const SIGN_UPS: i32 = 30;

/// Forms that mail a code.
const ASKING: &[&str] = &[
    "/do/register/resume",
    "/do/register/resume-code-again",
    "/do/register/resume-link",
    "/do/register/human-code",
    "/do/my/sign-in",
    "/do/my/code-again",
    "/do/my/email",
    "/do/my/email-code-again",
    "/do/my/erase-code",
];
/// Forms in which one is typed.
const TRYING: &[&str] = &[
    "/do/register/resume-code",
    "/do/register/human-code-confirm",
    "/do/my/code",
    "/do/my/link-code",
    "/do/my/email-code",
    "/do/my/erase",
];

/// Counts so much for a network in this hour.
async fn counts(world: &World, subject: &str, used: i32) {
    sqlx::query(
        "insert into rate_counters (subject, window_start, used)
         values ($1, date_bin('1 hour', '2026-11-22T09:00:00Z'::timestamptz, 'epoch'), $2)",
    )
    .bind(format!("{subject}:{BUSY}"))
    .bind(used)
    .execute(&world.db)
    .await
    .expect("counted");
}

/// Posts over a connection from an address, with what its client says about where it comes from.
pub async fn posts(visitor: &mut Visitor, (peer, said): (&str, Option<&str>), path: &str, body: &str) -> StatusCode {
    let peer = SocketAddr::new(peer.parse().expect("an address"), 4_000);
    let cookies: Vec<String> = visitor.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let mut request = Request::post(path)
        .extension(ConnectInfo(peer))
        .header(header::HOST, "healthpost.example")
        .header(header::ORIGIN, ORIGIN)
        .header(header::COOKIE, cookies.join("; "))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    if let Some(said) = said {
        request = request.header("x-forwarded-for", said);
    }
    visitor.sends(request.body(Body::from(body.to_owned())).expect("a request")).await;
    visitor.status
}

/// That it was refused as too often, and says when to come back.
#[track_caller]
fn assert_waits(visitor: &mut Visitor, path: &str) {
    assert_eq!(visitor.status, StatusCode::TOO_MANY_REQUESTS, "{path}");
    // The clock stands at the full hour.
    assert_eq!(visitor.headers[header::RETRY_AFTER], "3600", "{path}");
    visitor.sees("You have tried too often").sees("Try again in 1 hour.").does_not_see("few minutes");
}

/// Right answers to a form.
fn answers(path: &str) -> String {
    let (_, right) = FORMS.iter().find(|(known, _)| *known == path).expect("a form");
    form_urlencoded(&right.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>())
}

/// The same service behind so many proxies of ours.
fn behind(world: &World, proxies: usize) -> Router {
    let site = Site::new(world.backend.clone(), Assets::default());
    router(&Site { address_rate: AddressRate::new(None, None, proxies), ..site }, Path::new("no-built-files"))
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_44_a_network_that_signed_up_too_often_waits_and_keeps_its_answers(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    counts(&world, "register-from", SIGN_UPS - 1).await;
    let last = ready(&world, &Person::named("Grace")).await;
    let status = posts(&mut last.browser(&world), (BUSY, None), "/do/register/send", &last.body()).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "one is left");
    let ada = ready(&world, &Person::named("Ada")).await;
    let mut browser = ada.browser(&world);
    posts(&mut browser, (BUSY, None), "/do/register/send", &ada.body()).await;
    assert_waits(&mut browser, "/do/register/send");
    assert_eq!(world.count("select count(*) from registration_drafts").await, 1, "the answers are kept");
    posts(&mut browser, (QUIET, None), "/do/register/send", &ada.body()).await;
    assert_eq!(browser.headers[header::LOCATION], "/register/done", "the limit is the network's");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_network_that_asked_for_too_many_codes_or_tried_too_many_waits(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let person = Person::named("Ada");
    registered(&world, &person).await;
    // What is one's own is asked by whoever is signed in; anybody else is refused before anything is counted.
    let mut owner = signs_in(&world, &person.email).await;
    counts(&world, "email-code-net", NETWORK_CODES_PER_HOUR).await;
    counts(&world, "email-code-try-net", NETWORK_TRIES_PER_HOUR - 1).await;
    let mut visitor = world.visitor();
    let first = TRYING[0];
    assert_eq!(posts(&mut visitor, (BUSY, None), first, &answers(first)).await, StatusCode::SEE_OTHER, "one is left");
    for path in ASKING.iter().chain(TRYING) {
        let is_own = access::of_form(path).map(Admitted::permission) == Some(Permission::ManageRegistration);
        let visitor = if is_own { &mut owner } else { &mut visitor };
        posts(visitor, (BUSY, None), path, &answers(path)).await;
        assert_waits(visitor, path);
        let status = posts(&mut world.visitor(), (QUIET, None), path, &answers(path)).await;
        assert_ne!(status, StatusCode::TOO_MANY_REQUESTS, "{path}: another network");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_44_a_network_that_had_too_many_letters_written_waits_and_keeps_its_answers(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    counts(&world, "draft-letter-net", NETWORK_LETTERS_PER_HOUR - 1).await;
    let mut visitor = starts(&world).await;
    let (save, answer) = ("/do/register/save", "/do/register/answer");
    let status = posts(&mut visitor, (BUSY, None), save, "save_email=ada%40example.com").await;
    assert_eq!(status, StatusCode::SEE_OTHER, "one is left");
    let leaving = "step=name&shown_version=0&then=save&first_name=Ada&last_name=Lovelace";
    for (path, body) in [(save, "save_email=grace%40example.com"), (answer, leaving)] {
        posts(&mut visitor, (BUSY, None), path, body).await;
        assert_waits(&mut visitor, path);
    }
    let kept = "select typed[1] from draft_answers where question = 'first_name'";
    assert_eq!(world.texts(kept).await, ["Ada"], "the answers are kept");
    let letters = "select kind || ' ' || recipient from outbox";
    assert_eq!(world.texts(letters).await, ["draft_saved ada@example.com"]);
    let status = posts(&mut visitor, (QUIET, None), save, "save_email=grace%40example.com").await;
    assert_eq!(status, StatusCode::SEE_OTHER, "the limit is the network's");
    assert_eq!(world.count("select count(*) from outbox").await, 2);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn letters_that_are_not_written_count_for_no_network(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = starts(&world).await;
    for _ in 0..8 {
        let status = posts(&mut visitor, (BUSY, None), "/do/register/save", "save_email=ada%40example.com").await;
        assert_eq!(status, StatusCode::SEE_OTHER, "it is saved");
    }
    assert_eq!(world.count("select count(*) from outbox").await, 5);
    let counted = "select used::bigint from rate_counters where subject = 'draft-letter-net:203.0.113.7'";
    assert_eq!(world.count(counted).await, 5);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_comes_from_elsewhere_by_saying_so(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    counts(&world, "email-code-net", NETWORK_CODES_PER_HOUR).await;
    let (path, proxy) = ("/do/my/sign-in", "10.0.0.1");
    let asks = async |proxies: usize, from: (&str, Option<&str>)| {
        let mut visitor = Visitor::new(behind(&world, proxies));
        posts(&mut visitor, from, path, &answers(path)).await
    };
    for said in [None, Some(QUIET), Some("203.0.113.8, 203.0.113.9"), Some("nonsense")] {
        assert_eq!(asks(0, (BUSY, said)).await, StatusCode::TOO_MANY_REQUESTS, "{said:?}: no proxy is trusted");
    }
    for (said, status) in [
        (BUSY, StatusCode::TOO_MANY_REQUESTS),
        ("203.0.113.8, 203.0.113.7", StatusCode::TOO_MANY_REQUESTS),
        ("203.0.113.7, 203.0.113.8", StatusCode::SEE_OTHER),
    ] {
        assert_eq!(asks(1, (proxy, Some(said))).await, status, "{said}: only what our proxy saw counts");
    }
}
