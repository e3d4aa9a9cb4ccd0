//! Texts that tell what a service forgot: they are answered in every form, never shown as markup, and come back as
//! they were typed.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    bad_input::{at_checkout, owned, posts},
    builders::Leaflet,
    naughty::read_at_once,
    order::goes_to_check,
    world::World,
};

/// No element of ours.
const MARK: &str = "<hp-x";

/// Names as somebody may have them, or pretend to: right to left, joined signs, letters whose case changes their
/// length, one name in both normal forms, formulas of spreadsheets, markup.
const NAMES: [&str; 13] = [
    "\u{202e}evil\u{202c} name",
    "\u{2067}ليلى\u{2069} Smith",
    "👩\u{200d}⚕\u{fe0f} Nurse",
    "İpek ıŞIK ſmith ẞ ŉ",
    "Ame\u{301}lie",
    "Am\u{e9}lie",
    "=HYPERLINK(\"https://x.example\")",
    "+44 Ada",
    "-Ada",
    "@SUM(A1)",
    "<hp-x> O'Brien & \"sons\"",
    "</textarea><hp-x>",
    "'><hp-x onload=x>",
];

/// What else may be typed: line breaks that would be headers, cells and rows, days and numbers beyond all bounds.
const OTHERS: [&str; 16] = [
    "a\r\nBcc: all@example.com\r\n\r\n<hp-x>",
    "a\rb",
    "\t=1+1",
    "a,b;c\"d\ne",
    "0001",
    "9999",
    "0001-01-01",
    "9999-12-31",
    "00",
    "32",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775809",
    "1e309",
    "\u{feff}\u{200b}\u{2060}",
    "{{7*7}}${7*7}<hp-x>%00",
];

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_question_takes_or_refuses_them_and_shows_none_as_markup(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (mut visitor, order) = at_checkout(&world, 1).await;
    for (path, right) in read_at_once() {
        for (at, (name, _)) in right.iter().enumerate() {
            for text in NAMES.into_iter().chain(OTHERS) {
                let mut answers = owned(right, &order);
                text.clone_into(&mut answers[at].1);
                posts(&mut visitor, path, &answers).await;
                assert!(!visitor.body.contains(MARK), "{path}: {name}={text:?} is markup on {}", visitor.path);
            }
        }
    }
    backend::jobs::send_due(&world.backend).await.expect("messages leave");
    let mails = world.backend.mailer.sent();
    assert!(mails.len() > 2, "some were taken");
    for mail in mails {
        assert!(!mail.html.contains(MARK), "{}", mail.html);
        assert!(!mail.subject.contains(char::is_control) && !mail.to.contains(char::is_control), "{mail:?}");
    }
    let broken = "select count(*) from basket_lines where quantity not between 1 and 10000";
    assert_eq!(world.count(broken).await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn names_come_back_as_they_were_typed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "1", "ada@example.com", "1 Some Street").await;
    for name in NAMES {
        visitor.opens("/checkout/contact").await.fills("full_name", name).presses("Continue").await;
        visitor.sees("Check your answers").sees(name);
        assert!(!visitor.body.contains(MARK), "{name}");
        assert_eq!(visitor.opens("/checkout/contact").await.value_of("full_name"), name);
    }
    for (at, name) in NAMES.into_iter().enumerate() {
        let mut orderer = world.visitor();
        let email = format!("ada{at}@example.com");
        goes_to_check(&world, &mut orderer, "1", &email, &format!("{at} Other Street")).await;
        orderer.opens("/checkout/contact").await.fills("full_name", name).presses("Continue").await;
        orderer.presses("Place order").await.sees("Order placed").sees(name);
        assert!(!orderer.body.contains(MARK), "{name}");
        let stored = format!("select full_name from orders where email_norm = '{email}'");
        assert_eq!(world.text(stored.leak()).await, name);
        let mail = world.mails_to(&email).await.pop().expect("a confirmation");
        assert!(mail.text.contains(name) && !mail.html.contains(MARK), "{}", mail.text);
    }
}
