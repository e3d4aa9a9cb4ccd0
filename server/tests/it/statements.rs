//! No page asks the database more often than its budget, however many rows it shows.

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tracing_subscriber::{Layer, layer::Context, prelude::*};

use crate::world::World;

/// Counts what sqlx says it ran, but for transactions and the counting of a search that found nothing.
struct Counter(Arc<AtomicUsize>);

impl<S: tracing::Subscriber> Layer<S> for Counter {
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        struct Summary(String);
        impl tracing::field::Visit for Summary {
            fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn std::fmt::Debug) {
                if field.name() == "summary" {
                    self.0 = format!("{value:?}");
                }
            }
        }
        if event.metadata().target() != "sqlx::query" {
            return;
        }
        let mut summary = Summary(String::new());
        event.record(&mut summary);
        let words = summary.0.trim_matches('"').to_lowercase();
        if ["begin", "rollback", "commit", "set ", "insert into missed_searches"]
            .iter()
            .any(|word| words.starts_with(word))
        {
            return;
        }
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn pages_stay_within_their_budgets(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let count = Arc::new(AtomicUsize::new(0));
    let subscriber = tracing_subscriber::registry()
        .with(Counter(count.clone()).with_filter(tracing_subscriber::filter::LevelFilter::DEBUG));
    tracing::subscriber::set_global_default(subscriber).expect("the first subscriber of this process");
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
    ] {
        count.store(0, Ordering::Relaxed);
        visitor.opens(path).await;
        let asked = count.load(Ordering::Relaxed);
        println!("{path}: {asked}");
        assert!(asked > 0, "{path}: the counter works");
        assert!(asked <= budget, "{path}: {asked} statements, at most {budget}");
    }
    // The transaction that places an order; one more statement says who posts.
    let edition = world.text("select id::text from editions where code_normalised = 'FLU0017EN01'").await;
    let ready = crate::races::ready(&world.backend, edition.parse().expect("an id"), 1, "ada", "1 Some Street").await;
    count.store(0, Ordering::Relaxed);
    backend::orders::place(&world.backend, ready.guest, &ready.form).await.expect("placed");
    let asked = count.load(Ordering::Relaxed);
    assert!((1..=14).contains(&asked), "placing an order: {asked} statements, at most 14");
}
