//! Every live edition in one file.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use backend::FileStore;
use serde_json::Value;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    api::{all, told},
    builders::Leaflet,
    world::World,
};

const CSV: &str = "/data/editions.csv";
const JSON: &str = "/data/editions.json";

fn by_code(mut records: Vec<Value>) -> Vec<Value> {
    records.sort_by_key(|record| record["code"].as_str().unwrap().to_owned());
    records
}

/// Rows by heading.
fn rows(csv: &str) -> Vec<std::collections::HashMap<String, String>> {
    csv::Reader::from_reader(csv.as_bytes()).deserialize().map(|row| row.expect("a row")).collect()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_dump_holds_what_programs_are_told(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    world.run("update editions set status = 'withdrawn' where code_normalised = 'FLU0017EN01'").await;
    world.run("select refresh_listings(array(select id from publications))").await;
    visitor.opens(CSV).await.sees("Page not found");
    assert_eq!(visitor.status, StatusCode::NOT_FOUND, "there is none yet");
    backend::dump::write_first(&world.backend).await;
    let dump = told(&mut visitor, JSON).await;
    let mut told = all(&mut visitor, "per_page=50").await;
    for file in told.iter_mut().flat_map(|record| record["files"].as_array_mut().unwrap()) {
        file["url"] = Value::Null; // Links end; a dump does not.
    }
    let dump = by_code(dump.as_array().expect("a list").clone());
    assert_eq!(dump, by_code(told));
    assert!(dump.iter().all(|record| record["status"] == "live" && record["code"] != "FLU-0017-EN-01"));
    visitor.once(Method::GET, CSV, None).await;
    assert_eq!(visitor.headers[header::CONTENT_TYPE], "text/csv; charset=utf-8; header=present");
    let mut codes: Vec<String> = rows(&visitor.body).into_iter().map(|mut row| row.remove("code").unwrap()).collect();
    codes.sort();
    assert_eq!(codes, dump.iter().map(|record| record["code"].as_str().unwrap()).collect::<Vec<_>>());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_dump_is_sent_whole_or_not_again(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    backend::dump::write(&world.backend).await.expect("written");
    let mut visitor = world.visitor();
    for path in [CSV, JSON] {
        visitor.once(Method::GET, path, None).await;
        assert_eq!(visitor.headers[header::CONTENT_LENGTH].to_str().unwrap(), visitor.body.len().to_string());
        assert_eq!(visitor.headers[header::LAST_MODIFIED], "Sun, 22 Nov 2026 09:00:00 GMT");
        let mark = visitor.headers[header::ETAG].clone();
        let again = Request::get(path).header(header::IF_NONE_MATCH, &mark).body(Body::empty()).unwrap();
        visitor.sends(again).await;
        assert_eq!((visitor.status, visitor.body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn no_spreadsheet_runs_a_title(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world
        .run(r#"update publications set title = '=HYPERLINK("https://evil.example","Flu")', summary = '-1, or not'"#)
        .await;
    backend::dump::write(&world.backend).await.expect("written");
    let mut visitor = world.visitor();
    visitor.once(Method::GET, CSV, None).await;
    let row = rows(&visitor.body).remove(0);
    assert_eq!(row["title"], r#"'=HYPERLINK("https://evil.example","Flu")"#);
    assert_eq!(row["summary"], "'-1, or not");
    let dump = told(&mut visitor, JSON).await;
    assert_eq!(dump[0]["title"], r#"=HYPERLINK("https://evil.example","Flu")"#, "JSON is nobody's spreadsheet");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_last_dump_stays_until_the_next_is_whole(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    backend::dump::write(&world.backend).await.expect("written");
    let mut visitor = world.visitor();
    let first = told(&mut visitor, JSON).await;
    world.backend.clock.advance(jiff::SignedDuration::from_hours(24));
    world.run("update publications set title = 'Another title'; alter table files rename to lost_files").await;
    assert!(backend::dump::write(&world.backend).await.is_err(), "it breaks off in the middle");
    assert_eq!(told(&mut visitor, JSON).await, first);
    world.run("alter table lost_files rename to files").await;
    backend::dump::write(&world.backend).await.expect("written");
    assert_eq!(told(&mut visitor, JSON).await[0]["title"], "Another title");
    assert_eq!(world.count("select count(*) from dumps").await, 4, "who reads the last one may end");
    world.backend.clock.advance(jiff::SignedDuration::from_hours(72));
    world.run("update publications set title = 'A third title'").await;
    backend::dump::write(&world.backend).await.expect("written");
    assert_eq!(world.count("select count(*) from dumps").await, 2, "nothing is kept for ever");
    assert_eq!(told(&mut visitor, JSON).await[0]["title"], "A third title");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_a_killed_run_left_goes_with_the_next(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let folder = std::env::temp_dir().join(format!("healthpost-dump-{}", uuid::Uuid::now_v7()));
    std::fs::create_dir(&folder).expect("a folder");
    let now = world.backend.clock.now();
    for (name, minutes) in [("killed.part", 90), ("being-written.part", 30)] {
        let file = std::fs::File::create(folder.join(name)).expect("a file");
        file.set_modified((now - jiff::SignedDuration::from_mins(minutes)).into()).expect("a time");
    }
    let backend = world.with_files(FileStore::Folder(folder.clone()));
    backend::dump::write(&backend).await.expect("written");
    let mut left: Vec<String> = std::fs::read_dir(&folder)
        .expect("a folder")
        .map(|file| file.expect("a file").file_name().to_string_lossy().into_owned())
        .filter(|name| std::path::Path::new(name).extension().is_some_and(|end| end == "part"))
        .collect();
    left.sort();
    assert_eq!(left, ["being-written.part"]);
    std::fs::remove_dir_all(&folder).expect("a folder");
}
