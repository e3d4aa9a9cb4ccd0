//! Words inside files, and the pages they stand on.

use std::fmt::Write as _;

use axum::http::{StatusCode, header};
use domain::{catalogue::file::FileKind, id::EditionId};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, statements::counting, visitor::form_urlencoded, world::World};

/// A PDF file with a line of text on each page.
fn pdf(pages: &[&str]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", 4 + 2 * at)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {}/Kids[{}]>>", pages.len(), kids.join(" ")),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    for (at, line) in pages.iter().enumerate() {
        let drawn = format!("BT /F1 12 Tf 20 100 Td ({line}) Tj ET");
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Resources<</Font<</F1 3 0 R>>>>/Contents {} 0 R>>",
            5 + 2 * at
        ));
        objects.push(format!("<</Length {}>>\nstream\n{drawn}\nendstream", drawn.len()));
    }
    let (mut file, mut places) = ("%PDF-1.7\n".to_owned(), String::new());
    for (at, object) in objects.iter().enumerate() {
        writeln!(places, "{:010} 00000 n ", file.len()).unwrap();
        writeln!(file, "{} 0 obj\n{object}\nendobj", at + 1).unwrap();
    }
    let (begin, size) = (file.len(), objects.len() + 1);
    write!(file, "xref\n0 {size}\n0000000000 65535 f \n{places}").unwrap();
    writeln!(file, "trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{begin}\n%%EOF").unwrap();
    file.into_bytes()
}

impl World {
    /// A leaflet whose file says something about quokkas, on its second page alone.
    async fn has_quokkas_inside(&self) -> EditionId {
        let edition = self.has(Leaflet::default()).await;
        let content = pdf(&["Measles spreads easily", "Ask about a quokka", "Nothing more"]);
        self.has_file(edition, FileKind::Web, 1, "measles.pdf", &content).await;
        self.reads_files().await;
        edition
    }

    async fn reads_files(&self) {
        backend::file_texts::read_waiting(&self.backend).await.expect("texts");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_word_on_the_second_page_leads_there(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has_quokkas_inside().await;
    let titled = Leaflet { title: "All about quokkas", code: "QUO-1-EN", ..Leaflet::default() };
    world.has(titled).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications?q=quokka").await;
    assert_eq!(visitor.all("#results h3 a"), ["All about quokkas", "Measles leaflet"], "titles count more");
    assert_eq!(visitor.all("#results .card a[href*='/view']"), ["Found in measles.pdf, page 2"]);
    let link = visitor.links("Found in").remove(0);
    let file = link.strip_suffix("#page=2").expect("the page").to_owned();
    visitor.opens("/publications?q=measles+quokka").await.sees("Found in measles.pdf, page 2");
    visitor.opens("/publications?q=measles").await.sees("Measles leaflet").does_not_see("Found in");
    visitor.opens("/publications?q=mea-1").await.sees("Measles leaflet").does_not_see("Found in");
    visitor.opens(&file).await;
    assert_eq!(
        (visitor.status, &visitor.headers[header::CONTENT_TYPE]),
        (StatusCode::OK, &"application/pdf".parse().unwrap())
    );
    assert!(visitor.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("inline"));
}

/// The address of a search for some words.
fn searched(words: &str) -> String {
    format!("/publications?{}", form_urlencoded(&[("q".to_owned(), words.to_owned())]))
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_quoted_stands_together_on_one_page(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has_quokkas_inside().await;
    let mut visitor = world.visitor();
    for words in [
        r#""spreads easily""#,
        r#"leaflet "Spread easily""#,
        r#""spreads easily" quokka"#,
        r#"quokka "measles spreads""#,
    ] {
        visitor.opens(&searched(words)).await.sees("1 publication");
        assert!(visitor.links("Found in measles.pdf, page").len() == 1, "{words}: {}", visitor.text());
    }
    visitor.opens("/publications?q=%22spreads+easily%22").await;
    assert!(visitor.links("Found in").remove(0).ends_with("#page=1"));
    for words in [
        r#""easily spreads""#,
        r#""measles easily""#,
        r#""easily ask""#,
        r#""spreads easily" "quokka measles""#,
        r#""spreads easily" -quokka"#,
        r#""spreads easily" wombat"#,
    ] {
        visitor.opens(&searched(words)).await.sees("No publications");
    }
    // Whatever else of it holds the words: together they count more than inside a file.
    world.has(Leaflet { title: "Zoster spreads easily", code: "ZOS-1-EN", ..Leaflet::default() }).await;
    world.run("update publications set summary = 'Easily it spreads: measles spreads, and spreads.' where slug = 'measles-leaflet'").await;
    world.run("select refresh_listings(array(select id from publications))").await;
    visitor.opens("/publications?q=%22spreads+easily%22").await;
    assert_eq!(visitor.all("#results h3 a"), ["Zoster spreads easily", "Measles leaflet"]);
    world.run("update files set scan_state = 'infected'").await;
    world.run("update catalogue_version set version = version + 1").await;
    visitor.opens("/publications?q=%22spreads+easily%22").await;
    assert_eq!(visitor.all("#results h3 a"), ["Zoster spreads easily"], "a file that may not be had is silent");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn files_that_may_not_be_had_are_silent(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has_quokkas_inside().await;
    let mut visitor = world.visitor();
    visitor.opens("/publications?q=quokka").await.sees("Found in measles.pdf");
    for change in [
        "update editions set access_type = 'order-only'",
        "update editions set access_type = 'download-or-order'; update files set scan_state = 'infected'",
        "update files set scan_state = 'clean'; update editions set status = 'withdrawn'",
    ] {
        world.run(change).await;
        visitor.opens("/publications?q=quokka").await.does_not_see("Found in");
        world.run("select refresh_listings(array(select id from publications))").await;
        visitor.opens("/publications?q=quokka").await.does_not_see("Found in").does_not_see("Measles leaflet");
    }
    world.run("delete from file_texts").await;
    world.reads_files().await;
    assert_eq!(world.count("select count(*) from file_texts").await, 0, "nor are they read");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn broken_files_are_tried_once_and_harm_nobody(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has_quokkas_inside().await;
    let whole = pdf(&["Something"]);
    let nested = format!("%PDF-1.7\n1 0 obj\n{}", "[".repeat(20_000));
    let contents = [&b"GIF89a"[..], &b"\0"[..], &whole[..40], nested.as_bytes()];
    for (position, content) in (2..).zip(contents) {
        world.has_file(edition, FileKind::Web, position, &format!("broken-{position}.pdf"), content).await;
    }
    world.has_file(edition, FileKind::Print, 1, "gone.pdf", b"gone").await;
    let gone = world.backend.files.put(b"gone".to_vec()).await.expect("kept");
    world.backend.files.remove(&gone).await.expect("removed");
    let states = "select string_agg(state || ' ' || tries, ', ' order by state, tries) from file_texts";
    for _ in 0..2 {
        world.reads_files().await;
        let unreadable = ["unreadable 1"; 5].join(", ");
        assert_eq!(world.text(states).await, format!("read 1, {unreadable}"));
    }
    world.visitor().opens("/publications?q=quokka").await.sees("Found in measles.pdf, page 2");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_file_that_ends_the_program_is_not_opened_for_ever(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has_quokkas_inside().await;
    let state = "select state || ' ' || tries from file_texts";
    for (left, then) in [
        ("update file_texts set state = 'begun', tries = 3, tried_at = '2026-11-22 08:00:00+00'", "begun 3"),
        ("update file_texts set tries = 2, tried_at = '2026-11-22 08:55:00+00'", "begun 2"),
        ("update file_texts set tries = 2, tried_at = '2026-11-22 08:45:00+00'", "read 3"),
    ] {
        world.run(left).await;
        world.reads_files().await;
        assert_eq!(world.text(state).await, then, "{left}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_sample_is_read_and_pages_ask_no_more_for_many(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    assert_eq!(world.count("select count(*) from file_texts where state <> 'read'").await, 0);
    let mut visitor = world.visitor();
    visitor.opens("/publications?q=wheezy").await;
    let link = visitor.links("Found in flu-0017-en-01.pdf, page 2").remove(0);
    assert!(link.ends_with("/view#page=2"), "{link}");
    let (count, _counting) = counting();
    let mut asked = Vec::new();
    for page in ["/publications?q=appetite&size=10", "/publications?q=vaccine&size=50"] {
        count.store(0, std::sync::atomic::Ordering::Relaxed);
        visitor.opens(page).await;
        asked.push(count.load(std::sync::atomic::Ordering::Relaxed));
    }
    assert!(asked[0] == asked[1] && asked[0] <= 4, "{asked:?} statements");
}
