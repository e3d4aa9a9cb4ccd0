//! Publications that only some people may have: the page says so, and nobody we do not know has copies or files.

use axum::http::{Method, StatusCode};
use domain::catalogue::{group::Group, search::Search};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    api::told,
    builders::Leaflet,
    order::{MEASLES, goes_to_check},
    world::World,
};

const FLU: &str = "/publications/flu-vaccination-leaflet-for-parents";
const RESTRICTED: &str = "update publications set restricted_to = array['organisation:NH', 'organisation:XX', 'audience:health-professionals', 'audience:sailors']
    where slug in ('flu-vaccination-leaflet-for-parents', 'measles-leaflet')";
const WORDS: &str = "For some groups only";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_restricted_publication_gives_neither_copies_nor_files(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    visitor.opens(&format!("{FLU}?language=en&format=standard")).await;
    let file = visitor.links("flu-0017-en-01.pdf").pop().expect("a file");
    visitor.fills("quantity", "1").presses("Add to basket").await.sees("Your basket");
    world.run(RESTRICTED).await;

    visitor.opens(&format!("{FLU}?language=en&format=standard")).await.sees(WORDS).does_not_see("Add to basket");
    assert_eq!(visitor.status, StatusCode::OK, "its page stays");
    let groups = visitor.all(".only-for li");
    assert_eq!(groups, ["Health professionals", "some organisations", "some audiences"], "each named once");
    assert_eq!(visitor.attributes(".only-for a", "href"), ["/contact"]);
    assert!(visitor.links("flu-0017-en-01.pdf").is_empty(), "no file is offered");
    visitor.does_not_see("Download as a zip file");
    for gone in [file.as_str(), &format!("{file}/view"), &format!("{FLU}/files.zip"), "/more/FLU-0017-EN-01"] {
        visitor.opens(gone).await;
        assert_eq!(visitor.status, StatusCode::NOT_FOUND, "{gone}");
    }
    visitor.opens("/basket").await.sees_error("line_quantity", "Only some groups can have this");
    visitor.presses("Continue").await.sees("Your basket");
    let form = format!("edition=FLU-0017-PL-01&quantity=1&page={FLU}");
    visitor.once(Method::POST, "/do/basket/add", Some(form)).await;
    assert_eq!(world.count("select count(*) from basket_lines").await, 1, "nothing is added");
    visitor.opens("/basket").await.presses("Remove").await.sees("Your basket is empty");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn lists_programs_and_the_dump_say_that_it_is_restricted(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    world.run(RESTRICTED).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications?q=FLU-0017-EN-01").await.sees(WORDS);
    for (available, total) in [("", 1), ("now", 0)] {
        let search = Search::read([("q", "FLU-0017-EN-01"), ("available", available)]);
        assert_eq!(world.search(&search).await.total, total, "available: {available:?}");
    }
    for listing in ["/publications.atom?q=FLU-0017-EN-01", "/sitemaps/1.xml"] {
        visitor.opens(listing).await;
        assert!(visitor.body.contains(FLU) && !visitor.body.contains("/files/"), "{listing} names the page alone");
        let said = visitor.body.contains(r#"term="restricted""#) && visitor.body.contains(WORDS);
        assert_eq!(said, listing.contains("atom"), "{listing}");
    }
    backend::dump::write_first(&world.backend).await;
    let dump = told(&mut visitor, "/data/editions.json").await;
    let dumped = dump.as_array().unwrap().iter().find(|record| record["code"] == "FLU-0017-EN-01").cloned();
    let record = told(&mut visitor, "/api/v1/editions/FLU-0017-EN-01").await;
    for record in [record, dumped.expect("a live edition")] {
        assert_eq!(record["availability"], "restricted", "{record}");
        assert_eq!(record["is_orderable"], false);
        assert!(record["files"].as_array().unwrap().iter().all(|file| file["kind"] == "cover"), "{record}");
    }
    world.run("update publications set restricted_to = null").await;
    let record = told(&mut visitor, "/api/v1/editions/FLU-0017-EN-01").await;
    assert!(record["availability"] == "in_stock" && record["files"].as_array().unwrap().len() > 1, "{record}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_restricted_while_somebody_checks_out_is_not_ordered(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "1", "ada@example.com", "1 Some Street").await;
    world.run(RESTRICTED).await;
    visitor.presses("Place order").await.sees_error("line_quantity", "Only some groups can have this");
    assert_eq!(world.count("select count(*) from orders").await, 0);
    visitor.opens(MEASLES).await.sees(WORDS);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn only_groups_of_known_kinds_are_taken(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    for (groups, is_taken) in [
        (vec!["role:publisher", "audience:carers", "organisation:NH", "profession:nurse"], true),
        (vec!["audience:carers", "friends:all"], false),
        (vec!["audience:"], false),
        (vec!["carers"], false),
        (vec![], false),
    ] {
        let restricted = sqlx::query("update publications set restricted_to = $1").bind(&groups);
        assert_eq!(restricted.execute(&world.db).await.is_ok(), is_taken, "{groups:?}");
        assert!(
            groups.iter().all(|group| Group::parse(group).is_some()) == is_taken || groups.is_empty(),
            "{groups:?}"
        );
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn editions_follow_their_publication(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.run(RESTRICTED).await;
    world
        .run(
            "insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised,
                 resource_type, access_type, status, published_at, created_at, updated_at)
             select gen_random_uuid(), publication_id, 'fr', format, 1, 'MEA-1-FR', 'MEA1FR', resource_type, access_type,
                 'live', published_at, created_at, updated_at from editions where product_code = 'MEA-1-EN';
             update editions set is_restricted = false",
        )
        .await;
    assert_eq!(world.count("select count(*) from editions where is_restricted").await, 2);
}
