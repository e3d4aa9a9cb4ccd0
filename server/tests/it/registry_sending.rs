//! Sending a registration: once, whole, and only what was asked.

use std::sync::Arc;

use backend::{
    mail::SMTP_TIMEOUT,
    registry::sending::{challenge, done},
    sealing::Place,
};
use domain::{
    paths,
    registry::{Step, forms::ShownVersion, sending::Consent},
};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    mail_faults::round,
    registrants::{Person, Ready, given, ready, refused, solve, taken, unproved},
    smtp_sink::{Manner, SmtpSink},
    world::World,
};

/// Everything that sending writes.
const WRITTEN: &str = "select (select count(*) from registrants) + (select count(*) from registrations)
    + (select count(*) from registration_locations) + (select count(*) from registration_changes)
    + (select count(*) from consents) + (select count(*) from outbox) + (select count(*) from audit_entries)
    + (select count(*) from rate_counters where subject like 'register%') + (select count(*) from used_challenges)";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_39_a_registration_is_written_whole_or_not_at_all(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let ready = unproved(&world, &Person::named("Ada")).await.sending_from("203.0.113.7");
    let solution = solve(&challenge(&world.backend, ready.draft, None).await.unwrap());
    let ready = ready.with_check(solution);
    world
        .run("create function break_it() returns trigger language plpgsql as $$ begin raise exception 'broken'; end $$")
        .await;
    for table in
        ["used_challenges", "registrations", "registration_locations", "registration_changes", "consents", "outbox"]
    {
        world
            .run(
                format!("create trigger broken before insert on {table} for each row execute function break_it()")
                    .leak(),
            )
            .await;
        assert!(ready.sends(&world.backend).await.is_err(), "{table}");
        assert_eq!(world.count(WRITTEN).await, 0, "{table}");
        assert_eq!(world.count("select count(*) from registration_drafts").await, 1, "{table}: the answers are kept");
        world.run(format!("drop trigger broken on {table}").leak()).await;
    }
    taken(ready.agreeing(&[Consent::Sms]).sends(&world.backend).await);
    is_whole(&world).await;
}

/// What there is of Ada, who agreed to text messages.
async fn is_whole(world: &World) {
    assert_eq!(world.count("select count(*) from registration_drafts").await, 0);
    assert_eq!(
        world.texts("select state || ' ' || version || ' ' || certification_version || ' ' || (certified_at = submitted_at) from registrations").await,
        ["active 1 1 true"]
    );
    assert_eq!(
        world
            .texts("select purpose || ' ' || given || ' ' || text_version || ' ' || channel from consents order by 1")
            .await,
        [
            "campaigns false 1 wizard",
            "publications false 1 wizard",
            "regulator_check false 1 wizard",
            "sms true 1 wizard"
        ]
    );
    assert_eq!(world.texts("select authority_key from registration_scopes").await, ["FHA"]);
    assert_eq!(world.texts("select action from audit_entries").await, ["registration.send"]);
    assert_eq!(
        world.texts("select postal_code || primary_phone || primary_phone_e164 from registrations").await,
        ["V8W 9W2(250) 555-0142+12505550142"]
    );
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_39_a_hundred_posts_at_once_are_one_registration(_: PgPoolOptions, connect: PgConnectOptions) {
    const POSTS: usize = 100;
    let world = World::crowded(connect, 24).await;
    let ready = ready(&world, &Person::named("Ada")).await;
    let start = Arc::new(tokio::sync::Barrier::new(POSTS));
    let posts: Vec<_> = (0..POSTS)
        .map(|_| {
            let (backend, ready, start) = (world.backend.clone(), ready.clone(), start.clone());
            tokio::spawn(store::scope::job(async move {
                start.wait().await;
                ready.sends(&backend).await
            }))
        })
        .collect();
    for post in posts {
        taken(post.await.unwrap());
    }
    assert_eq!(world.count("select count(*) from registrations").await, 1);
    assert_eq!(world.count("select count(*) from outbox where kind = 'registration_confirmation'").await, 1);
    assert_eq!(
        world.count("select used::bigint from rate_counters where subject = 'register:ada@example.com'").await,
        1
    );
    taken(ready.sends(&world.backend).await);
    let sent = done(&world.backend, ready.session).await.unwrap().expect("it is shown");
    assert_eq!((sent.email.as_str(), sent.first_name.as_str()), ("ada@example.com", "Ada"));
    assert_eq!(world.texts("select confirmation_id from registrations").await, [sent.confirmation.as_str()]);
    let (elsewhere, _) = backend::sessions::begin(&world.backend).await.unwrap();
    assert_eq!(done(&world.backend, elsewhere).await.unwrap(), None, "only where it was sent");
    world.backend.clock.advance(SignedDuration::from_hours(13));
    assert_eq!(done(&world.backend, ready.session).await.unwrap(), None, "not to whoever sits there next");
}

/// EH-36
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_36_what_was_certified_is_what_is_sent(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut ada = ready(&world, &Person::named("Ada")).await;
    let version = ada.form.version.0;
    ada.form.version = ShownVersion(version + 1, None);
    assert_eq!(refused(ada.sends(&world.backend).await), "any-out-of-date");
    assert_eq!(world.count("select count(*) from registrations").await, 0);
    ada.form.version = ShownVersion(version, None);
    // Not whole: the page before sending says what is missing.
    world.run("update draft_answers set typed = '{}' where question = 'deployment_duration'").await;
    assert_eq!(ada.sends(&world.backend).await.unwrap(), paths::register_check());
    assert_eq!(world.count("select count(*) from registrations").await, 0);
}

/// EH-40
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_40_what_does_not_apply_is_not_stored(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let otherwise = vec![
        (Step::JobTitle, given(&[("non_clinical_job_title", "Cook")])),
        (Step::Employers, given(&[("employers", "fraser")])),
        (Step::Anywhere, given(&[("deploy_anywhere", "yes")])),
        (
            Step::Experience,
            given(&[
                ("has_indigenous_experience", "yes"),
                ("has_remote_rural_experience", "no"),
                ("has_sanyas_training", "no"),
            ]),
        ),
        (Step::LastDeployment, given(&[("last_deployed_authority", "fraser")])),
    ];
    let ada = ready(&world, &Person { otherwise, ..Person::named("Ada") }).await;
    world.run("insert into draft_answers (draft_id, question, typed) select id, 'state', '{withdrawn}' from registration_drafts").await;
    taken(ada.sends(&world.backend).await);
    assert_eq!(
        world
            .texts(
                "select state || num_nonnulls(non_clinical_job_title, last_deployed_authority, regulator_id, number_sealed)
                 from registrations"
            )
            .await,
        ["active0"]
    );
    for table in ["registration_locations", "registration_employers", "registration_specialties", "registration_scopes"]
    {
        assert_eq!(world.count(format!("select count(*) from {table}").leak()).await, 0, "{table}");
    }
    assert_eq!(
        world.count("select count(*) from registration_cultural_experience where has_indigenous_experience").await,
        1
    );
    let history = "select count(*) from registration_changes
        where field in ('locations', 'employers', 'non_clinical_job_title', 'last_deployed_authority', 'state')";
    assert_eq!(world.count(history).await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_19_the_number_of_a_college_is_nowhere_in_the_clear(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let ada = ready(&world, &Person { number: Some("RN-9876598765".to_owned()), ..Person::named("Ada") }).await;
    taken(ada.sends(&world.backend).await);
    let rows = "select (select string_agg(r::text, ' ') from registrations r)
        || (select string_agg(c::text, ' ') from registration_changes c) || (select string_agg(o::text, ' ') from outbox o)";
    let rows = world.text(rows).await;
    assert!(rows.contains("Lovelace"), "the rows are there");
    // As long as no id or sealed value holds by chance.
    for clear in ["9876598765", &backend::secrets::hex(b"9876598765")] {
        assert!(!rows.contains(clear), "{clear}");
    }
    for (table, column) in [("registrations", "number_sealed"), ("registration_changes", "new_sealed")] {
        let stored =
            format!("select id::text || ' ' || encode({column}, 'hex') from {table} where {column} is not null");
        let stored = world.text(stored.leak()).await;
        let (row, hex) = stored.split_once(' ').expect("a row");
        let bytes: Vec<u8> =
            (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect();
        let opened = world.backend.sealing.open(Place { table, column, row }, &bytes);
        assert_eq!(opened.expect("it is read where it stands"), "RN-9876598765", "{table}");
    }
}

/// EH-43
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_43_a_mail_server_that_is_down_costs_nobody_a_registration(_: PgPoolOptions, connect: PgConnectOptions) {
    let sink = SmtpSink::down();
    let world = World::of(connect, 12, World::sunday(), sink.mailer(SMTP_TIMEOUT)).await;
    let ada: Ready = ready(&world, &Person::named("Ada")).await;
    taken(ada.sends(&world.backend).await);
    assert_eq!(round(&world).await, 0);
    world.backend.clock.advance(SignedDuration::from_hours(5));
    sink.is(Manner::Kind);
    sink.comes_up();
    assert_eq!((round(&world).await, sink.taken().len()), (1, 1));
}
