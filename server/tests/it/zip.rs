//! Several files of a publication in one zip.

use std::io::{Cursor, Read};

use app::Assets;
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use backend::zips::Zips;
use domain::{catalogue::file::FileKind, id::EditionId};
use server::serve::{Site, router};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::import::NewFile;
use tower::ServiceExt;
use zip::{CompressionMethod, ZipArchive};

use crate::{builders::Leaflet, visitor::Visitor, world::World};

const PAGE: &str = "/publications/measles-leaflet";
pub const ZIP: &str = "/publications/measles-leaflet/files.zip";
const BUTTON: &str = "Download as a zip file";

impl World {
    /// Adds a clean file to an edition.
    pub async fn has_file(&self, edition: EditionId, kind: FileKind, position: i32, name: &str, content: &[u8]) {
        let sha256 = self.backend.files.put(content.to_vec()).await.expect("kept").to_vec();
        let file = NewFile {
            kind,
            position,
            file_name: name.to_owned(),
            media_type: "application/pdf".to_owned(),
            bytes: i64::try_from(content.len()).unwrap(),
            sha256: Some(sha256),
            width_px: None,
            height_px: None,
            pages: None,
            page_size: None,
            duration_s: None,
            description: None,
            created_on: Some(jiff::civil::date(2026, 5, 4)),
        };
        store::import::insert_file(&self.backend.db, edition, &file).await.expect("a file");
    }

    /// A leaflet in English, for the screen and for printing, and in French.
    pub async fn has_several_files(&self) -> EditionId {
        let english = self.has(Leaflet::default()).await;
        self.run(
            "insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised,
                 resource_type, access_type, status, published_at, unit_of_issue, created_at, updated_at)
             select gen_random_uuid(), publication_id, 'fr', format, 1, 'MEA-1-FR', 'MEA1FR', resource_type, access_type,
                 'live', published_at, 1, created_at, updated_at from editions where code_normalised = 'MEA1EN';
             select touch_listings(array(select id from publications))",
        )
        .await;
        let french = self.text("select id::text from editions where code_normalised = 'MEA1FR'").await.parse().unwrap();
        self.has_file(english, FileKind::Web, 1, "measles.pdf", b"English").await;
        self.has_file(english, FileKind::Print, 1, "measles.pdf", b"English, for printing").await;
        self.has_file(french, FileKind::Web, 1, "rougeole.pdf", b"French").await;
        english
    }

    /// The service with other bounds.
    pub fn bounded(&self, zips: Zips) -> Router {
        let site = Site { zips, ..Site::new(self.backend.clone(), Assets::default()) };
        router(&site, std::path::Path::new("no-built-files"))
    }

    /// Waits until so many downloads were counted beside the answers.
    pub async fn has_counted(&self, downloads: i64) {
        self.comes_to("select coalesce(sum(downloads), 0) from download_counts", downloads).await;
    }
}

/// The beginning of an answer; its body is still to be read.
pub async fn begins(router: &Router, method: Method, path: &str) -> (StatusCode, HeaderMap, Body) {
    let request = Request::builder().method(method).uri(path).header(header::HOST, "healthpost.example");
    let request = request.header(header::ACCEPT_ENCODING, "gzip, br").body(Body::empty()).expect("a request");
    let (head, body) = router.clone().oneshot(request).await.expect("an answer").into_parts();
    (head.status, head.headers, body)
}

/// A whole answer.
pub async fn gets(router: &Router, path: &str) -> (StatusCode, HeaderMap, Vec<u8>) {
    let (status, headers, body) = begins(router, Method::GET, path).await;
    (status, headers, to_bytes(body, 64 << 20).await.expect("all of it").to_vec())
}

/// Names and contents of an archive.
fn opened(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut entries = Vec::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).expect("an entry");
        assert_eq!(entry.compression(), CompressionMethod::Stored);
        let made = entry.last_modified().expect("a time");
        assert_eq!((made.year(), made.month(), made.day()), (2026, 5, 4));
        let (name, mut content) = (entry.name().expect("a name").into_owned(), String::new());
        entry.read_to_string(&mut content).expect("what was written");
        entries.push((name, content));
    }
    entries
}

fn names(bytes: &[u8]) -> Vec<String> {
    opened(bytes).into_iter().map(|(name, _)| name).collect()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_chosen_files_come_in_one_zip_without_scripts(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let english = world.has_several_files().await;
    world.has_file(english, FileKind::Cover, 1, "cover.png", b"a picture").await;
    let (status, headers, bytes) = gets(&world.router, ZIP).await;
    assert_eq!((status, &headers[header::CONTENT_TYPE]), (StatusCode::OK, &"application/zip".parse().unwrap()));
    assert_eq!(headers[header::CONTENT_LENGTH], bytes.len().to_string(), "the size is known beforehand");
    assert_eq!(headers[header::CONTENT_DISPOSITION], "attachment; filename=\"measles-leaflet.zip\"");
    assert!(!headers.contains_key(header::CONTENT_ENCODING), "it would not shrink");
    let all = [
        ("MEA-1-EN/print/measles.pdf", "English, for printing"),
        ("MEA-1-EN/web/measles.pdf", "English"),
        ("MEA-1-FR/web/rougeole.pdf", "French"),
    ];
    let mut found = opened(&bytes);
    found.sort();
    assert_eq!(found, all.map(|(name, content)| (name.to_owned(), content.to_owned())));
    world.has_counted(3).await;
    assert_eq!(names(&gets(&world.router, &format!("{ZIP}?language=&kind=&x=y")).await.2).len(), 3);
    world.has_counted(6).await;
    let mut visitor = world.visitor();
    visitor.opens(PAGE).await;
    assert_eq!(
        visitor.all("#zip label"),
        ["English", "Français", "Covers", "Reading on a screen", "Professional printing"],
        "what there is, where there is something to choose"
    );
    assert_eq!(visitor.all(r#"#zip label span[lang="fr"][dir="ltr"]"#), ["Français"]);
    let (method, action, answers) = visitor.form_of(BUTTON);
    assert_eq!((method.as_str(), action.as_str(), answers.len()), ("get", ZIP, 0));
    visitor.fills("language", "fr").presses(BUTTON).await;
    assert_eq!(visitor.status, StatusCode::OK);
    for (query, expected) in [
        ("language=fr&language=xx", 1),
        ("kind=print", 1),
        ("language=en&format=standard", 2),
        ("kind=cover&kind=print", 2),
    ] {
        let (_, _, bytes) = gets(&world.router, &format!("{ZIP}?{query}")).await;
        assert_eq!(names(&bytes).len(), expected, "{query}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn only_what_anybody_may_download_is_in_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has_several_files().await;
    for hidden in [
        "update editions set access_type = 'order-only' where language = 'en'",
        "update editions set access_type = 'download-only', status = 'archived' where language = 'en'",
        "update editions set status = 'withdrawn' where language = 'en'",
        "update editions set status = 'live' where language = 'en';
         update files set scan_state = 'pending' where file_name = 'measles.pdf'",
        "update files set scan_state = 'infected' where file_name = 'measles.pdf'",
    ] {
        world.run(hidden).await;
        world.run("select touch_listings(array(select id from publications))").await;
        assert_eq!(names(&gets(&world.router, ZIP).await.2), ["MEA-1-FR/web/rougeole.pdf"], "{hidden}");
        let mut visitor = world.visitor();
        visitor.opens(&format!("{ZIP}?language=en")).await.sees("No file fits this choice");
        assert_eq!(visitor.status, StatusCode::NOT_FOUND, "{hidden}");
        assert_eq!(visitor.links("Go back to the publication"), [PAGE]);
        visitor.opens(PAGE).await;
        assert!(visitor.all("#zip").is_empty(), "one file is no choice: {hidden}");
    }
    world.run("update editions set status = 'archived'; update files set scan_state = 'clean'").await;
    let mut visitor = world.visitor();
    visitor.opens(PAGE).await.sees("its files are no longer offered");
    assert!(!visitor.body.contains("/files/"), "no link that leads nowhere");
    world.run("update editions set status = 'withdrawn'").await;
    for (path, status) in [(ZIP, StatusCode::GONE), ("/publications/nothing/files.zip", StatusCode::NOT_FOUND)] {
        assert_eq!(visitor.opens(path).await.status, status, "{path}");
    }
    visitor.opens(ZIP).await.sees("This publication was withdrawn");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn bad_choices_are_answered_in_words(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has_several_files().await;
    let long = format!("language={}", "x".repeat(5_000));
    let queries =
        ["language=%00", "language=%ff", "kind=cover", "format=nonsense", "kind=web%27", "language=de", &long];
    let mut visitor = world.visitor();
    for query in queries {
        visitor.opens(&format!("{ZIP}?{query}")).await.sees("No file fits this choice");
        assert_eq!(visitor.status, StatusCode::NOT_FOUND, "{query}");
    }
    for path in ["/publications/%00/files.zip", "/publications/..%2f/files.zip", "/publications/%ff/files.zip"] {
        visitor.opens(path).await;
        assert!(visitor.status.is_client_error(), "{path}: {}", visitor.status);
    }
    let few = world.bounded(Zips { most_bytes: 20, ..Zips::default() });
    let mut visitor = Visitor::new(few.clone());
    visitor.opens(ZIP).await.sees("too much for one zip file");
    assert_eq!(visitor.status, StatusCode::BAD_REQUEST);
    assert_eq!(gets(&few, &format!("{ZIP}?kind=web")).await.0, StatusCode::OK);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn names_are_unique_and_lead_nowhere(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet::default()).await;
    for (at, name) in ["a.pdf", "A.PDF", "x/../../etc/passwd", "b\r\n.pdf", "c\u{202e}fdp.exe"].into_iter().enumerate()
    {
        world.has_file(edition, FileKind::Web, i32::try_from(at).unwrap() + 1, name, b"content").await;
    }
    world.run("update editions set product_code = '../' || chr(1605) || chr(8238) || chr(13) || chr(10) || 'EN'").await;
    let (_, _, bytes) = gets(&world.router, ZIP).await;
    let own = ["a.pdf", "A_2.PDF", "x-..-..-etc-passwd", "b.pdf", "c-fdp.exe"];
    assert_eq!(names(&bytes), own.map(|own| format!("\u{645}-EN/web/{own}")));
    assert_ne!(u16::from_le_bytes([bytes[6], bytes[7]]) & (1 << 11), 0, "names are UTF-8");
}
