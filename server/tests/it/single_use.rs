//! What works once, used by a hundred at the same moment (G-A11). What staff sign in with is in `single_use_staff`, who
//! comes back from a provider in `single_use_provider`.
//!
//! Links that are none of these: to an order, for 90 days, and to a shared list, for whoever reads them; and those that
//! confirm or end something that is so already when they are pressed again.

use axum::http::{Method, StatusCode};
use backend::{
    FormError,
    email_codes::{Asked, Purpose, confirm},
    registry::saving,
};
use domain::{
    form::{Answer, FieldError},
    id::SessionId,
    locale::Locale,
    paths,
    text::{EmailAddress, OneTimeCode},
};
use futures::future::join_all;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::begins,
    account_email::{asks, link_at, presses},
    account_people::{ADA, ada, asks_for_account, asks_for_link, link_to, token_of},
    registrants::{Person, WRITER},
    registry_drafts::begun,
    registry_my::{self, link_in, registered},
    registry_owner_safety::moves,
    staff_races::Sent,
    visitor::{Visitor, form_urlencoded},
    world::World,
};

pub const MANY: usize = 100;
const SIGNED_IN: &str = "select count(*) from sessions where account_id is not null";
/// As many codes as an address gets in an hour are sent so long after each other.
const APART: SignedDuration = SignedDuration::from_mins(20);

/// Browsers with a session each, none of them signed in.
async fn browsers(world: &World) -> Vec<Visitor> {
    let mut browsers = Vec::with_capacity(MANY);
    for _ in 0..MANY {
        browsers.push(begins(world).await.0);
    }
    browsers
}

/// Another program over the database of a service, at the same moment.
pub async fn second(world: &World, connect: PgConnectOptions) -> World {
    let other = World::crowded(connect, 12).await;
    other.backend.clock.advance(world.backend.clock.now().duration_since(other.backend.clock.now()));
    other
}

/// Copies of a browser, which two programs serve in turn.
pub fn copies(visitor: &Visitor, programs: [&World; 2]) -> Vec<Visitor> {
    let copy = |program: &World| {
        let mut copy = visitor.clone();
        copy.router.clone_from(&program.router);
        copy
    };
    programs.into_iter().cycle().take(MANY).map(copy).collect()
}

/// Everybody sends something at once, each in a browser of their own.
pub async fn all_send(everybody: Vec<(Visitor, Sent)>) -> Vec<Visitor> {
    let sent = everybody.into_iter().map(|(mut visitor, (method, path, body))| {
        tokio::spawn(async move {
            visitor.once(method, &path, body).await;
            assert!(!visitor.status.is_server_error(), "{path}: {} {}", visitor.status, visitor.text());
            visitor
        })
    });
    join_all(sent.collect::<Vec<_>>()).await.into_iter().map(|sent| sent.expect("an answer")).collect()
}

/// Posts the same form in every browser at once.
pub async fn all_post(browsers: Vec<Visitor>, path: &str, body: &str) -> Vec<Visitor> {
    let post = (Method::POST, path.to_owned(), Some(body.to_owned()));
    all_send(browsers.into_iter().map(|browser| (browser, post.clone())).collect()).await
}

/// Those who were led to a page.
pub fn led_to<'a>(browsers: &'a [Visitor], page: &str) -> Vec<&'a Visitor> {
    browsers.iter().filter(|browser| browser.headers.get("location").is_some_and(|to| to == page)).collect()
}

/// That one browser was let in, and everybody else was told that the link has ended.
#[track_caller]
fn assert_one(browsers: &[Visitor]) {
    let count = |status: StatusCode| browsers.iter().filter(|browser| browser.status == status).count();
    assert_eq!((count(StatusCode::SEE_OTHER), count(StatusCode::GONE)), (1, MANY - 1));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_link_signs_one_of_a_hundred_browsers_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 24).await;
    ada(&world).await;
    let link = asks_for_link(&world, &mut world.visitor(), ADA).await;
    let body = format!("account_token={}", token_of(&link));
    assert_one(&all_post(browsers(&world).await, "/do/account/open-link", &body).await);
    assert_eq!(world.count(SIGNED_IN).await, 2, "whoever signed up, and one more");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_link_makes_one_account(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 24).await;
    asks_for_account(&mut world.visitor(), "Ada Lovelace", ADA).await;
    let body = format!("account_token={}", token_of(&link_to(&world, ADA).await));
    assert_one(&all_post(browsers(&world).await, "/do/account/open-link", &body).await);
    assert_eq!((world.count("select count(*) from accounts").await, world.count(SIGNED_IN).await), (1, 1));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn another_address_is_told_of_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 24).await;
    let mut visitor = ada(&world).await;
    asks(&mut visitor, "ada@example.org").await;
    let (new, old) = (link_at(&world, "ada@example.org").await, link_at(&world, ADA).await);
    presses(&mut visitor, &old).await;
    let body = format!("account_token={}", token_of(&new));
    let pressed = all_post(vec![visitor; MANY], "/do/account/confirm-email", &body).await;
    assert!(pressed.iter().all(|browser| browser.status == StatusCode::SEE_OTHER), "a button that is pressed again");
    assert_eq!(world.texts("select email from accounts").await, ["ada@example.org"]);
    let told = "select count(*) from outbox where kind = 'account_email_changed'";
    assert_eq!(world.count(told).await, 1);
}

/// A code that was mailed to Ada for a purpose, and the session that asked for it.
async fn code(world: &World, purpose: Purpose) -> (SessionId, OneTimeCode) {
    let (session, _) = backend::sessions::begin(&world.backend).await.expect("a session");
    let address = EmailAddress::read(ADA).expect("an address");
    let asked = Asked { session, email: &address, locale: Locale::English, field: "code" };
    backend::email_codes::mail(&world.backend, asked, purpose).await.expect("a code");
    let code = OneTimeCode::read(&world.code_for(ADA).await).expect("six digits");
    world.backend.clock.advance(APART);
    (session, code)
}

/// What becomes of a code that a hundred type at once, at two programs: the ids of the words, nothing where it was
/// taken.
async fn typed(programs: [&World; 2], purpose: Purpose, session: SessionId, code: &OneTimeCode) -> Vec<String> {
    let (proving, programs) = (session.into(), programs.into_iter().cycle().take(MANY));
    let tries = programs.map(|world| confirm(&world.backend, purpose, (&proving, ADA), code));
    let outcomes = join_all(tries).await.into_iter().map(|outcome| match outcome {
        Ok(()) => String::new(),
        Err(FormError::Refused(errors)) => errors.iter().map(FieldError::words_id).collect(),
        Err(other) => panic!("{other:?}"),
    });
    outcomes.collect()
}

fn count(said: &[String], words: &str) -> usize {
    said.iter().filter(|said| *said == words).count()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_code_works_for_one_of_a_hundred(_: PgPoolOptions, connect: PgConnectOptions) {
    let here = World::crowded(connect.clone(), 12).await;
    let there = second(&here, connect).await;
    for purpose in Purpose::ALL {
        let (session, code) = code(&here, purpose).await;
        there.backend.clock.advance(APART);
        let said = typed([&here, &there], purpose, session, &code).await;
        let refused = count(&said, "any-code-ended") + count(&said, "any-code-locked");
        assert_eq!((count(&said, ""), refused), (1, MANY - 1), "{purpose:?}: {said:?}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_hundred_guesses_at_once_are_five(_: PgPoolOptions, connect: PgConnectOptions) {
    let here = World::crowded(connect.clone(), 12).await;
    let (session, right) = code(&here, Purpose::SignIn).await;
    let there = second(&here, connect).await;
    let wrong = if right.as_str() == "000000" { "111111" } else { "000000" };
    let wrong = OneTimeCode::read(wrong).expect("six digits");
    let said = typed([&here, &there], Purpose::SignIn, session, &wrong).await;
    assert_eq!((count(&said, "any-code-wrong"), count(&said, "any-code-locked")), (5, MANY - 5), "{said:?}");
    let said = typed([&here, &there], Purpose::SignIn, session, &right).await;
    assert_eq!(count(&said, "any-code-locked"), MANY, "{said:?}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_code_and_its_link_begin_one_sign_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 24).await;
    registered(&world, &Person::named("Ada")).await;
    let mut visitor = world.visitor();
    visitor.opens("/my").await.fills("sign_in_email", ADA).presses("Send me a code").await;
    let link = link_in(world.mails_to(ADA).await.last().expect("a code"), "Enter it here");
    let (by_code, by_link) =
        (format!("code={}", world.code_for(ADA).await), format!("sign_in_token={}", token_of(&link)));
    let browsers = vec![visitor; MANY / 2];
    let (typed, pressed) =
        tokio::join!(all_post(browsers.clone(), "/do/my/code", &by_code), all_post(browsers, "/do/my/link", &by_link));
    assert_eq!(world.count("select count(*) from registrant_sessions").await, 1);
    // Whoever was let in has the one session.
    let is_in = |browser: &&Visitor| browser.headers.get("location").is_some_and(|to| to == "/my/registration");
    let mut let_in: Vec<_> =
        typed.iter().chain(&pressed).filter(is_in).map(|browser| browser.cookie("__Host-sid")).collect();
    let_in.dedup();
    assert_eq!(let_in.len(), 1, "{let_in:?}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_code_opens_a_saved_registration_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 24).await;
    let address = EmailAddress::read(ADA).expect("an address");
    saving::save(&world.backend, begun(&world).await, &address, WRITER).await.expect("saved");
    let mut visitor = world.visitor();
    visitor.opens("/register/resume").await.fills("resume_email", ADA).presses("Send me a code").await;
    let body = format!("code={}", world.code_for(ADA).await);
    let typed = all_post(vec![visitor; MANY], "/do/register/resume-code", &body).await;
    let opened = typed.iter().filter(|browser| browser.cookie("__Host-draft").is_some()).count();
    assert_eq!(opened, 1);
    assert!(typed.iter().all(|browser| browser.status == StatusCode::SEE_OTHER));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_change_of_address_is_undone_once(_: PgPoolOptions, connect: PgConnectOptions) {
    const VERSION: &str = "select version::bigint from registrations";
    let here = World::crowded(connect.clone(), 12).await;
    let link = moves(&here, &mut registry_my::ada(&here).await).await;
    let there = second(&here, connect).await;
    let mut owner = here.visitor();
    owner.opens(&link).await;
    let (before, (_, path, answers)) = (here.count(VERSION).await, owner.form_of("Undo the change"));
    let pressed = all_post(copies(&owner, [&here, &there]), &path, &form_urlencoded(&answers)).await;
    assert_eq!(led_to(&pressed, paths::my_email_undone().as_str()).len(), MANY, "a button that is pressed again");
    assert_eq!(here.count(VERSION).await, before + 1, "the address was written once");
}
