//! Links that were mailed open nothing any more once what they were for was done in another way: invitations, links that
//! sign in, and links to another address (G-A11).

use axum::http::{Method, StatusCode};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_email::{NEW, link_at},
    account_people::{ADA, GRACE, PASSWORD, ada, asks_for_link, is_signed_in, token_of},
    staff_invitations::assert_ended,
    staff_passkeys::posts,
    staff_people::{acts, first_admin, gives, invitation_to, rights_of, waits},
    staff_rights::{at_work, both},
    visitor::Visitor,
    world::World,
};

const CHANGES: &str = "select count(*) from account_email_changes";

/// Somebody who administers both halves.
async fn administrator(world: &World) -> Visitor {
    at_work(world, "administrator", &both()).await.0
}

/// Invites somebody to be a publisher; where the link leads, which works.
async fn invites(world: &World, admin: &mut Visitor, email: &str) -> String {
    posts(admin, "invite", &[("account_email", email), ("catalogue_role", "publisher")]).await;
    let link = invitation_to(world, email).await;
    world.visitor().opens(&link).await.sees("Catalogue: Publisher");
    link
}

/// A link that signs in to an account, and works.
async fn asks(world: &World, email: &str) -> String {
    let link = asks_for_link(world, &mut world.visitor(), email).await;
    assert_eq!(world.visitor().opens(&link).await.status, StatusCode::OK);
    link
}

/// It signs nobody in, opened or pressed.
async fn assert_signs_nobody_in(world: &World, link: &str) {
    let mut visitor = world.visitor();
    assert_eq!(visitor.opens(link).await.sees("This link does not work").status, StatusCode::GONE);
    let body = format!("account_token={}", token_of(link));
    visitor.once(Method::POST, "/do/account/open-link", Some(body)).await;
    assert_eq!(visitor.status, StatusCode::GONE);
    assert!(!is_signed_in(visitor.opens("/").await));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a11_whoever_is_approved_has_no_invitation_open_any_more(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut admin = administrator(&world).await;
    let (_, id) = waits(&world, "Grace Hopper", GRACE).await;
    let invitation = invites(&world, &mut admin, GRACE).await;
    gives(&world, &mut admin, ("approve", id), ["", "viewer", "FHA"]).await;
    assert_ended(&world, &invitation).await;
    assert_eq!(rights_of(&world, id).await, "active viewer FHA");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a11_nothing_that_was_mailed_outlives_a_closed_account(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    let invitation = invites(&world, &mut administrator(&world).await, ADA).await;
    let sign_in = asks(&world, ADA).await;
    visitor.opens("/account/email").await.fills("account_new_email", NEW).presses("Email me a link").await;
    assert_eq!(world.count(CHANGES).await, 1);
    let body = Some("close_confirmation=ada%40example.com".to_owned());
    visitor.once(Method::POST, "/do/account/close", body).await;
    assert_eq!(visitor.headers["location"], "/account/closed");
    assert_ended(&world, &invitation).await;
    assert_signs_nobody_in(&world, &sign_in).await;
    assert_eq!(world.count(CHANGES).await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a11_nothing_that_was_mailed_to_the_address_before_works_with_another(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    let invitation = invites(&world, &mut administrator(&world).await, ADA).await;
    let sign_in = asks(&world, ADA).await;
    visitor.opens("/account/email").await.fills("account_new_email", NEW).presses("Email me a link").await;
    let [new, old] = [link_at(&world, NEW).await, link_at(&world, ADA).await];
    visitor.opens(&new).await.presses("Use this address").await;
    visitor.opens(&old).await.presses("Allow the change").await.sees("Your email address was changed");
    assert_ended(&world, &invitation).await;
    assert_signs_nobody_in(&world, &sign_in).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a11_a_reset_ends_what_was_mailed_before_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await.visitor;
    let id = world.text("select id::text from accounts").await.parse().expect("an id");
    let mut other = administrator(&world).await;
    let sign_in = asks(&world, ADA).await;
    ada.opens("/account/email").await.fills("account_new_email", NEW).fills("current_password", PASSWORD);
    ada.presses("Email me a link").await;
    assert_eq!(world.count(CHANGES).await, 1);
    acts(&world, &mut other, "reset-factors", id).await;
    assert_signs_nobody_in(&world, &sign_in).await;
    assert_eq!(world.count(CHANGES).await, 0);
    let first = invitation_to(&world, ADA).await;
    acts(&world, &mut other, "reset-factors", id).await;
    let second = invitation_to(&world, ADA).await;
    assert_ended(&world, &first).await;
    assert_eq!(world.visitor().opens(&second).await.status, StatusCode::OK, "the newest one works");
}
