//! Bad input of any kind gets a clear message or a 4xx: never a 5xx, and nothing stored half.

use axum::http::{Method, StatusCode};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    order::{goes_to_check, number_on},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

/// Every form with its text questions and answers that are right.
const FORMS: &[(&str, &[(&str, &str)])] = &[
    ("/do/basket/add", &[("edition", "MEA-1-EN"), ("quantity", "1"), ("page", "/publications/measles-leaflet")]),
    ("/do/basket/change", &[("edition", "MEA-1-EN"), ("line_quantity", "2")]),
    ("/do/basket/swap", &[("edition", "MEA-1-EN")]),
    ("/do/checkout/begin", &[]),
    ("/do/checkout/begin-partial", &[]),
    (
        "/do/checkout/delivery",
        &[
            ("address_line1", "1 Some Street"),
            ("address_line2", ""),
            ("address_line3", ""),
            ("city", "Leeds"),
            ("county", ""),
            ("postcode", "LS1 4AP"),
        ],
    ),
    ("/do/checkout/contact", &[("full_name", "Ada"), ("email", "ada@example.com"), ("telephone", "")]),
    ("/do/checkout/code", &[("code", "123456")]),
    ("/do/checkout/send-code", &[]),
    ("/do/checkout/place", &[("key", "0123456789abcdef")]),
    ("/do/orders/track", &[("order_number", "HP-00000-00000"), ("order_email", "ada@example.com")]),
    ("/do/orders/track-link", &[("order_link", "x"), ("order_seal", "1.x")]),
    ("/do/orders/change-line", &[("order", "HP-00000-00000"), ("edition", "MEA-1-EN"), ("line_quantity", "2")]),
    (
        "/do/orders/redirect",
        &[("order", "HP-00000-00000"), ("address_line1", "1 Some Street"), ("city", "Leeds"), ("postcode", "LS1 4AP")],
    ),
    (
        "/do/orders/ask-for-more",
        &[
            ("edition", "MEA-1-EN"),
            ("asked_quantity", "40"),
            ("reason", "A health fair for forty families"),
            ("needed_by-day", "1"),
            ("needed_by-month", "2"),
            ("needed_by-year", "2027"),
            ("full_name", "Ada"),
            ("asker_email", "ada@example.com"),
        ],
    ),
    (
        "/do/waiting/tell-me",
        &[("edition", "MEA-1-EN"), ("waiting_email", "ada@example.com"), ("page", "/publications/measles-leaflet")],
    ),
    (
        "/do/contact/message",
        &[
            ("support_summary", "A question"),
            ("support_message", "Where is it?"),
            ("contact_name", "Ada"),
            ("contact_email", "ada@example.com"),
        ],
    ),
    (
        "/do/contact/feedback",
        &[
            ("how_satisfied", "neutral"),
            ("would_recommend", "Yes"),
            ("where_did_you_hear", "At work"),
            ("why_did_you_come", "For posters"),
            ("did_you_get_what_you_wanted", "Yes"),
            ("improve_our_service", "More of it"),
        ],
    ),
    ("/do/orders/cancel", &[("order", "HP-00000-00000")]),
    (
        "/do/patterns/try",
        &[
            ("reader", "Ada"),
            ("read_in", "paper"),
            ("read_best_in", "screen"),
            ("reads_since-day", "1"),
            ("reads_since-month", "2"),
            ("reads_since-year", "2020"),
            ("reader_note", "x"),
        ],
    ),
    ("/do/waiting/confirm", &[("subscription", "x"), ("subscription_seal", "1.x")]),
    ("/do/waiting/end", &[("subscription", "x"), ("subscription_seal", "1.x")]),
];

#[test]
fn every_form_is_here() {
    let here: std::collections::BTreeSet<&str> = FORMS.iter().map(|(path, _)| *path).collect();
    let there: std::collections::BTreeSet<&str> =
        leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path).collect();
    assert_eq!(here, there);
}

/// A visitor with an order, in the middle of another checkout; and the number of the order.
async fn at_checkout(world: &World) -> (Visitor, String) {
    let mut visitor = world.visitor();
    goes_to_check(world, &mut visitor, "1", "ada@example.com", "1 Some Street").await;
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

async fn posts(visitor: &mut Visitor, path: &str, answers: &[(String, String)]) {
    visitor.once(Method::POST, path, Some(form_urlencoded(answers))).await;
    let (status, body) = (visitor.status, &visitor.body);
    assert!(!status.is_server_error(), "{path} answered {status} to {answers:?}: {body}");
    assert!(status == StatusCode::SEE_OTHER || status.is_client_error(), "{path} answered {status}");
    if let Some(location) = visitor.headers.get("location").map(|location| location.to_str().unwrap().to_owned()) {
        assert!(location.starts_with('/') && !location.starts_with("//"), "{location}");
        visitor.once(Method::GET, &location, None).await;
        assert!(!visitor.status.is_server_error(), "{location} answered {} after {answers:?}", visitor.status);
    }
}

/// The right answers, about an order that there is.
fn owned(answers: &[(&str, &str)], order: &str) -> Vec<(String, String)> {
    answers.iter().map(|(name, value)| ((*name).to_owned(), value.replace("HP-00000-00000", order))).collect()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_text_question_survives_naughty_strings(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (mut visitor, order) = at_checkout(&world).await;
    for (path, right) in FORMS {
        for (at, (name, _)) in right.iter().enumerate() {
            for naughty in naughty_strings::BLNS {
                let mut answers = owned(right, &order);
                answers[at].1 = (*naughty).to_owned();
                // Codes are mailed for each new address; the bound on them is tested elsewhere.
                if *path == "/do/checkout/contact" && *name == "full_name" {
                    answers[1].1 = "no address".to_owned();
                }
                posts(&mut visitor, path, &answers).await;
            }
        }
    }
    let broken = "select count(*) from basket_lines where quantity < 1";
    assert_eq!(world.count(broken).await + world.count("select count(*) from orders").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_form_survives_missing_repeated_oversized_and_mistyped_answers(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (mut visitor, order) = at_checkout(&world).await;
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
        for name in ["q", "language", "sort", "after", "size", "programme"] {
            let query = form_urlencoded(&[(name.to_owned(), words.to_owned())]);
            visitor.opens(&format!("/publications?{query}")).await;
            assert_eq!(visitor.status, StatusCode::OK, "{name}={words:?}: {}", visitor.text());
        }
    }
}
