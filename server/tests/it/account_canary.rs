//! Where what somebody typed for an account goes (G-P1, G-A11): it stands in no address, no log and no title, and on a
//! page only where that page shows it. Passwords and links stand nowhere at all.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{asks_for_link, link_to, orders, sets_password, signs_up, token_of, types_password},
    builders::Leaflet,
    conflicts::Log,
    registry_canary::{assert_unlogged, logs_into},
    registry_watch::{Canary, Watch, left},
    world::World,
};

const EMAIL: &str = "zqowner@example.com";

/// What is looked for, and where it may be shown.
const CANARIES: &[Canary] = &[
    ("zqowner", &["/account/sign-up", "/account/sign-in", "/account", "/checkout/", "/orders/"]),
    ("zqfirst", &["/account/sign-up", "/account", "/checkout/", "/orders/"]),
    ("zqnamed", &["/account"]),
    ("zqsecret", &[]),
    ("zqother", &[]),
    ("zqguess", &[]),
];
/// Of those, what nothing stores.
const SECRETS: &[Canary] = &[("zqsecret", &[]), ("zqother", &[]), ("zqguess", &[])];

/// Signs up, sets a password, orders, and looks at everything.
async fn has_an_account(world: &World) {
    let mut visitor = world.visitor();
    visitor.opens("/account/sign-up").await.fills("full_name", "Zqfirst").fills("account_email", "zqowner@");
    visitor.presses("Create my account").await.sees_error("account_email", "Enter an email address in the correct");
    signs_up(world, &mut visitor, "Zqfirst Lovelace", EMAIL).await;
    sets_password(&mut visitor, "zqsecret").await;
    visitor.sees("There is a problem");
    sets_password(&mut visitor, "zqsecret several words").await;
    orders(&mut visitor, "1", "1 Some Street").await;
    for page in ["", "/orders", "/devices", "/password", "/establishment", "/telephone", "/audience", "/alerts"] {
        visitor.opens(&format!("/account{page}")).await;
    }
    visitor.opens("/account/name").await.fills("full_name", "Zqnamed").presses("Save").await.sees("Zqnamed");
}

/// Signs in elsewhere, changes the password, and ends every session.
async fn comes_back(world: &World) {
    let mut other = world.visitor();
    types_password(&mut other, EMAIL, "zqguess at a password").await;
    other.sees("There is a problem");
    types_password(&mut other, EMAIL, "zqsecret several words").await;
    other.opens("/account/password").await.fills("current_password", "zqguess at a password");
    other.fills("new_password", "zqother several words").presses("Save my password").await.sees("There is a problem");
    other.fills("current_password", "zqsecret several words").fills("new_password", "zqother several words");
    other.presses("Save my password").await.sees("Your password is set");
    let mut third = world.visitor();
    let link = asks_for_link(world, &mut third, EMAIL).await;
    third.opens(&link).await.presses("Sign in").await;
    third.opens("/account/devices").await.presses("Sign out everywhere").await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_was_typed_is_shown_to_its_owner_and_passwords_to_nobody(_: PgPoolOptions, connect: PgConnectOptions) {
    let (watch, log) = (Watch::default(), Log::default());
    let world = watch.over(World::new(connect).await);
    world.has(Leaflet::default()).await;
    let logging = logs_into(&log);
    has_an_account(&world).await;
    comes_back(&world).await;
    drop(logging);

    let secrets = left(&world, SECRETS).await;
    assert_eq!(secrets, [] as [&str; 0], "nothing of a password is stored");
    assert!(
        left(&world, CANARIES).await.iter().any(|found| found.starts_with("public.accounts: ")),
        "rows are looked at"
    );
    assert_unlogged(&log, CANARIES);
    let token = token_of(&link_to(&world, EMAIL).await);
    assert!(!log.text().contains(&token), "a link is not logged");
    let (answers, showing) = watch.assert_discreet(CANARIES);
    assert!(showing > 8, "of {answers} answers {showing} show something");
    for mail in world.backend.mailer.sent() {
        let text = format!("{} {} {}", mail.subject, mail.text, mail.html).to_lowercase();
        assert!(mail.to == EMAIL && !SECRETS.iter().any(|(secret, _)| text.contains(secret)), "{text}");
    }
}
