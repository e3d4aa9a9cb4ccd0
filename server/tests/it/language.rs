//! The interface in the reader's language: as the browser asks, or as was chosen.

use axum::http::{Method, StatusCode};
use domain::locale::Locale;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, visitor::Visitor, world::World};

fn html(visitor: &Visitor) -> &str {
    let start = visitor.body.find("<html").expect("a page");
    &visitor.body[start..visitor.body[start..].find('>').expect("a tag") + start]
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_browser_s_language_is_spoken_and_another_can_be_chosen(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens("/track").await.sees("Track an order");
    assert!(html(&visitor).contains("lang=\"en\"") && html(&visitor).contains("dir=\"ltr\""));
    visitor.language = "pl, ar-EG;q=0.9, en;q=0.8";
    visitor.opens("/track").await;
    assert!(html(&visitor).contains("lang=\"ar\"") && html(&visitor).contains("dir=\"rtl\""), "{}", html(&visitor));
    // The choice stays on the page with its state, and holds from then on.
    visitor.once(Method::GET, "/publications?q=measles&lang=fr", None).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER);
    assert_eq!(visitor.headers["location"], "/publications?q=measles");
    visitor.opens("/basket").await;
    assert!(html(&visitor).contains("lang=\"fr\""));
    assert!(visitor.title().contains("panier"), "{}", visitor.title());
    let cymraeg = visitor.links("Cymraeg").remove(0);
    visitor.opens(&cymraeg).await;
    assert!(html(&visitor).contains("lang=\"cy\""));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn errors_and_messages_come_in_the_language_of_the_form(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    visitor.language = "fr";
    visitor.opens("/track").await;
    let (_, action, _) = visitor.form_of(&words::say(words::Locale::French, "track-button"));
    visitor.once(Method::POST, &action, Some("order_number=x&order_email=y".to_owned())).await;
    visitor.opens("/track").await;
    assert!(visitor.title().starts_with("Erreur"), "{}", visitor.title());
    visitor.opens("/no-such-page").await.sees("Page introuvable");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_language_link_leads_nowhere_else(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    for path in ["//evil.example/?lang=fr", "/\\evil.example/?lang=fr", "/?lang=xx", "/?lang=%0d%0aSet-Cookie:x"] {
        visitor.once(Method::GET, path, None).await;
        assert!(!visitor.headers.contains_key("location"), "{path}");
    }
    visitor.opens("//evil.example/?page=2").await;
    assert_eq!(visitor.links("Cymraeg"), ["/?lang=cy"], "nor does the page of what is not there");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn another_language_is_the_same_page_with_its_question_and_also_where_nothing_is(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    for (page, status) in [
        ("/publications?q=measles+%26+more&language=en&language=pl", StatusCode::OK),
        ("/publications/no-such-leaflet?language=en", StatusCode::NOT_FOUND),
        ("/no-such-page?from=a+poster", StatusCode::NOT_FOUND),
    ] {
        visitor.opens(page).await;
        assert_eq!(visitor.status, status, "{page}");
        let link = visitor.links("العربية").remove(0);
        visitor.once(Method::GET, &link, None).await;
        assert_eq!(visitor.headers["location"], page);
        visitor.opens(page).await;
        assert_eq!(visitor.status, status, "{page}");
        assert!(html(&visitor).contains("lang=\"ar\"") && html(&visitor).contains("dir=\"rtl\""), "{page}");
        visitor.opens("/?lang=en").await;
    }
    visitor.once(Method::POST, "/do/no-such-form?from=x", Some(String::new())).await;
    assert_eq!(visitor.status, StatusCode::NOT_FOUND);
    assert_eq!(visitor.links("Cymraeg"), ["/?lang=cy"], "what was posted is not opened again");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_summary_without_a_translation_says_that_it_is_english(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.run("update publications set summary = 'An English summary.'").await;
    world.run("update editions set language = 'ar', title = 'الحصبة'").await;
    world.run("select refresh_listings(array(select id from publications))").await;
    let mut visitor = world.visitor();
    visitor.opens("/publications?lang=ar").await;
    assert_eq!(visitor.all(".card [lang=ar][dir=rtl]"), ["الحصبة"]);
    assert_eq!(visitor.all(".card p[lang=en][dir=ltr]"), ["An English summary."]);
}

/// Where names of the catalogue stand on a page that marks what is not in its language.
const MARK: &str = "span[lang=en][dir=ltr]";

/// The facets whose values have names.
const NAMED: [&str; 6] = ["programme", "language", "disease", "vaccination", "audience", "setting"];

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_list_says_of_every_name_that_it_is_english(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    let list = "/publications?disease=measles&available=now";
    visitor.opens(list).await;
    assert!(visitor.all(&format!("main {MARK}")).is_empty(), "an English page needs no mark");
    visitor.opens(&format!("{list}&lang=ar")).await;
    for facet in NAMED {
        let labels = visitor.all(&format!("#facet-{facet} .checkbox label"));
        let values: Vec<&str> = labels.iter().map(|label| label.rsplit_once(" (").expect("a count").0).collect();
        assert!(!values.is_empty(), "{facet} has values");
        assert_eq!(visitor.all(&format!("#facet-{facet} .checkbox label > {MARK}")), values, "{facet}");
    }
    for facet in ["format", "type", "access", "available"] {
        assert!(visitor.all(&format!("#facet-{facet} {MARK}")).is_empty(), "{facet} is in Arabic");
    }
    assert_eq!(visitor.all(&format!("a.chip-link > {MARK}")), ["Measles"], "of the chosen ones, the disease");
    let cards = visitor.all("#results .card").len();
    assert!(cards > 0);
    assert_eq!(visitor.all(&format!("#results .card .text-muted > {MARK}")).len(), cards);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn pages_of_programmes_and_publications_say_so_too(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/programmes").await;
    let english = visitor.all(".programme");
    visitor.opens("/programmes?lang=ar").await;
    assert_eq!(visitor.all(&format!(".programme > {MARK}")), english);
    visitor.opens("/programmes/flu-vaccination").await;
    assert_eq!(visitor.all(&format!("h1 > {MARK}")), visitor.all("h1"));
    let topics = visitor.all("a.chip").len();
    assert!(topics > 0);
    assert_eq!(visitor.all(&format!("a.chip > {MARK}")).len(), topics);
    visitor.opens("/publications/flu-vaccination-leaflet-for-parents?language=en&format=standard").await;
    // Its language, diseases, vaccinations, audiences and settings.
    assert_eq!(visitor.all(&format!("[aria-labelledby=facts-heading] dd > {MARK}")).len(), 5);
    assert_eq!(visitor.all(&format!("p > a[href='/programmes/flu-vaccination'] > {MARK}")).len(), 1);
    visitor.opens("/programmes/flu-vaccination?lang=en").await;
    assert!(visitor.all(&format!("main {MARK}")).is_empty());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn pages_of_text_are_whole_in_every_language(_: PgPoolOptions, connect: PgConnectOptions) {
    const PARTS: [&str; 5] = [".prose h2", ".prose li", ".prose p", ".prose tr", ".prose a"];
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    for (page, title) in [
        ("/about", "content-about"),
        ("/accessibility", "content-accessibility"),
        ("/privacy", "content-privacy"),
        ("/cookies", "content-cookies"),
    ] {
        visitor.opens(&format!("{page}?lang=en")).await;
        let english = PARTS.map(|part| visitor.all(part));
        assert!(visitor.all(".prose [lang]").is_empty(), "{page}: an English page needs no mark");
        for locale in [Locale::Welsh, Locale::French, Locale::Arabic] {
            visitor.opens(&format!("{page}?lang={locale}")).await;
            let (lang, dir) = (format!("lang=\"{locale}\""), format!("dir=\"{}\"", locale.direction()));
            assert!(html(&visitor).contains(&lang) && html(&visitor).contains(&dir), "{page}: {}", html(&visitor));
            assert_eq!(visitor.all("h1"), [words::say(locale, title)]);
            assert!(visitor.all(".prose[lang], .prose[dir]").is_empty(), "{page}: a text is in the page's language");
            for (part, theirs) in PARTS.iter().zip(&english) {
                let ours = visitor.all(part);
                assert_eq!(ours.len(), theirs.len(), "{page} in {locale}: {part}");
                // The words of a link may be an English name.
                let same = ours.iter().find(|words| *part != ".prose a" && theirs.contains(*words));
                assert_eq!(same, None, "{page} in {locale}: left in English");
            }
        }
    }
    visitor.opens("/accessibility").await;
    let marked = visitor.all(&format!(".prose {MARK}"));
    for name in ["Equality and Human Rights Commission", "Equality Advisory and Support Service"] {
        assert!(marked.contains(&name.to_owned()), "{name} is marked: {marked:?}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_notice_says_that_it_is_english(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world
        .run(
            "insert into notices (id, message, enabled, created_at, updated_at)
             values (gen_random_uuid(), 'Closed on Monday', true, now(), now())",
        )
        .await;
    let mut visitor = world.visitor();
    // The first page reads what there is.
    visitor.opens("/publications").await;
    visitor.opens("/publications").await;
    assert_eq!((visitor.all(".notice p").len(), visitor.all(".notice [lang]").len()), (1, 0));
    visitor.opens("/publications?lang=ar").await;
    assert_eq!(visitor.all(".notice p[lang=en]"), ["Closed on Monday"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn letters_are_in_the_language_of_the_form_and_run_its_way(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for locale in Locale::ALL.iter().copied() {
        let mut visitor = world.visitor();
        visitor.language = locale.as_str();
        let email = format!("{locale}@example.com");
        visitor.opens("/contact").await.fills("support_summary", "A question").fills("support_message", "Where is it?");
        visitor.fills("contact_name", "Ada").fills("contact_email", &email);
        visitor.presses(&words::say(locale, "contact-us-button")).await;
        let mail = world.mails_to(&email).await.pop().expect("a letter");
        assert_eq!(mail.subject, words::say(locale, "mail-support-received-subject"));
        let tag = format!("<html lang=\"{locale}\" dir=\"{}\">", locale.direction());
        assert!(mail.html.contains(&tag), "{}", mail.html);
    }
    assert!(world.mails_to("ar@example.com").await[0].html.contains("<html lang=\"ar\" dir=\"rtl\">"));
    let desk = world.mails_to("support@healthpost.example").await;
    assert_eq!(desk.len(), Locale::ALL.len());
    assert!(desk.iter().all(|mail| mail.html.contains("<html lang=\"en\" dir=\"ltr\">")), "the desk reads English");
}
