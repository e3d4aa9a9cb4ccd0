//! Another address: confirmed by whoever reads mail there and at the one that there is, in the browser of whoever asked,
//! once; the old one is told (HP-70).

use axum::http::{Method, StatusCode};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{
        ADA, GRACE, PASSWORD, ada, ada_with_password, asks_for_link, assert_signed_out, orders, signs_in, signs_up,
    },
    builders::Leaflet,
    said::says_once,
    visitor::Visitor,
    world::{ORIGIN, World},
};

pub const NEW: &str = "ada@example.org";
pub const ROW: &str =
    "select email || ' ' || email_norm || ' ' || row_version from accounts where full_name = 'Ada Lovelace'";

/// The newest link that confirms another address among the messages to one of the two.
pub async fn link_at(world: &World, email: &str) -> String {
    let mails = world.mails_to(email).await;
    let mut lines = mails.iter().rev().flat_map(|mail| mail.text.lines());
    let link = lines.find(|line| line.contains("/account/email/")).expect("a link");
    link.trim().trim_start_matches(ORIGIN).to_owned()
}

pub async fn asks(visitor: &mut Visitor, email: &str) {
    visitor.opens("/account/email").await.fills("account_new_email", email).presses("Email me a link").await;
}

/// Presses the button of a link, without opening its page.
pub async fn presses(visitor: &mut Visitor, link: &str) -> StatusCode {
    let body = format!("account_token={}&email=x%40example.org", link.rsplit('/').next().expect("a token"));
    visitor.once(Method::POST, "/do/account/confirm-email", Some(body)).await;
    visitor.status
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_70_another_address_is_used_once_both_confirmed_it_and_the_old_one_is_told(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada_with_password(&world).await;
    orders(&mut visitor, "1", "1 Some Street").await;
    let mut elsewhere = signs_in(&world).await;
    asks(&mut visitor, ADA).await;
    visitor.sees_error("account_new_email", "This is your email address already");
    asks(&mut visitor, "Ada@example.org").await;
    assert_eq!(visitor.path, "/account/mailed");
    says_once(&mut visitor, "We have written to your address now as well. Follow the links in both messages").await;
    let (row, links) = (world.text(ROW).await, [link_at(&world, "Ada@example.org").await, link_at(&world, ADA).await]);
    let letter = world.mails_to(ADA).await.pop().expect("a letter");
    assert!(!letter.text.contains("example.org"), "{}", letter.text);
    visitor.opens(&links[0]).await.sees("Ada@example.org").presses("Use this address").await;
    assert_eq!(visitor.path, links[0], "the other one is awaited");
    visitor.sees("One more link").sees("Follow the link in our message to ada@example.com too").sees("Write to us");
    assert!(visitor.all("main button").is_empty(), "each is pressed once");
    assert!(row.starts_with("ada@example.com ada@example.com") && world.text(ROW).await == row, "until then");
    visitor.opens(&links[1]).await.sees("in place of this address").presses("Allow the change").await;
    assert_eq!(visitor.path, "/account");
    says_once(&mut visitor, "Your email address was changed").await;
    visitor.sees("Ada@example.org");
    let told = world.mails_to(ADA).await.pop().expect("a letter");
    assert_eq!(told.subject, "Your Healthpost account has another email address");
    assert!(!told.text.contains("example.org"), "{}", told.text);
    assert_signed_out(&mut elsewhere, "everywhere else").await;
    assert_eq!(world.text("select email || ' ' || email_norm from orders").await, "Ada@example.org ada@example.org");
    let old = "select count(*) from outbox where lower(recipient) = 'ada@example.com'";
    assert_eq!(world.count(old).await, 0, "what was written goes with the account");
    // A replayed link changes nothing, and the old address opens nothing.
    let row = world.text(ROW).await;
    for link in &links {
        assert_eq!(presses(&mut visitor, link).await, StatusCode::SEE_OTHER);
        visitor.opens(link).await.sees("This link does not work");
    }
    assert_eq!(world.text(ROW).await, row);
    world.visitor().opens("/account/sign-in").await.fills("account_email", ADA).presses("Email me a link").await;
    let none = world.mails_to(ADA).await.pop().expect("a letter").subject;
    assert_eq!(none, "You have no Healthpost account");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_link_to_another_address_is_its_account_s_alone_and_ends(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    asks(&mut visitor, "first@example.org").await;
    let firsts = [link_at(&world, "first@example.org").await, link_at(&world, ADA).await];
    asks(&mut visitor, NEW).await;
    let links = [link_at(&world, NEW).await, link_at(&world, ADA).await];
    let before = world.texts("select to_jsonb(a)::text from accounts a order by id").await;
    let mut guest = world.visitor();
    for link in &links {
        grace.opens(link).await.sees("This link does not work").does_not_see(NEW);
        guest.opens(link).await.does_not_see(NEW);
        assert_eq!(guest.path, "/account/sign-in");
        assert_eq!(presses(&mut grace, link).await, StatusCode::GONE);
        let status = presses(&mut guest, link).await;
        assert!(status.is_redirection() || status == StatusCode::FORBIDDEN);
    }
    for link in firsts.iter().map(String::as_str).chain(["/x/made-up"]) {
        assert_eq!(presses(&mut visitor, link).await, StatusCode::GONE, "{link}: another one was asked for");
    }
    visitor.opens(&firsts[0]).await.sees("This link does not work");
    world.backend.clock.advance(SignedDuration::from_mins(16));
    for link in &links {
        assert_eq!(presses(&mut visitor, link).await, StatusCode::GONE, "15 minutes");
    }
    assert_eq!(world.texts("select to_jsonb(a)::text from accounts a order by id").await, before);
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(world.count("select count(*) from account_email_changes").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_address_that_has_an_account_is_not_told_to_whoever_asks(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    signs_up(&world, &mut world.visitor(), "Grace Hopper", GRACE).await;
    asks(&mut visitor, NEW).await;
    let free = visitor.text();
    assert_eq!(world.mails_to(NEW).await.len(), 1);
    asks(&mut visitor, GRACE).await;
    assert_eq!(visitor.text(), free, "the same page");
    let letter = world.mails_to(GRACE).await.pop().expect("a letter");
    assert_eq!(letter.subject, "Your Healthpost account has this address");
    assert!(!letter.text.contains("/account/email/") && !letter.text.contains("Ada"), "{}", letter.text);
    // The link to one's own address says no more of it.
    let own = link_at(&world, ADA).await;
    visitor.opens(&own).await.presses("Allow the change").await;
    visitor.sees("Follow the link in our message to grace@example.com");
    // Somebody makes an account of an address while its link is out.
    asks(&mut visitor, NEW).await;
    let (link, own) = (link_at(&world, NEW).await, link_at(&world, ADA).await);
    visitor.opens(&own).await.presses("Allow the change").await;
    signs_up(&world, &mut world.visitor(), "Ada King", NEW).await;
    visitor.opens(&link).await.presses("Use this address").await.sees("This link does not work");
    assert!(world.text(ROW).await.starts_with(ADA));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_has_a_password_is_asked_for_it_unless_they_opened_a_link_just_now(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    ada_with_password(&world).await;
    let mut visitor = signs_in(&world).await;
    asks(&mut visitor, NEW).await;
    visitor.sees_error("current_password", "Enter your current password");
    visitor.fills("current_password", "not the right one").presses("Email me a link").await;
    visitor.sees_error("current_password", "The current password is not right");
    assert!(world.mails_to(NEW).await.is_empty());
    visitor.fills("account_new_email", NEW).fills("current_password", PASSWORD).presses("Email me a link").await;
    assert_eq!(visitor.path, "/account/mailed");
    let mut by_link = world.visitor();
    let link = asks_for_link(&world, &mut by_link, ADA).await;
    by_link.opens(&link).await.presses("Sign in").await;
    by_link.opens("/account/email").await;
    assert!(by_link.all("main input[type=password]").is_empty());
}
