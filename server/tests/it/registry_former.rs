//! Addresses that somebody had before, with which everything goes that is kept for them; and those that they only typed,
//! of which they see nothing and take nothing away.

use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::Person,
    registry_journey::starts,
    registry_my::{ADA, ada, registered, signs_in},
    registry_traces::erases,
    visitor::Visitor,
    world::World,
};

/// Where Ada moves.
const NEW: &str = "ada@example.org";
/// Somebody who saved a draft, somebody who registered, and nobody.
const OTHERS: [&str; 3] = ["saved@example.com", "grace@example.com", "nobody@example.com"];

/// Somebody with Ada's household and another telephone, registered under this address.
async fn registers(world: &World, email: &str) {
    let (email, phone) = (email.to_owned(), "604 555 0199".to_owned());
    registered(world, &Person { email, phone, ..Person::named("Grace") }).await;
}

async fn saves(world: &World, email: &str) {
    let mut visitor = starts(world).await;
    visitor.presses("Save and come back later").await.fills("save_email", email).presses("Save my answers").await;
    assert_eq!(visitor.path, "/register/saved");
    world.mails_to(email).await;
}

/// Asks for another address, and enters no code.
async fn wants(world: &World, visitor: &mut Visitor, email: &str) {
    visitor.opens("/my/email").await.fills("new_email", email).presses("Send a code there").await;
    visitor.sees("Your old address stays");
    world.mails_to(email).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn own_data_say_nothing_of_an_address_that_was_only_typed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    saves(&world, OTHERS[0]).await;
    registers(&world, OTHERS[1]).await;
    let mut visitor = ada(&world).await;
    let mut said = Vec::new();
    for other in OTHERS {
        world.run("delete from email_changes").await;
        wants(&world, &mut visitor, other).await;
        visitor.opens("/my/data.json").await;
        let data: serde_json::Value = serde_json::from_str(&visitor.body).expect("JSON");
        assert!(!data["letters"].to_string().contains(other), "{}", data["letters"]);
        said.push(visitor.body.replace(other, "somebody@example.com"));
    }
    assert!(said.iter().all(|body| *body == said[0]), "nobody learns who is known: {said:#?}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn erasing_takes_nothing_but_its_codes_from_an_address_that_was_only_typed(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    saves(&world, OTHERS[0]).await;
    registers(&world, OTHERS[1]).await;
    let mut visitor = ada(&world).await;
    for other in OTHERS {
        wants(&world, &mut visitor, other).await;
    }
    erases(&world, &mut visitor, ADA).await;
    let kept = "select kind || ' ' || recipient from outbox where recipient <> 'ada@example.com' order by 1";
    assert_eq!(
        world.texts(kept).await,
        [
            "address_reminder grace@example.com",
            "draft_saved saved@example.com",
            "email_code grace@example.com",
            "registration_confirmation grace@example.com"
        ]
    );
    assert_eq!(world.count("select count(*) from registration_drafts").await, 1);
}

/// Drafts that are saved for the address Ada had, and sessions that proved it, once she is erased who moved long ago;
/// somebody else may have it now.
async fn left_of_former(connect: PgConnectOptions, is_taken: bool) -> (i64, i64) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    wants(&world, &mut visitor, NEW).await;
    let code = world.code_for(NEW).await;
    visitor.fills("code", &code).presses("Change my address").await.sees("Your email address was changed");
    // Nothing but her history says so any more.
    world.backend.clock.advance(SignedDuration::from_hours(24 * 20));
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    if is_taken {
        registers(&world, ADA).await;
    }
    saves(&world, ADA).await;
    let mut elsewhere = world.visitor();
    elsewhere.opens("/register/resume").await.fills("resume_email", ADA).presses("Send me a code").await;
    let code = world.code_for(ADA).await;
    elsewhere.fills("code", &code).presses("Continue").await;
    assert_eq!(elsewhere.path, "/register/tasks");
    let mut visitor = signs_in(&world, NEW).await;
    erases(&world, &mut visitor, NEW).await;
    let drafts = world.count("select count(*) from registration_drafts where email_norm = 'ada@example.com'").await;
    (drafts, world.count("select count(*) from sessions where confirmed_email = 'ada@example.com'").await)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_kept_for_a_former_address_goes_as_well(_: PgPoolOptions, connect: PgConnectOptions) {
    assert_eq!(left_of_former(connect, false).await, (0, 0));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_kept_for_a_former_address_stays_where_it_is_somebody_elses(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    assert_eq!(left_of_former(connect, true).await, (1, 1));
}
