//! What stands beside a publication: how much of it, for how long, and since when.

use domain::id::PublicationId;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, visitor::Visitor, world::World};

const PAGE: &str = "/publications/measles-leaflet";
const BESIDE: &str = "[aria-labelledby=related-heading]";
const TOGETHER: &str = "select count(*) from computed_related where kind = 'together'";

async fn beside(visitor: &mut Visitor) -> Vec<String> {
    visitor.opens(PAGE).await.all(&format!("{BESIDE} li"))
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn two_of_a_kind_are_shown_and_the_rest_on_request(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    for (title, code) in [("One", "B-1"), ("Two", "B-2"), ("Three", "B-3"), ("Four", "B-4"), ("A poster", "B-5")] {
        world.has(Leaflet { title, code, ..Leaflet::default() }).await;
    }
    world.run("update editions set resource_type = 'poster' where code_normalised = 'B5'").await;
    world
        .run(
            "insert into picked_related (publication_id, related_id, position)
             select p.id, e.publication_id, substr(e.code_normalised, 2)::integer from publications p, editions e
             where p.slug = 'measles-leaflet' and e.code_normalised like 'B%'",
        )
        .await;
    let mut visitor = world.visitor();
    visitor.opens(PAGE).await;
    assert_eq!(visitor.all(&format!("{BESIDE} h3")), ["Leaflet", "Poster"]);
    assert_eq!(visitor.all(&format!("{BESIDE} div > div > ul > li")), ["One", "Two", "A poster"], "two of each kind");
    assert_eq!(visitor.all(&format!("{BESIDE} details li")), ["Three", "Four"]);
    let more = visitor.all(&format!("{BESIDE} details summary"));
    assert!(more.len() == 1 && more[0].contains('2'), "it says how many more there are: {more:?}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn orders_of_a_year_say_what_belongs_together(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let measles = world.has(Leaflet::default()).await;
    let flu = world.has(Leaflet { title: "Flu poster", code: "FLU-1-EN", ..Leaflet::default() }).await;
    let other = world.has(Leaflet { title: "Handwashing", code: "HAN-1-EN", ..Leaflet::default() }).await;
    // Five orders of both, and five of neither, so that the two stand together more often than by chance.
    for at in 0..10 {
        let first = if at < 5 { measles } else { other };
        let ready =
            crate::races::ready(&world.backend, first, 1, &format!("reader{at}"), &format!("{at} Street")).await;
        if at < 5 {
            let (basket, now) = (ready.guest.basket, world.backend.clock.now());
            store::baskets::add(&world.backend.db, basket, flu, 1, now).await.expect("a line");
        }
        backend::orders::place(&world.backend, ready.guest, &ready.form).await.expect("placed");
    }
    for (days, pairs) in [(364, 2), (2, 0)] {
        world.backend.clock.advance(jiff::SignedDuration::from_hours(24 * days));
        backend::usage::refresh(&world.backend).await.expect("computed");
        assert_eq!(world.count(TOGETHER).await, pairs, "{days} days later");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_published_is_compared_at_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Measles poster", code: "MEA-2-EN", ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    assert!(beside(&mut visitor).await.is_empty(), "nothing compared them yet");
    let published = world.texts("select publication_id::text from editions where code_normalised = 'MEA2EN'").await;
    let published: Vec<PublicationId> = published.iter().map(|id| PublicationId(id.parse().expect("an id"))).collect();
    backend::usage::refresh_similar(&world.backend, &published).await.expect("compared");
    visitor.opens("/publications/measles-poster").await;
    assert_eq!(visitor.all(&format!("{BESIDE} li")), ["Measles leaflet"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whatever_publishes_compares_before_it_ends(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let compared = "select count(distinct publication_id) from computed_related where kind = 'similar'";
    assert_eq!(world.count(compared).await, world.count("select count(*) from listings").await);
}
