//! What is left of somebody once they signed out or were erased, and what a page leaves in a browser.

use backend::registry::OwnerLink;
use domain::id::RegistrantId;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::Person,
    registry_journey::{sends, starts},
    registry_my::{ADA, ada, registered, signs_in},
    registry_watch::{Canary, left},
    visitor::Visitor,
    world::World,
};

/// Ada's addresses: the one she has, and the one she would like.
const ADDRESS: &[Canary] = &[("ada@example", &[])];

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
    erases(&world, &mut visitor, ADA).await;
    assert_eq!(world.count(left).await, 1, "somebody else's draft");
}

/// Erases whoever is signed in, by a code that is mailed to their address.
pub async fn erases(world: &World, visitor: &mut Visitor, email: &str) {
    visitor.opens("/my/erase").await.presses("Send me a code").await;
    let code = world.code_for(email).await;
    visitor.fills("code", &code).presses("Erase everything").await.sees("Your data is erased");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn once_the_last_letter_left_no_row_holds_the_address(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/email").await.fills("new_email", ADA).presses("Send a code there").await;
    visitor.sees_error("new_email", "already");
    visitor.fills("new_email", "ada@example.org").presses("Send a code there").await.sees("Your old address stays");
    world.mails_to("ada@example.org").await;
    visitor.opens("/my/email").await.fills("new_email", ADA).presses("Send a code there").await;
    visitor.opens("/my/withdraw").await.fills("withdrawal_reason", "leave_registry").presses("Withdraw").await;
    assert!(left(&world, ADDRESS).await.contains(&"public.kept_rejections: ada@example".to_owned()));
    erases(&world, &mut visitor, ADA).await;
    assert_eq!(world.texts("select kind from outbox").await, ["erased"]);
    assert_eq!(world.mails_to(ADA).await.last().expect("the last letter").subject, "Your data was erased");
    assert_eq!(left(&world, ADDRESS).await, ["public.rate_counters: ada@example"]);
    world.backend.clock.advance(SignedDuration::from_hours(25));
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(left(&world, ADDRESS).await, [] as [&str; 0], "a day later");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_last_letter_that_is_given_up_keeps_no_address(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    erases(&world, &mut ada(&world).await, ADA).await;
    let id = world.text("select id::text from outbox where kind = 'erased'").await.parse().expect("an id");
    let refused = ("550 5.1.1 <ada@example.com>: there is nobody", false);
    store::outbox::failed(&world.backend.db, id, refused, None).await.expect("given up");
    assert_eq!(left(&world, ADDRESS).await, ["public.rate_counters: ada@example"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn that_nothing_is_held_for_an_address_keeps_none(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let asks = async || {
        for (page, question) in [("/my", "sign_in_email"), ("/register/resume", "resume_email")] {
            let mut visitor = world.visitor();
            visitor.opens(page).await.fills(question, "nobody@example.com").presses("Send me a code").await;
        }
    };
    asks().await;
    assert_eq!(world.mails_to("nobody@example.com").await.len(), 2);
    asks().await;
    for id in world.texts("select id::text from outbox where state = 'waiting'").await {
        let refused = ("550 5.1.1 <nobody@example.com>: there is nobody", false);
        let id = id.parse().expect("an id");
        store::outbox::failed(&world.backend.db, id, refused, None).await.expect("given up");
    }
    let kept = "select kind || ' ' || state || ' ' || recipient || coalesce(last_error, '') from outbox order by 1";
    assert_eq!(
        world.texts(kept).await,
        [
            "no_draft failed it was given up",
            "no_draft sent ",
            "no_registration failed it was given up",
            "no_registration sent "
        ]
    );
    world.backend.clock.advance(SignedDuration::from_hours(25));
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(left(&world, &[("nobody@example", &[])]).await, [] as [&str; 0], "a day later");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn erasing_leaves_letters_about_orders_and_to_others(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person { phone: "604 555 0199".to_owned(), ..Person::named("Grace") }).await;
    let mut visitor = ada(&world).await;
    world
        .run(
            "delete from outbox where kind = 'email_code';
             insert into outbox (id, kind, recipient, detail, next_try_at, created_at)
             select gen_random_uuid(), kind, recipient, detail::jsonb, '2027-01-01', '2026-11-22' from (values
                 ('order_placed', 'Ada@example.com', '{}'),
                 ('email_code', 'ada@example.com', '{\"purpose\": \"checkout\"}'),
                 ('email_code', 'Ada@example.com', '{\"purpose\": \"sign_in\"}'),
                 ('yearly_confirmation', 'ADA@example.com', '{}')) written (kind, recipient, detail);
             insert into email_changes (id, registrant_id, old_email, new_email, asked_at)
             select gen_random_uuid(), id, email, 'grace@example.com', '2026-11-22' from registrants
             where email_norm = 'ada@example.com'",
        )
        .await;
    erases(&world, &mut visitor, ADA).await;
    assert_eq!(
        world.texts("select kind || ' ' || lower(recipient) from outbox order by 1").await,
        [
            "address_reminder grace@example.com",
            "email_code ada@example.com",
            "erased ada@example.com",
            "order_placed ada@example.com",
            "registration_confirmation grace@example.com"
        ]
    );
    assert_eq!(world.texts("select detail ->> 'purpose' from outbox where kind = 'email_code'").await, ["checkout"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn messages_that_are_over_are_forgotten_in_their_time(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world
        .run(
            "insert into outbox (id, kind, recipient, detail, state, next_try_at, created_at)
             select gen_random_uuid(), 'possible_duplicate', state || '@example.com', '{\"other\": \"g@example.com\"}', state,
                 '2028-01-01', '2026-11-22T09:00:00Z' from unnest(array['sent', 'failed', 'waiting']) state",
        )
        .await;
    let left = "select state || ' ' || (detail ->> 'other') from outbox where detail <> '{}' order by 1";
    let days: [(i64, &[&str], i64); 3] =
        [(29, &["failed", "sent", "waiting"], 3), (2, &["sent", "waiting"], 3), (335, &["waiting"], 1)];
    for (later, with_detail, rows) in days {
        world.backend.clock.advance(SignedDuration::from_hours(24 * later));
        backend::jobs::tidy_up(&world.backend).await.expect("tidy");
        let with_detail: Vec<String> = with_detail.iter().map(|state| format!("{state} g@example.com")).collect();
        assert_eq!((world.texts(left).await, world.count("select count(*) from outbox").await), (with_detail, rows));
    }
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

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_57_own_data_name_every_message_that_was_sent(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person { phone: "604 555 0199".to_owned(), ..Person::named("Grace") }).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/my/data").await.sees("Messages we sent you").sees("A code");
    visitor.sees("To ada@example.com").does_not_see("To grace@example.com");
    world.run("delete from outbox").await;
    let kinds = store::outbox::Kind::of_registry();
    sqlx::query(
        "insert into outbox (id, kind, recipient, next_try_at, created_at)
         select gen_random_uuid(), kind, 'Ada@example.com', '2027-01-01', '2026-11-22' from unnest($1::text[]) kind",
    )
    .bind(&kinds)
    .execute(&world.db)
    .await
    .expect("written");
    visitor.opens("/my/data").await.sees("Not sent").sees("You have withdrawn from the registry");
    assert!(!visitor.text().contains("mail-"), "each has words: {}", visitor.text());
    assert_eq!(visitor.text().matches("To Ada@example.com").count(), kinds.len());
    visitor.opens("/my/data.json").await;
    let data: serde_json::Value = serde_json::from_str(&visitor.body).expect("JSON");
    let named: Vec<_> = data["letters"].as_array().expect("letters").iter().map(|letter| &letter["kind"]).collect();
    assert!(named.len() == kinds.len() && kinds.iter().all(|kind| named.contains(&&serde_json::json!(kind))));
}
