//! Answers that are no pages, or lead elsewhere, stay within their budgets of statements, too.

use std::sync::atomic::{AtomicUsize, Ordering};

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    budgets::{ASIDE, assert_counted, opened},
    statements::{assert_within, counting, orders},
    visitor::Visitor,
    world::World,
};

/// Asks once, without following where it leads, and counts.
pub async fn asks(count: &AtomicUsize, visitor: &mut Visitor, path: &str, (status, budget): (u16, usize)) {
    count.store(0, Ordering::Relaxed);
    visitor.once(axum::http::Method::GET, path, None).await;
    let asked = count.load(Ordering::Relaxed);
    assert_eq!(visitor.status.as_u16(), status, "{path}: {}", visitor.text());
    opened(path);
    assert_within(path, asked, budget);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_leads_nowhere_or_elsewhere_stays_within_its_budget(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let gone = "/publications/flu-vaccination-who-should-have-it";
    world
        .run(
            "update editions set status = 'withdrawn' where publication_id =
                 (select id from publications where slug = 'flu-vaccination-who-should-have-it');
             select refresh_listings(array(select id from publications))",
        )
        .await;
    let (count, _counting) = counting();
    let (mut visitor, number) = orders(&world, &count, 1).await;
    let letter = world.mails_to("ada1@example.com").await.pop().expect("a confirmation").text;
    let link = letter.lines().find(|line| line.contains("/track/")).expect("a link");
    let track = link.trim().trim_start_matches(crate::world::ORIGIN);
    let (subject, later) = ("0198c0de", world.backend.clock.now() + jiff::SignedDuration::from_hours(1));
    let sealed = |purpose: &str| format!("{subject}/{}", world.backend.secrets.seal(purpose, subject, later));
    // The catalogue comes from memory once it was asked for.
    visitor.opens("/publications").await;
    // One more for whoever comes with cookies: the viewer's statement.
    for (path, answer) in [
        ("/publications?type=sticker&language=yi", (200, 1 + 1)),
        ("/publications?q=measles&type=sticker&language=yi", (200, 2 + 1)),
        ("/publications?q=measels&type=sticker&language=yi", (200, 4 + 1)),
        ("/publications?q=%22measels+spot%22+-flu", (200, 4 + 1)),
        ("/suggestions?q=f", (200, 4)),
        ("/suggestions?q=flu0017", (200, 4)),
        ("/suggestions?q=measels", (200, 4)),
        ("/suggestions?q=measels&limit=50", (200, 4)),
        ("/no-such-page", (404, 1)),
        ("/publications/no-such-page", (404, 2 + 1)),
        ("/programmes/no-such-page", (404, 1)),
        ("/e/NOTHING", (404, 1)),
        (gone, (410, 2 + 1)),
        (format!("/orders/{number}0").as_str(), (303, 1)),
        (track, (200, 1)),
        ("/track/x/1.x", (410, 1)),
        (format!("/waiting/confirm/{}", sealed("waiting-confirm")).as_str(), (200, 1)),
        (format!("/waiting/end/{}", sealed("waiting-end")).as_str(), (200, 1)),
        ("/waiting/end/x/1.x", (410, 1)),
        ("/e/FLU0017EN01", (302, 1)),
        ("/q/FLU0017EN01", (302, 1)),
        ("/q/publications/flu-vaccination-leaflet-for-parents", (302, 1)),
        ("/q/NOTHING", (404, 1)),
    ] {
        asks(&count, &mut visitor, path, answer).await;
    }
    what_is_no_page(&world, &count, &mut visitor).await;
    assert_counted(ASIDE);
}

/// Files, pictures, feeds, dumps: what programs and browsers fetch beside pages.
async fn what_is_no_page(world: &World, count: &AtomicUsize, visitor: &mut Visitor) {
    const FLU: &str = "/publications/flu-vaccination-leaflet-for-parents";
    backend::dump::write_first(&world.backend).await;
    visitor.opens("/publications?q=flu&size=50").await;
    let pictures = visitor.attributes("img.card-cover", "src");
    let picture = |begins: &str| pictures.iter().find(|src| src.starts_with(begins)).expect("a picture").clone();
    visitor.opens(FLU).await;
    let file = visitor.attributes("a[href^='/files/']", "href").remove(0);
    let file = file.trim_end_matches("/view");
    for (path, budget) in [
        ("/healthz".to_owned(), 0),
        ("/robots.txt".to_owned(), 0),
        ("/readyz".to_owned(), 1),
        ("/sitemap.xml".to_owned(), 1),
        ("/sitemaps/1.xml".to_owned(), 3),
        ("/publications.atom?q=flu".to_owned(), 4 + 1),
        ("/data/editions.csv".to_owned(), 1),
        ("/data/editions.json".to_owned(), 1),
        (picture("/covers/"), 1),
        (picture("/thumbnails/"), 1),
        (file.to_owned(), 1),
        (format!("{file}/view"), 1),
        (format!("{FLU}/files.zip"), 3),
        (format!("{FLU}/qr.svg"), 1),
        (format!("{FLU}/qr.png"), 1),
        ("/editions/FLU-0017-EN-01/qr.svg".to_owned(), 1),
        ("/editions/FLU-0017-EN-01/qr.png".to_owned(), 1),
    ] {
        asks(count, visitor, &path, (200, budget)).await;
    }
}
