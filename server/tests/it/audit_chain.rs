//! What people do is sealed into chains that are whole, and that can be held against heads that were kept elsewhere.

use std::collections::BTreeSet;

use domain::audit::Head;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    changes::has_ordered,
    registrants::{Person, ready, taken},
    running::{Data, url_of},
    world::World,
};

pub const WAITING: &str = "select count(*) from audit_waiting";
pub const SEALED: &str = "select count(*) from audit_seals";

/// Where the chains of a whole trail end.
pub async fn whole(world: &World) -> Vec<Head> {
    backend::audit::verify(&world.backend, &[]).await.expect("a whole trail")
}

/// The same, without the hashes.
async fn ends(world: &World) -> Vec<(String, i64)> {
    whole(world).await.into_iter().map(|head| (head.stream, head.sequence)).collect()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_people_do_is_sealed_into_chains_that_are_whole(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    assert!(whole(&world).await.is_empty(), "nothing was done yet");
    world.has(Leaflet::default()).await;
    let (mut visitor, order) = has_ordered(&world, "2", "ada@example.com").await;
    visitor.opens(&format!("{order}/cancel")).await.presses("Yes, cancel").await.sees("This order was cancelled");
    taken(ready(&world, &Person::named("Ada")).await.sends(&world.backend).await);
    assert_eq!((world.count(WAITING).await, world.count(SEALED).await), (3, 0));
    assert_eq!(ends(&world).await, [("orders".to_owned(), 2), ("registry".to_owned(), 1)]);
    assert_eq!((world.count(WAITING).await, world.count(SEALED).await), (0, 3));
    let kept = whole(&world).await;
    has_ordered(&world, "1", "grace@example.com").await;
    let later = backend::audit::verify(&world.backend, &kept).await.expect("the heads are on the chains");
    assert_eq!((later[0].sequence, &later[1]), (3, &kept[1]));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whatever_an_entry_says_is_read_as_it_was_sealed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world
        .run(
            r#"begin;
             set local timezone = 'Asia/Kathmandu';
             set local datestyle = 'German';
             insert into audit_entries (id, actor, action, subject, detail, at) values
                 (gen_random_uuid(), '', '', '', '{}', '2026-11-22 09:00:00.000001+00'),
                 (gen_random_uuid(), E'ة\n', 'import.run', '10:x,', '{"b": 1.10, "a": [1e30, null, "\u00e9\\"]}', '0044-03-15 12:00:00 BC'),
                 ('00000000-0000-0000-0000-000000000000', 'first', 'staff.invite', 'x', '[]', '1969-12-31 23:59:59.999999+00'),
                 ('ffffffff-ffff-ffff-ffff-ffffffffffff', 'last', 'order', '🦠', '"text"', 'infinity');
             commit"#,
        )
        .await;
    let expected = [("accounts", 1), ("orders", 1), ("service", 2)].map(|(stream, end)| (stream.to_owned(), end));
    assert_eq!(ends(&world).await, expected);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn no_two_lists_of_texts_are_sealed_alike(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let digests = world
        .texts(
            "select encode(audit_digest(variadic parts), 'hex') from (values (array['ab', 'c']), (array['a', 'bc']),
                 (array['abc', '']), (array['', 'abc']), (array['abc']), (array['a', 'b', 'c']), (array['2:ab,1:c,']),
                 (array['é']), (array['']), (array['', '']), ('{}'::text[])) as lists (parts)",
        )
        .await;
    assert_eq!((digests.len(), digests.iter().collect::<BTreeSet<_>>().len()), (11, 11));
    let in_bytes =
        "select count(*) from (select 1) one where audit_digest('é', '') = sha256(convert_to('2:é,0:,', 'UTF8'))";
    assert_eq!(world.count(in_bytes).await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn more_than_is_read_at_once_is_sealed_and_checked(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world
        .run(
            "insert into audit_entries (id, actor, action, subject, at)
             select gen_random_uuid(), 'guest', case when n % 5 = 0 then 'registration.send' else 'order.place' end, 'x:' || n, now()
             from generate_series(1, 5000) n",
        )
        .await;
    assert_eq!(ends(&world).await, [("orders".to_owned(), 4000), ("registry".to_owned(), 1000)]);
}

#[sqlx::test(migrations = false)]
async fn entries_from_before_there_were_chains_are_sealed_by_the_first_round(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    store::MIGRATOR.run_to(43, &world.db).await.expect("the schema before");
    let entries = "insert into audit_entries (id, actor, action, subject, at)
        select gen_random_uuid(), 'guest', 'order.place', 'order:' || n, now() from generate_series(1, 3) n";
    world.run(entries).await;
    store::migrate(&world.db).await.expect("the schema");
    world.run(entries).await;
    assert_eq!(world.count(WAITING).await, 6);
    assert_eq!(ends(&world).await, [("orders".to_owned(), 6)]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_program_prints_heads_and_says_where_the_trail_is_broken(_: PgPoolOptions, connect: PgConnectOptions) {
    let url = url_of(&connect);
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    has_ordered(&world, "1", "ada@example.com").await;
    let data = Data::new();
    let verify = |head: Option<&str>| {
        let mut program = data.program(&["audit", "verify"]);
        program.args(head.iter().flat_map(|head| ["--since-head", *head])).env("DATABASE_URL", &url);
        let output = program.output().unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
    };
    let (status, printed, said) = verify(None);
    assert_eq!(status, Some(0), "{said}");
    assert!(printed.starts_with("orders:1:") && printed.lines().count() == 1, "{printed}");
    let (status, again, said) = verify(Some(printed.trim()));
    assert_eq!((status, again), (Some(0), printed), "{said}");
    let (status, printed, said) = verify(Some(&format!("orders:2:{}", "0a".repeat(32))));
    assert_eq!((status, printed.as_str()), (Some(1), ""));
    assert!(said.contains("the audit trail is not whole: orders 2: "), "{said}");
    let (status, _, said) = verify(Some("orders"));
    assert_eq!(status, Some(2), "{said}");
}
