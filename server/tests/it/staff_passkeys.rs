//! Passkeys of staff: set up, used as the second step and to prove anew who one is, and taken away (CP-46, RP-52).

use axum::http::Method;
use jiff::SignedDuration;
use serde_json::Value;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, GRACE, PASSWORD, sets_password, signs_up},
    authenticator::Authenticator,
    visitor::{Visitor, form_urlencoded},
    world::World,
};

/// Whoever has an account is staff from then on, and accepted an invitation just now.
const STAFF: &str = "update accounts set catalogue_role = 'publisher' where catalogue_role is null;
    insert into staff_invitations (id, token_hash, email, email_norm, catalogue_role, created_at, expires_at, accepted_at)
        select a.id, sha256(a.id::text::bytea), a.email, a.email_norm, 'publisher', a.created_at,
            a.created_at + interval '14 days', a.created_at from accounts a on conflict do nothing";
/// How often the one passkey was used, as far as we know.
const COUNTER: &str = "select (credential #>> '{cred,counter}')::bigint from staff_passkeys";

/// Somebody of staff with a password and nothing else.
pub async fn staff(world: &World, name: &str, email: &str) {
    let mut visitor = world.visitor();
    signs_up(world, &mut visitor, name, email).await;
    sets_password(&mut visitor, PASSWORD).await;
    world.run(STAFF).await;
}

/// Posts a form and goes where that leads.
pub async fn posts(visitor: &mut Visitor, form: &str, answers: &[(&str, &str)]) {
    let answers: Vec<(String, String)> =
        answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    visitor.once(Method::POST, &format!("/do/staff/{form}"), Some(form_urlencoded(&answers))).await;
    let to = visitor.headers.get("location").map(|to| to.to_str().expect("a path").to_owned());
    let to = to.unwrap_or_else(|| panic!("{form} leads nowhere: {} {}", visitor.status, visitor.text()));
    visitor.opens(&to).await;
}

/// Takes the first step of signing in, in a browser of its own.
pub async fn halfway(world: &World, email: &str) -> Visitor {
    let mut visitor = world.visitor();
    posts(&mut visitor, "sign-in", &[("account_email", email), ("password", PASSWORD)]).await;
    visitor
}

/// What the script of a page asks the browser.
pub fn options(visitor: &Visitor) -> Value {
    let asked = visitor.attributes("script[data-options]", "data-options");
    let [asked] = asked.as_slice() else { panic!("nothing is asked at {}:\n{}", visitor.path, visitor.text()) };
    serde_json::from_str(asked).expect("options")
}

/// Sets a passkey up from the page that lists them.
pub async fn sets_up(visitor: &mut Visitor, device: &mut Authenticator, name: &str) {
    visitor.opens("/staff/security").await.presses("Add a passkey").await;
    assert_eq!(visitor.path, "/staff/security/passkey", "{}", visitor.text());
    let answer = device.makes(&options(visitor));
    visitor.fills("passkey_name", name).fills("passkey_answer", &answer).presses("Make the passkey").await;
}

/// Somebody of staff who set a passkey up at the first sign-in, and their browser.
pub async fn with_passkey(world: &World, email: &str, device: &mut Authenticator) -> Visitor {
    staff(world, "Ada Lovelace", email).await;
    let mut visitor = halfway(world, email).await;
    sets_up(&mut visitor, device, "Laptop").await;
    assert_eq!(visitor.path, "/staff/security", "{}", visitor.text());
    visitor
}

/// Takes the second step with a passkey.
pub async fn enters(visitor: &mut Visitor, device: &mut Authenticator) {
    visitor.presses("Use a passkey").await;
    let answer = device.answers(&options(visitor));
    visitor.fills("passkey_answer", &answer).presses("Use a passkey").await;
}

/// Whether somebody is signed in as staff in a browser.
pub async fn is_in(visitor: &mut Visitor) -> bool {
    visitor.opens("/staff").await;
    visitor.path == "/staff" && visitor.status.is_success()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_a_passkey_that_is_set_up_first_lets_in_and_is_the_second_step_from_then_on(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    staff(&world, "Ada Lovelace", ADA).await;
    let mut visitor = halfway(&world, ADA).await;
    assert_eq!(visitor.path, "/staff/security", "nothing is there to take the second step with");
    assert!(!is_in(&mut visitor).await);
    let mut device = Authenticator::new(1);
    sets_up(&mut visitor, &mut device, "Work laptop").await;
    assert_eq!(visitor.path, "/staff/security", "{}", visitor.text());
    visitor.sees("Your passkey is set up").sees("Work laptop").sees("Not used yet");
    assert_eq!(world.count("select cardinality(recovery_hashes)::bigint from accounts").await, 10);
    assert!(is_in(&mut visitor).await);
    assert_eq!(world.count(COUNTER).await, 1);
    let mut other = halfway(&world, ADA).await;
    assert_eq!(other.path, "/staff/code");
    other.presses("Use a passkey").await;
    assert_eq!(other.path, "/staff/code/passkey");
    other.sees("Passkeys need JavaScript");
    assert_eq!(other.links("Enter a code instead"), ["/staff/code"]);
    assert!(device.is_asked_for(&options(&other)));
    let answer = device.answers(&options(&other));
    other.fills("passkey_answer", &answer).presses("Use a passkey").await;
    assert_eq!(other.path, "/staff", "{}", other.text());
    assert_eq!(world.count(COUNTER).await, 2, "its use is counted");
    other.opens("/staff/security").await.sees("Last used");
    let by = "select count(*) from audit_entries where action = 'staff.sign_in' and detail ->> 'by' = 'passkey'";
    assert_eq!(world.count(by).await, 2);
    assert_eq!(world.count("select count(*) from passkey_ceremonies").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_a_passkey_that_is_kept_in_several_places_counts_nothing_and_signs_in(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut device = Authenticator::synchronised(1);
    // It is not yet kept anywhere else when it is made.
    device.backup = (true, false);
    with_passkey(&world, ADA, &mut device).await;
    let is_backed_up = "select (credential #>> '{cred,backup_state}')::boolean::int::bigint from staff_passkeys";
    assert_eq!(world.count(is_backed_up).await, 0);
    device.backup = (true, true);
    for _ in 0..2 {
        let mut visitor = halfway(&world, ADA).await;
        enters(&mut visitor, &mut device).await;
        assert!(is_in(&mut visitor).await, "{}", visitor.text());
    }
    assert_eq!((world.count(COUNTER).await, world.count(is_backed_up).await), (0, 1));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_52_a_passkey_proves_anew_who_one_is_and_leads_back(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut device = Authenticator::new(1);
    let mut visitor = with_passkey(&world, ADA, &mut device).await;
    let token = visitor.cookie("__Host-sid").cloned();
    world.backend.clock.advance(SignedDuration::from_mins(11));
    visitor.opens("/staff/security").await.presses("Add a passkey").await;
    assert_eq!(visitor.path, "/staff/confirm?next=%2Fstaff%2Fsecurity%2Fpasskey", "too long ago");
    enters(&mut visitor, &mut device).await;
    assert_eq!(visitor.path, "/staff/security/passkey", "{}", visitor.text());
    assert_ne!(visitor.cookie("__Host-sid").cloned(), token, "the session has another token");
    let confirmed = "select count(*) from sessions where staff_confirmed_at > staff_since";
    assert_eq!(world.count(confirmed).await, 1);
    let by = "select count(*) from audit_entries where action = 'staff.confirm' and detail ->> 'by' = 'passkey'";
    assert_eq!(world.count(by).await, 1);
    let mut phone = Authenticator::new(2);
    sets_up(&mut visitor, &mut phone, "Phone").await;
    visitor.sees("Your passkey is set up").sees("Laptop").sees("Phone");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_the_last_second_step_stays_and_a_passkey_that_is_removed_opens_nothing(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let (mut laptop, mut phone) = (Authenticator::new(1), Authenticator::new(2));
    let mut visitor = with_passkey(&world, ADA, &mut laptop).await;
    visitor.presses("Remove this passkey Laptop").await;
    visitor.sees("This is your only second step. Set up another one before you remove it");
    assert!(visitor.title().starts_with("Error: "));
    sets_up(&mut visitor, &mut phone, "Phone").await;
    // Somebody was about to use it elsewhere.
    let mut other = halfway(&world, ADA).await;
    other.presses("Use a passkey").await;
    let answer = laptop.answers(&options(&other));
    visitor.opens("/staff/security").await.presses("Remove this passkey Laptop").await;
    visitor.sees("The passkey was removed").does_not_see("Laptop").sees("Phone");
    other.fills("passkey_answer", &answer).presses("Use a passkey").await;
    other.sees("This passkey was not accepted");
    other.presses("Try again").await;
    assert!(!laptop.is_asked_for(&options(&other)) && phone.is_asked_for(&options(&other)));
    let audited = "select action from audit_entries where action like 'account.passkey%' order by id";
    let expected = ["account.passkey_added", "account.passkey_added", "account.passkey_removed"];
    assert_eq!(world.texts(audited).await, expected);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_a_passkey_is_one_persons_and_there_are_so_many(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut device = Authenticator::new(1);
    let mut ada = with_passkey(&world, ADA, &mut device).await;
    sets_up(&mut ada, &mut device, "The same again").await;
    ada.sees("This passkey is set up already");
    staff(&world, "Grace Hopper", GRACE).await;
    let mut grace = halfway(&world, GRACE).await;
    sets_up(&mut grace, &mut device, "Ada's").await;
    grace.sees("This passkey is set up already");
    assert!(!is_in(&mut grace).await, "that lets nobody in");
    world.run(MANY).await;
    ada.opens("/staff/security").await.presses("Add a passkey").await;
    ada.sees("You have 20 passkeys. Remove one before you add another");
}

/// Ada has as many passkeys as one account may have.
const MANY: &str = "insert into staff_passkeys (id, account_id, credential_id, credential, name, created_at)
    select gen_random_uuid(), account_id, int4send(number), credential, 'Key', created_at
    from staff_passkeys, generate_series(1, 19) number";
