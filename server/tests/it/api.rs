//! What programs ask, and what they are told.

use std::{collections::BTreeSet, path::Path};

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use domain::catalogue::edition::EditionStatus;
use serde_json::Value;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    schema::misfits,
    visitor::{Visitor, form_urlencoded},
    world::{ORIGIN, World},
};

/// Asks, and reads what is told.
pub async fn told(visitor: &mut Visitor, path: &str) -> Value {
    visitor.once(Method::GET, path, None).await;
    serde_json::from_str(&visitor.body).unwrap_or_else(|error| panic!("{path}: {error} in {}", visitor.body))
}

/// A problem, in the shape of all problems.
async fn refused(visitor: &mut Visitor, path: &str, status: StatusCode) -> Value {
    let problem = told(visitor, path).await;
    assert_eq!((visitor.status, &problem["status"]), (status, &status.as_u16().into()), "{path}");
    assert_eq!(visitor.headers[header::CONTENT_TYPE], "application/problem+json", "{path}");
    assert_eq!(visitor.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{path}");
    problem
}

/// The records of all pages of a list.
pub async fn all(visitor: &mut Visitor, query: &str) -> Vec<Value> {
    let (mut records, mut after) = (Vec::new(), String::new());
    loop {
        let page = told(visitor, &format!("/api/v1/editions?{query}{after}")).await;
        assert_eq!(visitor.status, StatusCode::OK, "{page}");
        records.extend(page["items"].as_array().expect("a list").iter().cloned());
        if let Some(next) = page["next"].as_str() {
            after = format!("&after={next}");
        } else {
            assert_eq!(page["total"], records.len(), "{query}");
            return records;
        }
    }
}

fn codes(records: &[Value]) -> Vec<String> {
    let mut codes: Vec<String> = records.iter().map(|record| record["code"].as_str().unwrap().to_owned()).collect();
    codes.sort();
    codes
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_live_edition_stands_on_one_page(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    let mut live = world.texts("select product_code from editions where status = 'live'").await;
    live.sort();
    for query in ["per_page=10", "per_page=50&sort=-updated", "sort=title&per_page=20"] {
        assert_eq!(codes(&all(&mut visitor, query).await), live, "{query}");
    }
    let mut polish = world
        .texts("select product_code from editions where status = 'live' and language = 'pl' and format = 'standard'")
        .await;
    polish.sort();
    let found = all(&mut visitor, "per_page=10&language=pl&format=standard").await;
    assert_eq!(codes(&found), polish);
    assert!(found.iter().all(|edition| edition["language"]["tag"] == "pl" && edition["status"] == "live"));
    let words = all(&mut visitor, "per_page=10&q=measles&language=pl&language=en").await;
    assert!(!words.is_empty() && words.len() < live.len());
}

const NEXT_VERSION: &str = "update editions set status = 'archived';
    insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised,
        resource_type, access_type, status, published_at, unit_of_issue, created_at, updated_at)
    select gen_random_uuid(), publication_id, language, format, 2, 'MEA-2-EN', 'MEA2EN', resource_type, access_type,
        'live', published_at, 1, created_at, updated_at from editions where code_normalised = 'MEA1EN';
    select refresh_listings(array(select id from publications))";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_edition_is_found_by_any_spelling_of_its_code(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Draft", code: "DRA-1-EN", status: EditionStatus::Draft, ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    for spelling in ["MEA-1-EN", "mea1en", "mea%201%20en", "MEA%2F1%2FEN", "%EF%BC%ADEA-1-EN"] {
        let edition = told(&mut visitor, &format!("/api/v1/editions/{spelling}")).await;
        assert_eq!((visitor.status, &edition["code"]), (StatusCode::OK, &"MEA-1-EN".into()), "{spelling}");
        assert_eq!((&edition["availability"], &edition["superseded_by"]), (&"in_stock".into(), &Value::Null));
        assert_eq!(edition["publication"]["url"], format!("{ORIGIN}/publications/measles-leaflet"));
    }
    for nothing in ["DRA-1-EN", "NOTHING", "-"] {
        let problem = refused(&mut visitor, &format!("/api/v1/editions/{nothing}"), StatusCode::NOT_FOUND).await;
        assert_eq!(problem["code"], "not_found");
    }
    world.run(NEXT_VERSION).await;
    let old = told(&mut visitor, "/api/v1/editions/mea1en").await;
    assert_eq!((&old["status"], &old["superseded_by"]), (&"archived".into(), &"MEA-2-EN".into()));
    assert_eq!((&old["availability"], &old["is_orderable"]), (&"not_live".into(), &false.into()));
    assert_eq!(codes(&all(&mut visitor, "").await), ["MEA-2-EN"], "lists hold what is live");
    let publication = told(&mut visitor, "/api/v1/publications/measles-leaflet").await;
    assert_eq!(codes(publication["editions"].as_array().unwrap()), ["MEA-2-EN"]);
    world.run("update editions set status = 'withdrawn' where code_normalised = 'MEA1EN'").await;
    let problem = refused(&mut visitor, "/api/v1/editions/mea1en", StatusCode::GONE).await;
    assert!(problem["code"] == "withdrawn" && problem["detail"].as_str().unwrap().contains("MEA-2-EN"), "{problem}");
    refused(&mut visitor, "/api/v1/publications/draft", StatusCode::NOT_FOUND).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn links_to_files_work_and_end(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    let files = told(&mut visitor, "/api/v1/editions/FLU-0017-EN-01/files").await;
    let items = files["items"].as_array().expect("a list");
    let facts = |name: &str| {
        let file = items.iter().find(|file| file["name"] == name).unwrap_or_else(|| panic!("{name}: {files}"));
        ["pages", "page_size", "width_pixels", "height_pixels"].map(|fact| file[fact].clone())
    };
    assert_eq!(facts("flu-0017-en-01.pdf"), [3.into(), "A5".into(), Value::Null, Value::Null]);
    assert_eq!(facts("flu-0017-en-01-cover.png"), [Value::Null, Value::Null, 420.into(), 594.into()]);
    let file = &items[0];
    let link = file["url"].as_str().expect("a link").strip_prefix(ORIGIN).expect("an address of ours").to_owned();
    visitor.once(Method::GET, &link, None).await;
    assert_eq!(visitor.status, StatusCode::OK);
    assert_eq!(visitor.headers[header::CONTENT_LENGTH].to_str().unwrap(), file["bytes"].to_string());
    world.backend.clock.advance(jiff::SignedDuration::from_mins(61));
    visitor.once(Method::GET, &link, None).await;
    assert_eq!(visitor.status, StatusCode::GONE);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_cannot_be_taken_is_named(_: PgPoolOptions, connect: PgConnectOptions) {
    const NAMES: [&str; 9] =
        ["q", "programme", "language", "disease", "sort", "per_page", "after", "updated_since", "available"];
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    for naughty in naughty_strings::BLNS {
        for name in NAMES {
            let path = format!("/api/v1/editions?{}", form_urlencoded(&[(name.to_owned(), (*naughty).to_owned())]));
            let answer = told(&mut visitor, &path).await;
            match visitor.status {
                StatusCode::OK => assert!(answer["items"].is_array(), "{path}"),
                StatusCode::UNPROCESSABLE_ENTITY => assert_eq!(answer["errors"][0]["field"], name, "{path}: {answer}"),
                status => panic!("{path}: {status}"),
            }
        }
        for path in ["/api/v1/editions", "/api/v1/editions/FLU-0017-EN-01", "/api/v1/publications/nothing"] {
            let path = format!("{path}?{}", form_urlencoded(&[(format!("x{naughty}"), String::new())]));
            let problem = refused(&mut visitor, &path, StatusCode::UNPROCESSABLE_ENTITY).await;
            assert_eq!(problem["errors"][0]["code"], "field_invalid", "{path}: {problem}");
        }
        let text = percent_encoding::utf8_percent_encode(naughty, percent_encoding::NON_ALPHANUMERIC).to_string();
        for path in [format!("/api/v1/editions/{text}"), format!("/api/v1/publications/{text}")] {
            visitor.once(Method::GET, &path, None).await;
            assert!(!visitor.status.is_server_error(), "{path}: {}", visitor.status);
        }
    }
    for (query, field, code) in [
        ("language=xx", "language", "unknown_name"),
        ("disease=boredom", "disease", "unknown_name"),
        ("programme=x", "programme", "unknown_name"),
        ("lang=cy", "lang", "field_invalid"),
        ("sort=password", "sort", "field_invalid"),
    ] {
        let path = format!("/api/v1/editions?{query}");
        let problem = refused(&mut visitor, &path, StatusCode::UNPROCESSABLE_ENTITY).await;
        let told = (&problem["errors"][0]["field"], &problem["errors"][0]["code"], &problem["code"]);
        assert_eq!(told, (&field.into(), &code.into(), &code.into()), "{problem}");
    }
    refused(&mut visitor, "/api/v2/editions", StatusCode::NOT_FOUND).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn answers_are_kept_and_read_from_anywhere(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    for path in ["/api/v1/editions?language=en", "/api/v1/editions/MEA1EN", "/api/v1/publications/measles-leaflet"] {
        told(&mut visitor, path).await;
        assert_eq!(visitor.headers[header::CACHE_CONTROL], "public, no-cache", "{path}");
        let mark = visitor.headers[header::ETAG].clone();
        let again = Request::get(path).header(header::IF_NONE_MATCH, &mark).body(Body::empty()).unwrap();
        visitor.sends(again).await;
        assert_eq!(visitor.status, StatusCode::NOT_MODIFIED, "{path}");
        assert_eq!(visitor.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{path}");
    }
    visitor.once(Method::POST, "/api/v1/editions", Some(String::new())).await;
    assert_eq!(visitor.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(visitor.headers[header::CONTENT_TYPE], "application/problem+json");
    assert!(!visitor.headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN), "only what is read");
    visitor.opens("/publications").await;
    assert!(!visitor.headers.contains_key(header::ACCESS_CONTROL_ALLOW_ORIGIN));
}

/// The schema of an answer in the document.
fn schema<'d>(operation: &'d Value, status: &str, kind: &str) -> Option<&'d Value> {
    operation["responses"].get(status)?["content"].get(kind)?.get("schema")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_document_says_what_is_answered(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    let document = told(&mut visitor, "/api/v1/openapi.json").await;
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"), "{}", document["openapi"]);
    for (template, item) in document["paths"].as_object().unwrap() {
        assert_eq!(item.as_object().unwrap().keys().collect::<Vec<_>>(), ["get"], "{template}");
        let filled = |code: &str, slug: &str| template.replace("{code}", code).replace("{slug}", slug);
        let path = filled("FLU-0017-EN-01", "flu-vaccination-leaflet-for-parents");
        let answer = told(&mut visitor, &path).await;
        assert_eq!(visitor.status, StatusCode::OK, "{path}");
        let said = schema(&item["get"], "200", "application/json");
        assert!(said.is_some() || template.ends_with("openapi.json"), "{template} has no schema");
        if let Some(said) = said {
            assert_eq!(misfits(&document, said, &answer, ""), Vec::<String>::new(), "{path}");
        }
        for (status, path) in [("422", format!("{path}?nonsense=1")), ("404", filled("nothing", "nothing"))] {
            let Some(said) = schema(&item["get"], status, "application/problem+json") else { continue };
            let problem = refused(&mut visitor, &path, status.parse().unwrap()).await;
            assert_eq!(misfits(&document, said, &problem, ""), Vec::<String>::new(), "{path}");
        }
    }
    let documented: BTreeSet<&str> = document["paths"].as_object().unwrap().keys().map(String::as_str).collect();
    let mut named = BTreeSet::new();
    named_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut named);
    assert_eq!(named.iter().map(String::as_str).collect::<BTreeSet<_>>(), documented, "routes and document");
}

/// Every path for programs that our sources name.
fn named_in(folder: &Path, named: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).expect("sources").flatten() {
        if entry.path().is_dir() {
            named_in(&entry.path(), named);
            continue;
        }
        let source = std::fs::read_to_string(entry.path()).expect("a source");
        let paths = source.split("\"/api/").skip(1).filter_map(|rest| rest.split('"').next());
        named.extend(paths.filter(|path| !path.is_empty()).map(|path| format!("/api/{path}")));
    }
}
