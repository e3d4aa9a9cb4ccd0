//! Staff sign in through a provider of OpenID Connect: the way there and back, and what it is worth (EH-59, EH-61).

use axum::http::{Method, Request, StatusCode, header};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, GRACE, signs_up},
    conflicts::Log,
    oidc_provider::{Manner, OidcProvider},
    registry_canary::{assert_unlogged, logs_into},
    registry_watch::{Canary, left},
    visitor::Visitor,
    world::{LONG, World},
};

/// What nobody keeps: codes, tokens and the secret of the client.
const SECRETS: &[Canary] = &[("zqcode", &[]), ("zqaccesstoken", &[]), ("zqclientsecret", &[]), ("eyjhbgci", &[])];
/// How many are signed in as staff.
pub const STAFF: &str = "select count(*) from sessions where staff_since is not null";

/// A service whose staff sign in through a provider.
pub async fn served(connect: PgConnectOptions) -> (World, OidcProvider) {
    let world = World::new(connect).await;
    let provider = OidcProvider::up(world.backend.clock.clone()).await;
    let world = world.signs_in_by(provider.settings(LONG));
    (world, provider)
}

/// Has somebody at the provider be the owner of an account.
pub async fn connects(world: &World, subject: &str, email: &str) {
    let issuer = world.backend.provider.as_ref().expect("a provider").issuer().to_owned();
    let sql = "insert into account_identities (issuer, subject, account_id, created_at)
        select $1, $2, id, created_at from accounts where email_norm = $3";
    let done = sqlx::query(sql).bind(issuer).bind(subject).bind(email).execute(&world.backend.db).await;
    assert_eq!(done.expect("a row").rows_affected(), 1, "{email} has an account");
}

/// Ada, who administers both halves, is known at the provider.
pub async fn ada_at_work(world: &World) {
    signs_up(world, &mut world.visitor(), "Ada Lovelace", ADA).await;
    world
        .run(
            "update accounts set catalogue_role = 'admin', registry_role = 'admin', registry_organisation = 'MOH'
             where email_norm = 'ada@example.com'",
        )
        .await;
    connects(world, "zqsubject-1", ADA).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_59_staff_sign_in_through_the_provider(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let mut visitor = world.visitor();
    visitor.opens("/staff/people").await;
    assert_eq!(visitor.path, "/staff/sign-in?next=%2Fstaff%2Fpeople");
    let way = visitor.links("Sign in with Example Health").remove(0);
    provider.leads(&mut visitor, &way).await;
    assert_eq!((visitor.path.as_str(), visitor.status), ("/staff/people", StatusCode::OK), "{}", visitor.text());
    assert_eq!(world.count(STAFF).await, 1);
    assert_eq!(world.count("select count(*) from sessions where provider_issuer is not null").await, 1);
    assert_eq!(world.count("select count(*) from provider_sign_ins").await, 0, "it was taken");
    let challenge = provider.authorised("code_challenge");
    assert_eq!((challenge.len(), provider.authorised("code_challenge_method").as_str()), (43, "S256"));
    assert!(provider.authorised("nonce").len() >= 43 && provider.authorised("state").len() >= 43);
    assert_eq!(provider.authorised("scope"), "openid email profile");
    assert_eq!((provider.authorised("prompt"), provider.authorised("max_age")), Default::default());
    assert_eq!((provider.asked("discovery"), provider.asked("keys"), provider.asked("token")), (1, 1, 1));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_session_has_another_token_and_an_unknown_browser_gets_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let mut visitor = world.visitor();
    let back = provider.leads_back(&mut visitor, "/staff/provider").await;
    let before = visitor.cookie("__Host-sid").expect("a session").clone();
    visitor.opens(&back).await;
    assert_eq!(visitor.path, "/staff");
    let mut knows = world.visitor();
    knows.cookies.insert("__Host-sid".to_owned(), before.clone());
    knows.opens("/staff").await;
    assert_eq!(knows.path, "/staff/sign-in?next=%2Fstaff", "whoever knew the token before knows nothing now");
    assert_ne!(visitor.cookie("__Host-sid"), Some(&before));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn signing_in_leads_to_pages_of_staff_only(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    for (next, lands) in [
        ("/staff/security", "/staff/security"),
        ("//evil.example", "/staff"),
        ("https%3A%2F%2Fevil.example", "/staff"),
        ("%2Fstaff%2F%2Fevil.example", "/staff"),
        ("%2Fstaff%5Cevil.example", "/staff"),
        ("/account", "/staff"),
        ("", "/staff"),
    ] {
        let mut visitor = world.visitor();
        provider.leads(&mut visitor, &format!("/staff/provider?next={next}")).await;
        assert_eq!(visitor.path, lands, "{next}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_comes_back_does_so_once_in_time_and_in_their_own_browser(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let lost = |visitor: &mut Visitor, why: &str| {
        visitor.sees("This sign-in has ended");
        assert_eq!(visitor.status, StatusCode::BAD_REQUEST, "{why}");
        assert!(!visitor.path.contains("zqcode") && !visitor.body.contains("zqcode"), "{why}: the code stays nowhere");
    };
    let mut ada = world.visitor();
    let back = provider.leads_back(&mut ada, "/staff/provider").await;
    // Somebody else is made to open it: without a session, and with one that is on its own way there.
    let mut victim = world.visitor();
    lost(victim.opens(&back).await, "no session");
    provider.leads_back(&mut victim, "/staff/provider").await;
    lost(victim.opens(&back).await, "another session");
    assert_eq!(world.count(STAFF).await, 0);
    assert_eq!(world.count("select count(*) from provider_sign_ins").await, 2, "nobody's way is cut off");
    assert_eq!(ada.opens(&back).await.path, "/staff");
    lost(ada.opens(&back).await, "again");
    assert_eq!(ada.opens("/staff").await.path, "/staff", "who is in stays in");
    assert_eq!(provider.asked("token"), 1);
    let mut slow = world.visitor();
    let back = provider.leads_back(&mut slow, "/staff/provider").await;
    world.backend.clock.advance(SignedDuration::from_mins(10));
    lost(slow.opens(&back).await, "too late");
    for bare in ["", "?code=zqcode-1", "?state=", "?code=zqcode-1&state=another"] {
        lost(slow.opens(&format!("/staff/provider/callback{bare}")).await, bare);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_second_way_there_ends_the_first(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let mut visitor = world.visitor();
    let first = provider.leads_back(&mut visitor, "/staff/provider").await;
    let second = provider.leads_back(&mut visitor, "/staff/provider?next=/staff/people").await;
    visitor.opens(&first).await.sees("This sign-in has ended");
    assert_eq!(visitor.opens(&second).await.path, "/staff/people");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn other_sites_and_whoever_only_looks_send_nobody_there(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let mut visitor = world.visitor();
    for site in ["cross-site", "same-site"] {
        let request = Request::get("/staff/provider?next=/staff/people").header("sec-fetch-site", site);
        visitor.sends(request.body(axum::body::Body::empty()).expect("a request")).await;
        assert_eq!(visitor.headers[header::LOCATION], "/staff/sign-in?next=%2Fstaff%2Fpeople", "{site}");
    }
    let back = provider.leads_back(&mut visitor, "/staff/provider").await;
    for path in ["/staff/provider", back.as_str()] {
        visitor.once(Method::HEAD, path, None).await;
        assert_eq!(visitor.status, StatusCode::NO_CONTENT, "{path}");
    }
    assert_eq!(world.count("select count(*) from provider_sign_ins").await, 1);
    for path in ["/staff/provider?for=nothing", "/staff/provider?trouble=nothing"] {
        visitor.opens(path).await;
        assert_eq!(visitor.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(visitor.opens(&back).await.path, "/staff");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn without_a_provider_there_is_no_way_to_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    assert!(visitor.opens("/staff/sign-in").await.links("Sign in with").is_empty());
    for path in ["/staff/provider", "/staff/provider/callback?code=1&state=1"] {
        visitor.opens(path).await;
        assert_eq!((visitor.status, visitor.cookies.len()), (StatusCode::NOT_FOUND, 0), "{path}");
    }
    visitor.opens("/staff/signed-out?from=provider").await;
    assert!(!visitor.headers.contains_key(header::REFRESH));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_61_signing_out_ends_the_session_at_the_provider_too(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let mut visitor = world.visitor();
    provider.leads(&mut visitor, "/staff/provider").await;
    visitor.presses("Sign out").await.sees("You have signed out");
    let refresh = visitor.headers[header::REFRESH].to_str().expect("an address").to_owned();
    let issuer = provider.inside().issuer.clone();
    let back = "post_logout_redirect_uri=https%3A%2F%2Fhealthpost.example%2Fstaff%2Fsigned-out";
    assert_eq!(refresh, format!("0; url={issuer}/end?client_id=healthpost&{back}"));
    assert_eq!(visitor.links("Sign out of Example Health as well").len(), 1, "for browsers that stay");
    assert_eq!(world.count("select count(*) from sessions where account_id is not null").await, 1, "at her sign-up");
    assert!(!visitor.opens("/staff/signed-out").await.headers.contains_key(header::REFRESH), "once it leads back");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn codes_and_tokens_are_kept_nowhere(_: PgPoolOptions, connect: PgConnectOptions) {
    let log = Log::default();
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let logging = logs_into(&log);
    let mut visitor = world.visitor();
    provider.leads(&mut visitor, "/staff/provider").await;
    assert_eq!(visitor.path, "/staff");
    provider.is(Manner { claims: serde_json::json!({ "nonce": "another" }), email: GRACE, ..Manner::default() });
    provider.leads(&mut visitor, "/staff/provider").await;
    visitor.sees("We could not check who you are");
    drop(logging);
    assert_unlogged(&log, SECRETS);
    assert!(!log.text().contains("zqsubject") && !log.text().contains("grace@"), "nobody is named");
    assert_eq!(left(&world, SECRETS).await, [] as [&str; 0]);
}
