//! What the start page says of how long registering takes.

use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::registry::registering;

use crate::{
    registrants::{Person, ready, taken},
    world::World,
};

/// So many people register at once, and take so many minutes.
async fn register(world: &World, names: impl Iterator<Item = char>, minutes: i64) {
    let mut all = Vec::new();
    for name in names {
        all.push(ready(world, &Person::named(&format!("Ada{name}"))).await);
    }
    world.backend.clock.advance(SignedDuration::from_mins(minutes));
    for ready in all {
        taken(ready.sends(&world.backend).await);
    }
}

/// What the start page says after another night.
async fn says(world: &World, words: &str) {
    backend::jobs::count_use(&world.backend).await.expect("counted");
    world.backend.clock.advance(SignedDuration::from_hours(1));
    world.visitor().opens("/register").await.sees(words);
}

/// EH-02: the median of those who registered lately, once there are 20.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_02_the_start_page_says_how_long_others_took(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.visitor().opens("/register").await.sees("It takes about 10 minutes.");
    register(&world, 'a'..='s', 7).await;
    says(&world, "It takes about 10 minutes.").await;
    register(&world, 't'..='t', 40).await;
    says(&world, "It takes about 7 minutes.").await;
    // Between two nights it is kept in memory, and read again within the hour.
    world.run("update registering_minutes set minutes = 1").await;
    world.visitor().opens("/register").await.sees("It takes about 7 minutes.");
    world.backend.clock.advance(SignedDuration::from_hours(1));
    world.visitor().opens("/register").await.sees("It takes about a minute.");
    world.backend.clock.advance(SignedDuration::from_hours(24 * 91));
    says(&world, "It takes about 10 minutes.").await;
    assert_eq!(world.count("select count(*) from registering_times").await, 0, "what was long ago is forgotten");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_02_what_was_saved_meanwhile_says_nothing_of_how_long_it_takes(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let saved = ready(&world, &Person::named("Ada")).await;
    world.run("update registration_drafts set email_norm = 'ada@example.com', saved_at = created_at").await;
    world.backend.clock.advance(SignedDuration::from_hours(5));
    taken(saved.sends(&world.backend).await);
    assert_eq!(world.count("select count(*) from registration_drafts").await, 0);
    assert_eq!(world.count("select count(*) from registering_times").await, 0);
    register(&world, 'a'..='a', 3).await;
    assert_eq!(world.text("select sent_on || ' ' || seconds from registering_times").await, "2026-11-22 180");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn two_programs_that_count_in_one_night_say_one_figure(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut first = world.backend.db.begin().await.expect("a transaction");
    registering::keep(&mut first, Some(7)).await.expect("kept");
    let ends = async {
        world.sees_waiting(1).await;
        first.commit().await.expect("committed");
    };
    let second = async {
        let mut second = world.backend.db.begin().await.expect("a transaction");
        registering::keep(&mut second, Some(8)).await.expect("kept in the place of the first");
        second.commit().await.expect("committed");
    };
    tokio::join!(ends, second);
    assert_eq!(world.texts("select minutes::text from registering_minutes").await, ["8"]);
}
