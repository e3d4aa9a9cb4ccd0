//! Clients that go away in the middle: what was begun runs to its end, or has never been.

use std::time::{Duration, Instant};

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    races::ready,
    world::{LONG, World},
};

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn requests_that_are_cancelled_leave_no_transaction_behind(_: PgPoolOptions, connect: PgConnectOptions) {
    use tower::ServiceExt;
    let world = World::crowded(connect, 16).await;
    world.has(Leaflet::default()).await;
    let mut tasks = tokio::task::JoinSet::new();
    for at in 0..10_000_u64 {
        let router = world.router.clone();
        tasks.spawn(async move {
            let form = format!("edition=MEA-1-EN&quantity={}&page=/publications/measles-leaflet", 1 + at % 3);
            let request = axum::http::Request::post("/do/basket/add")
                .header("host", "healthpost.example")
                .header("origin", crate::world::ORIGIN)
                .header("content-type", "application/x-www-form-urlencoded")
                .body(axum::body::Body::from(form))
                .expect("a request");
            let patience = Duration::from_micros((at * 7919) % 9_000);
            let _ = tokio::time::timeout(patience, router.oneshot(request)).await;
        });
        if tasks.len() >= 64 {
            tasks.join_next().await;
        }
    }
    while tasks.join_next().await.is_some() {}
    // What was begun runs to its end on its own.
    quiet(&world).await;
    for _ in 0..200 {
        world.visitor().opens("/publications/measles-leaflet").await.sees("Measles leaflet");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_order_whose_sender_has_gone_is_placed_whole_or_not_at_all(_: PgPoolOptions, connect: PgConnectOptions) {
    use tokio::io::AsyncWriteExt;
    let world = World::crowded(connect, 16).await;
    let edition = world.has(Leaflet { stock: 10_000, ..Leaflet::default() }).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = world.router.clone();
    tokio::spawn(async move { axum::serve(listener, router).await });
    let mut everybody = tokio::task::JoinSet::new();
    for n in 0..200_u64 {
        let ready = ready(&world.backend, edition, 1, &format!("gone{n}"), &format!("{n} Some Street")).await;
        let body = format!("key={}", ready.form.key.as_str());
        let request = format!(
            "POST /do/checkout/place HTTP/1.1\r\nHost: healthpost.example\r\nOrigin: {}\r\nCookie: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            crate::world::ORIGIN,
            ready.cookies,
            body.len()
        );
        everybody.spawn(async move {
            let mut socket = tokio::net::TcpStream::connect(address).await.unwrap();
            socket.write_all(request.as_bytes()).await.unwrap();
            tokio::time::sleep(Duration::from_micros((n * 7919) % 20_000)).await;
            drop(socket);
        });
    }
    while everybody.join_next().await.is_some() {}
    quiet(&world).await;
    let placed = world.count("select count(*) from orders").await;
    assert!(placed > 0, "what was begun runs to its end: {placed}");
    for whole in [
        "select count(*) from order_lines",
        "select count(*) from order_events",
        "select count(*) from outbox where kind = 'order_placed'",
        "select count(*) from audit_entries",
        "select sum(reserved)::bigint from stock_levels",
        "select 200 - count(*) from basket_lines",
        "select 200 - count(*) from checkouts",
    ] {
        assert_eq!(world.count(whole).await, placed, "{whole}");
    }
    assert!(store::stock::disagreements(&world.backend.db).await.unwrap().is_empty());
}

/// Waits until everything that was begun has ended. A transaction that was left open does not end: the services that
/// are looked at are [`World::crowded`].
pub async fn quiet(world: &World) {
    // A connection that is asking counts itself.
    let busy = "select count(*) - 1 from pg_stat_activity where datname = current_database()
        and backend_type = 'client backend' and state <> 'idle'";
    let (began, mut calm) = (Instant::now(), 0);
    while calm < 5 {
        assert!(began.elapsed() < LONG, "a transaction stays open");
        let has_ended = world.backend.writes.available_permits() == backend::WRITES_UNDER_WAY;
        calm = if world.count(busy).await == 0 && has_ended { calm + 1 } else { 0 };
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
