//! Pages of publications: where they lead, and in which language and format they open.

use axum::http::{Method, StatusCode};
use domain::catalogue::edition::EditionStatus;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, visitor::Visitor, world::World};

pub const PAGE: &str = "/publications/measles-leaflet";
/// Links to programmes on a page.
const PROGRAMME: &str = "main a[href^='/programmes/']";

/// Two leaflets, each of its own programme.
pub async fn with_two_programmes(connect: PgConnectOptions) -> World {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    world
        .run(
            "update publications set serial = 900, programme_id = (select id from programmes pr where not exists
                 (select from publications p where p.programme_id = pr.id) order by code limit 1) where slug = 'flu-leaflet'",
        )
        .await;
    world.run("select refresh_listings(array(select id from publications))").await;
    world
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_programme_is_a_link_where_it_has_a_page(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = with_two_programmes(connect).await;
    let of_measles = "select pr.name from programmes pr join publications p on p.programme_id = pr.id
        where p.slug = 'measles-leaflet'";
    let (mut visitor, name) = (world.visitor(), world.text(of_measles).await);
    let link = visitor.opens(PAGE).await.links(&name).remove(0);
    visitor.opens(&link).await.sees("Measles leaflet");
    assert_eq!((visitor.status, visitor.all("h1")), (StatusCode::OK, vec![name.clone()]));
    world.run("update programmes set is_temporary = true; select touch_listings('{}')").await;
    visitor.opens(PAGE).await.sees(&name);
    assert!(visitor.attributes(PROGRAMME, "href").is_empty(), "a temporary programme has no page");
    visitor.opens(&link).await;
    assert_eq!(visitor.status, StatusCode::NOT_FOUND);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_withdrawn_publication_leads_to_its_programme_where_that_has_a_page(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = with_two_programmes(connect).await;
    world.run("update editions set status = 'withdrawn' where code_normalised = 'MEA1EN'").await;
    world.run("select refresh_listings(array(select id from publications))").await;
    let mut visitor = world.visitor();
    visitor.opens(PAGE).await;
    assert_eq!(visitor.status, StatusCode::GONE);
    assert!(visitor.attributes(PROGRAMME, "href").is_empty(), "nothing of its programme is live");
    let list = visitor.links("Search all publications").remove(0);
    visitor.opens(&list).await.sees("Flu leaflet");
    let both =
        "update publications set programme_id = (select programme_id from publications where slug = 'flu-leaflet')";
    world.run(both).await;
    world.run("select refresh_listings(array(select id from publications))").await;
    let programme = visitor.opens(PAGE).await.links("See what there is on").remove(0);
    visitor.opens(&programme).await.sees("Flu leaflet");
    assert_eq!(visitor.status, StatusCode::OK);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_publication_of_drafts_is_as_if_it_were_not_there(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { status: EditionStatus::Draft, ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    let all = |slug: &str| {
        ["qr.svg", "qr.png", "files.zip"]
            .map(|file| format!("/publications/{slug}/{file}"))
            .into_iter()
            .chain([format!("/publications/{slug}"), format!("/q/publications/{slug}")])
    };
    for (there, not_there) in all("measles-leaflet").zip(all("nothing")) {
        visitor.once(Method::GET, &not_there, None).await;
        let (missing, words) = (visitor.status, visitor.text());
        visitor.once(Method::GET, &there, None).await;
        assert_eq!((visitor.status, visitor.text()), (missing, words), "{there}");
        assert_eq!(missing, StatusCode::NOT_FOUND);
    }
    world.run("update editions set status = 'withdrawn'").await;
    visitor.once(Method::GET, &format!("/q{PAGE}"), None).await;
    assert_eq!(visitor.status, StatusCode::FOUND, "what was printed leads to the page that says so");
}

/// The leaflet in more languages and formats.
async fn with_siblings(connect: PgConnectOptions) -> World {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world
        .run(
            "insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised,
                 resource_type, access_type, status, published_at, unit_of_issue, created_at, updated_at)
             select gen_random_uuid(), publication_id, l, f, 1, code, upper(code), resource_type, access_type, status, published_at,
                 1, created_at, updated_at
             from editions, (values ('pl', 'standard', 'MEAPL'), ('en', 'easy-read', 'MEAENER'), ('fr', 'audio', 'MEAFRAUD'),
                 ('pl', 'braille', 'MEAPLBRL'), ('fr', 'braille', 'MEAFRBRL')) as more (l, f, code)",
        )
        .await;
    world.run("select refresh_listings(array(select id from publications))").await;
    world
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_language_and_format_is_one_click_away(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = with_siblings(connect).await;
    let mut visitor = world.visitor();
    let at = |language: &str, format: &str| format!("{PAGE}?language={language}&format={format}");
    let chips = |visitor: &Visitor| -> Vec<(String, String)> {
        visitor.all("main a.chip").into_iter().zip(visitor.attributes("main a.chip", "href")).collect()
    };
    let chip = |words: &str, language: &str, format: &str| (words.to_owned(), at(language, format));
    visitor.opens(&at("en", "standard")).await;
    let expected = [
        chip("English", "en", "standard"),
        chip("Français", "fr", "audio"),
        chip("Polski", "pl", "standard"),
        chip("Standard", "en", "standard"),
        chip("Audio (Français)", "fr", "audio"),
        chip("Braille (Français)", "fr", "braille"),
        chip("Easy read", "en", "easy-read"),
    ];
    assert_eq!(chips(&visitor), expected);
    assert_eq!(visitor.all("main a.chip [lang=fr][dir=ltr]").len(), 2, "a language is named in itself");
    visitor.opens(&at("pl", "braille")).await;
    let expected = [
        chip("English", "en", "standard"),
        chip("Français", "fr", "braille"),
        chip("Polski", "pl", "braille"),
        chip("Standard", "pl", "standard"),
        chip("Audio (Français)", "fr", "audio"),
        chip("Braille", "pl", "braille"),
        chip("Easy read (English)", "en", "easy-read"),
    ];
    assert_eq!(chips(&visitor), expected);
    assert_eq!(visitor.all("main a.chip[aria-current=true]"), ["Polski", "Braille"]);
    for (words, path) in expected {
        visitor.opens(&path).await.does_not_see("is not available in");
        assert_eq!(visitor.status, StatusCode::OK, "{words}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_browser_s_languages_count_by_weight_and_without_their_region(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = with_siblings(connect).await;
    let mut visitor = world.visitor();
    for (accepted, code) in [
        ("pl-PL", "MEAPL"),
        ("FR-ca", "MEAFRAUD"),
        ("en;q=0.2, pl-PL;q=0.9, fr;q=0.5", "MEAPL"),
        ("pl;q=0, fr-CA;q=0.1", "MEAFRAUD"),
        ("pl;q=0", "MEA-1-EN"),
        ("tlh-Latn-x-yes, pl;q=0.1", "MEAPL"),
    ] {
        visitor.language = accepted;
        visitor.opens(PAGE).await;
        let codes = visitor.all("[aria-labelledby=facts-heading] dd");
        assert!(codes.iter().any(|fact| fact == code), "{accepted}: {codes:?}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn conditions_of_ordering_stand_there_while_orders_are_closed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.run("update editions set order_exceptions = 'Only for schools in Wales.'").await;
    let mut visitor = world.visitor();
    let words = "Only for schools in Wales.";
    visitor.opens(PAGE).await.sees("Add to basket").sees(words);
    for closed in [
        "update editions set order_from_date = '2027-01-01'",
        "update editions set order_from_date = null, order_end_date = '2026-01-01'",
        "update editions set order_end_date = null, run_to_zero = true, unit_of_issue = 5000",
    ] {
        world.run(closed).await;
        visitor.opens(PAGE).await.does_not_see("Add to basket").sees(words);
    }
    world.run("update editions set status = 'archived'").await;
    visitor.opens(PAGE).await.sees("This is an old version").does_not_see(words);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_video_is_offered_like_a_file(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.run("update editions set video_url = 'https://www.youtube.com/watch?v=dQw4w9-Wg_Q&t=90s'").await;
    let mut visitor = world.visitor();
    let told = async |visitor: &mut Visitor| -> serde_json::Value {
        visitor.once(Method::GET, "/api/v1/editions/MEA1EN", None).await;
        serde_json::from_str::<serde_json::Value>(&visitor.body).expect("JSON")["video_url"].clone()
    };
    let address = "https://www.youtube.com/watch?v=dQw4w9-Wg_Q&t=90s";
    visitor.opens(PAGE).await;
    assert_eq!(visitor.links("Watch the video"), [address]);
    assert_eq!(told(&mut visitor).await, address);
    for without in [
        "update editions set access_type = 'order-only'",
        "update editions set access_type = 'download-or-order', status = 'archived'",
    ] {
        world.run(without).await;
        visitor.opens(PAGE).await;
        assert!(visitor.links("Watch the video").is_empty() && !visitor.body.contains("dQw4w9-Wg_Q"), "{without}");
        assert!(told(&mut visitor).await.is_null(), "{without}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_card_names_every_live_language_and_format(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = with_siblings(connect).await;
    world
        .run(
            "insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised,
                 resource_type, access_type, status, published_at, unit_of_issue, created_at, updated_at)
             select gen_random_uuid(), publication_id, l, 'standard', 1, 'MEA' || upper(l), 'MEA' || upper(l), resource_type,
                 access_type, s, published_at, 1, created_at, updated_at
             from editions, (values ('ar', 'live'), ('cy', 'live'), ('yi', 'archived')) as more (l, s) where product_code = 'MEA-1-EN'",
        )
        .await;
    world.run("select refresh_listings(array(select id from publications))").await;
    let mut visitor = world.visitor();
    visitor.opens("/publications").await;
    let chips = |list: &str| visitor.all(&format!("#results .card ul[aria-label={list}] .chip"));
    assert_eq!(chips("Languages"), ["English", "العربية", "Cymraeg", "Français", "Polski"]);
    assert_eq!(chips("Formats"), ["Standard", "Audio", "Braille", "Easy read"]);
    assert_eq!(visitor.all("#results .card summary"), ["and 1 more"], "many languages fold away");
}
