//! What a service answers and what it stores, watched for texts that are looked for.

use std::sync::{Arc, Mutex};

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::header,
    middleware::{self, Next},
    response::Response,
};
use scraper::Html;

use crate::world::World;

/// What is looked for, in lower case, and the beginnings of the paths of pages that may show it.
pub type Canary = (&'static str, &'static [&'static str]);

/// A request and its answer.
pub struct Seen {
    uri: String,
    location: String,
    is_html: bool,
    body: String,
}

/// Everything that was asked and answered.
#[derive(Clone, Default)]
pub struct Watch(Arc<Mutex<Vec<Seen>>>);

async fn record(State(watch): State<Watch>, request: Request, next: Next) -> Response {
    let uri = request.uri().to_string();
    let (parts, body) = next.run(request).await.into_parts();
    let bytes = to_bytes(body, 64 << 20).await.expect("a body");
    let header = |name: header::HeaderName| {
        parts.headers.get(name).map(|value| value.to_str().expect("a text").to_owned()).unwrap_or_default()
    };
    let (location, kind) = (header(header::LOCATION), header(header::CONTENT_TYPE));
    let (is_html, body) = (kind.starts_with("text/html"), String::from_utf8_lossy(&bytes).to_lowercase());
    watch.0.lock().unwrap().push(Seen { uri, location, is_html, body });
    Response::from_parts(parts, Body::from(bytes))
}

impl Watch {
    /// The same service, watched.
    pub fn over(&self, world: World) -> World {
        let router = world.router.clone().layer(middleware::from_fn_with_state(self.clone(), record));
        World { router, ..world }
    }

    /// That nothing stood where it does not belong. How many answers there were, and how many showed anything.
    pub fn assert_discreet(&self, canaries: &[Canary]) -> (usize, usize) {
        let seen = self.0.lock().unwrap();
        (seen.len(), seen.iter().filter(|seen| seen.assert_discreet(canaries)).count())
    }
}

/// What the islands of a page are told: what they show, and nothing besides.
fn told(body: &str) -> String {
    let html = Html::parse_document(body);
    let elements = html.tree.nodes().filter_map(|node| node.value().as_element());
    let islands = elements.filter(|element| element.name() == "leptos-island");
    islands.filter_map(|island| island.attr("data-props")).collect::<Vec<_>>().join("\n")
}

/// What a page shows of itself: its texts, and what stands in its inputs.
fn shown(body: &str) -> String {
    let html = Html::parse_document(body);
    let unseen = ["script", "style", "title", "template", "noscript"];
    let mut shown = String::new();
    for node in html.tree.nodes() {
        let is_unseen = node
            .ancestors()
            .any(|above| above.value().as_element().is_some_and(|element| unseen.contains(&element.name())));
        if let Some(text) = node.value().as_text().filter(|_| !is_unseen) {
            shown.push_str(text);
            shown.push('\n');
        }
        let input = node.value().as_element().filter(|element| element.name() == "input");
        if let Some(input) = input.filter(|input| input.attr("type") != Some("hidden")) {
            shown.push_str(input.attr("value").unwrap_or_default());
            shown.push('\n');
        }
    }
    shown
}

impl Seen {
    /// That nothing is where it does not belong. Whether anything is here at all.
    fn assert_discreet(&self, canaries: &[Canary]) -> bool {
        let addresses = format!("{} {}", self.uri, self.location).to_lowercase();
        let addresses = percent_encoding::percent_decode_str(&addresses).decode_utf8_lossy().into_owned();
        let path = self.uri.split('?').next().unwrap_or_default();
        let (shown, told) =
            if self.is_html { (shown(&self.body), told(&self.body)) } else { (String::new(), String::new()) };
        let mut is_any = false;
        for (canary, pages) in canaries {
            assert!(!addresses.contains(canary), "{canary} stands in an address: {addresses}");
            let there = self.body.matches(canary).count();
            if there == 0 || path == "/my/data.json" {
                continue;
            }
            is_any = true;
            assert!(pages.iter().any(|page| path.starts_with(page)), "{canary} stands on {path}");
            let seen = shown.matches(canary).count();
            assert_eq!(there - told.matches(canary).count(), seen, "{canary} stands on {path} where nobody sees it");
            assert!(seen > 0, "{canary} is told to an island of {path} that does not show it");
        }
        is_any
    }
}

/// Every row of every table that holds any of it, table by table.
pub async fn left(world: &World, canaries: &[Canary]) -> Vec<String> {
    let tables = "select quote_ident(table_schema) || '.' || quote_ident(table_name) from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')";
    let mut left = Vec::new();
    for table in world.texts(tables).await {
        let rows = format!("select coalesce(string_agg(lower(to_jsonb(t)::text), ' '), '') from {table} t");
        let rows: String = sqlx::query_scalar(sqlx::AssertSqlSafe(rows)).fetch_one(&world.db).await.expect("the rows");
        for (canary, _) in canaries {
            if rows.contains(canary) || rows.contains(&backend::secrets::hex(canary.as_bytes())) {
                left.push(format!("{table}: {canary}"));
            }
        }
    }
    left
}
