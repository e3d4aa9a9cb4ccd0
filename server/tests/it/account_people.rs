//! People with an account, for a test: in browsers without scripts, by the messages they get.

use crate::{
    order::{MEASLES, delivers_to, number_on},
    visitor::Visitor,
    world::{ORIGIN, World},
};

pub const ADA: &str = "ada@example.com";
pub const GRACE: &str = "grace@example.com";
/// Words with spaces between them.
pub const PASSWORD: &str = "several plain words";

/// The newest link to an account among the messages to an address.
pub async fn link_to(world: &World, email: &str) -> String {
    let mails = world.mails_to(email).await;
    let mut lines = mails.iter().rev().flat_map(|mail| mail.text.lines());
    let link = lines.find(|line| line.contains("/account/link/")).expect("a link");
    link.trim().trim_start_matches(ORIGIN).to_owned()
}

/// The token of a link.
pub fn token_of(link: &str) -> String {
    link.rsplit('/').next().expect("a token").to_owned()
}

/// Asks for an account.
pub async fn asks_for_account(visitor: &mut Visitor, name: &str, email: &str) {
    visitor.opens("/account/sign-up").await.fills("full_name", name).fills("account_email", email);
    visitor.presses("Create my account").await;
    assert_eq!(visitor.path, "/account/mailed", "{}", visitor.text());
}

/// Makes an account in this browser, as far as the question where somebody works.
pub async fn signs_up(world: &World, visitor: &mut Visitor, name: &str, email: &str) {
    asks_for_account(visitor, name, email).await;
    let link = link_to(world, email).await;
    visitor.opens(&link).await.presses("Open my account").await;
    assert_eq!(visitor.path, "/account/establishment", "{}", visitor.text());
}

/// Ada, with an account, signed in by its link.
pub async fn ada(world: &World) -> Visitor {
    let mut visitor = world.visitor();
    signs_up(world, &mut visitor, "Ada Lovelace", ADA).await;
    visitor
}

/// Ada, with a password besides.
pub async fn ada_with_password(world: &World) -> Visitor {
    let mut visitor = ada(world).await;
    sets_password(&mut visitor, PASSWORD).await;
    visitor.sees("Your password is set");
    visitor
}

/// Asks for a link that signs in, and gives it.
pub async fn asks_for_link(world: &World, visitor: &mut Visitor, email: &str) -> String {
    visitor.opens("/account/sign-in").await.fills("account_email", email).presses("Email me a link").await;
    assert_eq!(visitor.path, "/account/mailed", "{}", visitor.text());
    link_to(world, email).await
}

/// Signs in by a link.
pub async fn signs_in_by_link(world: &World, visitor: &mut Visitor, email: &str) {
    let link = asks_for_link(world, visitor, email).await;
    visitor.opens(&link).await.presses("Sign in").await;
    assert!(is_signed_in(visitor), "{}", visitor.text());
}

/// Types an address and a password.
pub async fn types_password(visitor: &mut Visitor, email: &str, password: &str) {
    visitor.opens("/account/sign-in").await.fills("account_email", email).fills("password", password);
    visitor.presses("Sign in").await;
}

/// Ada signs in with her password, in a browser of her own.
pub async fn signs_in(world: &World) -> Visitor {
    let mut visitor = world.visitor();
    types_password(&mut visitor, ADA, PASSWORD).await;
    assert!(is_signed_in(&visitor), "{}", visitor.text());
    visitor
}

/// Sets a password where none is asked for.
pub async fn sets_password(visitor: &mut Visitor, password: &str) {
    visitor.opens("/account/password").await.fills("new_password", password).presses("Save my password").await;
}

/// Whether the page at hand says that somebody is signed in.
pub fn is_signed_in(visitor: &Visitor) -> bool {
    visitor.all("header nav a").contains(&"Your account".to_owned())
}

/// That whoever opens their account next is not signed in.
pub async fn assert_signed_out(visitor: &mut Visitor, why: &str) {
    visitor.opens("/account").await;
    assert_eq!(visitor.path, "/account/sign-in", "{why}");
    assert!(!is_signed_in(visitor), "{why}");
}

/// Orders copies of the leaflet, without a code; its number.
pub async fn orders(visitor: &mut Visitor, copies: &str, house: &str) -> String {
    visitor.opens(MEASLES).await.fills("quantity", copies).presses("Add to basket").await;
    visitor.sees("Your basket").presses("Continue").await;
    delivers_to(visitor, house).await;
    visitor.sees("Who is ordering?").presses("Continue").await;
    visitor.sees("Check your answers").presses("Place order").await;
    visitor.sees("Order placed");
    number_on(visitor)
}
