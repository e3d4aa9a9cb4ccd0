//! Every page, button and letter of an account is in the language of whoever reads it, and what is not in it keeps its
//! own direction.

use domain::locale::Locale;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{PASSWORD, ada, link_to, orders},
    builders::Leaflet,
    language_journeys::said,
    order::MEASLES,
    visitor::Visitor,
    world::World,
};

/// Pages of somebody who is signed in, and their headings.
const OWN: &[(&str, &str)] = &[
    ("/account", "account-title"),
    ("/account/orders", "account-orders-title"),
    ("/account/name", "account-name-title"),
    ("/account/telephone", "account-telephone-title"),
    ("/account/audience", "account-audience-title"),
    ("/account/alerts", "account-alerts-title"),
    ("/account/establishment", "account-establishment-title"),
    ("/account/password", "account-password-title"),
    ("/account/devices", "account-devices-title"),
    ("/account/addresses", "account-addresses-title"),
    ("/account/addresses/add", "account-address-add-title"),
    ("/account/password/forgotten", "account-forgotten-title"),
    ("/account/email", "account-email-title"),
    ("/account/lists", "lists-title"),
    ("/account/data", "account-data-title"),
    ("/account/close", "close-title"),
    ("/account/closed", "closed-title"),
];

/// The page at hand is in a language, and has this heading.
#[track_caller]
fn reads(visitor: &Visitor, locale: Locale, heading: &str) {
    assert_eq!(visitor.attributes("html", "lang"), [locale.as_str()], "{}", visitor.path);
    assert_eq!(visitor.attributes("html", "dir"), [locale.direction().to_string()], "{}", visitor.path);
    assert_eq!(visitor.all("h1"), [said(locale, heading)], "{}", visitor.path);
    assert!(!visitor.body.contains("Unknown localization"), "{}", visitor.text());
}

async fn presses(visitor: &mut Visitor, locale: Locale, button: &str, answers: &[(&str, &str)]) {
    for (name, value) in answers {
        visitor.fills(name, value);
    }
    visitor.presses(&said(locale, button)).await;
}

/// Makes an account, looks at every page of it, sets a password and goes without one again.
async fn has_an_account(world: &World, locale: Locale) {
    let email = format!("{locale}@example.com");
    let mut visitor = world.visitor();
    visitor.language = locale.as_str();
    visitor.opens("/account/sign-up").await;
    reads(&visitor, locale, "account-sign-up-title");
    presses(&mut visitor, locale, "account-sign-up-button", &[("full_name", "Ada"), ("account_email", email.as_str())])
        .await;
    reads(&visitor, locale, "account-mailed-title");
    visitor.opens(&link_to(world, &email).await).await;
    reads(&visitor, locale, "account-confirm-title");
    presses(&mut visitor, locale, "account-confirm-button", &[]).await;
    reads(&visitor, locale, "account-establishment-title");
    presses(&mut visitor, locale, "account-save", &[("establishment", "NH:GPS")]).await;
    visitor.sees(&said(locale, "done-account-changed"));
    for (path, heading) in OWN {
        visitor.opens(path).await;
        reads(&visitor, locale, heading);
    }
    visitor.opens("/account/password").await;
    presses(&mut visitor, locale, "account-password-save", &[("new_password", "short")]).await;
    assert!(visitor.all("[role=alert]").concat().contains("12"), "{locale}: {}", visitor.text());
    presses(&mut visitor, locale, "account-password-save", &[("new_password", PASSWORD)]).await;
    visitor.sees(&said(locale, "done-password-set")).sees(&said(locale, "account-password-is-set"));
    presses(&mut visitor, locale, "nav-sign-out", &[]).await;
    reads(&visitor, locale, "account-signed-out-title");
    comes_back(world, &mut visitor, (locale, email.as_str())).await;
}

/// Signs in with a basket, by password and by link, and signs out everywhere.
async fn comes_back(world: &World, visitor: &mut Visitor, (locale, email): (Locale, &str)) {
    let answers = [("account_email", email), ("password", PASSWORD)];
    visitor.opens(MEASLES).await;
    presses(visitor, locale, "add-to-basket", &[("quantity", "1")]).await;
    visitor.opens("/account/sign-in").await;
    reads(visitor, locale, "account-sign-in-title");
    presses(visitor, locale, "account-sign-in-button", &[("account_email", email), ("password", "not it")]).await;
    reads(visitor, locale, "account-sign-in-title");
    visitor.sees(&said(locale, "password.wrong"));
    presses(visitor, locale, "account-sign-in-button", &answers).await;
    reads(visitor, locale, "basket-title");
    visitor.sees(&said(locale, "basket-merged-title"));
    presses(visitor, locale, "basket-merged-undo", &[]).await;
    visitor.sees(&said(locale, "done-merge-undone"));
    visitor.opens("/account/password").await;
    presses(visitor, locale, "account-password-remove-button", &[("current_password", PASSWORD)]).await;
    visitor.sees(&said(locale, "done-password-removed"));
    visitor.opens("/account/devices").await;
    presses(visitor, locale, "account-everywhere-button", &[]).await;
    visitor.opens("/account/sign-in").await;
    presses(visitor, locale, "account-by-link-button", &[("account_email", email)]).await;
    let link = link_to(world, email).await;
    visitor.opens(&link).await;
    reads(visitor, locale, "account-link-title");
    presses(visitor, locale, "account-sign-in-button", &[]).await;
    visitor.opens(&link).await;
    reads(visitor, locale, "error-account-link-title");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_page_button_and_letter_of_an_account_is_in_the_language_of_its_reader(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    for locale in Locale::ALL {
        has_an_account(&world, *locale).await;
    }
    let mut subjects = std::collections::BTreeSet::new();
    for locale in Locale::ALL {
        let letters = world.mails_to(&format!("{locale}@example.com")).await;
        // The address confirmed, a password set, none any more, and a link.
        assert_eq!(letters.len(), 4, "{locale}: {:?}", letters.iter().map(|mail| &mail.subject).collect::<Vec<_>>());
        let tag = format!("<html lang=\"{locale}\" dir=\"{}\">", locale.direction());
        for mail in letters {
            assert!(mail.html.contains(&tag), "{}", mail.html);
            assert!(!format!("{} {}", mail.subject, mail.text).contains("Unknown localization"), "{}", mail.text);
            subjects.insert(mail.subject);
        }
    }
    assert!(subjects.len() >= 3 * Locale::ALL.len(), "each in its language: {subjects:?}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_not_arabic_keeps_its_direction_on_the_pages_of_an_account(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    let number = orders(&mut visitor, "1", "1 Some Street").await;
    visitor.language = "ar";
    visitor.opens("/account").await.sees("\u{2068}1 Some Street, Leeds, LS1 4AP\u{2069}");
    visitor.sees(&format!("\u{2068}{number}\u{2069}"));
    assert!(visitor.all("bdi[dir=ltr]").contains(&"ada@example.com".to_owned()));
    assert!(visitor.all("bdi").contains(&"Ada Lovelace".to_owned()));
    visitor.opens("/account/establishment").await.fills("establishment", "NH:GPS");
    visitor.presses(&said(Locale::Arabic, "account-save")).await;
    assert_eq!(visitor.all("main [lang=en]"), ["GP Surgeries / Health Centres", "NHS"], "names that are English only");
}
