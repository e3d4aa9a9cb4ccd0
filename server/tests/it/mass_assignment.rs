//! What a form does not ask changes nothing (G-A5): every form is posted twice over the same rows, as it is and with
//! everything beside it that somebody might try. Both get the same answer, and both leave the same rows.

use std::fmt::Write;

use axum::http::{Method, StatusCode, header};
use sqlx::{
    PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};

use crate::{
    access::{AGAIN, BEFORE, in_turn},
    access_actors::{Actor, account_holder, begins_draft, registrant},
    access_rows::{Row, rows},
    access_staff::administrator,
    account_people::ADA,
    builders::Leaflet,
    registry_watch::{Canary, left},
    world::World,
};

const ID: &str = "abababab-abab-4bab-8bab-abababababab";
const TEXT: &str = "mass-assigned";
const NUMBER: &str = "9182736455";
const MOMENT: &str = "1999-09-09";

/// What no form asks.
const MORE: [(&str, &str); 34] = [
    ("id", ID),
    ("user_id", ID),
    ("account_id", ID),
    ("account", ID),
    ("org_id", ID),
    ("organisation_id", ID),
    ("session_id", ID),
    ("registrant_id", ID),
    ("registrant", ID),
    ("order_id", ID),
    ("basket_id", ID),
    ("draft_id", ID),
    ("role", TEXT),
    ("roles", TEXT),
    ("permission", TEXT),
    ("organisation", TEXT),
    ("status", TEXT),
    ("state", TEXT),
    ("email_state", TEXT),
    ("email_norm", TEXT),
    ("password_hash", TEXT),
    ("token_hash", TEXT),
    ("price", NUMBER),
    ("total", NUMBER),
    ("version", NUMBER),
    ("row_version", NUMBER),
    ("tries", NUMBER),
    ("created_at", MOMENT),
    ("updated_at", MOMENT),
    ("expires_at", MOMENT),
    ("verified_at", MOMENT),
    ("is_admin", "true"),
    ("is_default", "true"),
    ("verified", "true"),
];
/// What would be seen in a row.
const CANARIES: &[Canary] = &[(ID, &[]), (TEXT, &[]), (NUMBER, &[]), (MOMENT, &[])];

/// Says every row of every table, but for what is drawn by chance.
const ROWS: &str = "create function rows_without_chance() returns setof text language plpgsql as $$
        declare named text;
        begin
            for named in select tablename from pg_tables where schemaname = 'public' order by 1 loop
                return query execute format($q$select %L || ' ' || regexp_replace(to_jsonb(t)::text,
                    'argon2id[^\"]*|[A-Za-z0-9+/=_-]{30,}|HP-[0-9A-Z]{5}-[0-9A-Z]{5}|\"code\": \"[0-9]{6}\"', '*', 'g') from %I t$q$,
                    named, named);
            end loop;
        end $$";

/// A copy of a database to which nobody is connected.
async fn copied(connect: &PgConnectOptions) -> PgConnectOptions {
    let name = connect.get_database().expect("a database of its own");
    // Names of databases are no longer than the one of the test; its end tells it from other tests'.
    let end: String = name.chars().rev().take(20).collect();
    let copy = connect.clone().database(&format!("copy_{end}"));
    drops(connect, &copy).await;
    let sql = format!("create database \"copy_{end}\" template \"{name}\"");
    let pool = beside(connect).await;
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&pool).await.expect("a copy");
    pool.close().await;
    copy
}

/// A connection to a database that is neither.
async fn beside(connect: &PgConnectOptions) -> PgPool {
    let connect = connect.clone().database("postgres");
    PgPoolOptions::new().max_connections(1).connect_with(connect).await.expect("a database")
}

async fn drops(connect: &PgConnectOptions, copy: &PgConnectOptions) {
    let sql = format!("drop database if exists \"{}\" with (force)", copy.get_database().expect("a name"));
    let pool = beside(connect).await;
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&pool).await.expect("it is gone");
    pool.close().await;
}

/// Posts a form, with more than it asks. The status, and where it leads without what is drawn by chance.
async fn posts(world: &World, actor: &Actor, row: &Row, more: &[(&str, &str)]) -> (StatusCode, String) {
    let (path, body) = row.request(actor.named(row.object()), &actor.key);
    let mut body = body.unwrap_or_default();
    for (name, value) in more {
        if !body.split('&').any(|pair| pair.split('=').next() == Some(*name)) {
            write!(body, "&{name}={value}").expect("a text");
        }
    }
    let mut visitor = actor.visitor.clone();
    visitor.router.clone_from(&world.router);
    visitor.once(Method::POST, &path, Some(body)).await;
    assert!(!visitor.status.is_server_error(), "{path}: {}", visitor.text());
    world.run(AGAIN).await;
    let to = visitor.headers.get(header::LOCATION).map(|to| to.to_str().expect("a path")).unwrap_or_default();
    let is_chance = |part: &str| part.starts_with("HP-") || part.len() >= 30;
    let parts: Vec<&str> = to.split('/').map(|part| if is_chance(part) { "…" } else { part }).collect();
    (visitor.status, parts.join("/"))
}

/// Rows that one has and the other has not.
async fn differing(one: &World, other: &World) -> Vec<String> {
    let rows = "select rows_without_chance() order by 1";
    let (one, other) = (one.texts(rows).await, other.texts(rows).await);
    if one == other {
        return Vec::new();
    }
    let missing = one.iter().filter(|row| !other.contains(row)).chain(other.iter().filter(|row| !one.contains(row)));
    let missing: Vec<String> = missing.cloned().collect();
    if missing.is_empty() { vec![format!("{} rows and {}", one.len(), other.len())] } else { missing }
}

/// Posts forms as somebody in two copies of a database, in one of them with more than they ask.
async fn posts_twice(connect: PgConnectOptions, world: World, actor: &Actor, is_ours: fn(&str) -> bool) {
    world.run(BEFORE).await;
    world.run(ROWS).await;
    let before = world.texts("select rows_without_chance() order by 1").await;
    world.backend.db.close().await;
    world.db.close().await;
    let copy = copied(&connect).await;
    let (plain, tried) = (World::new(connect.clone()).await, World::new(copy.clone()).await);
    let (rows, mut posted) = (rows(), 0);
    for row in in_turn(&rows).into_iter().filter(|row| row.path.starts_with("/do/") && is_ours(&row.path)) {
        // What the end of an account takes away is looked at before.
        if row.path == "/do/account/close" {
            assert_eq!(differing(&plain, &tried).await, [] as [&str; 0], "what is sent beside changes something");
        }
        let expected = posts(&plain, actor, row, &[]).await;
        assert_eq!(posts(&tried, actor, row, &MORE).await, expected, "{}", row.path);
        posted += 1;
    }
    assert_eq!(differing(&plain, &tried).await, [] as [&str; 0], "what is sent beside changes something");
    assert_ne!(plain.texts("select rows_without_chance() order by 1").await, before, "forms do something");
    assert_eq!(left(&tried, CANARIES).await, [] as [&str; 0], "what no form asks is stored");
    assert!(posted > 20, "{posted} forms");
    tried.backend.db.close().await;
    tried.db.close().await;
    drops(&connect, &copy).await;
}

fn is_of_registry(path: &str) -> bool {
    path.starts_with("/do/register/") || path.starts_with("/do/my/")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_no_form_asks_changes_nothing_of_accounts_and_orders(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect.clone()).await;
    world.has(Leaflet::default()).await;
    let actor = account_holder(&world, "Ada Lovelace", ADA, "3 Some Street").await;
    posts_twice(connect, world, &actor, |path| !is_of_registry(path)).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_no_form_asks_changes_nothing_of_the_registry(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect.clone()).await;
    let mut actor = registrant(&world).await;
    begins_draft(&world, &mut actor.visitor).await;
    posts_twice(connect, world, &actor, is_of_registry).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_no_form_asks_changes_nothing_of_staff(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect.clone()).await;
    world.has(Leaflet::default()).await;
    let actor = administrator(&world).await;
    posts_twice(connect, world, &actor, |path| path.starts_with("/do/staff/")).await;
}
