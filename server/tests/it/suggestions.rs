//! What a search box suggests while somebody types.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{visitor::Visitor, world::World};

async fn titles(visitor: &mut Visitor, query: &str) -> Vec<String> {
    visitor.opens(&format!("/suggestions?q={query}")).await;
    assert_eq!(visitor.status.as_u16(), 200, "{query}");
    visitor.all("[role=option] .font-bold")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn codes_titles_and_words_in_that_order(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    let by_code = titles(&mut visitor, "flu+0017-pl").await;
    assert_eq!(by_code, ["Flu vaccination: leaflet for parents"]);
    let begins = titles(&mut visitor, "flu+vacc").await;
    assert!(begins[0].starts_with("Flu vaccination"), "{begins:?}");
    let words = titles(&mut visitor, "parents+flu").await;
    assert!(words.contains(&"Flu vaccination: leaflet for parents".to_owned()), "{words:?}");
    assert!(titles(&mut visitor, "f").await.len() > 1, "from one character on");
    assert!(titles(&mut visitor, "a&limit=3").await.len() <= 3);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn accents_do_not_matter_and_slips_lead_somewhere(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    assert_eq!(titles(&mut visitor, "sant%C3%A9").await, titles(&mut visitor, "SANTE").await);
    assert!(!titles(&mut visitor, "sante").await.is_empty());
    assert!(titles(&mut visitor, "measels").await.iter().any(|title| title.contains("Measles")));
    assert!(titles(&mut visitor, "qqqqqqqq").await.is_empty());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_not_live_is_not_suggested(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    let title = "Flu vaccination: leaflet for parents".to_owned();
    assert!(titles(&mut visitor, "flu0017").await.contains(&title));
    world.run("update editions set status = 'withdrawn' where code_normalised like 'FLU0017%'").await;
    world.run("select refresh_listings(array(select distinct publication_id from editions where code_normalised like 'FLU0017%'))").await;
    assert!(!titles(&mut visitor, "flu0017").await.contains(&title));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_line_says_what_a_card_says(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    titles(&mut visitor, "flu0017en01").await;
    visitor.sees("FLU-0017-EN-01").sees("English").sees("more").sees("In stock");
    let hrefs = visitor.attributes("[role=option]", "data-href");
    assert_eq!(hrefs, ["/publications/flu-vaccination-leaflet-for-parents"]);
    assert_eq!(visitor.attributes("[role=listbox]", "data-count"), ["1 publication"]);
    assert_eq!(visitor.attributes("[role=listbox]", "aria-label"), ["Suggested publications"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn anything_may_be_typed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    let long = "x".repeat(5_000);
    for text in naughty_strings::BLNS.iter().copied().chain([long.as_str(), "\0", ".*", "' or 1=1 --", "💉", "لقاح"])
    {
        let query: String = form_urlencoded::Serializer::new(String::new()).append_pair("q", text).finish();
        visitor.opens(&format!("/suggestions?{query}")).await;
        assert_eq!(visitor.status.as_u16(), 200, "{text:?}");
    }
}
