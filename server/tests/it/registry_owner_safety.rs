//! What somebody who got at a registration, or at an old message about it, cannot take from its owner.

use axum::http::StatusCode;
use backend::{
    FormError,
    email_codes::{Asked, Purpose},
    registry::{
        email, my,
        saving::{self, LinkTo},
        yearly,
    },
};
use domain::{
    form::{Answer, FieldError},
    id::{RegistrantId, SessionId},
    locale::Locale,
    text::{EmailAddress, OneTimeCode},
};
use jiff::{SignedDuration, ToSpan};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::{email_codes, registry::email_changes};

use crate::{
    registrants::Person,
    registry_journey::starts,
    registry_my::{ADA, ada, link_in, registered, signs_in},
    visitor::Visitor,
    world::{ORIGIN, World},
};

/// Another address.
const NEW: &str = "other@example.org";
const ADDRESSES: &str = "select coalesce(email, 'erased') from registrants order by email nulls last";
const BACK: &str = "Your old email address is back";

/// Asks for another address, and gives the code that was mailed there.
async fn asks_for(world: &World, visitor: &mut Visitor, email: &str) -> OneTimeCode {
    visitor.opens("/my/email").await.fills("new_email", email).presses("Send a code there").await;
    OneTimeCode::read(&world.code_for(email).await).expect("six digits")
}

/// Changes Ada's address, and gives the link by which she undoes it.
pub async fn moves(world: &World, visitor: &mut Visitor) -> String {
    let code = asks_for(world, visitor, NEW).await;
    visitor.fills("code", code.as_str()).presses("Change my address").await.sees("Your email address was changed");
    let mails = world.mails_to(ADA).await;
    link_in(mails.last().expect("a letter to the old address"), "Undo the change")
}

async fn undoes(world: &World, link: &str) -> Visitor {
    let mut owner = world.visitor();
    owner.opens(link).await.presses("Undo the change").await;
    owner
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_code_that_is_typed_twice_at_once_works_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    let code = asks_for(&world, &mut visitor, NEW).await;
    let session: SessionId = world.text("select session_id::text from registrant_sessions").await.parse().unwrap();
    let owner: RegistrantId = world.text("select id::text from registrants").await.parse().unwrap();
    let confirm = || email::confirm(&world.backend, session, owner, &code);
    // Both begin before either ends.
    let mut held = world.backend.db.begin().await.unwrap();
    sqlx::raw_sql("select from email_codes for update").execute(&mut *held).await.unwrap();
    let release = async {
        world.sees_waiting(2).await;
        held.commit().await.unwrap();
    };
    let (one, other, ()) = tokio::join!(confirm(), confirm(), release);
    let refused = [one, other].into_iter().filter_map(|outcome| match outcome {
        Err(FormError::Refused(errors)) => Some(errors.iter().map(FieldError::words_id).collect::<String>()),
        other => other.map(|_| None).expect("the database"),
    });
    assert_eq!(refused.collect::<Vec<_>>(), ["any-code-ended"]);
    assert_eq!(world.text("select old_email || '>' || new_email from email_changes").await, format!("{ADA}>{NEW}"));
    assert_eq!(world.count("select count(*) from registration_changes where version > 1").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_used_or_changed_once_stays_so(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    let link = moves(&world, &mut visitor).await;
    let (db, now) = (&world.backend.db, world.backend.clock.now());
    let change = world.text("select id::text from email_changes").await.parse().unwrap();
    assert!(!email_changes::changed(db, change, NEW, now).await.unwrap());
    assert_eq!(world.text("select old_email from email_changes").await, ADA);
    let session: SessionId = world.text("select session_id::text from registrant_sessions").await.parse().unwrap();
    for code in [[1; 32], [2; 32]] {
        email_codes::put(db, session, NEW, &code, now + 1.hour()).await.unwrap();
    }
    let used = async |code: [u8; 32]| email_codes::used(db, session, NEW, &code).await.unwrap();
    assert_eq!((used([1; 32]).await, used([2; 32]).await, used([2; 32]).await), (false, true, false));
    for _ in 0..2 {
        undoes(&world, &link).await.sees(BACK);
    }
    assert_eq!(world.texts(ADDRESSES).await, [ADA]);
    world.run("delete from email_changes").await;
    let mut owner = undoes(&world, &link).await;
    assert_eq!(owner.status, StatusCode::GONE, "nothing is said to be back that is not");
    owner.does_not_see(BACK);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_blocks_the_way_back_without_proof(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    let link = moves(&world, &mut visitor).await;
    registered(&world, &Person::named("Ada")).await;
    assert_eq!(world.texts(ADDRESSES).await, [ADA, NEW]);
    undoes(&world, &link).await.sees(BACK);
    assert_eq!(world.texts(ADDRESSES).await, [ADA, "erased"]);
    let mails = world.mails_to(ADA).await;
    assert!(mails.iter().all(|mail| mail.subject != "Your data was erased"), "nothing of hers was");
    let mut visitor = signs_in(&world, ADA).await;
    let link = moves(&world, &mut visitor).await;
    registered(&world, &Person::named("Ada")).await;
    let proved =
        "update registrants set email_state = 'verified', email_verified_at = now() where email = 'ada@example.com'";
    world.run(proved).await;
    let owner = undoes(&world, &link).await;
    assert_eq!(owner.status, StatusCode::GONE, "somebody proved that it is theirs");
    assert_eq!(world.texts(ADDRESSES).await, [ADA, NEW, "erased"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_erases_what_they_moved_to_their_address(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    let link = moves(&world, &mut visitor).await;
    visitor.opens("/my/erase").await.presses("Send me a code").await;
    visitor.sees_error("code", "changed in the last 14 days");
    // Not even with a code.
    let session: SessionId = world.text("select session_id::text from registrant_sessions").await.parse().unwrap();
    let address = EmailAddress::read(NEW).unwrap();
    let asked = Asked { session, email: &address, locale: Locale::English, field: "code" };
    backend::email_codes::mail(&world.backend, asked, Purpose::Erase).await.expect("a code");
    let code = world.code_for(NEW).await;
    visitor.opens("/my/erase").await.fills("code", &code).presses("Erase everything").await;
    visitor.sees_error("code", "changed in the last 14 days");
    assert_eq!(world.texts(ADDRESSES).await, [NEW]);
    undoes(&world, &link).await.sees(BACK);
    // Whoever undid it is free, and so is whoever waited.
    let mut visitor = signs_in(&world, ADA).await;
    moves(&world, &mut visitor).await;
    world.backend.clock.advance(SignedDuration::from_hours(24 * email::UNDO_DAYS));
    let mut visitor = signs_in(&world, NEW).await;
    visitor.opens("/my/erase").await.presses("Send me a code").await;
    let code = world.code_for(NEW).await;
    visitor.fills("code", &code).presses("Erase everything").await.sees("Your data is erased");
}

/// What becomes of a code that was mailed to Ada for one purpose and is typed for another.
async fn typed(world: &World, session: SessionId, mailed: Purpose, typed: Purpose) -> Result<(), FormError> {
    let address = EmailAddress::read(ADA).unwrap();
    let asked = Asked { session, email: &address, locale: Locale::English, field: "code" };
    backend::email_codes::mail(&world.backend, asked, mailed).await.expect("a code");
    let code = OneTimeCode::read(&world.code_for(ADA).await).expect("six digits");
    // As many codes as an address gets in an hour.
    world.backend.clock.advance(SignedDuration::from_mins(20));
    backend::email_codes::confirm(&world.backend, typed, (&session.into(), ADA), &code).await
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_code_does_only_what_it_was_mailed_for(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    let session: SessionId = world.text("select session_id::text from registrant_sessions").await.parse().unwrap();
    my::send_code(&world.backend, session, &EmailAddress::read(ADA).unwrap(), Locale::English).await.expect("a code");
    let code = world.code_for(ADA).await;
    visitor.opens("/my/erase").await.fills("code", &code).presses("Erase everything").await;
    visitor.sees_error("code", "The code is not right");
    assert_eq!(world.texts(ADDRESSES).await, [ADA]);
    for mailed in Purpose::ALL {
        for purpose in Purpose::ALL {
            let outcome = typed(&world, session, mailed, purpose).await;
            assert_eq!(outcome.is_ok(), mailed == purpose, "{mailed:?} typed for {purpose:?}");
        }
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn links_to_an_old_address_change_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    world.backend.clock.advance(SignedDuration::from_hours(24 * 365));
    yearly::run(&world.backend).await.expect("the nightly job");
    let letter = world.mails_to(ADA).await.pop().expect("the question");
    let links = [link_in(&letter, "Yes, still right"), link_in(&letter, "Withdraw")];
    let mut reader = world.visitor();
    for (link, words) in links.iter().zip(["are your details still right?", "Why are you withdrawing?"]) {
        reader.opens(link).await.sees(words);
    }
    let mut visitor = signs_in(&world, ADA).await;
    moves(&world, &mut visitor).await;
    // The one open page, pressed at last, and both links.
    reader.fills("withdrawal_reason", "leave_registry").presses("Withdraw").await;
    assert_eq!(reader.status, StatusCode::GONE);
    for link in &links {
        reader.opens(link).await.does_not_see("Ada");
        assert_eq!(reader.status, StatusCode::GONE, "{link}");
    }
    assert_eq!(world.text("select state || reminders from registrations where asked_at is not null").await, "active0");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn links_to_a_draft_that_is_kept_for_another_address_lead_nowhere(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = starts(&world).await;
    visitor.fills("first_name", "Ada").presses("Save and come back later").await;
    let saves = async |visitor: &mut Visitor, address: &str| {
        visitor.opens("/register/save").await.fills("save_email", address).presses("Save my answers").await;
        let letters = world.mails_to(address).await;
        let letter = letters.into_iter().rev().find(|mail| mail.text.contains("/register/resume/"));
        let text = letter.expect("a letter").text;
        let line = text.lines().find(|line| line.contains("/register/resume/")).expect("a link").trim().to_owned();
        line.trim_start_matches(ORIGIN).to_owned()
    };
    let before = saves(&mut visitor, ADA).await;
    let mut reader = world.visitor();
    reader.opens(&before).await.sees("Continue your registration");
    let after = saves(&mut visitor, NEW).await;
    // The open page, pressed too late, and the link.
    reader.presses("Send me a code").await.does_not_see(NEW);
    assert_eq!(reader.status, StatusCode::GONE);
    reader.opens(&before).await.sees("This link does not work").opens("/register/resume/code").await.does_not_see(NEW);
    assert_eq!(world.count("select count(*) from email_codes").await, 0);
    reader.opens(&after).await.presses("Send me a code").await;
    assert_eq!(reader.path, "/register/resume/code");
    let draft = world.text("select id::text from registration_drafts").await.parse().unwrap();
    let discard = LinkTo::Discard.path(&world.backend, draft, ADA).to_string();
    reader.opens(&discard).await.sees("This link does not work");
    let old = discard.rsplit('/').next().unwrap();
    assert!(matches!(saving::discard(&world.backend, draft, old).await, Err(FormError::NotFound)));
    assert_eq!(world.count("select count(*) from registration_drafts").await, 1);
}
