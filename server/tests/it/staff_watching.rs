//! What is written down of whoever tried to come in as staff and did not, and of what ends because something else changed:
//! each, with whose account it was where that is known, and nothing of what was typed.

use std::sync::atomic::Ordering;

use axum::http::Method;
use domain::{id::AccountId, staff::CatalogueRole};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::{catalogue, signs_in, somebody},
    account_email::{asks, link_at},
    account_people::{ADA, PASSWORD, ada, signs_up},
    authenticator::Authenticator,
    staff_passkeys::{enters, options, posts, sets_up},
    staff_people::{
        accepts, acts, first_admin, gives, halfway, invitation_to, invites_first_admin, recovery_codes, types_code,
        types_password,
    },
    staff_provider::{connects, served},
    staff_rights::{at_work, both},
    statements::counting,
    world::World,
};

const REFUSED: &str = "select concat_ws(' ', actor, action, subject, detail::text) from audit_entries
    where action like '%refused' order by id";
const CANCELLED: &str = "select concat_ws(' ', e.actor, i.email, e.detail::text) from audit_entries e
    left join staff_invitations i on e.subject = 'invitation:' || i.id
    where e.action = 'staff.invitation_cancelled' order by e.id";
const DISCONNECTED: &str = "select concat_ws(' ', actor, subject, detail ->> 'issuer') from audit_entries
    where action = 'account.provider_disconnected' order by id";

/// What is written down of somebody who signs in, or is signed in and proves it once more.
fn entry(is_in: bool, account: &str, tried: &str) -> String {
    let detail = format!("{{\"tried\": \"{tried}\"}}");
    if is_in {
        format!("account:{account} staff.confirm_refused account:{account} {detail}")
    } else {
        format!("guest staff.sign_in_refused account:{account} {detail}")
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_tried_and_did_not_come_in_is_written_down(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    let id = world.text("select id::text from accounts").await;
    let codes = recovery_codes(&ada.visitor);
    let mut visitor = world.visitor();
    types_password(&mut visitor, "nobody@example.com", "zqguess at it").await;
    types_password(&mut visitor, ADA, "zqguess at it").await;
    let mut visitor = halfway(&world, ADA).await;
    for typed in ["", "12345", ada.app.wrong(&world), "0000000000"] {
        types_code(&mut visitor, typed).await;
        assert!(visitor.title().starts_with("Error: "), "{typed}: {}", visitor.text());
    }
    types_code(&mut visitor, &codes[0]).await;
    assert_eq!(visitor.path, "/staff", "{}", visitor.text());
    let wrong = ada.app.wrong(&world);
    for (password, code) in [("zqguess at it", &*codes[1]), (PASSWORD, wrong), (PASSWORD, &*codes[0])] {
        ada.visitor.opens("/staff/confirm").await.fills("password", password).fills("staff_code", code);
        ada.visitor.presses("Confirm").await.sees("There is a problem");
    }
    let expected = [
        entry(false, "unknown", "password"),
        entry(false, &id, "password"),
        entry(false, &id, "authenticator"),
        entry(false, &id, "recovery_code"),
        entry(true, &id, "password"),
        entry(true, &id, "authenticator"),
        entry(true, &id, "recovery_code"),
    ];
    assert_eq!(world.texts(REFUSED).await, expected);
    let trail = world.texts("select e::text from audit_entries e").await.concat().to_lowercase();
    assert!(!trail.contains("zqguess") && !trail.contains("example.com") && !trail.contains("0000000000"), "{trail}");
    let left = world.count("select cardinality(recovery_hashes)::bigint from accounts").await;
    assert_eq!(left, 9, "no other was used up");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_passkey_that_proves_nothing_is_written_down(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await.visitor;
    let (mut own, mut foreign) = (Authenticator::new(1), Authenticator::new(2));
    sets_up(&mut ada, &mut own, "Own").await;
    let mut visitor = halfway(&world, ADA).await;
    posts(&mut visitor, "passkey-begin", &[]).await;
    let answer = foreign.answers(&options(&visitor));
    for _ in 0..2 {
        // What was asked is answered once.
        posts(&mut visitor, "passkey-sign-in", &[("passkey_answer", &answer)]).await;
        assert!(visitor.title().starts_with("Error: "), "{}", visitor.text());
    }
    posts(&mut ada, "passkey-begin-confirm", &[]).await;
    posts(&mut ada, "passkey-confirm", &[("passkey_answer", "{}")]).await;
    assert!(ada.title().starts_with("Error: "), "{}", ada.text());
    let id = world.text("select id::text from accounts").await;
    assert_eq!(world.texts(REFUSED).await, [entry(false, &id, "passkey"), entry(true, &id, "passkey")]);
    visitor.opens("/staff/code").await;
    enters(&mut visitor, &mut own).await;
    assert_eq!((visitor.path.as_str(), world.texts(REFUSED).await.len()), ("/staff", 2), "{}", visitor.text());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_refused_as_too_often_fills_no_trail(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    first_admin(&world).await;
    for email in [ADA, "nobody@example.com"] {
        for _ in 0..5 {
            types_password(&mut world.visitor(), email, "not the password").await;
        }
    }
    assert_eq!(world.texts(REFUSED).await.len(), 6, "three are taken of each");
    // However many addresses somebody goes through, from however many networks.
    world.run("update rate_counters set used = 199 where subject = 'staff-refused:account:unknown'").await;
    for at in 0..3 {
        types_password(&mut world.visitor(), &format!("person{at}@example.com"), "not the password").await;
    }
    assert_eq!(world.texts(REFUSED).await.len(), 7, "the two hundredth is the last in an hour");
    world.backend.clock.advance(SignedDuration::from_hours(1));
    types_password(&mut world.visitor(), "person@example.com", "not the password").await;
    assert_eq!(world.texts(REFUSED).await.len(), 8);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_full_trail_tells_nobody_whether_there_is_an_account(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    first_admin(&world).await;
    let (count, _counting) = counting();
    let full = "update rate_counters set used = 500 where subject like 'staff-refused:%'";
    for (so_far, used) in [("select", 0), (full, 500)] {
        world.run(so_far).await;
        let mut asked = Vec::new();
        for email in [ADA, "nobody@example.com"] {
            let mut visitor = world.visitor();
            visitor.opens("/staff/sign-in").await;
            let before = count.load(Ordering::Relaxed);
            posts(&mut visitor, "sign-in", &[("account_email", email), ("password", "not the password")]).await;
            asked.push(count.load(Ordering::Relaxed) - before);
        }
        assert!(asked[0] > 2 && asked[0] == asked[1], "{used}: {asked:?}");
        let known = "select used::bigint from rate_counters where subject = 'staff-refused:account:unknown'";
        assert_eq!(world.count(known).await, used + 1, "what is too many is counted as well");
    }
    assert_eq!(world.texts(REFUSED).await.len(), 2, "of each the first");
}

/// Has somebody at work invite somebody to be a publisher.
async fn invites(world: &World, by: AccountId, email: &str) {
    let mut visitor = signs_in(world, by).await.0;
    posts(&mut visitor, "invite", &[("account_email", email), ("catalogue_role", "publisher")]).await;
    invitation_to(world, email).await;
}

/// Has somebody at work close their account.
async fn closes(world: &World, account: AccountId, name: &str) {
    let mut visitor = signs_in(world, account).await.0;
    let body = format!("close_confirmation={name}%40staff.example");
    visitor.once(Method::POST, "/do/account/close", Some(body)).await;
    assert_eq!(visitor.headers["location"], "/account/closed");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_invitation_that_ends_with_something_else_is_written_down(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, own) = at_work(&world, "administrator", &both()).await;
    let roles = catalogue(CatalogueRole::Admin);
    let one = somebody(&world, "one", &roles).await;
    let two = somebody(&world, "two", &roles).await;
    let three = somebody(&world, "three", &roles).await;
    for (by, email) in [(one, "first@example.com"), (two, "second@example.com"), (three, "third@example.com")] {
        invites(&world, by, email).await;
    }
    gives(&world, &mut admin, ("change-roles", one), ["publisher", "", ""]).await;
    acts(&world, &mut admin, "suspend", two).await;
    closes(&world, three, "three").await;
    // Whoever moves to another address leaves what was open for the one before.
    let mut ada = ada(&world).await;
    let moved = world.text("select id::text from accounts where full_name = 'Ada Lovelace'").await;
    invites(&world, own, ADA).await;
    asks(&mut ada, "ada@example.org").await;
    for link in [link_at(&world, "ada@example.org").await, link_at(&world, ADA).await] {
        ada.opens(&link).await;
        let button = ada.all("main button").remove(0);
        ada.presses(&button).await;
    }
    let expected = [
        format!("account:{own} first@example.com {{\"with\": \"account:{one}\"}}"),
        format!("account:{own} second@example.com {{\"with\": \"account:{two}\"}}"),
        format!("account:{three} third@example.com {{\"with\": \"account:{three}\"}}"),
        format!("account:{moved} ada@example.com {{\"with\": \"account:{moved}\"}}"),
    ];
    assert_eq!(world.texts(CANCELLED).await, expected);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_runs_the_service_ends_an_invitation_by_another_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for expected in [&[] as &[&str], &["operator ada@example.com {}"]] {
        invites_first_admin(&world).await;
        assert_eq!(world.texts(CANCELLED).await, expected);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whom_a_provider_knows_no_more_is_written_down(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, _provider) = served(connect).await;
    let (mut admin, own) = at_work(&world, "administrator", &both()).await;
    let roles = catalogue(CatalogueRole::Publisher);
    let (reset, closed) = (somebody(&world, "reset", &roles).await, somebody(&world, "closed", &roles).await);
    connects(&world, "zqone", "reset@staff.example").await;
    connects(&world, "zqtwo", "closed@staff.example").await;
    acts(&world, &mut admin, "reset-factors", reset).await;
    closes(&world, closed, "closed").await;
    signs_up(&world, &mut world.visitor(), "Ada Lovelace", ADA).await;
    connects(&world, "zqthree", ADA).await;
    invites(&world, own, ADA).await;
    let link = invitation_to(&world, ADA).await;
    accepts(&mut world.visitor(), &link, "Ada Lovelace").await;
    let joined = world.text("select id::text from accounts where full_name = 'Ada Lovelace'").await;
    let issuer = world.backend.provider.as_ref().expect("a provider").issuer().to_owned();
    let expected = [
        format!("account:{own} account:{reset} {issuer}"),
        format!("account:{closed} account:{closed} {issuer}"),
        format!("account:{joined} account:{joined} {issuer}"),
    ];
    assert_eq!(world.texts(DISCONNECTED).await, expected);
    let trail = world.texts("select e::text from audit_entries e").await.concat();
    assert!(!trail.contains("zq"), "nor as whom: {trail}");
}
