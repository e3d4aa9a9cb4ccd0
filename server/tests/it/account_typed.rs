//! What people type into the forms of accounts comes back as it was typed, and never as markup.
//!
//! Of n strings, the post of a form that begins at string s has string (s + 37 p) mod n in its question number p
//! (`registry_at_hand::naughty`). As s goes over all n, so does that for each p: each question meets each string once,
//! in n posts of a form and not in n for each of its questions. A form about a list is posted twice as often: with a
//! string in the place of the list, where nobody looks at the rest, and about a list that is there.

use axum::http::{Method, StatusCode};
use naughty_strings::BLNS;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, PASSWORD, ada_with_password, is_signed_in},
    bad_input::{owned, posts},
    forms::FORMS,
    naughty::{is_of_account, markup_in},
    registry_at_hand::naughty,
    visitor::Visitor,
    world::World,
};

/// A new password takes a while to be hashed: one in so many strings.
const PASSWORDS: usize = 40;
/// Forms of addresses ask much, and what they ask is asked at the checkout as well; what strangers send meets every
/// string in `naughty`; some things are chosen among what there is, and never typed: one in so many.
const FEW: usize = 20;
/// What is chosen, and is no address.
const CHOSEN: [&str; 2] = ["/do/account/audience", "/do/account/end-alert"];
/// The list that a form is about.
const LIST: &str = "list";

fn no_markup(visitor: &Visitor, words: &str) {
    if let Some(markup) = markup_in(words) {
        assert!(!visitor.body.contains(markup), "{markup:?} is markup on {}", visitor.path);
    }
}

/// Posts strings in the place of right answers, and opens the page that follows.
async fn types(visitor: &mut Visitor, path: &str, answers: &[(String, String)]) {
    posts(visitor, path, answers).await;
    for (_, words) in answers {
        no_markup(visitor, words);
    }
}

/// One in so many strings is typed into a form: all of them, where that is one.
fn one_in(path: &str, right: &[(String, String)]) -> usize {
    if right.iter().any(|(name, _)| name.ends_with("password")) {
        PASSWORDS
    } else if path.contains("address") || CHOSEN.contains(&path) || !is_of_account(path) {
        FEW
    } else {
        1
    }
}

/// Types strings into every question of a form. Where they are few, each stands among right answers.
async fn meets(visitor: &mut Visitor, path: &str, right: &[(String, String)]) {
    let apart = one_in(path, right);
    for first in (0..BLNS.len()).step_by(apart) {
        if apart > 1 {
            for at in 0..right.len() {
                let mut answers = right.to_vec();
                BLNS[first].clone_into(&mut answers[at].1);
                types(visitor, path, &answers).await;
            }
        } else {
            types(visitor, path, &naughty(right, first, &[])).await;
            if right.len() > 1 && right[0].0 == LIST {
                types(visitor, path, &naughty(right, first, &[LIST])).await;
            }
        }
    }
}

/// Ada, who has a list, types into the forms that are meant. She stays signed in, and nobody else comes of it.
async fn types_into(connect: PgConnectOptions, is_meant: fn(&str) -> bool) {
    let world = World::new(connect).await;
    let mut visitor = ada_with_password(&world).await;
    visitor.once(Method::POST, "/do/account/lists/save", Some("list_name=Winter".to_owned())).await;
    let list = world.text("select id::text from saved_lists").await;
    let is_hers = |path: &str| path.starts_with("/do/account/") || is_of_account(path);
    for (path, right) in FORMS.iter().filter(|(path, right)| is_meant(path) && is_hers(path) && !right.is_empty()) {
        let mut right = owned(right, "");
        for (_, about) in right.iter_mut().filter(|(name, _)| name == LIST) {
            about.clone_from(&list);
        }
        meets(&mut visitor, path, &right).await;
    }
    assert_eq!(world.count("select count(*) from accounts").await, 1);
    assert!(is_signed_in(visitor.opens("/account").await), "{}", visitor.text());
    for mail in world.mails_to(ADA).await {
        assert!(!mail.subject.contains(char::is_control) && !mail.html.contains("<script"), "{}", mail.html);
    }
}

// The forms are shared among two tests, which run beside each other.

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_question_of_an_account_survives_naughty_strings(_: PgPoolOptions, connect: PgConnectOptions) {
    types_into(connect, |path| !path.contains("/lists/")).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_question_of_a_list_survives_naughty_strings(_: PgPoolOptions, connect: PgConnectOptions) {
    types_into(connect, |path| path.contains("/lists/")).await;
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
