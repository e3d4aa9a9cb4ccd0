//! Where what somebody typed goes (G-P1): through every journey of the registry it stands in no address, no log and no
//! title, and in the source of a page only where that page shows it; once they are erased it stands nowhere. The page of
//! a failure gives back what was sent behind a button: `failures.rs`, `registry_signed_out.rs`; pages beside the journey:
//! `registry_canary_aside.rs`.

use backend::registry::OwnerLink;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use tracing::subscriber::DefaultGuard;

use crate::{
    conflicts::Log,
    registry_journey::starts,
    registry_my::{link_in, signs_in},
    registry_pages::{Answered, WAY, continues, opens},
    registry_watch::{Canary, Watch, left},
    visitor::Visitor,
    world::World,
};

const MAIL: &str = "zqmailbox@example.com";
const NEW_MAIL: &str = "zqnewmailbox@example.org";
/// In the place of the answers of the usual way.
const OWN: &[(&str, &str)] = &[
    ("first_name", "Zqfirstname"),
    ("last_name", "Zqlastname"),
    ("postal_code", "v9z7j3"),
    ("primary_phone", "(250) 555-7391"),
    ("primary_phone_ext", "Zqdoorway"),
    ("email", MAIL),
    ("registration_number", "ZQ9081726354"),
];

/// Where two windows said different things.
const CHANGED: &str = "/register/changed";
const MY_CHANGED: &str = "/my/changed";

/// What is looked for of those, and where it may be shown. Each is long enough to stand in no seal, token or id by
/// chance.
const CANARIES: &[Canary] = &[
    (
        "zqfirstname",
        &["/register/name", CHANGED, "/register/check", "/my/registration", MY_CHANGED, "/my/data", "/still-right/"],
    ),
    ("zqlastname", &["/register/name", CHANGED, "/register/check", "/my/registration", MY_CHANGED, "/my/data"]),
    ("zqrivalname", &[CHANGED, MY_CHANGED]),
    ("v9z7j3", &["/register/postal-code", "/register/check"]),
    ("v9z 7j3", &["/register/check", "/my/registration", "/my/data"]),
    ("zqbadcode", &["/register/postal-code"]),
    ("(250) 555-7391", &["/register/phones", "/register/check", "/my/registration", "/my/data"]),
    ("2505557391", &[]),
    ("zqdoorway", &["/register/phones", "/register/check", "/my/registration", "/my/data"]),
    ("(604) 555-8263", &["/register/phones", "/register/check", "/my/registration", "/my/data"]),
    ("6045558263", &[]),
    ("zqotherdoor", &["/register/phones", "/register/check", "/my/registration", "/my/data"]),
    (
        "zqmailbox",
        &["/register/email", "/register/save", "/register/resume", "/register/check", "/register/done", "/my"],
    ),
    ("zqnewmailbox", &["/my/email", "/my/registration", "/my/data"]),
    ("zq9081726354", &["/register/registration-number", "/register/check", "/my/registration", "/my/data"]),
    ("zqwhyileft", &["/my/withdraw", "/my/data"]),
];

fn own(name: &str) -> Option<&'static str> {
    OWN.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

async fn answers(visitor: &mut Visitor, pages: &[Answered]) {
    for (slug, typed) in pages {
        opens(visitor, slug).await;
        let mut typed: Vec<(&str, &str)> =
            typed.iter().map(|(name, value)| (*name, own(name).unwrap_or(*value))).collect();
        match *slug {
            "postal-code" => {
                continues(visitor, &[("postal_code", "Zqbadcode")]).await;
                visitor.sees("There is a problem");
            }
            "phones" => typed.extend([("secondary_phone", "(604) 555-8263"), ("secondary_phone_ext", "Zqotherdoor")]),
            _ => {}
        }
        continues(visitor, &typed).await;
    }
}

/// Registers, with a break: saved in one browser, sent from another.
async fn registers(world: &World) {
    let mut visitor = starts(world).await;
    let (before, after) = WAY.split_at(WAY.len() / 2);
    let mut rival = visitor.clone();
    answers(&mut visitor, before).await;
    continues(&mut rival, &[("first_name", "Zqrivalname"), ("last_name", "Zqlastname")]).await;
    assert_eq!(rival.path, CHANGED);
    rival.sees("Zqfirstname").sees("Zqrivalname").presses("Keep the stored answers").await;
    opens(&mut visitor, after[0].0).await;
    visitor.presses("Save and come back later").await;
    visitor.opens("/register/save").await.fills("save_email", MAIL).presses("Save my answers").await;
    let letter = world.mails_to(MAIL).await.pop().expect("a letter");
    let link = letter.text.lines().find(|line| line.contains("/register/resume/")).expect("a link").trim().to_owned();
    let mut elsewhere = world.visitor();
    elsewhere.opens(link.trim_start_matches(crate::world::ORIGIN)).await.presses("Send me a code").await;
    let code = world.code_for(MAIL).await;
    elsewhere.fills("code", &code).presses("Continue").await;
    elsewhere.opens("/register/tasks").await;
    answers(&mut elsewhere, after).await;
    assert_eq!(elsewhere.path, "/register/check");
    elsewhere.presses("Send registration").await.sees("There is a problem");
    elsewhere.fills("certification", "yes").presses("Send registration").await.sees("Registration sent");
}

/// Looks at everything, and changes a name, a telephone and the address, which is undone.
async fn looks_after_it(world: &World) {
    let mut visitor = signs_in(world, MAIL).await;
    visitor.opens("/my/registration/name").await;
    let mut rival = visitor.clone();
    visitor.fills("last_name", "Zqlastnamely").presses("Continue").await.sees("Your registration was updated");
    rival.fills("first_name", "Zqrivalname").presses("Continue").await;
    assert_eq!(rival.path, MY_CHANGED);
    rival.sees("Zqrivalname").presses("Keep the stored answers").await;
    visitor.opens("/my/registration/phones").await.fills("secondary_phone", "12").presses("Continue").await;
    visitor.sees("There is a problem").opens("/my/registration").await.presses("Forget these changes").await;
    for page in ["/my/registration/postal-code", "/my/registration/registration-number", "/my/data", "/my/data.json"] {
        visitor.opens(page).await;
    }
    for page in ["/my/consents", "/my/deployment", "/my/withdraw", "/my/erase", "/register", "/register/done"] {
        visitor.opens(page).await;
    }
    visitor.opens("/my/email").await.fills("new_email", NEW_MAIL).presses("Send a code there").await;
    let code = world.code_for(NEW_MAIL).await;
    visitor.fills("code", &code).presses("Change my address").await.sees("Your email address was changed");
    visitor.opens("/my/data").await;
    let letters = world.mails_to(MAIL).await;
    let mut owner = world.visitor();
    owner.opens(&link_in(letters.last().expect("a letter"), "Undo the change")).await;
    owner.presses("Undo the change").await.sees("Your old email address is back");
}

/// Answers the yearly question, leaves, comes back and is erased.
async fn leaves(world: &World) {
    world.backend.clock.advance(SignedDuration::from_hours(2));
    let registrant = world.text("select id::text from registrants").await.parse().expect("an id");
    let mut reader = world.visitor();
    reader.opens(OwnerLink::StillRight.path(&world.backend, registrant, MAIL).as_str()).await;
    reader.sees("Zqfirstname").presses("Yes, still right").await;
    let mut visitor = signs_in(world, MAIL).await;
    visitor.opens("/my/withdraw").await.fills("withdrawal_reason", "other").fills("withdrawal_text", "Zqwhyileft");
    visitor.presses("Withdraw").await.sees("You have withdrawn");
    for page in ["/my/withdraw", "/my/registration", "/my/data", "/my/rejoin"] {
        visitor.opens(page).await;
    }
    visitor.presses("Re-join").await.opens("/my/erase").await.presses("Send me a code").await;
    let code = world.code_for(MAIL).await;
    visitor.fills("code", &code).presses("Erase everything").await.sees("Your data is erased");
    world.mails_to(MAIL).await;
}

/// Keeps everything that is logged from now on, as long as what it gives lives.
pub fn logs_into(log: &Log) -> DefaultGuard {
    let kept = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::DEBUG)
        .with_ansi(false)
        .with_writer(move || kept.clone())
        .finish();
    tracing::subscriber::set_default(subscriber)
}

/// That requests are logged, and nothing that is looked for.
pub fn assert_unlogged(log: &Log, canaries: &[Canary]) {
    let logged = log.text().to_lowercase();
    assert!(logged.contains("answered"), "requests are logged");
    for (canary, _) in canaries {
        let line = logged.lines().find(|line| line.contains(canary));
        assert_eq!(line, None, "{canary} is logged");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_was_typed_is_shown_to_its_owner_and_stands_nowhere_else(_: PgPoolOptions, connect: PgConnectOptions) {
    let (watch, log) = (Watch::default(), Log::default());
    let world = watch.over(World::new(connect).await);
    let logging = logs_into(&log);
    registers(&world).await;
    let tables = left(&world, CANARIES).await;
    assert!(
        tables.iter().any(|found| found.starts_with("public.registrations: ")),
        "the rows are looked at: {tables:?}"
    );
    assert!(!tables.iter().any(|found| found.ends_with(": zq9081726354")), "the number is encrypted: {tables:?}");
    looks_after_it(&world).await;
    leaves(&world).await;
    world.backend.clock.advance(SignedDuration::from_hours(49));
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    drop(logging);
    assert_eq!(left(&world, CANARIES).await, [] as [&str; 0], "after erasing");
    assert_unlogged(&log, CANARIES);
    let (answers, showing) = watch.assert_discreet(CANARIES);
    assert!(showing > 20, "of {answers} answers {showing} show something");
    for mail in world.backend.mailer.sent().iter().filter(|mail| ![MAIL, NEW_MAIL].contains(&mail.to.as_str())) {
        let text = format!("{} {} {}", mail.subject, mail.text, mail.html).to_lowercase();
        assert!(!CANARIES.iter().any(|(canary, _)| text.contains(canary)), "a message to somebody else: {text}");
    }
}
