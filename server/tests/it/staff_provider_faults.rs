//! A provider that is away, or says of somebody what does not hold: nobody is signed in, and a page says so in words.

use std::{net::SocketAddr, time::Duration};

use axum::{
    Extension,
    extract::ConnectInfo,
    http::{Method, StatusCode},
};
use jiff::SignedDuration;
use serde_json::json;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    oidc_keys::{SigningKey, Signs},
    oidc_provider::{Answer, CLIENT, Manner, OidcProvider},
    staff_provider::{STAFF, ada_at_work, served},
    world::World,
};

/// How long is waited here for who never answers.
const SHORT: Duration = Duration::from_millis(300);
const UNPROVED: &str = "We could not check who you are";
const AWAY: &str = "We cannot reach your organisation’s sign-in";

/// Goes there and back, in a browser of their own: the status of the page that this leads to, and whether it is theirs.
async fn comes_back(world: &World, provider: &OidcProvider, says: &str) -> (StatusCode, bool) {
    let mut visitor = world.visitor();
    provider.leads(&mut visitor, "/staff/provider").await;
    let is_in = visitor.path == "/staff";
    assert!(is_in || visitor.text().contains(says), "{says:?} does not stand on {}:\n{}", visitor.path, visitor.text());
    (visitor.status, is_in)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_does_not_hold_signs_nobody_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let right = Manner::default;
    for (what, manner) in [
        ("another nonce", Manner { claims: json!({ "nonce": "another" }), ..right() }),
        ("no nonce", Manner { claims: json!({ "nonce": null }), ..right() }),
        ("another audience", Manner { claims: json!({ "aud": "another" }), ..right() }),
        ("one more audience", Manner { claims: json!({ "aud": [CLIENT.0, "another"] }), ..right() }),
        ("no audience", Manner { claims: json!({ "aud": [] }), ..right() }),
        ("another party", Manner { claims: json!({ "azp": "another" }), ..right() }),
        ("another issuer", Manner { claims: json!({ "iss": "https://evil.example" }), ..right() }),
        ("no subject", Manner { claims: json!({ "sub": "" }), ..right() }),
        ("a long subject", Manner { claims: json!({ "sub": "a".repeat(256) }), ..right() }),
        ("ended", Manner { claims: json!({ "exp": 1_000_000_000 }), ..right() }),
        ("long ago", Manner { claims: json!({ "iat": 1_000_000_000, "exp": 9_000_000_000_i64 }), ..right() }),
        ("another access token", Manner { claims: json!({ "at_hash": "AAAAAAAAAAAAAAAAAAAAAA" }), ..right() }),
        ("a clock behind", Manner { skew: -120, ..right() }),
        ("a clock before", Manner { skew: 120, ..right() }),
        ("not signed", Manner { signs: Signs::Not, ..right() }),
        ("signed with the secret", Manner { signs: Signs::Symmetrically(CLIENT.1), ..right() }),
        ("an unknown key", Manner { signs: Signs::Unknown, ..right() }),
        ("another key of that name", Manner { signs: Signs::Forged, ..right() }),
    ] {
        provider.is(manner);
        assert_eq!(comes_back(&world, &provider, UNPROVED).await, (StatusCode::BAD_REQUEST, false), "{what}");
    }
    assert_eq!(world.count(STAFF).await, 0);
    assert_eq!(world.count("select count(*) from accounts").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_holds_in_other_words_signs_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let right = Manner::default;
    for (what, manner) in [
        ("a clock a little behind", Manner { skew: -50, ..right() }),
        ("a clock a little before", Manner { skew: 50, ..right() }),
        ("its own party", Manner { claims: json!({ "azp": CLIENT.0 }), ..right() }),
        ("a list of one audience", Manner { claims: json!({ "aud": [CLIENT.0] }), ..right() }),
        ("no mark of the access token", Manner { claims: json!({ "at_hash": null }), ..right() }),
        ("nothing but who it is", Manner { claims: json!({ "email": null, "email_verified": null }), ..right() }),
        ("an address that is not confirmed", Manner { is_verified: false, email: "other@example.com", ..right() }),
    ] {
        provider.is(manner);
        assert_eq!(comes_back(&world, &provider, "").await, (StatusCode::OK, true), "{what}");
    }
    provider.is(right());
    provider.rotates(SigningKey::rs256("rsa"));
    assert_eq!(comes_back(&world, &provider, "").await, (StatusCode::OK, true), "RS256");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn keys_are_kept_until_one_is_unknown_and_everything_for_an_hour(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let asked = || (provider.asked("discovery"), provider.asked("keys"));
    for _ in 0..3 {
        assert!(comes_back(&world, &provider, "").await.1);
    }
    assert_eq!(asked(), (1, 1));
    provider.rotates(SigningKey::es256("second"));
    assert!(comes_back(&world, &provider, "").await.1, "the key was turned");
    assert_eq!(asked(), (1, 2));
    assert!(comes_back(&world, &provider, "").await.1);
    assert_eq!(asked(), (1, 2));
    provider.is(Manner { signs: Signs::Unknown, ..Manner::default() });
    assert!(!comes_back(&world, &provider, UNPROVED).await.1);
    assert_eq!(asked(), (1, 3), "once more, and not again and again");
    provider.is(Manner::default());
    world.backend.clock.advance(SignedDuration::from_mins(60));
    assert!(comes_back(&world, &provider, "").await.1);
    assert_eq!(asked(), (2, 4), "an hour later");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_provider_that_is_away_is_said_to_be(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    for answer in [
        Answer::Status(500),
        Answer::Status(404),
        Answer::Says("{}"),
        Answer::Says("<html>"),
        Answer::Says(""),
        Answer::Redirects,
        Answer::Huge,
        Answer::Silent,
    ] {
        let right = Manner::default;
        for manner in [
            Manner { discovery: answer, ..right() },
            Manner { keys: answer, ..right() },
            Manner { tokens: answer, ..right() },
        ] {
            // Nothing is known of it yet.
            let world = world.signs_in_by(provider.settings(SHORT));
            let what = format!("{manner:?}");
            let is_of_tokens = manner.tokens == answer;
            provider.is(manner);
            let mut visitor = world.visitor();
            if is_of_tokens {
                provider.leads(&mut visitor, "/staff/provider?next=/staff/people").await;
            } else {
                visitor.opens("/staff/provider?next=/staff/people").await;
                assert!(visitor.cookies.is_empty(), "{what}: no session is begun");
            }
            visitor.sees(AWAY);
            assert_eq!(visitor.status, StatusCode::SERVICE_UNAVAILABLE, "{what}");
            assert_eq!(visitor.links("Try again"), ["/staff/sign-in?next=%2Fstaff%2Fpeople"], "{what}");
        }
    }
    assert_eq!(world.count(STAFF).await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_provider_of_another_name_or_nowhere_is_away(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    let issuer = provider.inside().issuer.clone();
    // Discovery says another issuer than the settings do.
    provider.inside().issuer = "https://evil.example".to_owned();
    let mut visitor = world.visitor();
    visitor.opens("/staff/provider").await.sees(AWAY);
    provider.inside().issuer = issuer;
    visitor.once(Method::GET, "/staff/provider", None).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER, "it is asked again at once");
    provider.inside().issuer = "http://127.0.0.1:9".to_owned();
    let nowhere = world.signs_in_by(provider.settings(SHORT));
    nowhere.visitor().opens("/staff/provider").await.sees(AWAY);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_does_not_sign_in_there_is_not_signed_in_here(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    for (error, says, status) in [
        ("access_denied", "You are not signed in", StatusCode::BAD_REQUEST),
        ("login_required", "You are not signed in", StatusCode::BAD_REQUEST),
        ("server_error", AWAY, StatusCode::SERVICE_UNAVAILABLE),
        ("<script>alert(1)</script>", AWAY, StatusCode::SERVICE_UNAVAILABLE),
    ] {
        provider.is(Manner { error: Some(error), ..Manner::default() });
        assert_eq!(comes_back(&world, &provider, says).await, (status, false), "{error}");
    }
    assert_eq!(provider.asked("token"), 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn only_whoever_was_sent_has_what_the_challenge_was_made_of(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let mut visitor = world.visitor();
    let back = provider.leads_back(&mut visitor, "/staff/provider").await;
    world.run("update provider_sign_ins set pkce_verifier = repeat('a', 43)").await;
    visitor.opens(&back).await.sees(UNPROVED);
    let back = provider.leads_back(&mut visitor, "/staff/provider").await;
    let (path, query) = back.split_once('?').expect("a query");
    let others = query.replace("iss=", "iss=https%3A%2F%2Fevil.example%2F");
    visitor.opens(&format!("{path}?{others}")).await.sees(UNPROVED);
    assert_eq!(world.count(STAFF).await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_network_is_not_sent_there_without_end(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, _provider) = served(connect).await;
    let mut visitor = world.visitor();
    let peer = SocketAddr::from(([203, 0, 113, 7], 4711));
    visitor.router = visitor.router.layer(Extension(ConnectInfo(peer)));
    for _ in 0..120 {
        visitor.once(Method::GET, "/staff/provider", None).await;
        assert_eq!(visitor.status, StatusCode::SEE_OTHER);
    }
    visitor.once(Method::GET, "/staff/provider", None).await;
    assert_eq!(visitor.status, StatusCode::TOO_MANY_REQUESTS);
}
