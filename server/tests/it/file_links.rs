//! Links to files: what they are called, what counts, and what ends them.

use axum::http::{Method, StatusCode, header};
use backend::zips::MOST_FILES;
use domain::catalogue::file::FileKind;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    api::told,
    builders::Leaflet,
    visitor::Visitor,
    world::{ORIGIN, World},
    zip::{ZIP, begins, gets},
};

const PAGE: &str = "/publications/measles-leaflet";

/// The address of a file as its page links to it.
async fn link_to(visitor: &mut Visitor, name: &str) -> String {
    visitor.opens(PAGE).await;
    visitor.links(name).into_iter().next().unwrap_or_else(|| panic!("no link to {name}"))
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn files_keep_their_names(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet::default()).await;
    world.has_file(edition, FileKind::Web, 1, "Flu leaflet.PDF", b"for the screen").await;
    world.has_file(edition, FileKind::Print, 1, "r\u{e9}sum\u{e9} \"A5\".pdf", b"for a printer").await;
    let mut visitor = world.visitor();
    for (name, encoded, content) in [
        ("Flu leaflet.PDF", "Flu%20leaflet%2EPDF", "for the screen"),
        ("r\u{e9}sum\u{e9} \"A5\".pdf", "r%C3%A9sum%C3%A9%20%22A5%22%2Epdf", "for a printer"),
    ] {
        let link = link_to(&mut visitor, name).await;
        visitor.opens(&link).await;
        assert_eq!((visitor.status, visitor.body.as_str()), (StatusCode::OK, content));
        assert_eq!(visitor.headers[header::CONTENT_DISPOSITION], format!("attachment; filename*=UTF-8''{encoded}"));
        visitor.opens(&format!("{link}/view")).await;
        assert_eq!(visitor.headers[header::CONTENT_DISPOSITION], format!("inline; filename*=UTF-8''{encoded}"));
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_asks_for_headers_downloads_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet::default()).await;
    world.has_file(edition, FileKind::Web, 1, "leaflet.pdf", b"for the screen").await;
    let mut visitor = world.visitor();
    let link = link_to(&mut visitor, "leaflet.pdf").await;
    for path in [link.clone(), format!("{link}/view")] {
        visitor.once(Method::HEAD, &path, None).await;
        assert_eq!((visitor.status, visitor.body.as_str()), (StatusCode::OK, ""));
        assert_eq!(visitor.headers[header::CONTENT_LENGTH], "14", "what a GET would bring");
    }
    for path in ["/q/MEA1EN", "/q/publications/measles-leaflet"] {
        visitor.once(Method::HEAD, path, None).await;
        assert_eq!(visitor.status, StatusCode::FOUND, "{path}");
    }
    visitor.once(Method::GET, &link, None).await;
    world.has_counted(1).await;
    visitor.once(Method::GET, "/q/MEA1EN", None).await;
    // Only the last one was a scan.
    world.comes_to("select coalesce(sum(scans), 0) from scan_counts", 1).await;
    world.has_counted(1).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn links_end_when_an_edition_turns_order_only(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet::default()).await;
    world.has_file(edition, FileKind::Web, 1, "leaflet.pdf", b"for the screen").await;
    let mut visitor = world.visitor();
    let link = link_to(&mut visitor, "leaflet.pdf").await;
    let files = told(&mut visitor, "/api/v1/editions/MEA1EN/files").await;
    let of_api = files["items"][0]["url"].as_str().expect("a link").strip_prefix(ORIGIN).expect("ours").to_owned();
    for path in [&link, &of_api] {
        assert_eq!(visitor.opens(path).await.status, StatusCode::OK, "{path}");
    }
    world.run("update editions set access_type = 'order-only'").await;
    for path in [&link, &of_api] {
        assert_eq!(visitor.opens(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let files = told(&mut visitor, "/api/v1/editions/MEA1EN/files").await;
    assert_eq!(files["items"], serde_json::json!([]));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_link_of_a_file_that_became_old_leads_to_its_version(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet::default()).await;
    world.has_file(edition, FileKind::Web, 1, "leaflet.pdf", b"for the screen").await;
    let mut visitor = world.visitor();
    let link = link_to(&mut visitor, "leaflet.pdf").await;
    world.run("update editions set status = 'archived'").await;
    world.backend.clock.advance(jiff::SignedDuration::from_mins(61));
    assert_eq!(visitor.opens(&link).await.status, StatusCode::GONE);
    assert_eq!(visitor.links("Go back"), [format!("{PAGE}?language=en&format=standard&version=1")]);
    world.run("update editions set status = 'draft'").await;
    assert_eq!(visitor.opens(&link).await.status, StatusCode::NOT_FOUND, "nobody knows of drafts");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_browsers_show_is_opened_there_and_all_else_is_kept(_: PgPoolOptions, connect: PgConnectOptions) {
    const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    let world = World::new(connect).await;
    let edition = world.has(Leaflet::default()).await;
    world.has_file(edition, FileKind::Web, 1, "leaflet.pdf", b"for the screen").await;
    let mut visitor = world.visitor();
    for (media_type, is_shown) in [
        ("application/pdf", true),
        ("text/plain", true),
        ("image/png", true),
        ("text/html", false),
        ("image/svg+xml", false),
        (WORD, false),
    ] {
        let changed = sqlx::query("update files set media_type = $1").bind(media_type);
        changed.execute(&world.db).await.unwrap();
        let link = link_to(&mut visitor, "leaflet.pdf").await;
        let offered = visitor.links("View in the browser");
        assert_eq!(offered.len(), usize::from(is_shown), "{media_type}");
        let labels = visitor.attributes("a[href$='/view']", "aria-label");
        assert!(labels.iter().all(|label| label == "View in the browser: leaflet.pdf"), "{labels:?}");
        visitor.opens(offered.first().unwrap_or(&format!("{link}/view"))).await;
        assert_eq!((visitor.status, visitor.body.as_str()), (StatusCode::OK, "for the screen"), "{media_type}");
        let disposition = visitor.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
        let expected = if is_shown { "inline;" } else { "attachment;" };
        assert!(disposition.starts_with(expected), "{media_type}: {disposition}");
        assert_eq!(visitor.headers[header::CONTENT_TYPE], media_type);
        assert_eq!(visitor.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{media_type} is nothing else");
        let policy = visitor.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(media_type == "application/pdf" || policy.ends_with("sandbox"), "{media_type}: {policy}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_transcript_stands_beside_the_link_to_its_video(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet::default()).await;
    world.has_file(edition, FileKind::Web, 1, "leaflet.pdf", b"for the screen").await;
    world.has_file(edition, FileKind::Transcript, 1, "spoken.pdf", b"what is said").await;
    let mut visitor = world.visitor();
    visitor.opens(PAGE).await;
    assert_eq!((visitor.all(".file").len(), visitor.all(".transcripts").len()), (2, 0), "it is of nothing");
    world.run("update editions set video_url = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'").await;
    visitor.opens(PAGE).await;
    assert_eq!(visitor.all(".file").len(), 1, "it stands nowhere else");
    let beside = visitor
        .all("section[aria-labelledby=files-heading] > p:has(a[href^='https://www.youtube.com/']) + .transcripts");
    assert!(beside.len() == 1 && beside[0].contains("spoken.pdf"), "{beside:?}");
    let link = visitor.links("spoken.pdf").remove(0);
    assert_eq!(visitor.opens(&link).await.body, "what is said");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_zip_holds_five_hundred_files(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    assert_eq!(MOST_FILES, 500);
    let edition = world.has(Leaflet::default()).await;
    world.has_file(edition, FileKind::Web, 1, "leaflet.pdf", b"one").await;
    let more = "insert into files (id, edition_id, kind, position, file_name, media_type, bytes, sha256, scan_state)
        select gen_random_uuid(), edition_id, kind, n, n || '.pdf', media_type, bytes, sha256, scan_state
        from files cross join generate_series(2, 500) n where file_name = 'leaflet.pdf'";
    world.run(more).await;
    assert_eq!(gets(&world.router, ZIP).await.0, StatusCode::OK, "500 files");
    let one_more =
        "insert into files (id, edition_id, kind, position, file_name, media_type, bytes, sha256, scan_state)
        select gen_random_uuid(), edition_id, 'print', 1, 'last.pdf', media_type, bytes, sha256, scan_state
        from files where file_name = 'leaflet.pdf'";
    world.run(one_more).await;
    assert_eq!(begins(&world.router, Method::GET, ZIP).await.0, StatusCode::BAD_REQUEST, "501 files");
    let (status, ..) = gets(&world.router, &format!("{ZIP}?kind=print")).await;
    assert_eq!(status, StatusCode::OK, "fewer of them");
}
