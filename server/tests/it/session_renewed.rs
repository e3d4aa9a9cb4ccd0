//! Whatever a session is worth more by gives it another token (G-A4): whoever knew the one before, as they had planted
//! it, reads nothing by it.

use axum::http::Method;
use backend::secrets::hash_token;
use domain::id::SessionId;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::sessions::{Tokens, known};

use crate::{
    builders::Leaflet,
    order::{MEASLES, delivers_to, goes_to_check, number_on},
    registrants::Person,
    registry_journey::{answers_everything, proves_by_code, starts},
    registry_my::{link_in, registered},
    visitor::Visitor,
    world::{ORIGIN, World},
};

const ADA: &str = "ada@example.com";
const HOUSE: &str = "1 Some Street";
const COOKIE: &str = "__Host-sid";

/// The session that a token is of.
async fn session_of(world: &World, token: &str) -> Option<SessionId> {
    let tokens = Tokens { session: Some(hash_token(token)), ..Tokens::default() };
    known(&world.backend.db, tokens, world.backend.clock.now()).await.expect("readable").session
}

/// A session that somebody began.
struct Planted {
    token: String,
    session: SessionId,
}

impl Planted {
    async fn new(world: &World) -> Self {
        let mut visitor = world.visitor();
        visitor.opens("/track").await.presses("Find my order").await;
        let token = visitor.cookie(COOKIE).cloned().expect("a session");
        let session = session_of(world, &token).await.expect("a session");
        Self { token, session }
    }

    /// Has a browser use it.
    fn is_used_by(&self, visitor: &mut Visitor) {
        visitor.cookies.insert(COOKIE.to_owned(), self.token.clone());
    }

    /// The browser goes on in the session by another token, and the one that was planted is nobody's.
    async fn is_worth_nothing(&self, world: &World, visitor: &Visitor) {
        let token = visitor.cookie(COOKIE).expect("a session");
        assert_eq!(session_of(world, token).await, Some(self.session), "it is the same session");
        assert_ne!(*token, self.token);
        assert_eq!(session_of(world, &self.token).await, None, "the token of before");
    }

    /// Whoever planted it sees nothing of an order.
    async fn reads_nothing(&self, world: &World, order: &str) {
        let mut visitor = world.visitor();
        self.is_used_by(&mut visitor);
        visitor.opens(order).await.sees("Track an order").does_not_see(HOUSE);
    }
}

/// An order that Ada placed in a browser of her own: its number and its page.
async fn ordered(world: &World) -> (String, String) {
    let mut visitor = world.visitor();
    goes_to_check(world, &mut visitor, "1", ADA, HOUSE).await;
    visitor.presses("Place order").await.sees("Order placed");
    (number_on(&visitor), visitor.path.clone())
}

/// Goes as far as the code, in a session that was planted.
async fn goes_to_code(world: &World, planted: &Planted) -> Visitor {
    let mut visitor = world.visitor();
    planted.is_used_by(&mut visitor);
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await;
    visitor.sees("Your basket").presses("Continue").await;
    delivers_to(&mut visitor, HOUSE).await;
    visitor.fills("full_name", "Ada Lovelace").fills("email", ADA).presses("Continue").await;
    visitor.sees("Check your email");
    visitor
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_planted_session_reads_no_order_of_whoever_typed_their_code(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let planted = Planted::new(&world).await;
    let mut visitor = goes_to_code(&world, &planted).await;
    let code = world.code_for(ADA).await;
    let wrong = world.wrong_code_for(ADA).await;
    visitor.fills("code", wrong).presses("Continue").await.sees_error("code", "The code is not right");
    assert_eq!(visitor.cookie(COOKIE), Some(&planted.token), "nothing is proved yet");
    visitor.fills("code", &code).presses("Continue").await.sees("Check your answers");
    planted.is_worth_nothing(&world, &visitor).await;
    visitor.presses("Place order").await.sees("Order placed");
    planted.reads_nothing(&world, &visitor.path).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_button_that_is_pressed_twice_goes_on_in_the_same_session(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let planted = Planted::new(&world).await;
    let mut first = goes_to_code(&world, &planted).await;
    let code = world.code_for(ADA).await;
    let (mut second, mut late) = (first.clone(), first.clone());
    first.fills("code", &code).presses("Continue").await.sees("Check your answers");
    // The second press comes with the cookie of before.
    second.fills("code", &code).presses("Continue").await.sees("Check your answers");
    assert_eq!(second.cookie(COOKIE), first.cookie(COOKIE));
    let mut guesser = late.clone();
    let guess = world.wrong_code_for(ADA).await;
    guesser.once(Method::POST, "/do/checkout/code", Some(format!("code={guess}"))).await;
    assert_ne!(guesser.cookie(COOKIE), first.cookie(COOKIE), "by that code only");
    world.backend.clock.advance(SignedDuration::from_secs(20));
    late.once(Method::POST, "/do/checkout/code", Some(format!("code={code}"))).await;
    assert_ne!(late.cookie(COOKIE), first.cookie(COOKIE), "and within seconds");
    planted.is_worth_nothing(&world, &first).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_planted_session_reads_no_order_that_was_found_in_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (number, order) = ordered(&world).await;
    let planted = Planted::new(&world).await;
    let mut visitor = world.visitor();
    planted.is_used_by(&mut visitor);
    visitor.opens("/track").await.fills("order_number", &number).fills("order_email", ADA);
    let mut twice = visitor.clone();
    visitor.presses("Find my order").await.sees("Order placed").sees(HOUSE);
    planted.is_worth_nothing(&world, &visitor).await;
    planted.reads_nothing(&world, &order).await;
    twice.presses("Find my order").await.sees("Order placed");
    assert_eq!(twice.cookie(COOKIE), visitor.cookie(COOKIE), "pressed twice");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_planted_session_reads_no_order_that_a_link_opened_in_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (_, order) = ordered(&world).await;
    let mail = world.mails_to(ADA).await.pop().expect("a confirmation");
    let link = mail.text.lines().find(|line| line.contains("/track/")).expect("a link").trim();
    let planted = Planted::new(&world).await;
    let mut visitor = world.visitor();
    planted.is_used_by(&mut visitor);
    visitor.opens(link.trim_start_matches(ORIGIN)).await;
    assert_eq!(visitor.cookie(COOKIE), Some(&planted.token), "looking changes nothing");
    visitor.presses("View my order").await.sees(HOUSE);
    planted.is_worth_nothing(&world, &visitor).await;
    planted.reads_nothing(&world, &order).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_planted_session_is_worth_nothing_once_a_registration_proved_its_mailbox(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let planted = Planted::new(&world).await;
    let mut visitor = answers_everything(&world).await;
    planted.is_used_by(&mut visitor);
    proves_by_code(&world, &mut visitor).await;
    planted.is_worth_nothing(&world, &visitor).await;
    visitor.fills("certification", "yes").presses("Send registration").await;
    assert_eq!(visitor.path, "/register/done");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_planted_session_is_worth_nothing_once_a_saved_registration_was_opened(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut saved = starts(&world).await;
    saved.fills("first_name", "Ada").presses("Save and come back later").await;
    saved.fills("save_email", ADA).presses("Save my answers").await;
    let planted = Planted::new(&world).await;
    let mut visitor = world.visitor();
    planted.is_used_by(&mut visitor);
    visitor.opens("/register/resume").await.fills("resume_email", ADA).presses("Send me a code").await;
    let code = world.code_for(ADA).await;
    visitor.fills("code", &code).presses("Continue").await;
    assert_eq!(visitor.path, "/register/tasks");
    planted.is_worth_nothing(&world, &visitor).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_planted_session_is_worth_nothing_after_signing_in_to_a_registration(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    // By the code, by the link where it was asked for, and by link and code elsewhere.
    for way in ["code", "link", "link elsewhere"] {
        let planted = Planted::new(&world).await;
        let (mut asks, mut visitor) = (world.visitor(), world.visitor());
        planted.is_used_by(&mut visitor);
        let asking = if way == "link elsewhere" { &mut asks } else { &mut visitor };
        asking.opens("/my").await.fills("sign_in_email", ADA).presses("Send me a code").await;
        let code = world.code_for(ADA).await;
        if way != "code" {
            let link = link_in(world.mails_to(ADA).await.last().expect("a code"), "Enter it here");
            visitor.opens(&link).await;
        }
        if way != "link" {
            visitor.fills("code", &code);
        }
        visitor.presses("Sign in").await;
        assert_eq!(visitor.path, "/my/registration", "{way}");
        planted.is_worth_nothing(&world, &visitor).await;
    }
}
