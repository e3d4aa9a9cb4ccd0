//! What is left of somebody once they signed out or were erased, and what a page leaves in a browser.

use backend::registry::OwnerLink;
use domain::id::RegistrantId;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::Person,
    registry_journey::{sends, starts},
    registry_my::{ADA, ada, registered, signs_in},
    world::World,
};

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_title_names_nobody(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let owner: RegistrantId = world.text("select id::text from registrants").await.parse().unwrap();
    let mut visitor = world.visitor();
    visitor.opens(&OwnerLink::StillRight.path(&world.backend, owner, ADA).to_string()).await;
    visitor.sees("Ada, are your details still right?");
    assert!(visitor.title().starts_with("Are your details still right?"), "{}", visitor.title());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn erasing_leaves_no_draft_and_no_proof_of_the_address(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    for (name, address) in [("Ada", ADA), ("Augusta", ADA), ("Grace", "grace@example.com")] {
        let mut other = starts(&world).await;
        other.fills("first_name", name).presses("Save and come back later").await;
        other.fills("save_email", address).presses("Save my answers").await;
    }
    // She signed in on another computer, and went away.
    signs_in(&world, ADA).await;
    let left = "select (select count(*) from registration_drafts) + (select count(*) from sessions \
                where confirmed_email = 'ada@example.com')";
    assert_eq!(world.count(left).await, 3 + 2);
    visitor.opens("/my/erase").await.presses("Send me a code").await;
    let code = world.code_for(ADA).await;
    visitor.fills("code", &code).presses("Erase everything").await.sees("Your data is erased");
    assert_eq!(world.count(left).await, 1, "somebody else's draft");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn signing_out_closes_the_page_after_sending(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let ends = ["Sign out", "Sign out everywhere", "nothing, for long"];
    for end in ends {
        let mut visitor = sends(&world).await;
        assert_eq!(visitor.opens("/register/done").await.path, "/register/done");
        visitor.opens("/my").await.fills("sign_in_email", ADA).presses("Send me a code").await;
        let code = world.code_for(ADA).await;
        visitor.fills("code", &code).presses("Sign in").await;
        if ends[..2].contains(&end) {
            visitor.opens("/my/registration").await.presses(end).await.sees("You have signed out");
        } else {
            world.backend.clock.advance(SignedDuration::from_mins(31));
            backend::jobs::tidy_up(&world.backend).await.expect("tidy");
        }
        assert_eq!(visitor.opens("/register/done").await.path, "/register", "{end}");
        assert_eq!(world.count("select count(*) from sessions where confirmed_email is not null").await, 0, "{end}");
        // As many codes as an address gets in an hour.
        world.backend.clock.advance(SignedDuration::from_hours(1));
    }
}
