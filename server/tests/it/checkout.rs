//! The pages between a basket and an order: their turn, their answers, and the code.

use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    order::{MEASLES, delivers_to, goes_to_check},
    world::World,
};

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn changing_an_answer_leads_straight_back_to_the_check_page(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "1", "ada@example.com", "1 Some Street").await;
    let change = visitor.links("Change delivery address");
    visitor.opens(&change[0]).await;
    assert_eq!(visitor.value_of("address_line1"), "1 Some Street", "the answer is filled in");
    visitor.fills("address_line1", "2 Other Street").presses("Continue").await;
    visitor.sees("Check your answers").sees("2 Other Street");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_new_email_address_has_to_be_confirmed_again(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "1", "ada@example.com", "1 Some Street").await;
    visitor.opens("/checkout/contact").await.fills("email", "grace@example.com").presses("Continue").await;
    visitor.sees("Check your email");
    visitor.opens("/checkout/check").await.sees("Check your email");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_checkout_page_out_of_turn_leads_to_the_right_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    for page in ["delivery", "contact", "code", "check"] {
        visitor.opens(&format!("/checkout/{page}")).await.sees("Your basket is empty");
    }
    visitor.opens(MEASLES).await.presses("Add to basket").await.presses("Continue").await;
    for page in ["contact", "code", "check"] {
        visitor.opens(&format!("/checkout/{page}")).await.sees("Where should we send it?");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn wrong_codes_end_after_five_tries_and_old_ones_after_half_an_hour(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens(MEASLES).await.presses("Add to basket").await.presses("Continue").await;
    delivers_to(&mut visitor, "1 Some Street").await;
    visitor.fills("full_name", "Ada").fills("email", "ada@example.com").presses("Continue").await;
    let code = world.code_for("ada@example.com").await;
    let wrong = if code == "000000" { "111111" } else { "000000" };
    for _ in 0..5 {
        visitor.fills("code", wrong).presses("Continue").await.sees_error("code", "The code is not right");
    }
    visitor
        .fills("code", &code)
        .presses("Continue")
        .await
        .sees_error("code", "Too many wrong codes. Request a new one");

    visitor.presses("Send a new code").await;
    let fresh = world.code_for("ada@example.com").await;
    world.backend.clock.advance(SignedDuration::from_mins(31));
    visitor
        .fills("code", &fresh)
        .presses("Continue")
        .await
        .sees_error("code", "The code has expired. Request a new one");
    visitor.presses("Send a new code").await;
    let fresh = world.code_for("ada@example.com").await;
    visitor.fills("code", &fresh).presses("Continue").await.sees("Check your answers");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_fresh_code_is_met_with_no_word_of_the_one_before(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens(MEASLES).await.presses("Add to basket").await.presses("Continue").await;
    delivers_to(&mut visitor, "1 Some Street").await;
    for _ in 0..2 {
        visitor.opens("/checkout/contact").await.fills("full_name", "Ada").fills("email", "ada@example.com");
        visitor.presses("Continue").await.sees("Check your email").does_not_see("The code is not right");
        let wrong = world.wrong_code_for("ada@example.com").await;
        visitor.fills("code", wrong).presses("Continue").await.sees_error("code", "The code is not right");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_later_session_on_the_same_machine_sees_nobody_s_answers(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut first = world.visitor();
    goes_to_check(&world, &mut first, "1", "ada@example.com", "1 Some Street").await;
    let mut second = first.clone();
    second.forgets("__Host-sid");
    second.opens("/checkout/contact").await.does_not_see("Ada").sees("Your basket");
    second.presses("Continue").await.sees("Where should we send it?");
    assert_eq!(second.value_of("address_line1"), "");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_slip_in_the_address_is_pointed_out_and_allowed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await.presses("Continue").await;
    delivers_to(&mut visitor, "1 Some Street").await;
    visitor.fills("full_name", "Ada").fills("email", "ada@homtail.com").presses("Continue").await;
    visitor.sees("We sent a code to ada@homtail.com").sees("Did you mean ada@hotmail.com?");
    let code = world.code_for("ada@homtail.com").await;
    visitor.fills("code", &code).presses("Continue").await.sees("Check your answers");
}
