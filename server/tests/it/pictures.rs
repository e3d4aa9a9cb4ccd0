//! Covers and galleries: made smaller once, shown where there are some, and as public as their edition. And what is
//! known of recordings.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use backend::ingest::{Incoming, IngestError, PictureError, take};
use domain::{
    catalogue::{edition::EditionStatus, file::FileKind},
    id::EditionId,
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    world::{ORIGIN, World},
};

const FLU: &str = "/publications/flu-vaccination-leaflet-for-parents?language=en&format=standard";
const SPOKEN: &str = "/publications/vaccination-for-people-new-to-the-country?language=en&format=audio";
const THUMBNAILS: &str = "select format('/thumbnails/%s.jpg', encode(sha256, 'hex')) from thumbnails order by width_px";

/// A grey picture as a PNG file.
fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut content = Vec::new();
    let mut encoder = png::Encoder::new(&mut content, width, height);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().expect("a head");
    writer.write_image_data(&vec![200; (width * height) as usize]).expect("pixels");
    writer.finish().expect("an end");
    content
}

impl World {
    /// A file comes in as the cover of an edition.
    async fn takes(&self, edition: EditionId, name: &str, content: Vec<u8>) -> Result<(), IngestError> {
        let mut db = self.backend.db.acquire().await.expect("a connection");
        let name = name.to_owned();
        let cover = Incoming { kind: FileKind::Cover, position: 1, name, description: None, created_on: None, content };
        take(&self.backend, &mut db, edition, cover).await
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn pictures_are_made_smaller_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let covers = world.count("select count(*) from files where kind = 'cover' and sha256 is not null").await;
    let sizes = "select count(*) from thumbnails t join files f on f.id = t.file_id
        where t.width_px in (105, 210, 420) and abs(t.height_px::float / t.width_px - f.height_px::float / f.width_px) < 0.01";
    assert!(covers >= 7, "{covers}");
    assert_eq!(world.count(sizes).await, covers * 3, "each in three sizes, none out of shape");
    let before = world.texts("select encode(sha256, 'hex') from thumbnails order by file_id, width_px").await;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("backend/sample");
    assert_eq!(backend::sample::load(&world.backend, &folder).await.expect("nothing to do"), 0);
    assert_eq!(world.texts("select encode(sha256, 'hex') from thumbnails order by file_id, width_px").await, before);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_page_shows_its_pictures_and_says_what_is_on_them(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    visitor.opens(FLU).await.sees("More pictures");
    let cover = visitor.attributes("img.publication-cover", "src").remove(0);
    assert!(cover.starts_with("/thumbnails/"), "{cover}");
    assert_eq!(visitor.attributes("img.publication-cover", "lang"), ["en"]);
    assert!(visitor.attributes("img.publication-cover", "alt")[0].starts_with("Front of the leaflet"));
    let described = visitor.attributes(".gallery a img[width][height]", "alt");
    assert!(described.len() == 3 && described.iter().all(|words| words.len() > 20), "{described:?}");
    let head = visitor.body.split("</head>").next().expect("a head").to_owned();
    assert!(head.contains(r#"property="og:image""#) && head.contains(&format!("{ORIGIN}/thumbnails/")), "{head}");
    let mut all = visitor.attributes(".gallery a", "href");
    all.extend(visitor.attributes(".gallery img", "src"));
    all.push(cover);
    for path in all {
        visitor.opens(&path).await;
        assert_eq!(
            (visitor.status, &visitor.headers[header::CONTENT_TYPE]),
            (StatusCode::OK, &"image/jpeg".parse().unwrap())
        );
    }
    visitor.opens("/publications/flu-vaccination-leaflet-for-parents?language=pl&format=standard").await;
    visitor.does_not_see("More pictures");
    assert!(
        visitor.attributes("img.publication-cover", "src")[0].starts_with("/covers/"),
        "another edition, another cover"
    );
    assert!(!visitor.body.contains("og:image"), "drawn covers are SVG, which previews do not take");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn lists_show_the_picture_where_there_is_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications?q=flu&size=50").await;
    let cards = visitor.attributes("img.card-cover", "src");
    assert!(cards.iter().any(|src| src.starts_with("/thumbnails/")), "{cards:?}");
    assert!(cards.iter().any(|src| src.starts_with("/covers/")), "{cards:?}");
    assert!(visitor.attributes("img.card-cover", "alt").iter().all(String::is_empty), "titles stand beside them");
    let sizes = visitor.attributes("img.card-cover[srcset][width][height]", "srcset");
    assert!(!sizes.is_empty() && sizes.iter().all(|srcset| srcset.contains(".jpg 210w")), "{sizes:?}");
    visitor.opens("/suggestions?q=flu0017").await;
    assert!(visitor.attributes("img.suggestion-cover", "src")[0].starts_with("/thumbnails/"));
    visitor.opens(FLU).await.fills("quantity", "1").presses("Add to basket").await;
    visitor.opens("/basket").await;
    assert!(visitor.attributes("img.card-cover", "src")[0].starts_with("/thumbnails/"));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_thumbnail_is_kept_for_good_and_public_as_its_edition_is(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let draft = world.has(Leaflet { status: EditionStatus::Draft, ..Leaflet::default() }).await;
    world.takes(draft, "cover.png", picture(300, 400)).await.expect("taken");
    let path = world.texts(THUMBNAILS).await.remove(0);
    let mut visitor = world.visitor();
    visitor.opens(&path).await;
    assert_eq!(visitor.status, StatusCode::NOT_FOUND, "a draft's cover is nobody's");
    world.run("update editions set status = 'live'").await;
    visitor.opens(&path).await;
    assert_eq!(
        (visitor.status, &visitor.headers[header::CONTENT_TYPE]),
        (StatusCode::OK, &"image/jpeg".parse().unwrap())
    );
    assert_eq!(visitor.headers[header::CACHE_CONTROL], "public, max-age=31536000, immutable");
    let etag = visitor.headers[header::ETAG].clone();
    let again = || Request::get(&path).header(header::IF_NONE_MATCH, etag.clone()).body(Body::empty()).unwrap();
    visitor.sends(again()).await;
    assert_eq!((visitor.status, visitor.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let weakened = format!("\"other\", W/{}", etag.to_str().unwrap());
    let weakened = Request::get(&path).header(header::IF_NONE_MATCH, weakened).body(Body::empty()).unwrap();
    visitor.sends(weakened).await;
    assert_eq!(visitor.status, StatusCode::NOT_MODIFIED, "as a proxy asks that compresses");
    for gone in ["update files set scan_state = 'infected'", "update editions set status = 'archived'"] {
        world.run(gone).await;
        visitor.opens(&path).await;
        assert_eq!(visitor.status, StatusCode::NOT_FOUND, "{gone}");
        visitor.sends(again()).await;
        assert_eq!(visitor.status, StatusCode::NOT_FOUND, "{gone}");
        world.run("update files set scan_state = 'clean'").await;
    }
    visitor.opens(&format!("/thumbnails/{}.jpg", "0".repeat(64))).await;
    assert_eq!(visitor.status, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_can_only_be_ordered_shows_its_cover(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let access = domain::catalogue::edition::AccessType::OrderOnly;
    let edition = world.has(Leaflet { access, ..Leaflet::default() }).await;
    world.takes(edition, "cover.png", picture(120, 60)).await.expect("taken");
    let mut visitor = world.visitor();
    visitor.opens("/publications/measles-leaflet").await.does_not_see("Downloads");
    assert_eq!(visitor.attributes("img.publication-cover", "alt"), ["Cover of Measles leaflet"], "nobody described it");
    let cover = visitor.attributes("img.publication-cover", "src").remove(0);
    visitor.opens(&cover).await;
    assert_eq!(visitor.status, StatusCode::OK, "{cover}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_refused_leaves_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet::default()).await;
    let bomb = world.takes(edition, "cover.png", picture(12_001, 1)).await.expect_err("too wide");
    assert!(bomb.to_string().starts_with("it is 12001 × 1 pixels"), "{bomb}");
    let named = world.takes(edition, "cover.jpg", picture(10, 10)).await.expect_err("no JPEG file");
    assert!(matches!(named, IngestError::Picture(PictureError::Mismatch)), "{named}");
    let script = b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".to_vec();
    let drawn = world.takes(edition, "cover.svg", script).await.expect_err("no picture of ours");
    assert!(matches!(drawn, IngestError::Picture(PictureError::Kind)), "{drawn}");
    assert_eq!(world.count("select count(*) from files").await, 0);
    assert_eq!(world.count("select count(*) from thumbnails").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_recording_says_how_long_it_is_and_has_its_transcript_beside_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    visitor.opens(SPOKEN).await.sees("MP3, 22.57 KB, 8 seconds");
    let beside = visitor.all(".file:has(audio) .transcripts");
    assert!(
        beside.len() == 1 && beside[0].starts_with("Transcript") && beside[0].contains("gen-0001-en-aud-01.txt"),
        "{beside:?}"
    );
    assert_eq!(visitor.all(".file").len(), 1, "it stands nowhere else");
    let player = visitor.attributes("audio[controls][preload=none]", "src").remove(0);
    assert!(visitor.headers["content-security-policy"].to_str().unwrap().contains("media-src 'self'"));
    visitor.opens(&player).await;
    assert_eq!(
        (visitor.status, &visitor.headers[header::CONTENT_TYPE]),
        (StatusCode::OK, &"audio/mpeg".parse().unwrap())
    );
    assert_eq!(visitor.headers[header::ACCEPT_RANGES], "bytes");
    visitor.opens("/api/v1/editions/GEN-0001-EN-AUD-01/files").await;
    assert!(visitor.body.contains(r#""duration_seconds":8"#), "{}", visitor.body);
    visitor.opens(FLU).await.sees("3 pages, A5");
}
