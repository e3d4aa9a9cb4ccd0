//! Programmes, what is popular, and what stands beside a publication.

use axum::http::StatusCode;
use domain::catalogue::search::Search;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, world::World};

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_programme_gathers_its_publications_and_topics(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    world.run("update programmes set is_temporary = true where code = 'TRA'").await;
    world.run("select touch_listings('{}')").await;
    let mut visitor = world.visitor();
    visitor.opens("/").await;
    assert!(visitor.all(".programme").len() <= 6, "at most six are featured");
    let all = visitor.links("All programmes").remove(0);
    visitor.opens(&all).await.does_not_see("Travel");
    let live = "select count(*) from programmes pr where not is_temporary and exists (select from editions e
        join publications p on p.id = e.publication_id where p.programme_id = pr.id and e.status = 'live')";
    assert_eq!(i64::try_from(visitor.all(".programme").len()).unwrap(), world.count(live).await);
    let name = visitor.all(".programme").remove(0);
    let page = visitor.links(&name).remove(0);
    visitor.opens(&page).await;
    assert_eq!(visitor.all("h1"), [name]);
    let slug = page.strip_prefix("/programmes/").expect("a programme").to_owned();
    let total = world.search(&Search::read([("programme", slug.as_str())])).await.total;
    let listed = visitor.links("See all").into_iter().chain(visitor.links("See the one")).next().expect("a link");
    visitor.opens(&listed).await;
    assert!(visitor.all("#results h2").concat().starts_with(&total.to_string()));
    visitor.opens(&page).await;
    let (topic, publications) =
        visitor.all("main a.chip").remove(0).rsplit_once(" (").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let link = visitor.links(&topic).remove(0);
    visitor.opens(&link).await;
    assert!(
        visitor.all("#results h2").concat().starts_with(publications.trim_end_matches(')')),
        "the count is what it gives"
    );
    for missing in ["/programmes/nothing", "/programmes/%00", "/programmes/travel"] {
        visitor.opens(missing).await;
        assert_eq!(visitor.status, StatusCode::NOT_FOUND, "{missing}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn at_most_six_programmes_are_featured_and_only_listed_ones(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/programmes").await;
    let listed = visitor.all(".programme");
    assert!(listed.len() > 6, "the sample has more than are featured: {listed:?}");
    world.run("update programmes set is_featured = true; select touch_listings('{}')").await;
    visitor.opens("/").await;
    assert_eq!(visitor.all(".programme"), listed[..6], "neither empty ones nor more than six");
    let hidden = sqlx::query("update programmes set is_temporary = true where name = $1").bind(&listed[0]);
    hidden.execute(&world.db).await.unwrap();
    world.run("select touch_listings('{}')").await;
    visitor.opens("/").await;
    assert_eq!(visitor.all(".programme"), listed[1..7], "no temporary ones");
    visitor.opens("/programmes").await;
    assert_eq!(visitor.all(".programme"), listed[1..]);
    world.run("update programmes set is_featured = false; select touch_listings('{}')").await;
    visitor.opens("/").await;
    assert!(visitor.all(".programme").is_empty());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_people_take_is_popular_for_ninety_days(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let flu = world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    let popular = async || {
        let found = world.search(&Search::read([("sort", "-popular")])).await;
        found.cards.iter().map(|card| card.title.clone()).collect::<Vec<_>>()
    };
    let ready = crate::races::ready(&world.backend, flu, 3, "ada", "1 Some Street").await;
    backend::orders::place(&world.backend, ready.guest, &ready.form).await.expect("placed");
    backend::usage::refresh(&world.backend).await.expect("counted");
    assert_eq!(popular().await, ["Flu leaflet", "Measles leaflet"]);
    world
        .run(
            "with file as (insert into files (id, edition_id, kind, position, file_name, media_type, bytes, scan_state)
                 select gen_random_uuid(), id, 'web', 1, 'a.pdf', 'application/pdf', 1, 'clean' from editions
                 where code_normalised = 'MEA1EN' returning id)
             insert into download_counts (day, file_id, downloads) select '2026-11-21', id, 4 from file",
        )
        .await;
    backend::usage::refresh(&world.backend).await.expect("counted");
    assert_eq!(popular().await, ["Measles leaflet", "Flu leaflet"], "four downloads beat three copies");
    world.backend.clock.advance(jiff::SignedDuration::from_hours(24 * 100));
    backend::usage::refresh(&world.backend).await.expect("counted");
    assert_eq!(world.count("select count(*) from publication_usage").await, 0, "use is forgotten after 90 days");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hand_picked_then_together_then_alike(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let measles = world.has(Leaflet::default()).await;
    let flu = world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    let poster = world.has(Leaflet { title: "Measles poster", code: "MEA-9-EN", ..Leaflet::default() }).await;
    world.has(Leaflet { title: "Shingles leaflet", code: "SHI-1-EN", ..Leaflet::default() }).await;
    world.run("update editions set resource_type = 'poster' where code_normalised = 'MEA9EN'").await;
    world.run("update publications set serial = (select count(*) from publications p where p.id <= publications.id) + 900, programme_id = (select id from programmes where code = 'COV')").await;
    // Five orders of both, five of one of them, five of neither.
    for at in 0..15 {
        let name = format!("reader{at}");
        let first = if at < 10 { measles } else { poster };
        let ready = crate::races::ready(&world.backend, first, 1, &name, &format!("{at} Some Street")).await;
        if at < 5 {
            store::baskets::add(&world.backend.db, ready.guest.basket, flu, 1, world.backend.clock.now())
                .await
                .expect("a line");
        }
        backend::orders::place(&world.backend, ready.guest, &ready.form).await.expect("placed");
    }
    world
        .run(
            "insert into picked_related (publication_id, related_id, position)
             select a.id, b.id, 1 from publications a, publications b where a.slug = 'measles-leaflet' and b.slug = 'shingles-leaflet'",
        )
        .await;
    backend::usage::refresh(&world.backend).await.expect("computed");
    let mut visitor = world.visitor();
    let related = async |visitor: &mut crate::visitor::Visitor, page: &str| {
        visitor.opens(page).await;
        visitor.all("[aria-labelledby=related-heading] li")
    };
    let seen = related(&mut visitor, "/publications/measles-leaflet").await;
    assert_eq!(seen, ["Shingles leaflet", "Flu leaflet often ordered together", "Measles poster"]);
    assert_eq!(visitor.all("[aria-labelledby=related-heading] h3"), ["Leaflet", "Poster"], "by kind of thing");
    let of_flu = related(&mut visitor, "/publications/flu-leaflet").await;
    assert!(of_flu[0].starts_with("Measles leaflet"), "{of_flu:?}");
    assert!(!of_flu.iter().any(|title| title.starts_with("Flu")), "never the item itself");
    world.run("update editions set status = 'withdrawn' where code_normalised = 'SHI1EN'").await;
    let seen = related(&mut visitor, "/publications/measles-leaflet").await;
    assert_eq!(seen, ["Flu leaflet often ordered together", "Measles poster"], "live ones only");
    // Four orders are too few.
    world.run("update order_lines set quantity_reserved = 0, quantity_cancelled = quantity_ordered where id in (select l.id from order_lines l join editions e on e.id = l.edition_id where e.code_normalised = 'FLU1EN' limit 1)").await;
    backend::usage::refresh(&world.backend).await.expect("computed");
    assert_eq!(world.count("select count(*) from computed_related where kind = 'together'").await, 0);
}
