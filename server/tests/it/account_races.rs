//! Somebody comes in at the moment in which their password changes, or in which they are signed out everywhere. Both lock
//! the account: whoever comes first is done first, and the other sees what is so then (G-A4).

use axum::http::{Method, StatusCode};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, PASSWORD, ada_with_password, asks_for_link, signs_in, token_of},
    staff_people::{Colleague, first_admin},
    staff_races::{Sent, one_after_the_other},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

const NEW: &str = "quite different words";
const SIGNED_IN: &str = "select count(*) from sessions where account_id is not null";
const SET: &str = "select count(*) from audit_entries where action = 'account.password'";

fn post(form: &str, answers: &[(&str, &str)]) -> Sent {
    let answers: Vec<(String, String)> =
        answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    (Method::POST, format!("/do/account/{form}"), Some(form_urlencoded(&answers)))
}

fn changes(new: &str) -> Sent {
    post("change-password", &[("current_password", PASSWORD), ("new_password", new)])
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_nobody_comes_in_by_a_password_that_was_changed_meanwhile(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 12).await;
    let mut ada = ada_with_password(&world).await;
    let mut late = world.visitor();
    let types = post("sign-in", &[("account_email", ADA), ("password", PASSWORD)]);
    one_after_the_other(&world, [(&mut ada, changes(NEW)), (&mut late, types)]).await;
    assert_eq!((ada.status, world.count(SET).await), (StatusCode::SEE_OTHER, 2));
    assert_eq!(world.count(SIGNED_IN).await, 1, "{}", late.text());
    // Whoever came in before it is out again.
    let types = post("sign-in", &[("account_email", ADA), ("password", NEW)]);
    let again = post("change-password", &[("current_password", NEW), ("new_password", PASSWORD)]);
    one_after_the_other(&world, [(&mut late, types), (&mut ada, again)]).await;
    assert_eq!((late.headers["location"].to_str().expect("a path"), world.count(SET).await), ("/account", 3));
    assert_eq!(world.count(SIGNED_IN).await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_of_two_who_change_a_password_at_once_one_does(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 12).await;
    let mut ada = ada_with_password(&world).await;
    let mut other = signs_in(&world).await;
    one_after_the_other(&world, [(&mut ada, changes(NEW)), (&mut other, changes("what somebody else likes"))]).await;
    assert_eq!(world.count(SET).await, 2, "set once, and changed once");
    assert_eq!(world.count(SIGNED_IN).await, 1);
    assert!(other.status != StatusCode::SEE_OTHER || other.headers["location"] != "/account", "{}", other.text());
}

/// Ada, and somebody with her link.
async fn with_link(world: &World) -> (Visitor, Visitor, Sent) {
    let ada = ada_with_password(world).await;
    let mut late = world.visitor();
    let link = asks_for_link(world, &mut late, ADA).await;
    (ada, late, post("open-link", &[("account_token", &token_of(&link))]))
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_a_link_lets_nobody_in_who_was_signed_out_everywhere_meanwhile(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::crowded(connect, 12).await;
    let (mut ada, mut late, opens) = with_link(&world).await;
    one_after_the_other(&world, [(&mut ada, post("sign-out-everywhere", &[])), (&mut late, opens)]).await;
    assert_eq!((late.status, world.count(SIGNED_IN).await), (StatusCode::GONE, 0));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_nor_does_it_keep_somebody_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 12).await;
    let (mut ada, mut late, opens) = with_link(&world).await;
    one_after_the_other(&world, [(&mut late, opens), (&mut ada, post("sign-out-everywhere", &[]))]).await;
    assert_eq!(world.count(SIGNED_IN).await, 0, "{} {}", late.status, ada.status);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_whoever_signs_out_waits_for_what_they_set_up(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 12).await;
    let Colleague { mut visitor, .. } = first_admin(&world).await;
    let mut tab = visitor.clone();
    let leaves = (Method::POST, "/do/staff/sign-out".to_owned(), None);
    let renews = (Method::POST, "/do/staff/recovery-codes".to_owned(), None);
    one_after_the_other(&world, [(&mut visitor, renews), (&mut tab, leaves)]).await;
    assert_eq!(world.count(SIGNED_IN).await, 0);
}
