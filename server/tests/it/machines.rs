//! What other programs read: feeds, structured data, QR codes.

use atom_syndication::Feed;
use axum::http::{StatusCode, header};
use domain::catalogue::availability::Availability;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    world::{ORIGIN, World},
};

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_search_can_be_followed_as_a_feed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications?language=pl&sort=title&size=10").await;
    let address = visitor.links("Follow this search").remove(0);
    assert_eq!(address, "/publications.atom?language=pl", "neither order nor page is of the feed");
    let in_head = visitor
        .all(r#"head link[rel="alternate"][type="application/atom+xml"][href="/publications.atom?language=pl"]"#);
    assert_eq!(in_head.len(), 1, "programs find it by themselves");
    let expected = world.search(&domain::catalogue::search::Search::read([("language", "pl")])).await.total;
    visitor.opens(&address).await;
    assert_eq!(visitor.headers[header::CONTENT_TYPE], "application/atom+xml; charset=utf-8");
    let feed: Feed = visitor.body.parse().expect("a feed");
    assert_eq!(i64::try_from(feed.entries.len()).unwrap(), expected.min(50));
    let links: Vec<&str> = feed.links.iter().map(|link| link.href.as_str()).collect();
    assert_eq!(links, [format!("{ORIGIN}{address}"), format!("{ORIGIN}/publications?language=pl")]);
    let published: Vec<_> = feed.entries.iter().filter_map(|entry| entry.published).collect();
    assert!(published.is_sorted_by(|a, b| a >= b), "the newest first");
    for entry in &feed.entries {
        let said = entry.categories.iter().find(|category| category.scheme.is_some()).expect("its availability");
        assert!(Availability::CODES.contains(&said.term.as_str()), "{}", said.term);
        assert!(said.label.as_ref().is_some_and(|words| words.contains(' ')), "{said:?}");
    }
    let first = feed.entries[0].links[0].href.strip_prefix(ORIGIN).expect("an address of ours").to_owned();
    visitor.opens(&first).await;
    assert_eq!(visitor.status, StatusCode::OK);
    visitor.opens("/publications.atom?q=%3Cb%3E%26&after=nonsense").await;
    let feed: Feed = visitor.body.parse().expect("signs are escaped");
    assert!(feed.title.value.contains("<b>&"));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_feed_reads_words_in_the_languages_of_its_search(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { title: "Journal de vaccination", ..Leaflet::default() }).await;
    world.run("update editions set language = 'fr', title = (select title from publications)").await;
    world.run("select refresh_listings(array(select id from publications))").await;
    let mut visitor = world.visitor();
    visitor.opens("/publications?language=fr&q=journaux").await;
    assert_eq!(visitor.all("#results h3 a"), ["Journal de vaccination"]);
    let feed = visitor.links("Follow this search").remove(0);
    visitor.opens(&feed).await;
    let feed: Feed = visitor.body.parse().expect("a feed");
    assert_eq!(feed.entries.len(), 1, "one journal is found by many");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_publication_says_what_it_is_to_programs(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    world
        .run("update publications set title = 'A </script><b>title' where slug = 'flu-vaccination-leaflet-for-parents'")
        .await;
    let mut visitor = world.visitor();
    visitor.opens("/publications/flu-vaccination-leaflet-for-parents").await;
    assert_eq!(visitor.all("main b").len(), 0, "a title ends no element");
    let data: serde_json::Value =
        serde_json::from_str(&visitor.all(r#"script[type="application/ld+json"]"#).remove(0)).expect("JSON");
    assert_eq!(data["@type"], "DigitalDocument");
    assert_eq!(data["name"], "A </script><b>title");
    assert_eq!(data["inLanguage"], "en");
    let offer = |data: &serde_json::Value| data["offers"]["price"] == "0" && data["offers"]["@type"] == "Offer";
    assert!(offer(&data), "{data}");
    assert_eq!(data["offers"]["availability"], "https://schema.org/InStock");
    let head = visitor.body.split("</head>").next().expect("a head").to_owned();
    assert!(head.contains(&format!("{ORIGIN}/publications/flu-vaccination-leaflet-for-parents?language=en")), "{head}");
    assert!(head.contains(r#"rel="canonical""#), "{head}");
    assert!(head.contains(r#"property="og:title""#) && !head.contains("noindex"));
    world.run("update editions set access_type = 'download-only'").await;
    visitor.opens("/publications/flu-vaccination-leaflet-for-parents").await;
    let data: serde_json::Value =
        serde_json::from_str(&visitor.all(r#"script[type="application/ld+json"]"#).remove(0)).expect("JSON");
    assert!(offer(&data), "what can only be downloaded costs nothing either: {data}");
    assert_eq!(data["offers"]["availability"], "https://schema.org/OnlineOnly");
    world.run("update editions set status = 'archived'").await;
    visitor.opens("/publications/flu-vaccination-leaflet-for-parents").await;
    assert!(visitor.body.contains(r#"content="noindex""#), "old versions are not to be found");
    assert!(visitor.all(r#"script[type="application/ld+json"]"#).is_empty());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_scan_leads_to_what_is_current_and_is_counted(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    let page = "/publications/measles-leaflet?language=en&format=standard";
    visitor.once(axum::http::Method::GET, "/q/mea%201%20en", None).await;
    assert_eq!((visitor.status, visitor.headers[header::LOCATION].to_str().unwrap()), (StatusCode::FOUND, page));
    // The code on an old print leads to the version that took its place.
    world.run("update editions set status = 'archived'").await;
    visitor.once(axum::http::Method::GET, "/q/MEA1EN", None).await;
    assert_eq!(visitor.headers[header::LOCATION].to_str().unwrap(), format!("{page}&version=1"));
    world
        .run(
            "insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised,
                 resource_type, access_type, status, published_at, unit_of_issue, created_at, updated_at)
             select gen_random_uuid(), publication_id, language, format, 2, 'MEA-2-EN', 'MEA2EN', resource_type, access_type,
                 'live', published_at, 1, created_at, updated_at from editions",
        )
        .await;
    visitor.once(axum::http::Method::GET, "/q/MEA1EN", None).await;
    assert_eq!(visitor.headers[header::LOCATION].to_str().unwrap(), page);
    visitor.once(axum::http::Method::GET, "/q/publications/measles-leaflet", None).await;
    assert_eq!(visitor.headers[header::LOCATION].to_str().unwrap(), "/publications/measles-leaflet");
    for missing in ["/q/NOTHING", "/q/publications/nothing", "/publications/nothing/qr.png"] {
        visitor.opens(missing).await;
        assert_eq!(visitor.status, StatusCode::NOT_FOUND, "{missing}");
    }
    for (size, status) in [("", 200), ("?size=256", 200), ("?size=1024", 200), ("?size=257", 404), ("?size=", 404)] {
        visitor.opens(&format!("/publications/measles-leaflet/qr.png{size}")).await;
        assert_eq!(visitor.status.as_u16(), status, "{size}");
    }
    // Counted beside the answers.
    world.comes_to("select coalesce(sum(scans), 0) from scan_counts where edition_id is not null", 3).await;
    // All of the one edition, and one of the publication.
    world.comes_to("select count(*) from scan_counts", 2).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_edition_has_its_own_code_to_print(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let draft = domain::catalogue::edition::EditionStatus::Draft;
    world.has(Leaflet { title: "Draft leaflet", code: "DRA-1", status: draft, ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications/measles-leaflet").await;
    assert_eq!(
        visitor.attributes(".qr img", "src"),
        ["/publications/measles-leaflet/qr.svg", "/editions/MEA1EN/qr.svg"]
    );
    let images = visitor.links("PNG, 1024 pixels");
    assert_eq!(
        images,
        ["/publications/measles-leaflet/qr.png?size=1024", "/editions/MEA1EN/qr.png?size=1024"],
        "every size is offered"
    );
    visitor.opens(&images[1]).await;
    assert_eq!(
        (visitor.status, &visitor.headers[header::CONTENT_TYPE]),
        (StatusCode::OK, &"image/png".parse().unwrap())
    );
    assert_eq!(visitor.headers[header::CONTENT_DISPOSITION], "attachment; filename=\"MEA1EN-qr-1024.png\"");
    visitor.opens("/editions/mea%201%20en/qr.svg").await;
    assert_eq!(visitor.headers[header::CONTENT_TYPE], "image/svg+xml", "in any spelling");
    let of_edition = visitor.body.clone();
    visitor.opens("/publications/measles-leaflet/qr.svg").await;
    assert_ne!(visitor.body, of_edition);
    for missing in ["/editions/DRA1/qr.svg", "/editions/NOTHING/qr.png", "/editions/MEA1EN/qr.png?size=300"] {
        visitor.opens(missing).await;
        assert_eq!(visitor.status, StatusCode::NOT_FOUND, "{missing}");
    }
}
