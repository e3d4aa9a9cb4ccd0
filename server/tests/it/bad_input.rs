//! Bad input of any kind gets a clear message or a 4xx: never a 5xx, and nothing stored half.

use axum::http::{Method, StatusCode};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_canary::CANARY,
    builders::Leaflet,
    forms::FORMS,
    order::{goes_to_check, number_on},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

#[test]
fn every_form_is_here() {
    let here: std::collections::BTreeSet<&str> = FORMS.iter().map(|(path, _)| *path).collect();
    let there: std::collections::BTreeSet<&str> =
        leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path).filter(|path| *path != CANARY).collect();
    assert_eq!(here, there);
}

/// A visitor with an order, in the middle of another checkout; and the number of the order. Everybody has a number of
/// their own.
pub async fn at_checkout(world: &World, number: usize) -> (Visitor, String) {
    let mut visitor = world.visitor();
    let (email, house) = (format!("ada{number}@example.com"), format!("{number} Some Street"));
    goes_to_check(world, &mut visitor, "1", &email, &house).await;
    visitor.presses("Place order").await;
    let number = number_on(&visitor);
    visitor
        .opens("/publications/measles-leaflet")
        .await
        .fills("quantity", "1")
        .presses("Add to basket")
        .await
        .presses("Continue")
        .await;
    (visitor, number)
}

/// Posts answers and opens the page that this leads to. Gives the status of the post.
pub async fn posts(visitor: &mut Visitor, path: &str, answers: &[(String, String)]) -> StatusCode {
    visitor.once(Method::POST, path, Some(form_urlencoded(answers))).await;
    let (status, body) = (visitor.status, &visitor.body);
    assert!(!status.is_server_error(), "{path} answered {status} to {answers:?}: {body}");
    assert!(status == StatusCode::SEE_OTHER || status.is_client_error(), "{path} answered {status}");
    if let Some(location) = visitor.headers.get("location").map(|location| location.to_str().unwrap().to_owned()) {
        assert!(location.starts_with('/') && !location.starts_with("//"), "{location}");
        visitor.once(Method::GET, &location, None).await;
        assert!(!visitor.body.contains("Unknown localization"), "{location}: {}", visitor.text());
        assert!(!visitor.status.is_server_error(), "{location} answered {} after {answers:?}", visitor.status);
    }
    status
}

/// The right answers, about an order that there is.
pub fn owned(answers: &[(&str, &str)], order: &str) -> Vec<(String, String)> {
    answers.iter().map(|(name, value)| ((*name).to_owned(), value.replace("HP-00000-00000", order))).collect()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_form_survives_missing_repeated_oversized_and_mistyped_answers(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (mut visitor, order) = at_checkout(&world, 1).await;
    for (path, right) in FORMS {
        posts(&mut visitor, path, &[]).await;
        for (at, _) in right.iter().enumerate() {
            let mut zeroed = owned(right, &order);
            zeroed[at].1 = "a\0b".to_owned();
            posts(&mut visitor, path, &zeroed).await;
        }
        for (at, (name, value)) in right.iter().enumerate() {
            let mut missing = owned(right, &order);
            missing.remove(at);
            let mut repeated = owned(right, &order);
            repeated.push(((*name).to_owned(), format!("{value}x")));
            let mut oversized = owned(right, &order);
            oversized[at].1 = "x".repeat(20_000);
            let mut listed = owned(right, &order);
            listed[at].0 = format!("{name}[]");
            let mut nested = owned(right, &order);
            nested[at].0 = format!("{name}[a][b]");
            for answers in [missing, repeated, oversized, listed, nested] {
                posts(&mut visitor, path, &answers).await;
            }
        }
    }
}

/// What may change when every answer of every form was wrong once: nothing that anybody reads.
const WRITTEN: &str = "select (select count(*) from support_messages) + (select count(*) from feedback)
    + (select count(*) from subscriptions) + (select count(*) from limit_requests) + (select count(*) from order_revisions)
    + (select count(*) from orders where status <> 'placed')";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_form_with_a_missing_answer_writes_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (mut visitor, order) = at_checkout(&world, 1).await;
    for (path, right) in FORMS {
        posts(&mut visitor, path, &[]).await;
        // The page that a form was sent from is no answer: it says where mistakes are shown.
        for (at, (name, value)) in right.iter().enumerate().filter(|(_, (name, _))| *name != "page") {
            let mut oversized = owned(right, &order);
            oversized[at].1 = "x".repeat(20_000);
            posts(&mut visitor, path, &oversized).await;
            let mut repeated = owned(right, &order);
            repeated.push(((*name).to_owned(), format!("{value}x")));
            posts(&mut visitor, path, &repeated).await;
            assert_eq!(world.count(WRITTEN).await, 0, "{path} with a wrong {name}");
        }
    }
    assert_eq!(world.count(WRITTEN).await, 0);
}

/// Opens paths with each text where "*" stands.
async fn opens_with_every_text(world: &World, paths: &[&str]) {
    let mut visitor = world.visitor();
    for words in naughty_strings::BLNS {
        let text = percent_encoding::utf8_percent_encode(words, percent_encoding::NON_ALPHANUMERIC).to_string();
        for path in paths {
            let path = path.replace('*', &text);
            visitor.once(Method::GET, &path, None).await;
            assert!(!visitor.status.is_server_error(), "{path}: {}", visitor.status);
        }
    }
}

// The paths are shared among two tests, which run beside each other.

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_text_in_a_path_of_the_catalogue_is_answered(_: PgPoolOptions, connect: PgConnectOptions) {
    let catalogue = [
        "/publications/*",
        "/programmes/*",
        "/e/*",
        "/q/*",
        "/q/publications/*",
        "/orders/*",
        "/more/*",
        "/covers/*/*",
        "/thumbnails/*",
        "/files/*/*",
    ];
    opens_with_every_text(&World::with_sample(connect).await, &catalogue).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_text_in_a_path_of_a_message_is_answered(_: PgPoolOptions, connect: PgConnectOptions) {
    let messages = [
        "/register/*",
        "/register/subspecialties/*",
        "/track/*/*",
        "/waiting/confirm/*/*",
        "/account/link/*",
        "/account/orders?before=*",
        "/register/resume/*/*",
        "/register/discard/*/*",
        "/register/confirm/*/*",
    ];
    opens_with_every_text(&World::new(connect).await, &messages).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_no_form_is_refused(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    for (kind, body, status) in [
        ("application/json", b"{}".to_vec(), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("multipart/form-data", b"--x".to_vec(), StatusCode::UNSUPPORTED_MEDIA_TYPE),
        ("application/x-www-form-urlencoded", vec![b'a'; 2 << 20], StatusCode::PAYLOAD_TOO_LARGE),
        ("application/x-www-form-urlencoded", b"quantity=%FF%FE&edition=%C3%28".to_vec(), StatusCode::SEE_OTHER),
    ] {
        let request = axum::http::Request::post("/do/basket/add")
            .header("origin", crate::world::ORIGIN)
            .header("host", "healthpost.example")
            .header("content-type", kind);
        visitor.sends(request.body(axum::body::Body::from(body)).unwrap()).await;
        assert_eq!(visitor.status, status, "{kind}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_search_is_answered(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    let long = "measles ".repeat(200);
    let own = [
        long.as_str(),
        "((((",
        "a & | !",
        ":*",
        "' or 1=1 --",
        "%",
        "_",
        "\\",
        "\"",
        "-",
        "--",
        "💉",
        "الحصبة",
        "\u{202e}flu",
        "a:b*c",
        "<->",
    ];
    for words in own.iter().copied().chain(naughty_strings::BLNS.iter().copied()) {
        // Words are searched for; the others, which are read one by one, are read in one go.
        for names in [["q"].as_slice(), &["language", "sort", "after", "size", "programme"]] {
            let all: Vec<_> = names.iter().map(|name| ((*name).to_owned(), words.to_owned())).collect();
            let query = form_urlencoded(&all);
            visitor.opens(&format!("/publications?{query}")).await;
            assert_eq!(visitor.status, StatusCode::OK, "{names:?}={words:?}: {}", visitor.text());
        }
    }
}
