//! The catalogue, the registry and the checkouts that are measured.

use std::collections::HashMap;

use anyhow::Context;
use sqlx::{Connection, PgConnection, Row};

/// Works for so many editions: four each.
pub const EDITIONS_OF_ONE: usize = 4;

/// An empty database of this name, migrated. Gives its address.
pub async fn empty(server: &str, name: &str) -> anyhow::Result<String> {
    let mut admin = PgConnection::connect(&format!("{server}/postgres")).await?;
    run(&mut admin, &format!("drop database if exists {name}")).await?;
    run(&mut admin, &format!("create database {name}")).await?;
    let url = format!("{server}/{name}");
    let owner = store::connect_as_owner(url.parse()?).await?;
    store::migrate(&owner).await?;
    backend::jobs::migrate(&owner).await?;
    owner.close().await;
    Ok(url)
}

/// A database with a catalogue of so many editions. Gives its address.
pub async fn load(server: &str, editions: usize) -> anyhow::Result<String> {
    let url = empty(server, &format!("bench_{editions}")).await?;
    let mut db = PgConnection::connect(&url).await?;
    let works = (editions / EDITIONS_OF_ONE).to_string();
    run(&mut db, &include_str!("catalogue.sql").replace("${publications}", &works)).await?;
    run(&mut db, "vacuum analyze").await?;
    Ok(url)
}

/// Which editions checkouts hold.
#[derive(Clone, Copy, Debug)]
pub enum Wanted {
    /// Three of many.
    Any,
    /// The same three for everybody.
    Hot,
}

/// Somebody at "Check your answers".
#[derive(Clone, Debug)]
pub struct Ready {
    /// Their number; cookies and key are made from it.
    pub number: usize,
    /// Their session.
    pub session: uuid::Uuid,
    /// Their basket.
    pub basket: uuid::Uuid,
}

/// Puts people at "Check your answers".
pub async fn checkouts(url: &str, from: usize, count: usize, wanted: Wanted) -> anyhow::Result<Vec<Ready>> {
    let mut db = PgConnection::connect(url).await?;
    let limit = match wanted {
        Wanted::Any => 4_000,
        Wanted::Hot => 3,
    };
    let editions = format!(
        "select id, row_number() over (order by code_normalised) - 1 as at, count(*) over () as all_of_them
         from (select id, code_normalised from editions where access_type <> 'download-only' order by code_normalised limit {limit}) picked"
    );
    let to = from + count - 1;
    let sql = include_str!("checkouts.sql").replace("${from}", &from.to_string()).replace("${to}", &to.to_string());
    run(&mut db, &sql.replace("${editions}", &editions)).await?;
    // As autovacuum does in service, at a moment of our choosing: plans made for empty tables read them whole.
    run(&mut db, "vacuum analyze").await?;
    let sql =
        format!("select n, md5('s' || n)::uuid, md5('b' || n)::uuid from generate_series({from}, {to}) n order by n");
    let rows = sqlx::QueryBuilder::<sqlx::Postgres>::new(sql).build().fetch_all(&mut db).await?;
    rows.iter()
        .map(|row| {
            Ok(Ready {
                number: usize::try_from(row.try_get::<i32, _>(0)?)?,
                session: row.try_get(1)?,
                basket: row.try_get(2)?,
            })
        })
        .collect()
}

/// Fills the tables that grow with people.
pub async fn in_use(url: &str, rows: usize) -> anyhow::Result<()> {
    let mut db = PgConnection::connect(url).await?;
    run(&mut db, &include_str!("in_use.sql").replace("${rows}", &rows.to_string())).await?;
    run(&mut db, "vacuum analyze").await
}

/// Puts so many registrations into the registry, and a tenth as many under way.
pub async fn registrations(url: &str, registrations: usize) -> anyhow::Result<()> {
    let mut db = PgConnection::connect(url).await?;
    let sql = include_str!("registrations.sql").replace("${registrations}", &registrations.to_string());
    run(&mut db, &sql.replace("${drafts}", &(registrations / 10).to_string())).await?;
    run(&mut db, "vacuum analyze").await?;
    // So that nobody who is measured waits for what was loaded; a role that may not leaves it to the server.
    let _ = run(&mut db, "checkpoint").await;
    Ok(())
}

/// People at the end of their registration: their sessions and drafts, in the order of their numbers. Only the tables
/// they are written into are counted anew: plans over a registry where nobody registered yet stay as they are there.
pub async fn registering(url: &str, from: usize, to: usize) -> anyhow::Result<Vec<(uuid::Uuid, uuid::Uuid)>> {
    let mut db = PgConnection::connect(url).await?;
    let sql = include_str!("registering.sql").replace("${from}", &from.to_string()).replace("${to}", &to.to_string());
    run(&mut db, &sql).await?;
    run(&mut db, "vacuum analyze sessions, registration_drafts, draft_answers").await?;
    let sql =
        format!("select md5('rs' || n)::uuid, md5('rd' || n)::uuid from generate_series({from}, {to}) n order by n");
    let rows = sqlx::QueryBuilder::<sqlx::Postgres>::new(sql).build().fetch_all(&mut db).await?;
    rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
}

/// How many rows the planner takes each table to have.
pub async fn rows(url: &str) -> anyhow::Result<HashMap<String, f32>> {
    let mut db = PgConnection::connect(url).await?;
    let sql = "select relname::text, reltuples from pg_class where relkind = 'r'";
    let rows = sqlx::QueryBuilder::<sqlx::Postgres>::new(sql).build().fetch_all(&mut db).await?;
    rows.iter().map(|row| anyhow::Ok((row.try_get::<String, _>(0)?, row.try_get::<f32, _>(1)?))).collect()
}

/// From now on every statement of a new connection writes its plan into the log, those in functions and those
/// that keep foreign keys included.
pub async fn log_plans(url: &str) -> anyhow::Result<()> {
    let mut db = PgConnection::connect(url).await?;
    let name = url.rsplit('/').next().unwrap_or_default();
    for setting in [
        "session_preload_libraries = 'auto_explain'",
        "auto_explain.log_min_duration = 0",
        "auto_explain.log_format = 'json'",
        "auto_explain.log_nested_statements = on",
    ] {
        run(&mut db, &format!("alter database {name} set {setting}")).await?;
    }
    Ok(())
}

/// The process above all connections.
pub async fn postmaster(server: &str) -> anyhow::Result<u32> {
    let mut db = PgConnection::connect(&format!("{server}/postgres")).await?;
    let row = sqlx::QueryBuilder::<sqlx::Postgres>::new("select pg_backend_pid()").build().fetch_one(&mut db).await?;
    crate::process::parent(u32::try_from(row.try_get::<i32, _>(0)?)?)
}

#[expect(clippy::disallowed_methods, reason = "statements of measurements, written once")]
async fn run(db: &mut PgConnection, sql: &str) -> anyhow::Result<()> {
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql.to_owned()))
        .execute(db)
        .await
        .with_context(|| sql.lines().next().unwrap_or_default().to_owned())?;
    Ok(())
}
