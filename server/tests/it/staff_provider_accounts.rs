//! The owner of an account connects it with the provider: anybody's, from its own page, by a sign-in of a moment ago;
//! staff, by a second step of a moment ago.

use axum::http::StatusCode;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, GRACE, ada, signs_in_by_link, signs_up},
    oidc_provider::Manner,
    said::says_once,
    staff_people::first_admin,
    staff_provider::{ada_at_work, served},
    staff_provider_people::KNOWN,
    world::World,
};

const CONNECT: &str = "Connect with Example Health";
const WAY: &str = "/staff/provider?for=connect";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_account_is_connected_by_its_owner_who_signed_in_just_now(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    let mut visitor = ada(&world).await;
    assert_eq!(world.visitor().opens(WAY).await.path, "/account/sign-in");
    world.backend.clock.advance(SignedDuration::from_mins(11));
    provider.leads(&mut visitor, WAY).await;
    assert_eq!(visitor.sees("Sign in here again first").attributes("main a", "href")[0], "/account/sign-in");
    let mut visitor = world.visitor();
    signs_in_by_link(&world, &mut visitor, ADA).await;
    assert_eq!(visitor.opens("/account").await.links(CONNECT), [WAY]);
    // Whatever address they have there; and they sign in there anew, whoever was signed in.
    provider.is(Manner { email: "work@example.org", signed_in_ago: 3_600, ..Manner::default() });
    provider.leads(&mut visitor, WAY).await;
    assert_eq!(visitor.sees("We could not check who you are").links("Try again"), ["/account"]);
    provider.is(Manner { email: "work@example.org", ..Manner::default() });
    provider.leads(&mut visitor, WAY).await;
    assert_eq!(visitor.path, "/account");
    says_once(&mut visitor, "You can sign in to your account with your organisation’s sign-in now").await;
    assert!(visitor.links(CONNECT).is_empty(), "it is connected");
    assert_eq!((provider.authorised("prompt").as_str(), provider.authorised("max_age").as_str()), ("login", "0"));
    assert_eq!(world.texts(KNOWN).await, ["zqsubject-1 ada@example.com"]);
    let audited = "select action from audit_entries where action like 'account.provider%'";
    assert_eq!(world.texts(audited).await, ["account.provider_connected"]);
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    provider.leads(&mut grace, WAY).await;
    grace.sees("This sign-in belongs to another account");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_link_or_a_password_alone_connects_nobody_who_is_staff(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    let mut visitor = ada(&world).await;
    world.run("update accounts set catalogue_role = 'admin'").await;
    assert!(visitor.opens("/account").await.links(CONNECT).is_empty(), "nor are they asked to");
    provider.leads(&mut visitor, WAY).await;
    assert_eq!(visitor.sees("Sign in here again first").status, StatusCode::FORBIDDEN);
    assert_eq!(world.texts(KNOWN).await, [] as [&str; 0]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn staff_connect_where_they_look_after_what_they_sign_in_with(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    let mut visitor = first_admin(&world).await.visitor;
    assert!(visitor.opens("/account").await.links(CONNECT).is_empty(), "they are asked in one place");
    let way = visitor.opens("/staff/security").await.links(CONNECT).remove(0);
    assert_eq!(way, "/staff/provider?for=connect&next=%2Fstaff%2Fsecurity");
    assert_eq!(world.visitor().opens(&way).await.path, "/staff/sign-in?next=%2Fstaff%2Fsecurity");
    world.backend.clock.advance(SignedDuration::from_mins(11));
    provider.leads(&mut visitor, &way).await;
    let again = visitor.sees("Sign in here again first").attributes("main a", "href").remove(0);
    assert_eq!(again, "/staff/confirm?next=%2Fstaff%2Fsecurity", "a proof of a moment ago is enough");
    world.run("update sessions set staff_confirmed_at = '2026-11-22 09:11:00+00' where staff_since is not null").await;
    provider.leads(&mut visitor, &way).await;
    assert_eq!(visitor.path, "/staff/security", "{}", visitor.text());
    assert_eq!(world.texts(KNOWN).await, ["zqsubject-1 ada@example.com"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn without_a_provider_no_account_is_asked(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    assert!(visitor.opens("/account").await.links("Connect").is_empty());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_has_a_provider_already_is_not_asked(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    world.run("update accounts set catalogue_role = null, registry_role = null, registry_organisation = null").await;
    let mut visitor = world.visitor();
    provider.leads(&mut visitor, "/staff/provider").await;
    assert_eq!(visitor.path, "/account");
    assert!(visitor.links(CONNECT).is_empty());
}
