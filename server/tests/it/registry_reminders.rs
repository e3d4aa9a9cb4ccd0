//! Reminders of saved registrations that end soon: some with each run, those that end first before the others, and in
//! the end everybody once.

use backend::registry::saving;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::world::World;

/// Saved by 250 people, to end in the week that begins: one after the other from its second day on. Besides them one
/// that ends later, and one that nobody saved.
const SAVED: &str = "insert into registration_drafts
        (id, submit_key, email_norm, saved_at, locale, created_at, touched_at, expires_at)
    select gen_random_uuid(), gen_random_uuid(), 'ada' || n || '@example.com', '2026-11-01', 'en', '2026-11-01',
        '2026-11-01', '2026-11-23T09:00Z'::timestamptz + n * interval '1 minute'
    from generate_series(1, 250) n;
    insert into registration_drafts
        (id, submit_key, email_norm, saved_at, locale, created_at, touched_at, expires_at)
    values (gen_random_uuid(), gen_random_uuid(), 'late@example.com', '2026-11-01', 'en', '2026-11-01', '2026-11-01',
            '2026-11-30T09:00Z'),
        (gen_random_uuid(), gen_random_uuid(), null, null, 'en', '2026-11-01', '2026-11-01', '2026-11-23T09:00Z')";
const REMINDED: &str = "select count(*) from outbox where kind = 'draft_reminder'";
/// Whoever waits while somebody whose draft ends later was reminded.
const PASSED_OVER: &str = "select count(*) from registration_drafts waits
    where saved_at is not null and reminded_at is null
      and expires_at < (select max(expires_at) from registration_drafts where reminded_at is not null)";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn one_run_reminds_a_hundred_whose_drafts_end_first(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.run(SAVED).await;
    saving::remind(&world.backend).await.expect("reminded");
    assert_eq!(world.count(REMINDED).await, 100);
    assert_eq!(world.count(PASSED_OVER).await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn several_runs_remind_everybody_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.run(SAVED).await;
    for reminded in [100, 200, 250, 250] {
        backend::jobs::tidy_up(&world.backend).await.expect("tidy");
        assert_eq!(world.count(REMINDED).await, reminded);
    }
    let people = "select count(distinct recipient) from outbox where kind = 'draft_reminder' and recipient like 'ada%'";
    assert_eq!(world.count(people).await, 250);
}
