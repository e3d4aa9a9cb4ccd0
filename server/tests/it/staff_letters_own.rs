//! What somebody is told when how they sign in changes: what, when, and what to do if it was not them; in the language of
//! whoever changed it, once, and nothing of what it is that they sign in with.

use domain::locale::Locale;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, GRACE, PASSWORD, ada, signs_up},
    authenticator::Authenticator,
    language_journeys::said,
    staff_passkeys::{posts, sets_up},
    staff_people::{App, accepts, first_admin, invites_first_admin, recovery_codes},
    staff_provider::{connects, served},
    staff_provider_people::{accepts_by_provider, grace, invites},
    visitor::Visitor,
    world::World,
};

const CODES: &str = "New recovery codes were made. Earlier ones do not work any more";
const APP: &str = "An authenticator app was set up";
const CONNECTED: &str = "The sign-in of your organisation was connected";

/// The letters to an address that say how somebody signs in has changed, oldest first: what they say of it.
async fn told(world: &World, email: &str) -> Vec<Vec<String>> {
    let letters = world.mails_to(email).await;
    let ours = letters.iter().filter(|mail| mail.subject == "How you sign in to Healthpost has changed");
    let changes = ours.map(|mail| {
        let text = mail.text.split_once("This has changed in your Healthpost account:").expect("what it is about").1;
        let (changes, rest) = text.split_once("It was done on 22 November 09:").expect("when");
        assert!(rest.contains("If it was not you, tell us at once") && rest.contains("/contact"), "{rest}");
        changes.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    });
    changes.collect()
}

/// The newest of them.
async fn newest(world: &World, email: &str) -> Vec<String> {
    told(world, email).await.pop().expect("a letter")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_joins_is_told_of_their_password_and_of_what_they_set_up(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let link = invites_first_admin(&world).await;
    let mut visitor = world.visitor();
    accepts(&mut visitor, &link, "Ada Lovelace").await;
    assert_eq!(told(&world, ADA).await, [["A password was set"]]);
    visitor.opens("/staff/security").await.presses("Set up an authenticator app").await;
    let app = App::told(&visitor);
    visitor.fills("staff_code", app.wrong(&world)).presses("Finish").await.sees("There is a problem");
    assert_eq!(told(&world, ADA).await.len(), 1, "nothing changed");
    visitor.fills("staff_code", &app.fresh(&world)).presses("Finish").await;
    assert_eq!(newest(&world, ADA).await, [APP, CODES]);
    let codes = recovery_codes(&visitor);
    assert_eq!((codes.len(), told(&world, ADA).await.len()), (10, 2));
    for mail in world.mails_to(ADA).await {
        let text = format!("{} {} {}", mail.subject, mail.text, mail.html);
        assert!(codes.iter().all(|code| !text.contains(code)) && !text.contains(PASSWORD), "{text}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn staff_are_told_of_every_change_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = first_admin(&world).await.visitor;
    let mut phone = Authenticator::new(1);
    let before = told(&world, ADA).await.len();
    posts(&mut visitor, "authenticator-remove", &[]).await;
    assert_eq!(told(&world, ADA).await.len(), before, "the only one stays, and nobody is told");
    sets_up(&mut visitor, &mut phone, "Zqphone").await;
    assert_eq!(newest(&world, ADA).await, ["A passkey was added"]);
    visitor.opens("/staff/security").await.presses("Set up another app in its place").await;
    let app = App::told(&visitor);
    visitor.fills("staff_code", &app.fresh(&world)).presses("Finish").await;
    assert_eq!(newest(&world, ADA).await, [APP]);
    posts(&mut visitor, "recovery-codes", &[]).await;
    assert_eq!(newest(&world, ADA).await, [CODES]);
    posts(&mut visitor, "authenticator-remove", &[]).await;
    assert_eq!(newest(&world, ADA).await, ["The authenticator app was removed"]);
    posts(&mut visitor, "authenticator-remove", &[]).await;
    visitor.opens("/staff/security").await.presses("Remove this passkey Zqphone").await.sees("your only second step");
    assert_eq!(told(&world, ADA).await.len(), before + 4, "nothing changed any more");
    sets_up(&mut visitor, &mut Authenticator::new(2), "Zqlaptop").await;
    visitor.opens("/staff/security").await.presses("Remove this passkey Zqphone").await;
    assert_eq!(newest(&world, ADA).await, ["A passkey was removed"]);
    assert_eq!(told(&world, ADA).await.len(), before + 6);
    visitor.opens("/account/password").await.fills("current_password", PASSWORD);
    visitor.fills("new_password", "some other plain words").presses("Save my password").await;
    let letter = world.mails_to(ADA).await.pop().expect("a letter");
    assert_eq!(letter.subject, "Your Healthpost password was changed");
    assert!(letter.text.contains("It was done on 22 November 09:"), "{}", letter.text);
    for mail in world.mails_to(ADA).await {
        assert!(!mail.text.contains("Zq") && !mail.html.contains("Zq"), "nor what a passkey is called");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn it_is_told_in_the_language_of_whoever_changed_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor: Visitor = first_admin(&world).await.visitor;
    for locale in Locale::ALL {
        visitor.language = locale.as_str();
        posts(&mut visitor, "recovery-codes", &[]).await;
        let letter = world.mails_to(ADA).await.pop().expect("a letter");
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(plain(&letter.subject), said(*locale, "mail-sign-in-changed-subject"));
        assert!(letter.html.contains(&format!("<html lang=\"{locale}\" dir=\"{}\">", locale.direction())));
        let text = plain(&letter.text);
        for words in ["body", "recovery-codes", "not-you", "link"] {
            assert!(text.contains(&said(*locale, &format!("mail-sign-in-changed-{words}"))), "{locale}: {text}");
        }
        assert!(!text.contains("Unknown localization"), "{locale}: {text}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_is_connected_with_a_provider_is_told(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    let mut visitor = ada(&world).await;
    provider.leads(&mut visitor, "/staff/provider?for=connect").await;
    assert_eq!(visitor.path, "/account", "{}", visitor.text());
    assert_eq!(told(&world, ADA).await, [[CONNECTED]]);
    provider.leads(&mut visitor, "/staff/provider?for=connect").await;
    assert_eq!(told(&world, ADA).await.len(), 1, "they were before");
    // Whoever accepts an invitation takes the place of everybody who came by a provider before.
    signs_up(&world, &mut world.visitor(), "Grace Hopper", GRACE).await;
    connects(&world, "zqbefore", GRACE).await;
    let way = invites(&world, GRACE).await;
    provider.is(grace());
    assert_eq!(accepts_by_provider(&world, &provider, &way).await.path, "/staff");
    let removed = "A sign-in of an organisation that was connected before was removed";
    assert_eq!(told(&world, GRACE).await, [[CONNECTED, removed]]);
}
