//! No page of staff asks the database more often than its budget, however many people it shows: four statements beside
//! the one that says who is looking, and where people are shown one that writes down that they were seen.

use std::sync::atomic::AtomicUsize;

use domain::staff::{CatalogueRole, MINISTRY, RegistryRole, Roles};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::{registry, signs_in, somebody},
    account_people::{ADA, GRACE},
    budgets::{STAFF, assert_counted},
    staff_passkeys::{halfway, staff},
    statements::counting,
    statements_aside::asks,
    visitor::Visitor,
    world::{ORIGIN, World},
};

/// Pages of somebody who administers both halves, and what each answers.
const OWN: &[(&str, u16, usize)] = &[
    ("/staff", 200, 2),
    ("/staff/sign-in", 303, 1),
    ("/staff/code", 303, 2),
    ("/staff/code/passkey", 303, 2),
    ("/staff/signed-out", 200, 1),
    ("/staff/waiting", 303, 1),
    ("/staff/confirm", 200, 2),
    ("/staff/confirm/passkey", 200, 2),
    ("/staff/security", 200, 5),
    ("/staff/security/authenticator", 200, 1),
    ("/staff/security/recovery-codes", 200, 1),
    ("/staff/security/passkey", 200, 3),
    ("/staff/authenticator.svg", 404, 3),
    ("/staff/people", 200, 5),
    ("/staff/people?text=person&state=active&role=publisher&sort=seen", 200, 5),
    ("/staff/people/invite", 200, 2),
];

/// Many people, and somebody in each state.
const PEOPLE: &str = "insert into accounts (id, email, email_norm, full_name, email_confirmed_at, created_at, updated_at,
        last_signed_in_at, catalogue_role)
    select gen_random_uuid(), 'p' || n || '@example.com', 'p' || n || '@example.com', 'Person ' || n, now(), now(), now(), now(),
        'publisher' from generate_series(1, 60) n;
    update accounts set state = 'suspended' where email_norm = 'p1@example.com';
    update accounts set state = 'pending', catalogue_role = null where email_norm = 'p2@example.com'";
/// The first of them, who is active.
const ACTIVE: &str = "select '/staff/people/' || id from accounts where email_norm = 'p3@example.com'";
const SUSPENDED: &str = "select '/staff/people/' || id from accounts where email_norm = 'p1@example.com'";
const PENDING: &str = "select '/staff/people/' || id from accounts where email_norm = 'p2@example.com'";
/// What was being set up is set up.
const SET: &str = "update staff_authenticators set secret = next_secret, next_secret = null, next_expires_at = null,
    confirmed_at = now()";

/// Somebody who administers both halves, signed in.
async fn administrator(world: &World) -> Visitor {
    let roles = Roles { catalogue: Some(CatalogueRole::Admin), ..registry(RegistryRole::Admin, MINISTRY) };
    let account = somebody(world, "administrator", &roles).await;
    signs_in(world, account).await.0
}

/// Invites Grace. The link of the message, and the page on which the invitation is taken back.
async fn invites(world: &World, visitor: &mut Visitor) -> (String, String) {
    visitor.opens("/staff/people/invite").await.fills("account_email", GRACE).fills("catalogue_role", "publisher");
    visitor.presses("Send the invitation").await.sees("The invitation is on its way").sees(GRACE);
    let letter = world.mails_to(GRACE).await.pop().expect("an invitation").text;
    let link = letter.lines().find(|line| line.contains("/staff/invitation/")).expect("a link");
    let cancel = world.text("select '/staff/invitations/' || id || '/cancel' from staff_invitations").await;
    (link.trim().trim_start_matches(ORIGIN).to_owned(), cancel)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn pages_of_staff_stay_within_their_budgets(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut visitor, mut stranger) = (administrator(&world).await, world.visitor());
    let (link, cancel) = invites(&world, &mut visitor).await;
    stranger.opens("/track").await.presses("Find my order").await;
    let (count, _counting) = counting();
    for (path, status, budget) in OWN {
        asks(&count, &mut visitor, path, (*status, *budget)).await;
    }
    comes_in(&world, &count).await;
    world.run(PEOPLE).await;
    for (path, status, budget) in OWN.iter().chain(&[("/staff/people?page=2", 200, 5)]) {
        asks(&count, &mut visitor, path, (*status, *budget)).await;
    }
    looks_at_people(&world, &mut visitor, &count).await;
    asks(&count, &mut visitor, &cancel, (200, 2)).await;
    asks(&count, &mut stranger, &link, (200, 2)).await;
    for (path, status, budget) in [
        ("/staff/invitation/made-up", 410, 1),
        ("/staff/sign-in", 200, 1),
        ("/staff/people", 303, 1),
        ("/staff/provider", 404, 1),
        ("/staff/provider/callback", 404, 1),
        ("/staff/provider/invitation", 404, 1),
    ] {
        asks(&count, &mut stranger, path, (status, budget)).await;
    }
    assert_counted(STAFF);
}

/// The same for the pages of each of them.
async fn looks_at_people(world: &World, visitor: &mut Visitor, count: &AtomicUsize) {
    let [active, suspended, pending] =
        [world.text(ACTIVE).await, world.text(SUSPENDED).await, world.text(PENDING).await];
    for (member, part, budget) in [
        (&active, "", 3),
        (&active, "/roles", 4),
        (&active, "/suspend", 3),
        (&active, "/reset", 3),
        (&suspended, "/reactivate", 3),
        (&pending, "/roles", 5),
    ] {
        asks(count, visitor, &format!("{member}{part}"), (200, budget)).await;
    }
}

/// The same for somebody who signs in for the first time.
async fn comes_in(world: &World, count: &AtomicUsize) {
    staff(world, "Ada Lovelace", ADA).await;
    let mut visitor = halfway(world, ADA).await;
    asks(count, &mut visitor, "/staff/security", (200, 4)).await;
    visitor.opens("/staff/security").await.presses("Set up an authenticator app").await.sees("Finish");
    asks(count, &mut visitor, "/staff/security", (200, 5)).await;
    asks(count, &mut visitor, "/staff/security?later=yes", (200, 4)).await;
    asks(count, &mut visitor, "/staff/authenticator.svg", (200, 4)).await;
    world.run(SET).await;
    asks(count, &mut visitor, "/staff/code", (200, 2)).await;
}
