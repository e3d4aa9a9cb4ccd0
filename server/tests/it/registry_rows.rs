//! What stands in rows of the registry and in words or code as well says the same in both.

use domain::{
    form::{Answers, Facts, Form},
    registry::{
        leaving::{WITHDRAWAL_REASON, Withdraw},
        sending::{CERTIFICATION, CONSENTS, Certified, Consent},
        state::WithdrawalReason,
    },
};
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

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_reasons_that_are_offered_are_those_that_have_rows(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    assert_eq!(world.texts("select code from withdrawal_reasons order by position").await, WithdrawalReason::CODES);
    let with_words = world.texts("select code from withdrawal_reasons where needs_text").await;
    for code in WithdrawalReason::CODES {
        let answers = Answers::default().with(WITHDRAWAL_REASON.name(), *code);
        let needs_words = Withdraw::parse(&answers, &Facts::default()).is_err();
        assert_eq!(needs_words, with_words.iter().any(|other| other == code), "{code}");
    }
}
