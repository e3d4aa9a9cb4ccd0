//! Invitations to be staff: written and then mailed, for 14 days, for one use (EH-67, EH-68, EH-69, G-A11).

use axum::http::{Method, StatusCode};
use backend::secrets::{hash_token, hex};
use domain::{
    form::Answer,
    id::AccountId,
    staff::{CatalogueRole, MINISTRY, RegistryRole, Roles},
    text::FullName,
};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::staff::{
    invitations,
    people::{self, NewStaff},
};
use uuid::Uuid;

use crate::{
    access_staff::{catalogue, registry, signs_in, somebody},
    account_people::{ADA, GRACE, PASSWORD, ada_with_password, assert_signed_out, token_of},
    said::says_once,
    staff_people::{accepts, invitation_to, is_in, joins, sets_up_app},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

const OPEN: &str = "select count(*) from staff_invitations where accepted_at is null and cancelled_at is null";
const MAILED: &str = "select count(*) from outbox where kind = 'staff_invitation'";
const RIGHTS: &str = "select concat_ws(' ', full_name, state, catalogue_role, registry_role, registry_organisation)
    from accounts where email_norm = 'grace@example.com'";

/// Whoever administers both halves.
async fn administrator(world: &World) -> Visitor {
    let roles = Roles { catalogue: Some(CatalogueRole::Admin), ..registry(RegistryRole::Admin, MINISTRY) };
    let account = somebody(world, "administrator", &roles).await;
    signs_in(world, account).await.0
}

/// Invites somebody to be a fulfiller, and a viewer of Fraser Health.
async fn invites(visitor: &mut Visitor, email: &str) {
    visitor.opens("/staff/people/invite").await.fills("account_email", email).fills("catalogue_role", "fulfiller");
    visitor.fills("registry_role", "viewer").fills("registry_organisation", "FHA");
    visitor.presses("Send the invitation").await;
}

/// Posts what a form on the page of an invitation does.
pub async fn posts_token_to(visitor: &mut Visitor, form: &str, token: &str) {
    let answers = [("invitation_token", token), ("full_name", "Grace Hopper"), ("new_password", PASSWORD)];
    let body = form_urlencoded(&answers.map(|(name, value)| (name.to_owned(), value.to_owned())));
    visitor.once(Method::POST, form, Some(body)).await;
}

async fn posts_token(visitor: &mut Visitor, token: &str) {
    posts_token_to(visitor, "/do/staff/accept", token).await;
}

/// The link leads nowhere, opened or pressed, and says why.
pub async fn assert_ended(world: &World, link: &str) {
    let mut visitor = world.visitor();
    visitor.opens(link).await.sees("This invitation does not work");
    assert_eq!(visitor.status, StatusCode::GONE);
    posts_token(&mut visitor, &token_of(link)).await;
    assert_eq!(visitor.sees("This invitation does not work").status, StatusCode::GONE);
    assert!(!is_in(&mut visitor).await);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_67_an_invitation_is_sent_again_and_taken_back(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = administrator(&world).await;
    visitor.opens("/staff/people").await.sees("Nobody is invited at the moment");
    invites(&mut visitor, "Grace@Example.com").await;
    says_once(&mut visitor, "The invitation is on its way").await;
    visitor.sees("Grace@Example.com").sees("Fulfiller").sees("Fraser Health").sees("6 December 2026");
    let first = invitation_to(&world, "Grace@Example.com").await;
    let stored = world.text("select encode(token_hash, 'hex') from staff_invitations").await;
    assert_eq!(stored, hex(&hash_token(&token_of(&first))), "of the link its hash is stored");
    world.visitor().opens(&first).await.sees("Registry: Viewer");
    visitor.presses("Send again").await.sees("The invitation is on its way");
    assert_ended(&world, &first).await;
    let second = invitation_to(&world, "Grace@Example.com").await;
    assert_ne!(first, second);
    world.visitor().opens(&second).await.sees("Registry: Viewer");
    let page = visitor.links("Cancel").remove(0);
    visitor.opens(&page).await.sees("Do you want to cancel this invitation?").presses("Cancel the invitation").await;
    says_once(&mut visitor, "The invitation was cancelled").await;
    assert_ended(&world, &second).await;
    assert_eq!(visitor.opens(&page).await.status, StatusCode::NOT_FOUND, "there is none any more");
    assert_eq!((world.count(OPEN).await, world.count("select count(*) from accounts").await), (0, 1));
    let actions = "select action from audit_entries where subject like 'invitation:%' order by id";
    let written = ["staff.invited", "staff.invitation_resent", "staff.invitation_cancelled"];
    assert_eq!(world.texts(actions).await, written);
    // What was not mailed yet when it is taken back is not mailed at all.
    invites(&mut visitor, GRACE).await;
    let page = visitor.links("Cancel").remove(0);
    visitor.opens(&page).await.presses("Cancel the invitation").await;
    assert!(world.mails_to(GRACE).await.is_empty());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_67_an_invitation_is_open_for_14_days_and_works_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = administrator(&world).await;
    invites(&mut visitor, GRACE).await;
    let link = invitation_to(&world, GRACE).await;
    world.backend.clock.advance(SignedDuration::from_hours(14 * 24) - SignedDuration::from_secs(1));
    world.visitor().opens(&link).await.sees("Accept the invitation");
    world.backend.clock.advance(SignedDuration::from_secs(1));
    assert_ended(&world, &link).await;
    let account = world.text("select id::text from accounts").await.parse().expect("an id");
    let mut visitor = signs_in(&world, account).await.0;
    visitor.opens("/staff/people").await.sees("Ended on 6 December 2026").presses("Send again").await;
    let link = invitation_to(&world, GRACE).await;
    let mut grace = joins(&world, &link, "Grace Hopper", GRACE).await;
    assert!(is_in(&mut grace.visitor).await);
    assert_ended(&world, &link).await;
    assert_eq!(world.texts(RIGHTS).await, ["Grace Hopper active fulfiller viewer FHA"]);
    for made_up in ["/staff/invitation/x", "/staff/invitation/%00", "/staff/invitation/..%2f..%2fstaff"] {
        let mut visitor = world.visitor();
        visitor.opens(made_up).await;
        assert!(visitor.status.is_client_error(), "{made_up}: {}", visitor.status);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_68_nobody_is_invited_twice_and_nothing_is_sent(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = administrator(&world).await;
    invites(&mut visitor, GRACE).await;
    for again in [GRACE, "GRACE@Example.com"] {
        invites(&mut visitor, again).await;
        visitor.sees_error("account_email", "An invitation to this address is open");
        assert_eq!(visitor.value_of("account_email"), again, "what was typed is kept");
    }
    let (publisher, viewer) = (catalogue(CatalogueRole::Publisher), registry(RegistryRole::Viewer, "IHA"));
    for (name, roles) in [("publisher", publisher), ("viewer", viewer)] {
        somebody(&world, name, &roles).await;
        invites(&mut visitor, &format!("{name}@Staff.example")).await;
        visitor.sees_error("account_email", "Somebody with this address works here already");
    }
    invites(&mut visitor, "administrator@staff.example").await;
    visitor.sees_error("account_email", "This is you");
    invites(&mut visitor, "grace@").await;
    visitor.sees_error("account_email", "Enter an email address in the correct format");
    visitor.opens("/staff/people/invite").await.fills("account_email", "mary@example.com");
    visitor.presses("Send the invitation").await.sees_error("catalogue_role", "Choose at least one role");
    assert_eq!((world.count(OPEN).await, world.count(MAILED).await), (1, 1));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_69_an_account_that_is_there_already_takes_the_roles(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut before = ada_with_password(&world).await;
    let mut visitor = administrator(&world).await;
    invites(&mut visitor, ADA).await;
    let link = invitation_to(&world, ADA).await;
    let mut ada = world.visitor();
    accepts(&mut ada, &link, "Ada King").await;
    assert_signed_out(&mut before, "whoever was signed in is not any more").await;
    assert!(!is_in(&mut ada).await);
    sets_up_app(&world, &mut ada).await;
    assert!(is_in(&mut ada).await);
    ada.opens("/account").await.sees("Ada King");
    assert_eq!(world.count("select count(*) from accounts").await, 2);
    // Whoever has a role gets another one where people are, and not by a link in their mailbox.
    let one = registry(RegistryRole::Viewer, "IHA");
    let account = somebody(&world, "viewer", &one).await;
    let mut at_work = signs_in(&world, account).await.0;
    visitor.opens("/staff/people/invite").await.fills("account_email", "viewer@staff.example");
    visitor.fills("catalogue_role", "publisher").presses("Send the invitation").await;
    visitor.sees_error("account_email", "Somebody with this address works here already");
    assert!(is_in(&mut at_work).await, "nothing happened to them");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a11_of_many_who_press_the_link_at_once_one_gets_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 12).await;
    let mut visitor = administrator(&world).await;
    invites(&mut visitor, GRACE).await;
    let token = token_of(&invitation_to(&world, GRACE).await);
    // Each works a while on the password.
    let presses = (0..16).map(|_| {
        let (mut visitor, token) = (world.visitor(), token.clone());
        tokio::spawn(async move {
            posts_token(&mut visitor, &token).await;
            visitor.status
        })
    });
    let presses: Vec<_> = presses.collect();
    let mut statuses = Vec::new();
    for press in presses {
        statuses.push(press.await.expect("an answer"));
    }
    assert_eq!(statuses.iter().filter(|status| **status == StatusCode::SEE_OTHER).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == StatusCode::GONE).count(), 15, "{statuses:?}");
    assert_eq!(world.texts(RIGHTS).await, ["Grace Hopper active fulfiller viewer FHA"]);
    assert_eq!(world.count("select count(*) from staff_sign_ins").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a11_of_a_hundred_who_take_an_invitation_one_does(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 12).await;
    let mut visitor = administrator(&world).await;
    invites(&mut visitor, GRACE).await;
    let id = world.text("select id::text from staff_invitations").await.parse().expect("an id");
    let takes = (0..100).map(|_| {
        let (db, now) = (world.backend.db.clone(), world.backend.clock.now());
        tokio::spawn(async move {
            let mut tx = db.begin().await.expect("a transaction");
            let Some(taken) = invitations::take(&mut *tx, id, now).await.expect("an answer") else { return 0 };
            let (account, full_name) = (AccountId(Uuid::now_v7()), FullName::read("Grace Hopper").expect("a name"));
            let (email, roles) = (&taken.email, &taken.roles);
            let new = NewStaff { id: account, email, full_name: &full_name, hash: None, roles };
            people::take_in(&mut tx, new, now).await.expect("written").expect("an account");
            tx.commit().await.expect("committed");
            1
        })
    });
    let takes: Vec<_> = takes.collect();
    let mut taken = 0;
    for take in takes {
        taken += take.await.expect("an answer");
    }
    assert_eq!((taken, world.count("select count(*) from accounts").await), (1, 2));
}
