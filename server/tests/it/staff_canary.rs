//! Where what staff type and are given goes (G-P1, G-A11): passwords, codes, keys and links stand in no log and in no
//! table in the clear, and on no page but the one that gives them; names and addresses where they are looked after; and
//! none of it in an address, a title or the audit trail.

use domain::{
    form::Answer,
    text::{EmailAddress, FullName},
};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::token_of,
    conflicts::Log,
    registry_canary::{assert_unlogged, logs_into},
    registry_watch::{Canary, Watch, left},
    staff_people::{App, invitation_to, recovery_codes, types_code, types_password},
    visitor::Visitor,
    world::World,
};

const EMAIL: &str = "zqadmin@example.com";
const OTHER: &str = "zqcolleague@example.com";
const PASSWORD: &str = "zqsecret several words";

/// What is looked for, and where it may be shown.
const CANARIES: &[Canary] = &[
    ("zqadmin", &["/staff/sign-in", "/staff/people", "/account"]),
    ("zqcolleague", &["/staff/people"]),
    ("zqfirst", &["/staff", "/account"]),
    ("zqsecret", &[]),
    ("zqguess", &[]),
];

/// What somebody is given to sign in with, as it is looked for.
struct Given {
    /// The key of the app, as it is shown.
    key: String,
    codes: Vec<String>,
    /// Of the invitation, and of every session.
    tokens: Vec<String>,
}

impl Given {
    /// What nothing stores: passwords, and these in every way in which they are written.
    fn secrets(&self) -> Vec<Canary> {
        let shown = self.codes.iter().chain([&self.key]);
        let written = shown.flat_map(|shown| [shown.clone(), shown.replace(['-', ' '], "")]);
        let all = written.chain(self.tokens.iter().cloned()).map(|secret| secret.to_lowercase());
        let given = all.map(|secret| -> Canary { (secret.leak(), &[]) });
        given.chain([("zqsecret", &[] as &[&str]), ("zqguess", &[])]).collect()
    }

    /// Where its owner may see them.
    fn shown(&self) -> Vec<Canary> {
        let all = self.codes.iter().chain([&self.key]).map(|secret| secret.to_lowercase());
        all.map(|secret| -> Canary { (secret.leak(), &["/staff/security"]) }).collect()
    }
}

fn session(visitor: &Visitor) -> String {
    visitor.cookie("__Host-sid").expect("a session").clone()
}

/// Accepts an invitation, wrongly at first, and sets up an app.
async fn comes_in(world: &World, visitor: &mut Visitor) -> (App, Given) {
    let (email, name) = (EmailAddress::read(EMAIL).expect("an address"), FullName::read("Zqfirst").expect("a name"));
    let link = backend::staff::create_admin(&world.backend, (&email, &name), false).await.expect("invited").to_string();
    assert_eq!(invitation_to(world, EMAIL).await, link);
    visitor.opens(&link).await.fills("full_name", "Zqfirst Lovelace").fills("new_password", "zqsecret");
    visitor.presses("Accept").await.sees("There is a problem").fills("new_password", PASSWORD).presses("Accept").await;
    visitor.presses("Set up an authenticator app").await;
    let (app, key) = (App::told(visitor), visitor.all("main bdi[dir=ltr]").remove(0));
    let before = session(visitor);
    visitor.fills("staff_code", app.wrong(world)).presses("Finish").await.sees("There is a problem");
    visitor.fills("staff_code", &app.fresh(world)).presses("Finish").await;
    let codes = recovery_codes(visitor);
    assert_eq!(codes.len(), 10, "{}", visitor.text());
    let tokens = vec![token_of(&link), before, session(visitor)];
    (app, Given { key, codes, tokens })
}

/// Looks after somebody: invites them, wrongly at first, and takes it back.
async fn looks_after(visitor: &mut Visitor) {
    for page in ["/staff", "/staff/security", "/staff/people", "/account"] {
        visitor.opens(page).await;
    }
    visitor.opens("/staff/people/invite").await.fills("account_email", OTHER).presses("Send").await;
    visitor.sees("There is a problem").fills("account_email", OTHER).fills("catalogue_role", "publisher");
    visitor.presses("Send").await.sees("The invitation is on its way");
}

/// Proves once more who they are, with a code that counts beside a password that does not; and then rightly.
async fn proves_it(world: &World, visitor: &mut Visitor, given: &Given) {
    world.backend.clock.advance(SignedDuration::from_mins(11));
    visitor.opens("/staff/people").await.presses("Send again").await.fills("password", "zqguess at it");
    visitor.fills("staff_code", &given.codes[0]).presses("Confirm").await.sees("There is a problem");
    assert_eq!(left(world, &given.secrets()).await, [] as [&str; 0], "of what was refused none is kept");
    visitor.fills("password", PASSWORD).fills("staff_code", &given.codes[0]).presses("Confirm").await;
    visitor.sees("Open invitations").presses("Send again").await.sees("The invitation is on its way");
}

/// Signs in elsewhere, with everything wrong that can be.
async fn comes_back(world: &World, app: &App, given: &mut Given) {
    let mut visitor = world.visitor();
    types_password(&mut visitor, EMAIL, "zqguess at it").await;
    types_password(&mut visitor, EMAIL, PASSWORD).await;
    given.tokens.push(session(&visitor));
    for used in [&given.codes[0], &given.codes[0].replace('-', "")] {
        types_code(&mut visitor, used).await;
        visitor.sees("There is a problem");
    }
    types_code(&mut visitor, &app.fresh(world)).await;
    given.tokens.push(session(&visitor));
    assert_eq!(visitor.path, "/staff", "{}", visitor.text());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nothing_that_staff_sign_in_with_stands_anywhere_in_the_clear(_: PgPoolOptions, connect: PgConnectOptions) {
    let (watch, log) = (Watch::default(), Log::default());
    let world = watch.over(World::new(connect).await);
    let logging = logs_into(&log);
    let mut visitor = world.visitor();
    let (app, mut given) = comes_in(&world, &mut visitor).await;
    looks_after(&mut visitor).await;
    proves_it(&world, &mut visitor, &given).await;
    comes_back(&world, &app, &mut given).await;
    given.tokens.push(session(&visitor));
    given.tokens.push(token_of(&invitation_to(&world, OTHER).await));
    drop(logging);

    let secrets = given.secrets();
    assert_eq!(left(&world, &secrets).await, [] as [&str; 0], "nothing of it is stored");
    let rows = left(&world, CANARIES).await;
    assert!(rows.contains(&"public.accounts: zqadmin".to_owned()), "rows are looked at: {rows:?}");
    let entries = world.count("select count(*) from audit_entries").await;
    assert!(entries >= 8 && !rows.iter().any(|row| row.starts_with("public.audit")), "nobody is named there: {rows:?}");
    assert_unlogged(&log, &secrets);
    assert_unlogged(&log, CANARIES);
    let (answers, showing) = watch.assert_discreet(&[CANARIES, given.shown().as_slice()].concat());
    assert!(showing > 8, "of {answers} answers {showing} show something");
    for mail in world.backend.mailer.sent() {
        let text = format!("{} {} {}", mail.subject, mail.text, mail.html).to_lowercase();
        assert!([EMAIL, OTHER].contains(&mail.to.as_str()) && !text.contains("zqsecret") && !text.contains("zqguess"));
    }
}
