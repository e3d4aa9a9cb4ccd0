//! When the service itself fails: a panic, an answer that does not come, more requests than it can
//! take, a database that is gone. Every one of them is a page in words, and none ends the service.

use std::{sync::Arc, time::Duration};

use app::Assets;
use axum::{
    Router,
    http::{StatusCode, header},
    routing::get,
};
use server::{layers, serve::Site};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tokio::sync::Semaphore;

use crate::{visitor::Visitor, world::World};

/// The layers of the service around routes that misbehave.
pub fn visitor_of(world: &World, routes: Router) -> Visitor {
    let site = Site::new(world.backend.clone(), Assets::default());
    let probes = Router::new().route("/healthz", get(|| async { "ok" }));
    Visitor::new(layers::around(routes.merge(probes), &site))
}

async fn panics() -> &'static str {
    panic!("secret words of a panic")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_panic_is_a_page_without_internals(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = visitor_of(&world, Router::new().route("/", get(panics)));
    for _ in 0..3 {
        visitor.opens("/").await.sees("Sorry").sees("reference").does_not_see("secret words");
        assert_eq!((visitor.status, visitor.all("h1").len()), (StatusCode::INTERNAL_SERVER_ERROR, 1));
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_answer_that_does_not_come_is_given_up(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = visitor_of(&world, Router::new().route("/", get(std::future::pending::<String>)));
    let waited = tokio::time::timeout(Duration::from_secs(15), visitor.opens("/")).await;
    waited.expect("an answer within the bound").sees("Sorry").sees("reference");
    assert_eq!(visitor.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(visitor.headers.contains_key(header::RETRY_AFTER));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn too_many_requests_are_turned_away_and_the_rest_is_answered(_: PgPoolOptions, connect: PgConnectOptions) {
    const PLACES: usize = layers::UNDER_WAY;
    let world = World::new(connect).await;
    let (arrived, let_go) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let (here, gate) = (arrived.clone(), let_go.clone());
    let waits = move || {
        here.add_permits(1);
        let gate = gate.clone();
        async move { gate.acquire().await.map(|_| "done").unwrap_or_default() }
    };
    let visitor = visitor_of(&world, Router::new().route("/", get(waits)));
    let waiting: Vec<_> = (0..PLACES)
        .map(|_| {
            let mut visitor = visitor.clone();
            tokio::spawn(async move { visitor.opens("/").await.status })
        })
        .collect();
    arrived.acquire_many(u32::try_from(PLACES).unwrap()).await.unwrap().forget();
    let mut late = visitor.clone();
    late.opens("/").await.sees("Sorry");
    assert_eq!(late.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(late.headers[header::RETRY_AFTER], "2");
    late.opens("/healthz").await;
    assert_eq!(late.status, StatusCode::OK, "health is always answered");
    let_go.add_permits(PLACES + 1);
    for answered in waiting {
        assert_eq!(answered.await.unwrap(), StatusCode::OK);
    }
    late.opens("/").await;
    assert_eq!(late.status, StatusCode::OK, "and there is room again");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_was_typed_is_still_there_after_we_failed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world
        .run(
            "create function fails() returns trigger language plpgsql as $$ begin raise exception 'secret words'; end $$;
             create trigger fails before insert on support_messages for each row execute function fails()",
        )
        .await;
    let mut visitor = world.visitor();
    visitor.opens("/contact").await.fills("support_summary", "A question").fills("support_message", "Where is it?");
    visitor.fills("contact_name", "Ada").fills("contact_email", "ada@example.com").presses("Send message").await;
    visitor.sees("Sorry").does_not_see("secret words");
    assert_eq!(visitor.status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!visitor.headers.contains_key(header::LOCATION));
    visitor.opens("/contact").await.does_not_see("There is a problem");
    assert_eq!(visitor.value_of("support_summary"), "A question");
    world.run("drop trigger fails on support_messages").await;
    visitor.presses("Send message").await.sees("sent");
    visitor.opens("/contact").await;
    assert_eq!(visitor.value_of("support_summary"), "");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn without_its_database_the_service_says_so(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications").await.sees("87 publications");
    world.backend.db.close().await;
    for path in ["/", "/publications?q=flu", "/sitemap.xml", "/sitemaps/1.xml", "/publications.atom", "/q/x"] {
        visitor.opens(path).await;
        assert_eq!(visitor.status, StatusCode::SERVICE_UNAVAILABLE, "{path}: {}", visitor.body);
        assert!(visitor.headers.contains_key(header::RETRY_AFTER), "{path}");
        visitor.sees("Sorry").does_not_see("PoolClosed");
    }
    let answers = "edition=MEA-1-EN&quantity=1&page=%2F".to_owned();
    visitor.once(axum::http::Method::POST, "/do/basket/add", Some(answers)).await;
    assert_eq!(visitor.status, StatusCode::SERVICE_UNAVAILABLE);
    for (path, status) in [("/healthz", StatusCode::OK), ("/readyz", StatusCode::SERVICE_UNAVAILABLE)] {
        visitor.opens(path).await;
        assert_eq!(visitor.status, status, "{path}");
    }
}
