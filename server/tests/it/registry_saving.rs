//! Saving a registration and coming back to it with a code: nobody else learns that it is there.

use backend::{
    FormError,
    registry::{
        drafts,
        saving::{self, LinkState, LinkTo},
    },
};
use domain::{
    form::Answer,
    id::{DraftId, SessionId},
    locale::Locale,
    paths,
    registry::Step,
    text::{EmailAddress, OneTimeCode},
};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::sessions::{Tokens, known};

use crate::{
    registrants::WRITER,
    registry_drafts::{answers, begun, refusals},
    world::{ORIGIN, World},
};

const ADA: &str = "ada@example.com";
const EN: Locale = Locale::English;

fn address(text: &str) -> EmailAddress {
    EmailAddress::read(text).expect("an address")
}

async fn session(world: &World) -> SessionId {
    backend::sessions::begin(&world.backend).await.expect("a session").0
}

/// A draft with a name in it.
async fn named(world: &World, name: &str) -> DraftId {
    let draft = begun(world).await;
    answers(world, draft, Step::Name, &[("first_name", name), ("last_name", "Lovelace")]).await.expect("right");
    draft
}

/// The same, saved for an address.
async fn saved(world: &World, name: &str) -> DraftId {
    let draft = named(world, name).await;
    let path = saving::save(&world.backend, draft, &address(ADA), WRITER).await.expect("saved");
    assert_eq!(path, paths::register_saved());
    draft
}

/// Asks for a code at the address and reads it.
async fn code(world: &World, session: SessionId) -> OneTimeCode {
    let path = saving::send_code(&world.backend, session, &address(ADA), EN).await.expect("sent");
    assert_eq!(path, paths::register_resume_code());
    OneTimeCode::read(&world.code_for(ADA).await).expect("six digits")
}

async fn draft_of(world: &World, token: &backend::secrets::Token) -> Option<DraftId> {
    let tokens = Tokens { draft: Some(token.hash()), ..Tokens::default() };
    known(&world.backend.db, tokens, world.backend.clock.now()).await.expect("readable").draft
}

async fn first_name(world: &World, draft: DraftId) -> Option<String> {
    let open = drafts::find(&world.backend, draft).await.expect("readable")?;
    Some(open.draft.answers.first("first_name").to_owned())
}

/// Draft and seal of the newest link to a page.
async fn link(world: &World, page: &str) -> (String, String) {
    let mails = world.mails_to(ADA).await;
    let text = &mails.iter().rev().find(|mail| mail.text.contains(page)).expect("a link").text;
    let line = text.lines().find(|line| line.contains(page)).expect("a link");
    let (_, parts) = line.trim().trim_start_matches(ORIGIN).split_once(page).expect("a page");
    let (draft, seal) = parts.split_once('/').expect("two parts");
    (draft.to_owned(), seal.to_owned())
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_02_a_draft_is_opened_elsewhere_with_a_code(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let draft = saved(&world, "Ada").await;
    let letter = world.mails_to(ADA).await.pop().expect("a letter");
    assert!(letter.text.contains("22 December 2026") && !letter.text.contains("Lovelace"), "{}", letter.text);
    let elsewhere = session(&world).await;
    let right = code(&world, elsewhere).await;
    let other = if right.as_str() == "000000" { "111111" } else { "000000" };
    let wrong = saving::open(&world.backend, elsewhere, &OneTimeCode::read(other).unwrap(), None).await;
    assert_eq!(refusals(wrong), ["any-code-wrong"]);
    let stolen = saving::open(&world.backend, session(&world).await, &right, None).await;
    assert_eq!(refusals(stolen), ["any-code-ended"], "a code works in the session that asked");
    let (path, token) = saving::open(&world.backend, elsewhere, &right, None).await.expect("open");
    let token = token.expect("a cookie");
    assert_eq!((path, draft_of(&world, &token).await), (paths::register_tasks(), Some(draft)));
    assert_eq!(first_name(&world, draft).await.as_deref(), Some("Ada"));
    assert_eq!(refusals(saving::open(&world.backend, elsewhere, &right, None).await), ["any-code-ended"], "once");
    // A code opens it for 12 hours; the draft stays for 30 days.
    world.backend.clock.advance(SignedDuration::from_hours(12));
    assert_eq!(draft_of(&world, &token).await, None);
    assert!(first_name(&world, draft).await.is_some());
    let again = code(&world, elsewhere).await;
    let (_, newer) = saving::open(&world.backend, elsewhere, &again, None).await.expect("open");
    assert_eq!(draft_of(&world, &newer.expect("a cookie")).await, Some(draft));
    assert_eq!(draft_of(&world, &token).await, None, "the cookie before opens nothing");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_learns_whether_a_draft_is_saved(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    saved(&world, "Ada").await;
    let asks = session(&world).await;
    let path = saving::send_code(&world.backend, asks, &address("bob@example.com"), EN).await.expect("sent");
    assert_eq!(path, paths::register_resume_code());
    let letter = world.mails_to("bob@example.com").await.pop().expect("a letter");
    assert!(letter.subject.starts_with("No registration is saved") && !letter.text.contains("code"));
    let guess = OneTimeCode::read("123456").unwrap();
    assert_eq!(refusals(saving::open(&world.backend, asks, &guess, None).await), ["any-code-wrong"]);
    for _ in 0..4 {
        refusals(saving::open(&world.backend, asks, &guess, None).await);
    }
    assert_eq!(refusals(saving::open(&world.backend, asks, &guess, None).await), ["any-code-locked"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_address_gets_five_codes_an_hour(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    saved(&world, "Ada").await;
    for _ in 0..5 {
        code(&world, session(&world).await).await;
    }
    let asks = session(&world).await;
    let sixth = saving::send_code(&world.backend, asks, &address("ADA@example.com"), EN).await;
    assert_eq!(refusals(sixth), ["any-codes-too-many"]);
    world.backend.clock.advance(SignedDuration::from_hours(1));
    code(&world, asks).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn links_are_ours_and_each_does_one_thing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let draft = saved(&world, "Ada").await;
    let (id, seal) = link(&world, "/register/resume/").await;
    assert_eq!(id, draft.to_string());
    let state = async |to, draft: &str, seal: &str| saving::link_state(&world.backend, to, draft, seal).await.unwrap();
    assert_eq!(state(LinkTo::Draft, &id, &seal).await, LinkState::Open);
    assert_eq!(state(LinkTo::Discard, &id, &seal).await, LinkState::NotOurs, "it deletes nothing");
    assert_eq!(state(LinkTo::Draft, &named(&world, "B").await.to_string(), &seal).await, LinkState::NotOurs);
    let asks = session(&world).await;
    let forged = saving::send_code_for_link(&world.backend, asks, draft, &seal.replace('.', ".A"), EN).await;
    assert!(matches!(forged, Err(FormError::NotFound)));
    assert!(matches!(saving::discard(&world.backend, draft, &seal).await, Err(FormError::NotFound)));
    saving::send_code_for_link(&world.backend, asks, draft, &seal, EN).await.expect("sent");
    let code = OneTimeCode::read(&world.code_for(ADA).await).unwrap();
    let (path, token) = saving::open(&world.backend, asks, &code, None).await.expect("open");
    assert!(path == paths::register_tasks() && token.is_some());
    // Reminded a week before the end, once; a write moves the end.
    let remind = async || {
        backend::jobs::tidy_up(&world.backend).await.expect("tidy");
        world.mails_to(ADA).await.iter().filter(|mail| mail.subject.contains("deleted soon")).count()
    };
    world.backend.clock.advance(SignedDuration::from_hours(22 * 24));
    assert_eq!(remind().await, 0);
    world.backend.clock.advance(SignedDuration::from_hours(24));
    assert_eq!((remind().await, remind().await), (1, 1));
    let (id, seal) = link(&world, "/register/discard/").await;
    assert_eq!(state(LinkTo::Discard, &id, &seal).await, LinkState::Open);
    saving::discard(&world.backend, draft, &seal).await.expect("deleted");
    assert_eq!(state(LinkTo::Discard, &id, &seal).await, LinkState::Ended);
    assert_eq!(first_name(&world, draft).await, None);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_saved_draft_ends_30_days_after_the_last_write(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let draft = saved(&world, "Ada").await;
    world.backend.clock.advance(SignedDuration::from_hours(29 * 24));
    answers(&world, draft, Step::PostalCode, &[("postal_code", "V8W 1A1")]).await.expect("right");
    world.backend.clock.advance(SignedDuration::from_hours(29 * 24));
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert!(first_name(&world, draft).await.is_some());
    world.backend.clock.advance(SignedDuration::from_hours(24));
    assert_eq!(first_name(&world, draft).await, None);
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(world.count("select count(*) from registration_drafts").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_03_an_address_has_one_draft_once_its_owner_chose(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for keep_earlier in [true, false] {
        let earlier = saved(&world, "Ada").await;
        let newer = saved(&world, "Augusta").await;
        let letters = world.mails_to(ADA).await;
        let two = letters.iter().filter(|letter| letter.subject.starts_with("Two registrations")).count();
        assert_eq!(two, if keep_earlier { 1 } else { 2 }, "the screen said nothing, the letter does");
        let elsewhere = session(&world).await;
        let right = code(&world, elsewhere).await;
        let (path, token) = saving::open(&world.backend, elsewhere, &right, None).await.expect("open");
        assert_eq!((path, draft_of(&world, &token.expect("a cookie")).await), (paths::register_which(), Some(newer)));
        let which = saving::which(&world.backend, elsewhere, newer).await.expect("readable").expect("two");
        assert_eq!((which.earlier.id, which.newer.id, which.newer.answered), (earlier, newer, 2));
        let stranger = session(&world).await;
        let (path, _) = saving::choose(&world.backend, stranger, newer, keep_earlier).await.expect("answered");
        assert_eq!(path, paths::register_resume(), "who reads no mail there chooses nothing");
        let chosen = saving::choose(&world.backend, elsewhere, newer, keep_earlier).await.expect("chosen");
        assert_eq!((chosen.0, chosen.1.is_some()), (paths::register_tasks(), keep_earlier));
        let kept = if keep_earlier { "Ada" } else { "Augusta" };
        let left = world.texts("select typed[1] from draft_answers where question = 'first_name'").await;
        assert_eq!(left, [kept]);
        assert_eq!(world.count("select count(*) from registration_drafts where saved_at is not null").await, 1);
        world.run("delete from registration_drafts").await;
        world.backend.clock.advance(SignedDuration::from_hours(1));
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_has_another_draft_at_hand_chooses_too(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let saved = saved(&world, "Ada").await;
    let empty = begun(&world).await;
    let here = session(&world).await;
    let right = code(&world, here).await;
    let (path, token) = saving::open(&world.backend, here, &right, Some(empty)).await.expect("open");
    assert_eq!(draft_of(&world, &token.expect("a cookie")).await, Some(saved), "nothing was answered in the other");
    assert_eq!(path, paths::register_tasks());
    let at_hand = named(&world, "Augusta").await;
    let right = code(&world, here).await;
    let (path, token) = saving::open(&world.backend, here, &right, Some(at_hand)).await.expect("open");
    assert!(path == paths::register_which() && token.is_none());
    saving::choose(&world.backend, here, at_hand, false).await.expect("chosen");
    assert_eq!(first_name(&world, saved).await, None);
    let open = drafts::find(&world.backend, at_hand).await.unwrap().expect("kept");
    assert_eq!(open.saved_for.as_deref(), Some(ADA));
}
