//! No page asks the database more often than its budget, however many rows it shows.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use backend::secrets::hash_token;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tracing::{Event, subscriber::DefaultGuard};
use tracing_subscriber::{Layer, filter::LevelFilter, layer::Context, prelude::*};

use crate::{
    budgets::{PAGES, PROGRAMS, assert_counted, opened},
    figures::keeps,
    order::{delivers_to, number_on},
    visitor::Visitor,
    world::World,
};

/// Counts the events that a question is answered with yes for.
struct Counter(Arc<AtomicUsize>, fn(&Event<'_>) -> bool);

impl<S: tracing::Subscriber> Layer<S> for Counter {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if self.1(event) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
    }
}

/// Whether sqlx says here what it ran, but for transactions and what is counted beside an answer.
fn is_a_statement(event: &Event<'_>) -> bool {
    struct Summary(String);
    impl tracing::field::Visit for Summary {
        fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn std::fmt::Debug) {
            if field.name() == "summary" {
                self.0 = format!("{value:?}");
            }
        }
    }
    if event.metadata().target() != "sqlx::query" {
        return false;
    }
    let mut summary = Summary(String::new());
    event.record(&mut summary);
    let words = summary.0.trim_matches('"').to_lowercase();
    let beside = ["missed_searches", "scan_counts", "download_counts"].map(|table| format!("insert into {table}"));
    let around = ["begin", "rollback", "commit", "set "];
    !around.iter().any(|word| words.starts_with(word))
        && !beside.iter().any(|counted| words.starts_with(counted.as_str()))
}

/// Counts the statements of this thread as long as the guard is held: everything of a test runs on its thread, and
/// what others ask beside it is not counted.
pub fn counting() -> (Arc<AtomicUsize>, DefaultGuard) {
    counting_what(LevelFilter::DEBUG, is_a_statement)
}

/// Counts, in the same way, events down to a level that are of one kind.
pub fn counting_what(level: LevelFilter, counts: fn(&Event<'_>) -> bool) -> (Arc<AtomicUsize>, DefaultGuard) {
    let count = Arc::new(AtomicUsize::new(0));
    let subscriber = tracing_subscriber::registry().with(Counter(count.clone(), counts).with_filter(level));
    (count, tracing::subscriber::set_default(subscriber))
}

/// Opens a page, and counts.
async fn within(count: &AtomicUsize, visitor: &mut Visitor, path: &str, budget: usize) {
    count.store(0, Ordering::Relaxed);
    visitor.opens(path).await;
    let asked = count.load(Ordering::Relaxed);
    assert_eq!((visitor.status.as_u16(), visitor.path.as_str()), (200, path));
    assert!(asked > 0 || budget == 0, "{path}: the counter works");
    opened(path);
    assert_within(path, asked, budget);
}

/// Keeps what was counted for the table of `make bench`, where one number, id or seal stands for all of them.
#[track_caller]
pub fn assert_within(what: &str, asked: usize, budget: usize) {
    let parts = what.split('/').map(|part| {
        let is_seal = part.split_once('.').is_some_and(|(until, _)| until.parse::<i64>().is_ok());
        let is_id = part.len() >= 40 || part.len() == 36 && part.matches('-').count() == 4;
        if part.starts_with("HP-") {
            "{number}"
        } else if is_seal {
            "{seal}"
        } else if is_id {
            "{id}"
        } else {
            part
        }
    });
    let page = parts.collect::<Vec<_>>().join("/");
    keeps("statements.jsonl", &serde_json::json!({ "page": page, "asked": asked, "bound": budget }));
    assert!(asked <= budget, "{what}: {asked} statements, at most {budget}");
}

/// Orders so many publications, and counts at every page of the checkout.
pub async fn orders(world: &World, count: &AtomicUsize, lines: usize) -> (Visitor, String) {
    let (db, now) = (&world.backend.db, world.backend.clock.now());
    let mut visitor = world.visitor();
    visitor.opens("/publications/flu-vaccination-leaflet-for-parents").await;
    visitor.fills("quantity", "1").presses("Add to basket").await;
    let basket = visitor.cookie("__Host-basket").map(|token| hash_token(token));
    let basket = store::sessions::known(db, store::sessions::Tokens { basket, ..Default::default() }, now);
    let basket = basket.await.expect("readable").basket.expect("a basket");
    let more = "select id::text from editions where status = 'live' and access_type <> 'download-only'
        and code_normalised <> 'FLU0017EN01' order by code_normalised";
    for edition in world.texts(more).await.iter().take(lines - 1) {
        store::baskets::add(db, basket, edition.parse().expect("an id"), 1, now).await.expect("a line");
    }
    within(count, &mut visitor, "/basket", 4 + 1).await;
    let begin = if visitor.text().contains("Continue with") { "Continue with" } else { "Continue" };
    visitor.presses(begin).await;
    within(count, &mut visitor, "/checkout/delivery", 4 + 1).await;
    delivers_to(&mut visitor, &format!("{lines} Some Street")).await;
    within(count, &mut visitor, "/checkout/contact", 4 + 1).await;
    let email = format!("ada{lines}@example.com");
    visitor.fills("full_name", "Ada").fills("email", &email).presses("Continue").await;
    within(count, &mut visitor, "/checkout/code", 4 + 1).await;
    let code = world.code_for(&email).await;
    visitor.fills("code", &code).presses("Continue").await;
    within(count, &mut visitor, "/checkout/check", 4 + 1).await;
    visitor.presses("Place order").await;
    let number = number_on(&visitor);
    (visitor, number)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn pages_stay_within_their_budgets(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let (count, _counting) = counting();
    let mut visitor = world.visitor();
    // Names of languages and programmes come from memory once they were asked for.
    visitor.opens("/publications").await;
    visitor
        .opens("/publications/flu-vaccination-leaflet-for-parents")
        .await
        .fills("quantity", "1")
        .presses("Add to basket")
        .await;
    visitor.opens("/publications/measles-what-to-look-out-for").await;
    // One more for whoever comes with cookies: the viewer's statement.
    for (path, budget) in [
        ("/", 1 + 1),
        ("/publications", 4 + 1),
        ("/publications?size=50", 4 + 1),
        ("/publications?q=measels", 4 + 1),
        ("/publications?q=vaccination&language=pl", 4 + 1),
        ("/publications/flu-vaccination-leaflet-for-parents", 5 + 1),
        ("/programmes", 4 + 1),
        ("/programmes/childhood-immunisation", 4 + 1),
        ("/basket", 4 + 1),
        ("/track", 1),
        ("/contact", 1),
        ("/feedback", 1),
        ("/about", 1),
        ("/accessibility", 1),
        ("/privacy", 1),
        ("/cookies", 1),
        ("/contact/sent", 1),
        ("/feedback/sent", 1),
        ("/asked-for-more", 1),
        ("/waiting", 1),
        ("/waiting/confirmed", 1),
        ("/waiting/ended", 1),
        ("/more/FLU-0017-EN-01", 4 + 1),
    ] {
        within(&count, &mut visitor, path, budget).await;
    }
    // Orders with one line and with many, at every page of the way.
    for lines in [1, 12] {
        let (mut visitor, number) = orders(&world, &count, lines).await;
        for (path, budget) in [
            (format!("/orders/{number}"), 4 + 1),
            (format!("/orders/{number}/change"), 4 + 1),
            (format!("/orders/{number}/address"), 4 + 1),
            (format!("/orders/{number}/cancel"), 4 + 1),
        ] {
            within(&count, &mut visitor, &path, budget).await;
        }
        // The same for an order with earlier versions.
        visitor
            .opens(&format!("/orders/{number}/address"))
            .await
            .fills("address_line1", &format!("{lines} New Street"));
        visitor.presses("Save the address").await.sees("Earlier versions of this order");
        within(&count, &mut visitor, &format!("/orders/{number}"), 4 + 1).await;
    }
    // The transaction that places an order; one more statement says who posts.
    let edition = world.text("select id::text from editions where code_normalised = 'FLU0017EN01'").await;
    let ready = crate::races::ready(&world.backend, edition.parse().expect("an id"), 1, "ada", "1 Some Street").await;
    count.store(0, Ordering::Relaxed);
    backend::orders::place(&world.backend, ready.guest, &ready.form).await.expect("placed");
    assert_within("placing an order", count.load(Ordering::Relaxed), 14);
    assert_counted(PAGES);
}

/// The statements of an answer to programs, and the records in it.
async fn told(count: &AtomicUsize, visitor: &mut Visitor, path: &str) -> (usize, usize) {
    within(count, visitor, path, 4).await;
    let answer: serde_json::Value = serde_json::from_str(&visitor.body).expect("JSON");
    let records = ["items", "editions"].into_iter().find_map(|list| Some(answer.get(list)?.as_array()?.len()));
    (count.load(Ordering::Relaxed), records.unwrap_or(1))
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn programs_are_told_many_records_in_as_many_statements_as_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let (count, _counting) = counting();
    let mut visitor = world.visitor();
    // The catalogue comes from memory once it was asked for.
    visitor.opens("/api/v1/editions").await;
    let one = told(&count, &mut visitor, "/api/v1/editions?q=FLU-0017-PL-01&language=pl&format=standard").await;
    let ten = told(&count, &mut visitor, "/api/v1/editions?q=vaccination&per_page=10").await;
    assert_eq!((one, ten), ((4, 1), (4, 10)), "statements and records with words");
    let ten = told(&count, &mut visitor, "/api/v1/editions?per_page=10").await;
    let fifty = told(&count, &mut visitor, "/api/v1/editions?per_page=50").await;
    assert_eq!((ten, fifty), ((3, 10), (3, 50)), "statements and records without words");
    told(&count, &mut visitor, "/api/v1/editions/FLU-0017-EN-01").await;
    told(&count, &mut visitor, "/api/v1/editions/FLU-0017-EN-01/files").await;
    within(&count, &mut visitor, "/api/v1/publications/flu-vaccination-leaflet-for-parents", 5).await;
    within(&count, &mut visitor, "/api/v1/openapi.json", 0).await;
    assert_counted(PROGRAMS);
}
