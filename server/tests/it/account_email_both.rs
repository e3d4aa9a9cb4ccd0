//! Another address is used only after both confirmed it (HP-70): in any order, each once, however many press at once;
//! one alone changes nothing, and what ends the change ends both links.

use std::sync::{Arc, atomic::Ordering};

use axum::http::{Method, StatusCode};
use backend::accounts::{
    Owner, Proof,
    email::{self, Pressed},
};
use domain::{
    account::ChangeAccountEmail,
    form::{Answer, Answers, Facts, Form},
    link::LinkPart,
    locale::Locale,
};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_email::{NEW, ROW, asks, link_at, presses},
    account_people::{ADA, GRACE, PASSWORD, ada, ada_with_password, signs_in, signs_up, token_of},
    language_journeys::said,
    statements::counting,
    visitor::{Visitor, form_urlencoded},
    world::World,
};

/// The links to both addresses, the new one's first.
async fn links(world: &World, new: &str, old: &str) -> [String; 2] {
    [link_at(world, new).await, link_at(world, old).await]
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_70_both_confirm_in_any_order(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    asks(&mut visitor, NEW).await;
    let [new, old] = links(&world, NEW, ADA).await;
    let before = world.text(ROW).await;
    // The old one first, and twice: it stands for one.
    for _ in 0..2 {
        assert_eq!(presses(&mut visitor, &old).await, StatusCode::SEE_OTHER);
        assert_eq!(visitor.headers["location"], old.as_str());
        visitor.opens(&old).await.sees("You have allowed the change").sees(NEW);
    }
    assert_eq!(world.text(ROW).await, before);
    assert_eq!(world.count("select count(*) from audit_entries where action = 'account.email'").await, 0);
    visitor.opens(&new).await.presses("Use this address").await.sees("Your email address was changed");
    assert!(world.text(ROW).await.starts_with(NEW));
    assert_eq!(world.count("select count(*) from audit_entries where action = 'account.email'").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_70_however_many_press_at_once_it_is_changed_once(_: PgPoolOptions, connect: PgConnectOptions) {
    const AT_ONCE: usize = 8;
    let world = World::crowded(connect, 12).await;
    ada(&world).await;
    let account = world.text("select id::text from accounts").await.parse().expect("an id");
    let session = world.text("select id::text from sessions").await.parse().expect("an id");
    let owner = Owner { session, account, locale: Locale::English, from: None, proof: Proof::Account };
    let mut old = ADA.to_owned();
    for round in 0..5 {
        world.backend.clock.advance(SignedDuration::from_hours(1));
        let new = format!("ada{round}@example.org");
        let form = ChangeAccountEmail::parse(&Answers::default().with("account_new_email", &new), &Facts::default());
        email::ask(&world.backend, owner, &form.expect("a form")).await.expect("asked");
        let tokens = links(&world, &new, &old).await.map(|link| LinkPart::read(&token_of(&link)).expect("a token"));
        let start = Arc::new(tokio::sync::Barrier::new(AT_ONCE));
        let pressing: Vec<_> = (0..AT_ONCE)
            .map(|at| {
                let (backend, start, token) = (world.backend.clone(), start.clone(), tokens[at % 2].clone());
                tokio::spawn(async move {
                    start.wait().await;
                    email::confirm(&backend, owner, &token).await.expect("pressed")
                })
            })
            .collect();
        let mut pressed = Vec::new();
        for press in pressing {
            pressed.push(press.await.expect("no panic"));
        }
        assert_eq!(pressed.iter().filter(|one| **one == Pressed::Changed).count(), 1, "round {round}: {pressed:?}");
        assert!(pressed.contains(&Pressed::Awaited), "round {round}: {pressed:?}");
        assert_eq!(world.text("select email from accounts").await, new);
        let told = "select count(*) from outbox where kind = 'account_email_changed'";
        assert_eq!(world.count(told).await, round + 1);
        old = new;
    }
    assert_eq!(world.count("select count(*) from audit_entries where action = 'account.email'").await, 5);
}

/// What ends a change that one address has confirmed.
const ENDS: [&str; 4] = ["signing out everywhere", "another change", "time", "another password"];

/// Lets it end; whoever asked, signed in.
async fn ends(world: &World, visitor: &mut Visitor, end: &str) {
    match end {
        "signing out everywhere" => {
            visitor.once(Method::POST, "/do/account/sign-out-everywhere", Some(String::new())).await;
            *visitor = signs_in(world).await;
        }
        "another change" => asks_with_password(visitor, "other@example.org").await,
        "time" => world.backend.clock.advance(SignedDuration::from_mins(16)),
        _ => {
            let answers = [("current_password", PASSWORD), ("new_password", "some other plain words")];
            let answers = answers.map(|(name, value)| (name.to_owned(), value.to_owned()));
            visitor.once(Method::POST, "/do/account/change-password", Some(form_urlencoded(&answers))).await;
            assert_eq!(visitor.headers["location"], "/account");
        }
    }
}

async fn asks_with_password(visitor: &mut Visitor, email: &str) {
    visitor.opens("/account/email").await.fills("account_new_email", email).fills("current_password", PASSWORD);
    visitor.presses("Email me a link").await;
    assert_eq!(visitor.path, "/account/mailed", "{}", visitor.text());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_70_what_ends_a_change_ends_both_links(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    ada_with_password(&world).await;
    for (at, end) in ENDS.into_iter().enumerate() {
        world.backend.clock.advance(SignedDuration::from_hours(1));
        let mut visitor = signs_in(&world).await;
        let new = format!("ada{at}@example.org");
        asks_with_password(&mut visitor, &new).await;
        let mut both = links(&world, &new, ADA).await;
        both.rotate_left(at % 2);
        assert_eq!(presses(&mut visitor, &both[0]).await, StatusCode::SEE_OTHER, "{end}");
        ends(&world, &mut visitor, end).await;
        for link in &both {
            assert_eq!(presses(&mut visitor, link).await, StatusCode::GONE, "{end}");
            visitor.opens(link).await.sees("This link does not work");
        }
        assert!(world.text(ROW).await.starts_with(ADA), "{end}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_70_an_address_that_is_taken_takes_as_many_statements(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    signs_up(&world, &mut world.visitor(), "Grace Hopper", GRACE).await;
    let (count, _counting) = counting();
    let mut asked = Vec::new();
    for email in [NEW, GRACE] {
        count.store(0, Ordering::Relaxed);
        asks(&mut visitor, email).await;
        asked.push(count.load(Ordering::Relaxed));
        let own = link_at(&world, ADA).await;
        count.store(0, Ordering::Relaxed);
        presses(&mut visitor, &own).await;
        asked.push(count.load(Ordering::Relaxed));
    }
    assert_eq!(asked[..2], asked[2..], "asked and pressed");
    assert!(asked.iter().all(|statements| *statements > 0), "the counter works");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_account_asks_for_five_changes_an_hour(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    let asked = |at: usize| format!("account_new_email=ada{at}%40example.org");
    for at in 0..6 {
        visitor.once(Method::POST, "/do/account/email", Some(asked(at))).await;
        let expected = if at < 5 { StatusCode::SEE_OTHER } else { StatusCode::TOO_MANY_REQUESTS };
        assert_eq!(visitor.status, expected, "{at}");
    }
    assert_eq!(world.count("select count(*) from outbox where kind = 'account_old_email'").await, 5);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_page_and_letter_of_a_change_is_in_the_language_of_its_reader(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    let mut old = ADA.to_owned();
    for locale in Locale::ALL {
        world.backend.clock.advance(SignedDuration::from_hours(1));
        visitor.language = locale.as_str();
        let new = format!("{locale}@example.org");
        visitor.opens("/account/email").await.sees(&said(*locale, "account-email-lost"));
        visitor.fills("account_new_email", &new).presses(&said(*locale, "account-by-link-button")).await;
        visitor.sees(&said(*locale, "done-email-asked"));
        let [at_new, at_old] = links(&world, &new, &old).await;
        visitor.opens(&at_old).await.presses(&said(*locale, "account-email-old-button")).await;
        visitor.sees(&said(*locale, "account-email-awaited-title"));
        visitor.opens(&at_new).await.presses(&said(*locale, "account-email-confirm-button")).await;
        visitor.sees(&said(*locale, "done-email-changed"));
        for (address, message) in
            [(&new, "mail-account-new-email"), (&old, "mail-account-old-email"), (&old, "mail-account-email-changed")]
        {
            let subject = said(*locale, &format!("{message}-subject"));
            let letters = world.mails_to(address).await;
            let letter = letters.iter().find(|mail| mail.subject == subject).expect("a letter");
            assert!(!letter.text.contains("Unknown localization"), "{}", letter.text);
        }
        old = new;
    }
}
