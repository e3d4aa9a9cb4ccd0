//! The sitemap: programs that follow it find every page that is live, and nothing else.

use std::collections::BTreeSet;

use axum::http::{StatusCode, header};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    visitor::Visitor,
    world::{ORIGIN, World},
};

/// The most addresses that one file may name, by <https://www.sitemaps.org/protocol.html>.
const MOST: usize = 50_000;

/// Several hundred publications in two formats of every language.
const LARGE: &str = "set local statement_timeout = 0;
    insert into publications (id, slug, title, programme_id, serial, created_at, updated_at)
        select gen_random_uuid(), 'leaflet-' || n, 'Leaflet ' || n, (select id from programmes where code = 'COV'),
            1000 + n, now(), now() from generate_series(1, 320) n;
    insert into listings (publication_id, title_folded, words, document)
        select id, '', '', '' from publications where slug like 'leaflet-%';
    insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised,
            resource_type, access_type, status, published_at, created_at, updated_at)
        select gen_random_uuid(), p.id, l.tag, f.format, 1, c.code, c.code, 'leaflet', 'download-only', 'live',
            p.created_at, p.created_at, p.updated_at
        from publications p cross join languages l cross join (values ('standard'), ('easy-read')) f (format)
        cross join lateral (select upper(replace(p.slug || l.tag || f.format, '-', '')) as code) c
        where p.slug like 'leaflet-%'";

/// The addresses that a part or the index names, without their origin.
async fn addresses(visitor: &mut Visitor, file: &str) -> Vec<String> {
    visitor.opens(file).await;
    assert_eq!(
        (visitor.status, &visitor.headers[header::CONTENT_TYPE]),
        (StatusCode::OK, &"application/xml".parse().unwrap())
    );
    let named = visitor.body.split("<loc>").skip(1).filter_map(|rest| rest.split('<').next());
    let of_ours = named.map(|address| address.strip_prefix(ORIGIN).expect("an address of ours").replace("&amp;", "&"));
    of_ours.collect()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_sitemap_has_live_pages_only(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    world.run("update editions set status = 'withdrawn' where code_normalised = 'FLU1EN'").await;
    world
        .run(
            "insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised,
            resource_type, access_type, status, published_at, unit_of_issue, created_at, updated_at)
        select gen_random_uuid(), publication_id, 'cy', format, 1, 'MEA-1-CY', 'MEA1CY', resource_type, access_type,
            'live', published_at, 1, created_at, updated_at from editions where code_normalised = 'MEA1EN'",
        )
        .await;
    world.run("select refresh_listings(array(select id from publications))").await;
    let mut visitor = world.visitor();
    visitor.opens("/robots.txt").await;
    assert!(visitor.body.contains("\nDisallow: /*?lang=\n"), "a page is indexed once: {}", visitor.body);
    let sitemap = visitor.body.lines().find_map(|line| line.strip_prefix("Sitemap: ")).expect("an address").to_owned();
    let index = sitemap.strip_prefix(ORIGIN).expect("an address of ours");
    assert_eq!(addresses(&mut visitor, index).await, ["/sitemaps/1.xml"], "one part holds a small catalogue");
    let lastmod = format!("<loc>{ORIGIN}/sitemaps/1.xml</loc><lastmod>2026-11-22</lastmod>");
    assert!(visitor.body.contains(&lastmod), "{}", visitor.body);
    let pages = addresses(&mut visitor, "/sitemaps/1.xml").await;
    assert!(visitor.body.contains(&format!(
        "<loc>{ORIGIN}/publications/measles-leaflet?language=en&amp;format=standard</loc><lastmod>2026-11-22</lastmod>"
    )));
    assert!(visitor.body.contains("/programmes/") && !visitor.body.contains("flu-leaflet"));
    assert!(visitor.body.contains("/publications/measles-leaflet?language=cy&amp;"), "each language has its page");
    for address in pages {
        visitor.opens(&address).await;
        assert_eq!(visitor.status, StatusCode::OK, "{address}");
        let (own, address) = (visitor.attributes("link[rel=canonical]", "href"), format!("{ORIGIN}{address}"));
        assert!(own.is_empty() || own == [address.as_str()], "{own:?} instead of {address}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nothing_drops_off_a_large_sitemap(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.run(LARGE).await;
    let live = world.count("select count(*) from editions where status = 'live'").await;
    let live = usize::try_from(live).unwrap();
    assert!(live > MOST, "more than one file may name: {live}");
    let mut visitor = world.visitor();
    let parts = addresses(&mut visitor, "/sitemap.xml").await;
    assert_eq!(parts, ["/sitemaps/1.xml", "/sitemaps/2.xml"]);
    let mut pages = BTreeSet::new();
    for part in parts {
        let named = addresses(&mut visitor, &part).await;
        assert!(named.len() <= MOST, "{part} names {}", named.len());
        for page in named {
            assert!(pages.insert(page.clone()), "{page} is named twice");
        }
    }
    assert_eq!(pages.iter().filter(|page| page.contains("?language=")).count(), live);
    for page in ["/", "/publications", "/programmes"] {
        assert!(pages.contains(page), "{page}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_catalogue_without_anything_has_a_sitemap(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    assert_eq!(addresses(&mut visitor, "/sitemap.xml").await, ["/sitemaps/1.xml"]);
    assert_eq!(addresses(&mut visitor, "/sitemaps/1.xml").await, ["/", "/publications", "/programmes"]);
    for nothing in
        ["0.xml", "2.xml", "01.xml", "+1.xml", "-1.xml", "1", "1.xml.xml", "4294967295.xml", "4294967296.xml"]
    {
        visitor.opens(&format!("/sitemaps/{nothing}")).await.sees("Page not found");
        assert_eq!(visitor.status, StatusCode::NOT_FOUND, "{nothing}");
    }
}
