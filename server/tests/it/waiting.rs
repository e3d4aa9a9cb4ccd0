//! People who wait for stock are told once, at an address that was confirmed.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, visitor::Visitor, world::World};

const PAGE: &str = "/publications/measles-leaflet";
const ADA: &str = "ada@example.com";

async fn link_in_newest_mail(world: &World, part: &str) -> String {
    let mail = world.mails_to(ADA).await.pop().expect("a message");
    let link = mail.text.lines().find(|line| line.contains(part)).expect("a link");
    link.trim().trim_start_matches(crate::world::ORIGIN).to_owned()
}

async fn sold_out(connect: PgConnectOptions) -> (World, domain::id::EditionId, Visitor) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet { stock: 0, run_to_zero: true, ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    visitor.opens(PAGE).await.sees("Out of stock").does_not_see("Add to basket");
    (world, edition, visitor)
}

async fn told(world: &World) -> usize {
    world.mails_to(ADA).await.iter().filter(|mail| mail.subject.contains("can be ordered again")).count()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_confirmed_is_told_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, edition, mut visitor) = sold_out(connect).await;
    visitor.fills("waiting_email", "ada").presses("Tell me").await.sees_error("waiting_email", "correct format");
    visitor.fills("waiting_email", ADA).presses("Tell me").await.sees("Check your email");
    let link = link_in_newest_mail(&world, "/waiting/confirm/").await;
    visitor.opens(&link).await.sees("Press the button");
    assert_eq!(
        world.count("select count(*) from subscriptions where confirmed_at is not null").await,
        0,
        "a GET confirms nothing"
    );
    visitor.presses("Yes, tell me").await.sees("We will tell you");
    for (delivery, so_far) in [("one", 1), ("two", 1)] {
        backend::stock::receive(&world.backend, edition, 10, (delivery, "warehouse")).await.unwrap();
        assert_eq!(told(&world).await, so_far);
    }
    assert_eq!(world.count("select count(*) from subscriptions").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn messages_come_in_the_language_of_whoever_asked(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, edition, mut visitor) = sold_out(connect).await;
    visitor.language = "fr";
    let button = words::say(words::Locale::French, "tell-me");
    visitor.opens(PAGE).await.fills("waiting_email", ADA).presses(&button).await;
    assert!(world.mails_to(ADA).await.pop().unwrap().subject.starts_with("Confirmez"));
    // In stock again before the button is pressed: the page says so, and nothing is promised.
    backend::stock::receive(&world.backend, edition, 10, ("one", "warehouse")).await.unwrap();
    visitor.opens(PAGE).await;
    let late = format!("edition=MEA-1-EN&waiting_email=b%40example.com&page={}", PAGE.replace('/', "%2F"));
    visitor.once(axum::http::Method::POST, "/do/waiting/tell-me", Some(late)).await;
    assert_eq!(visitor.headers["location"], "/e/MEA1EN");
    assert_eq!(world.count("select count(*) from subscriptions").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_is_told_without_confirming_or_after_ending(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, edition, mut visitor) = sold_out(connect).await;
    visitor.fills("waiting_email", ADA).presses("Tell me").await;
    let (confirm, end) =
        (link_in_newest_mail(&world, "/waiting/confirm/").await, link_in_newest_mail(&world, "/waiting/end/").await);
    let forged = confirm.replace('.', ".A");
    visitor.opens(&forged).await.sees("This link has ended").does_not_see("withdrawn");
    assert_eq!(visitor.status, axum::http::StatusCode::GONE);
    backend::stock::receive(&world.backend, edition, 1, ("one", "warehouse")).await.unwrap();
    assert_eq!(told(&world).await, 0, "not confirmed");
    visitor.opens(&confirm).await.presses("Yes, tell me").await;
    visitor.opens(&end).await.presses("Stop").await.sees("We will not write");
    backend::stock::receive(&world.backend, edition, 10, ("two", "warehouse")).await.unwrap();
    assert_eq!(told(&world).await, 0, "ended");
}
