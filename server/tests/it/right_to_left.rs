//! What Arabic readers type on their keyboards is read, and what is not Arabic keeps its own direction on their pages.

use domain::locale::Locale;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet, language_journeys::said, order::MEASLES, registry_journey::answers_everything, visitor::Visitor,
    world::World,
};

const ADA: &str = "ada@example.com";
/// As it is copied from a page that mentions it.
const COPIED: &str = "\u{2068}ada@example.com\u{2069}";
/// In Arabic it would be read "Spanish-2023004".
const CODE: &str = "2023004-Spanish";
/// What is isolated on every page of the order.
const GIVEN: [&str; 6] = ["1 Some Street", "Leeds", "LS1 4AP", "Ada", ADA, "020 7946 0018"];

/// Digits as an Arabic keyboard has them.
fn arabic(text: &str) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|digit| char::from_u32(0x660 + digit)).unwrap_or(c);
    text.chars().map(digit).collect()
}

/// Presses a button of an Arabic page.
async fn presses(visitor: &mut Visitor, button: &str, answers: &[(&str, &str)]) {
    for (name, value) in answers {
        visitor.fills(name, value);
    }
    visitor.presses(&said(Locale::Arabic, button)).await;
}

/// From the publication to the check page, with every number typed on an Arabic keyboard.
async fn goes_to_check(world: &World, visitor: &mut Visitor) {
    visitor.opens(MEASLES).await;
    presses(visitor, "add-to-basket", &[("quantity", "٣ نسخ")]).await;
    assert_eq!(visitor.value_of("quantity"), "٣ نسخ", "what was refused is shown as it was typed");
    presses(visitor, "add-to-basket", &[("quantity", "٣")]).await;
    assert_eq!(visitor.value_of("line_quantity"), "3");
    assert_eq!(visitor.all(".basket-line bdi[dir=ltr]"), [CODE]);
    presses(visitor, "continue", &[]).await;
    presses(visitor, "continue", &[("address_line1", "1 Some Street"), ("city", "Leeds"), ("postcode", "LS١ ٤AP")])
        .await;
    presses(visitor, "continue", &[("full_name", "Ada"), ("email", COPIED), ("telephone", "٠٢٠ ٧٩")]).await;
    assert_eq!(visitor.value_of("telephone"), "٠٢٠ ٧٩", "the same where there are too few");
    presses(visitor, "continue", &[("telephone", "\u{2068}٠٢٠ ٧٩٤٦ ٠٠١٨\u{2069}")]).await;
    let letter = world.mails_to(ADA).await.pop().expect("a code");
    let code: String = letter.subject.chars().filter(char::is_ascii_digit).collect();
    assert!(letter.text.lines().any(|line| line == code), "it is copied without marks:\n{}", letter.text);
    let typed = arabic(&code);
    presses(visitor, "continue", &[("code", typed.as_str())]).await;
    assert_eq!(visitor.path, "/checkout/check");
}

/// Everything that was given stands alone, whatever is around it.
#[track_caller]
fn keeps_directions(visitor: &Visitor) {
    let alone = visitor.all("bdi");
    for given in GIVEN {
        assert!(alone.contains(&given.to_owned()), "{given} on {}: {alone:?}", visitor.path);
    }
    let from_the_left = visitor.all("bdi[dir=ltr]");
    for given in [CODE, ADA, "020 7946 0018"] {
        assert!(from_the_left.contains(&given.to_owned()), "{given} on {}: {from_the_left:?}", visitor.path);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_order_is_typed_on_an_arabic_keyboard_and_read_in_its_order(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { code: CODE, ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    visitor.language = "ar";
    goes_to_check(&world, &mut visitor).await;
    keeps_directions(&visitor);
    presses(&mut visitor, "place-order", &[]).await;
    keeps_directions(&visitor);
    let number = visitor.all(".order-number").concat();
    let stored = world.text("select telephone || ', ' || (address ->> 'postcode') from orders").await;
    assert_eq!(stored, "020 7946 0018, LS1 4AP", "carriers read western digits");

    let letter = world.mails_to(ADA).await.pop().expect("a confirmation");
    for isolated in ["\u{2068}1 Some Street\u{2069}", "\u{2068}2023004-Spanish\u{2069} – "] {
        assert!(letter.text.contains(isolated), "{isolated:?} is not in:\n{}", letter.text);
    }
    assert!(
        letter.html.contains("<bdi>1 Some Street</bdi>") && letter.html.contains("\u{2068}2023004-Spanish\u{2069}")
    );

    let mut later = world.visitor();
    later.language = "ar";
    later.opens("/track").await;
    let spoken = format!("\u{2068}{}\u{2069}", arabic(&number));
    presses(&mut later, "track-button", &[("order_number", spoken.as_str()), ("order_email", COPIED)]).await;
    keeps_directions(&later);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_a_title_or_a_picture_mentions_stands_alone(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.language = "ar";
    visitor.opens("/publications?q=measles").await;
    assert!(visitor.title().contains("\u{2068}measles\u{2069}"), "{:?}", visitor.title());
    visitor.opens(MEASLES).await;
    let described = visitor.attributes("img.publication-cover", "alt").concat();
    assert!(described.contains("\u{2068}Measles leaflet\u{2069}"), "{described:?}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn answers_of_the_registry_keep_their_direction(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = answers_everything(&world).await;
    visitor.language = "ar";
    visitor.opens("/register/check").await.sees("\u{2068}(250) 555-0142\u{2069}");
    let alone = visitor.all("bdi");
    for given in ["Ada", "Lovelace", "V8W 9W2", ADA, "RN 12"] {
        assert!(alone.contains(&given.to_owned()), "{given}: {alone:?}");
    }
    visitor.language = "en";
    visitor.opens("/register/check").await.sees("(250) 555-0142 ext. 12");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_day_is_typed_as_its_page_would_write_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    for (locale, day, month, year) in [
        (Locale::French, "3", "février", "2027"),
        (Locale::Welsh, "4", "Chwefror", "2027"),
        (Locale::Arabic, "٥", "فبراير", "٢٠٢٧"),
    ] {
        let mut visitor = world.visitor();
        visitor.language = locale.as_str();
        visitor.opens("/more/MEA-1-EN").await;
        let email = format!("{locale}@example.com");
        let rest = [
            ("asked_quantity", "40"),
            ("reason", "A health fair for forty families"),
            ("needed_by-day", day),
            ("needed_by-year", year),
            ("full_name", "Ada"),
            ("asker_email", email.as_str()),
        ];
        for month in ["xyz", month] {
            for (name, value) in rest {
                visitor.fills(name, value);
            }
            visitor.fills("needed_by-month", month).presses(&said(locale, "ask-button")).await;
            if month == "xyz" {
                assert_eq!(
                    ["day", "month", "year"].map(|part| visitor.value_of(&format!("needed_by-{part}"))),
                    [day, "xyz", year]
                );
            }
        }
        visitor.sees(&said(locale, "asked-title"));
    }
    let asked = world.texts("select needed_by::text from limit_requests order by 1").await;
    assert_eq!(asked, ["2027-02-03", "2027-02-04", "2027-02-05"]);
}
