//! Whoever owns the tables can switch their triggers off and change the audit trail: a check says where.

use backend::audit::AuditError;
use domain::audit::Head;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    audit_chain::{SEALED, whole},
    world::World,
};

/// Does what the triggers refuse.
async fn tampers(world: &World, sql: &'static str) {
    world
        .run(
            "alter table audit_entries disable trigger user; alter table audit_waiting disable trigger user;
             alter table audit_seals disable trigger user; alter table audit_heads disable trigger user",
        )
        .await;
    world.run(sql).await;
    world
        .run(
            "alter table audit_entries enable trigger user; alter table audit_waiting enable trigger user;
             alter table audit_seals enable trigger user; alter table audit_heads enable trigger user",
        )
        .await;
}

/// A new trail of five orders and a registration, whose ids end with their numbers in their chains.
async fn five_orders(world: &World) -> Vec<Head> {
    tampers(world, "truncate audit_entries, audit_waiting, audit_seals, audit_heads").await;
    world
        .run(
            "insert into audit_entries (id, actor, action, subject, detail, at)
             select ('00000000-0000-7000-8000-00000000000' || n)::uuid, 'guest', 'order.place', 'order:' || n,
                 jsonb_build_object('n', n), now() from generate_series(1, 5) n
             union all select '00000000-0000-7000-9000-000000000001'::uuid, 'registrant', 'registration.send', 'registration:1', '{}'::jsonb, now()",
        )
        .await;
    whole(world).await
}

/// What a check says is wrong.
async fn wrong(world: &World, kept: &[Head]) -> String {
    match backend::audit::verify(&world.backend, kept).await {
        Err(AuditError::Wrong(fault)) => fault.to_string(),
        other => panic!("the trail is taken for {other:?}"),
    }
}

/// What somebody did to five orders, and what a check says.
const TAMPERED: &[(&str, &str)] = &[
    ("update audit_entries set actor = 'staff' where subject = 'order:3'", "orders 3: the entry 00000000-0000-7000-8000-000000000003, or"),
    ("update audit_entries set action = 'order.cancelled' where subject = 'order:3'", "orders 3: the entry"),
    ("update audit_entries set subject = 'order:30' where subject = 'order:3'", "orders 3: the entry"),
    ("update audit_entries set detail = '{\"n\": 3.0}' where subject = 'order:3'", "orders 3: the entry"),
    ("update audit_entries set at = at + interval '1 microsecond' where subject = 'order:3'", "orders 3: the entry"),
    ("update audit_entries set actor = actor || 'o', action = substr(action, 2) where subject = 'order:3'", "orders 3: the entry"),
    ("update audit_entries set actor = 'x' where action = 'registration.send'", "registry 1: the entry"),
    (
        "delete from audit_entries where subject = 'order:3'",
        "orders 3: the entry 00000000-0000-7000-8000-000000000003 is gone",
    ),
    (
        "delete from audit_entries where subject = 'order:3'; delete from audit_seals where stream = 'orders' and sequence = 3",
        "orders 3: there is no seal of this number",
    ),
    (
        "delete from audit_entries where subject = 'order:3'; delete from audit_seals where stream = 'orders' and sequence = 3;
         update audit_seals set sequence = sequence + 100 where stream = 'orders' and sequence > 3;
         update audit_seals set sequence = sequence - 101 where sequence > 100",
        "orders 3: the seal does not follow",
    ),
    (
        "delete from audit_entries where subject = 'order:5'; delete from audit_seals where stream = 'orders' and sequence = 5",
        "orders 5: the chain does not end where its head says",
    ),
    (
        "insert into audit_entries (id, actor, action, subject, at) values ('00000000-0000-7000-8000-000000000025', 'x', 'order.place', 'order:x', now())",
        "orders: the entry 00000000-0000-7000-8000-000000000025 was put in without a seal",
    ),
    (
        "insert into audit_entries (id, actor, action, subject, at) values ('00000000-0000-0000-0000-000000000000', 'x', 'order.place', 'order:x', now());
         update audit_seals set sequence = sequence + 100 where stream = 'orders' and sequence > 2;
         update audit_seals set sequence = sequence - 99 where sequence > 100;
         insert into audit_seals select 'orders', 3, e.id, s.hash, audit_digest('orders', '3', encode(s.hash, 'hex'),
             encode(audit_mark(e.id, e.actor, e.action, e.subject, e.detail, e.at), 'hex'))
         from audit_seals s, audit_entries e where s.stream = 'orders' and s.sequence = 2 and e.subject = 'order:x'",
        "orders 4: the seal does not follow",
    ),
    (
        "update audit_seals set entry_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff' where stream = 'orders' and sequence = 2;
         update audit_seals set entry_id = '00000000-0000-7000-8000-000000000002' where stream = 'orders' and sequence = 3;
         update audit_seals set entry_id = '00000000-0000-7000-8000-000000000003' where stream = 'orders' and sequence = 2",
        "orders 2: the entry 00000000-0000-7000-8000-000000000003, or its seal,",
    ),
    ("update audit_seals set hash = sha256('x') where stream = 'orders' and sequence = 2", "orders 2: the entry"),
    (
        "update audit_seals set previous_hash = sha256('x') where stream = 'orders' and sequence = 2",
        "orders 2: the seal does not follow",
    ),
    ("update audit_heads set hash = sha256('x') where stream = 'orders'", "orders 5: the chain does not end"),
    ("delete from audit_heads where stream = 'orders'", "orders 1: the chain does not end"),
];

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_check_says_where_somebody_tampered_with_the_trail(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for (sql, said) in TAMPERED {
        five_orders(&world).await;
        tampers(&world, sql).await;
        let found = wrong(&world, &[]).await;
        assert!(found.starts_with(said), "{found:?} after {sql}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_changes_the_trail_without_switching_triggers_off(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    five_orders(&world).await;
    world.run("insert into audit_entries (id, actor, action, subject, at) values (gen_random_uuid(), 'x', 'x.y', 'x', now())").await;
    for sql in [
        "update audit_entries set actor = 'x'",
        "delete from audit_entries",
        "update audit_seals set sequence = 9 where sequence = 5",
        "delete from audit_seals",
        "update audit_waiting set mark = sha256('x')",
        "delete from audit_heads",
    ] {
        assert!(sqlx::raw_sql(sql).execute(&world.db).await.is_err(), "{sql}");
    }
    whole(&world).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_taken_away_before_it_is_sealed_is_missed_and_holds_nothing_up(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    for (sql, said) in [
        ("delete from audit_entries where subject = 'order:6'", "000000000006 is gone; it was not sealed yet"),
        ("update audit_entries set actor = 'x' where subject = 'order:6'", "000000000006 is not what was written"),
        (
            "delete from audit_waiting",
            "orders: the entry 00000000-0000-7000-8000-000000000006 was put in without a seal",
        ),
    ] {
        five_orders(&world).await;
        world.run("insert into audit_entries (id, actor, action, subject, at) values ('00000000-0000-7000-8000-000000000006', 'guest', 'order.place', 'order:6', now())").await;
        tampers(&world, sql).await;
        world.run("insert into audit_entries (id, actor, action, subject, at) values ('00000000-0000-7000-8000-000000000007', 'guest', 'order.place', 'order:7', now())").await;
        let found = wrong(&world, &[]).await;
        assert!(found.contains(said), "{found:?} after {sql}");
        assert_eq!(world.count(SEALED).await, 7, "the entry behind it is sealed");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_trail_that_was_made_anew_is_told_by_a_head_that_was_kept(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for (sql, said) in [
        (
            "delete from audit_entries where subject = 'order:5'; delete from audit_seals where stream = 'orders' and sequence = 5;
             update audit_heads set (sequence, hash) = (select sequence, hash from audit_seals where stream = 'orders' and sequence = 4)
             where stream = 'orders'",
            "orders 5: the chain does not hold the head",
        ),
        (
            "update audit_entries set actor = 'x' where subject = 'order:3'; truncate audit_seals, audit_heads;
             insert into audit_waiting select id, audit_mark(id, actor, action, subject, detail, at) from audit_entries",
            "orders 5: the chain does not hold the head",
        ),
        ("truncate audit_entries, audit_seals, audit_heads", "orders 5: the chain does not hold the head"),
    ] {
        let kept = five_orders(&world).await;
        tampers(&world, sql).await;
        whole(&world).await;
        let found = wrong(&world, &kept).await;
        assert!(found.starts_with(said), "{found:?} after {sql}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_check_says_what_is_wrong_where_nothing_can_be_sealed_because_of_it(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    five_orders(&world).await;
    tampers(&world, "update audit_heads set sequence = 3 where stream = 'orders'").await;
    world.run("insert into audit_entries (id, actor, action, subject, at) values (gen_random_uuid(), 'guest', 'order.place', 'order:6', now())").await;
    assert!(backend::audit::seal(&world.backend).await.is_err(), "the number is taken");
    assert!(wrong(&world, &[]).await.starts_with("orders 4: the chain does not end where its head says"));
}
