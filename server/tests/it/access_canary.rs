//! A server function that the table of who may do what does not know: it is there, and nobody reaches it (G-A2).

use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::{Method, StatusCode, header};
use islands::{AppError, Submitted};
use leptos::{
    prelude::*,
    server_fn::{ServerFn, axum::server_fn_paths},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{account_people::ada, world::World};

/// Where it is posted to.
pub const CANARY: &str = "/do/canary";

static HAS_RUN: AtomicBool = AtomicBool::new(false);

/// Does what it could not undo.
#[server(name = PostCanary, prefix = "/do", endpoint = "canary")]
pub async fn canary() -> Result<Submitted, AppError> {
    std::future::ready(()).await;
    HAS_RUN.store(true, Ordering::Relaxed);
    Ok(Submitted)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_function_that_the_table_does_not_know_is_refused_to_everybody(_: PgPoolOptions, connect: PgConnectOptions) {
    assert_eq!(PostCanary::PATH, CANARY);
    assert!(server_fn_paths().any(|(path, _)| path == CANARY), "it is there");
    let world = World::new(connect).await;
    for mut visitor in [world.visitor(), ada(&world).await] {
        visitor.once(Method::POST, CANARY, Some(String::new())).await;
        assert_eq!(visitor.status, StatusCode::FORBIDDEN);
        assert!(!visitor.headers.contains_key(header::LOCATION));
        visitor.sees("You cannot do this from here");
    }
    assert!(!HAS_RUN.load(Ordering::Relaxed), "it did not run");
    assert!(canary().await.is_ok() && HAS_RUN.load(Ordering::Relaxed), "it would have");
}
