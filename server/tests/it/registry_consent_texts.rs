//! What people read and agree to is what is written down that they agreed to, word for word.

use domain::registry::sending::{CERTIFICATION, CONSENTS, Certified, Consent};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use words::Locale;

use crate::world::World;

/// The page before registering, which says why anything is collected.
const BEFORE: &str = include_str!("../../../app/content/en/register.md");
/// The newest text of each purpose.
const NEWEST: &str = "select distinct on (purpose) purpose || ': ' || body from consent_texts
    order by purpose, version desc";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_words_that_are_shown_are_those_that_are_agreed_to(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let shown = |id: String| format!("{}.", words::find(Locale::English, &id).unwrap_or_default());
    let mut purposes = vec![(CERTIFICATION.name(), shown(format!("{}.{}", CERTIFICATION.name(), Certified::Yes)))];
    purposes.extend(Consent::ALL.iter().map(|of| (of.as_str(), shown(format!("{}.{of}", CONSENTS.name())))));
    let newest = world.texts(NEWEST).await;
    for (purpose, text) in &purposes {
        assert!(newest.contains(&format!("{purpose}: {text}")), "{purpose}: {text}\n{newest:#?}");
    }
    let others = newest.iter().filter_map(|row| row.split_once(": "));
    let others: Vec<_> = others.filter(|(purpose, _)| !purposes.iter().any(|(known, _)| known == purpose)).collect();
    let [("collection", why)] = others[..] else { panic!("texts that nobody is shown: {others:?}") };
    assert!(BEFORE.contains(why), "{why}");
}
