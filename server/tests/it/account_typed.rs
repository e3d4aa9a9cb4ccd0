//! What people type into the forms of accounts comes back as it was typed, and never as markup.

use axum::http::StatusCode;
use naughty_strings::BLNS;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, PASSWORD, ada_with_password, is_signed_in},
    bad_input::posts,
    forms::FORMS,
    naughty::markup_in,
    visitor::Visitor,
    world::World,
};

/// A new password takes a while to be hashed: one in so many strings.
const PASSWORDS: usize = 40;
/// Forms of addresses ask much, and what they ask is asked at the checkout as well: one in so many strings.
const ADDRESSES: usize = 20;
/// What is chosen among what there is, and never typed: as few.
const CHOSEN: [&str; 2] = ["/do/account/audience", "/do/account/end-alert"];

fn no_markup(visitor: &Visitor, words: &str) {
    if let Some(markup) = markup_in(words) {
        assert!(!visitor.body.contains(markup), "{markup:?} is markup on {}", visitor.path);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_question_of_an_account_survives_naughty_strings(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada_with_password(&world).await;
    let once = ["/do/account/sign-out", "/do/account/sign-out-everywhere"];
    for (path, right) in FORMS.iter().filter(|(path, _)| path.starts_with("/do/account/") && !once.contains(path)) {
        let apart = if right.iter().any(|(name, _)| name.ends_with("password")) {
            PASSWORDS
        } else if path.contains("address") || CHOSEN.contains(path) {
            ADDRESSES
        } else {
            1
        };
        for at in 0..right.len() {
            for words in BLNS.iter().step_by(apart) {
                let mut answers: Vec<_> =
                    right.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
                (*words).clone_into(&mut answers[at].1);
                posts(&mut visitor, path, &answers).await;
                no_markup(&visitor, words);
            }
        }
    }
    assert_eq!(world.count("select count(*) from accounts").await, 1);
    assert!(is_signed_in(visitor.opens("/account").await), "{}", visitor.text());
    for mail in world.mails_to(ADA).await {
        assert!(!mail.subject.contains(char::is_control) && !mail.html.contains("<script"), "{}", mail.html);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_name_comes_back_as_it_was_typed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada_with_password(&world).await;
    for name in ["O'Brien <b>&amp; sons", "François-Xavier Ó Súilleabháin", "محمد بن عبد الله", "Null", "👩🏽‍⚕️ Ada"]
    {
        visitor.opens("/account/name").await.fills("full_name", name).presses("Save").await;
        visitor.sees("Your details were changed").sees(name);
        no_markup(&visitor, name);
        assert_eq!(visitor.opens("/account/name").await.value_of("full_name"), name);
        assert_eq!(world.text("select full_name from accounts").await, name);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_failure_gives_back_everything_but_the_password(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada_with_password(&world).await;
    let mut stranger = world.visitor();
    stranger.opens("/account/sign-in").await.fills("account_email", ADA).fills("password", PASSWORD);
    visitor.opens("/account/password").await.fills("new_password", PASSWORD);
    world.backend.db.close().await;
    stranger.presses("Sign in").await.sees("Sorry").sees("Nothing is lost");
    assert_eq!(stranger.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(stranger.body.contains(ADA) && !stranger.body.contains(PASSWORD));
    visitor.presses("Save my password").await.sees("Sorry").does_not_see("Send it again");
    assert!(!visitor.body.contains(PASSWORD));
}
