//! The audit trail makes nobody wait, leaves nobody out, and is one chain however many seal it.

use std::sync::Arc;

use sqlx::{
    PgConnection,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::{
    audit_chain::{SEALED, WAITING, whole},
    builders::Leaflet,
    changes::has_ordered,
    world::World,
};

const ENTRY: &str = "insert into audit_entries (id, actor, action, subject, at)
    values (gen_random_uuid(), 'guest', 'order.place', 'order:x', now())";

/// Writes an entry within a transaction, and waits for nobody.
async fn writes(tx: &mut PgConnection) {
    sqlx::query("set local lock_timeout = '200ms'").execute(&mut *tx).await.unwrap();
    sqlx::query(ENTRY).execute(&mut *tx).await.expect("nobody is waited for");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn all_who_seal_at_once_make_one_chain(_: PgPoolOptions, connect: PgConnectOptions) {
    const SEALERS: usize = 16;
    const ENTRIES: i64 = 40;
    let world = World::with_connections(connect, 24).await;
    let start = Arc::new(tokio::sync::Barrier::new(SEALERS));
    let tasks: Vec<_> = (0..SEALERS)
        .map(|_| {
            let (backend, start) = (world.backend.clone(), start.clone());
            tokio::spawn(async move {
                start.wait().await;
                for _ in 0..ENTRIES {
                    sqlx::query(ENTRY).execute(&backend.db).await.unwrap();
                    backend::audit::seal(&backend).await.unwrap();
                }
            })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    let heads = whole(&world).await;
    let all = i64::try_from(SEALERS).unwrap() * ENTRIES;
    assert_eq!(heads.iter().map(|head| head.sequence).collect::<Vec<_>>(), [all]);
    assert_eq!((world.count(SEALED).await, world.count(WAITING).await), (all, 0));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn who_writes_and_who_seals_wait_for_nobody(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let db = &world.backend.db;
    let (mut first, mut second) = (db.begin().await.unwrap(), db.begin().await.unwrap());
    writes(&mut first).await;
    writes(&mut second).await;
    backend::audit::seal(&world.backend).await.expect("while both are under way");
    assert_eq!(world.count(SEALED).await, 0);
    second.commit().await.unwrap();
    backend::audit::seal(&world.backend).await.unwrap();
    assert_eq!(world.count(SEALED).await, 1);
    first.commit().await.unwrap();
    assert_eq!(world.count(WAITING).await, 1, "who began first and ended last is not left out");
    assert_eq!(whole(&world).await[0].sequence, 2);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn orders_are_placed_while_the_trail_is_sealed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    has_ordered(&world, "1", "ada@example.com").await;
    let mut sealing = world.backend.db.begin().await.unwrap();
    sqlx::raw_sql("set local idle_in_transaction_session_timeout = 0; select seal_audit(1000)")
        .execute(&mut *sealing)
        .await
        .unwrap();
    has_ordered(&world, "1", "grace@example.com").await;
    assert_eq!((world.count(SEALED).await, world.count(WAITING).await), (0, 2));
    sealing.commit().await.unwrap();
    assert_eq!((world.count(SEALED).await, world.count(WAITING).await), (1, 1));
    assert_eq!(whole(&world).await[0].sequence, 2);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_taken_back_leaves_no_gap(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for goes_through in [true, false, true] {
        let mut tx = world.backend.db.begin().await.unwrap();
        writes(&mut tx).await;
        if goes_through {
            tx.commit().await.unwrap();
        } else {
            tx.rollback().await.unwrap();
        }
        backend::audit::seal(&world.backend).await.unwrap();
    }
    assert_eq!(whole(&world).await[0].sequence, 2);
}
