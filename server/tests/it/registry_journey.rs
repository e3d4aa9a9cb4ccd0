//! A whole registration without scripts, from the home page to the confirmation, and what its last page says.

use axum::http::{Method, StatusCode};
use domain::registry::human_check::Challenge;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::solve,
    registry_pages::{WAY, continues, opens},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

const ADA: &str = "ada@example.com";
const START: &str = "Register as an emergency health provider";
const SENT: &str = "select count(*) from registrations";

/// Begins a registration as people do.
pub async fn starts(world: &World) -> Visitor {
    let mut visitor = world.visitor();
    visitor.opens("/register").await.presses("Start now").await;
    assert_eq!(visitor.path, "/register/name");
    visitor
}

/// Goes the whole way up to the last page.
pub async fn answers_everything(world: &World) -> Visitor {
    let mut visitor = starts(world).await;
    for (slug, typed) in WAY {
        assert_eq!(visitor.path, format!("/register/{slug}"));
        continues(&mut visitor, typed).await;
    }
    assert_eq!((visitor.path.as_str(), visitor.status), ("/register/check", StatusCode::OK));
    assert_eq!(visitor.links("Save and come back later"), ["/register/save"]);
    visitor
}

/// Proves the address by the code, in the place of the automatic check.
pub async fn proves_by_code(world: &World, visitor: &mut Visitor) {
    visitor.presses("Send me an email code instead").await;
    visitor.sees("Check your email").sees(ADA);
    let code = world.code_for(ADA).await;
    visitor.fills("code", &code).presses("Continue").await;
    assert_eq!(visitor.path, "/register/check");
}

/// Sends a registration, all of it without scripts.
pub async fn sends(world: &World) -> Visitor {
    let mut visitor = answers_everything(world).await;
    proves_by_code(world, &mut visitor).await;
    visitor.fills("certification", "yes").presses("Send registration").await;
    assert_eq!(visitor.path, "/register/done");
    visitor
}

/// EH-01
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_01_the_home_page_leads_to_the_first_question_in_two_presses(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::with_sample(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/").await;
    let link = visitor.attributes("main a[href='/register']", "href").first().cloned().expect("a link");
    visitor.opens(&link).await;
    assert!(visitor.cookie("__Host-draft").is_none(), "looking begins nothing");
    visitor.presses("Start now").await;
    visitor.sees("What is your name?");
    assert_eq!(world.count("select count(*) from registration_drafts").await, 1);
    visitor.opens("/register").await.sees("Go on with your registration").sees("Start a new registration");
}

/// EH-02
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_02_the_start_says_what_one_has_to_know_and_every_page_leads_there(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut visitor = world.visitor();
    visitor.opens("/register").await;
    for words in [
        "Registering is voluntary",
        "Who may register",
        "agreement of your supervisor",
        "Who may contact you",
        "Criminal record check",
        "section 26(c) of the Freedom of Information and Protection of Privacy Act",
        "about 10 minutes. Have your registration number ready.",
        "Do I have to go when I am asked?",
        "support@healthpost.example",
    ] {
        visitor.sees(words);
    }
    assert_eq!(visitor.title(), format!("{START} – Register – Healthpost"));
    assert_eq!(visitor.links("Continue a saved registration"), ["/register/resume"]);
    for page in ["/", "/basket", "/contact", "/no-such-page", "/register/resume"] {
        visitor.opens(page).await;
        assert_eq!(visitor.attributes("footer a[href='/register']", "href"), ["/register"], "{page}");
    }
}

/// EH-34
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_34_the_last_page_says_what_was_answered_in_words(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = answers_everything(&world).await;
    assert_eq!(visitor.all("main h2")[..4], ["Primary", "Contact", "Credentials", "Preferences"]);
    for words in [
        "Section 5 of 5",
        "(250) 555-0142 ext. 12",
        "Registered Nurse",
        "RN 12",
        "Fraser Health",
        "27 March 2024",
        "1 week",
    ] {
        visitor.sees(words);
    }
    for id in ["RegisteredNurse", "healthSectorEmployed", "oneWeek", "Gitgaat ", "Your situation", "job title"] {
        visitor.does_not_see(id);
    }
    let area = world.text("select a.name || ': ' || l.name from local_health_areas l join service_delivery_areas a on a.id = l.area_id where l.id = 'Gitgaat'").await;
    visitor.sees(&area);
    assert_eq!(visitor.attributes("main input[checked]", "name"), [] as [&str; 0], "nothing is agreed to beforehand");
}

/// EH-35: there and back in two presses.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_35_an_answer_is_changed_and_looked_at_again_in_two_presses(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = answers_everything(&world).await;
    let change = "/register/postal-code";
    assert_eq!(visitor.attributes(&format!("main a[href='{change}']"), "href"), [change]);
    opens(&mut visitor, "postal-code").await;
    continues(&mut visitor, &[("postal_code", "V5K 0A1")]).await;
    assert_eq!(visitor.path, "/register/check");
    visitor.sees("V5K 0A1");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_not_answered_is_linked_and_nothing_is_sent_before(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = answers_everything(&world).await;
    world.run("update draft_answers set typed = '{}' where question = 'deployment_duration'").await;
    visitor.opens("/register/check").await.sees("these questions need an answer");
    assert_eq!(visitor.links("Select the longest time you could be deployed"), ["/register/duration"]);
    assert_eq!(visitor.links("What is the longest you could be deployed?"), ["/register/duration"]);
    assert!(!visitor.all("main button").contains(&"Send registration".to_owned()));
}

/// RP-04, RP-47
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_04_and_rp_47_a_registration_is_sent_without_scripts(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = answers_everything(&world).await;
    visitor.fills("consents", "sms").presses("Send registration").await;
    visitor.sees_error("certification", "Confirm that you are the person named");
    assert_eq!(visitor.attributes("main input[checked]", "value"), ["sms"]);
    visitor.fills("certification", "yes").presses("Send registration").await;
    visitor.sees("Wait for the check to finish, or ask for an email code");
    assert_eq!(
        visitor.attributes("main input[name=certification][checked]", "name"),
        [] as [&str; 0],
        "never filled in"
    );
    assert_eq!(world.count(SENT).await, 0);
    proves_by_code(&world, &mut visitor).await;
    visitor.sees("No other check is needed").does_not_see("Send me an email code");
    assert_eq!(visitor.title(), "Check your answers – Register – Healthpost", "what was wrong is settled");
    visitor.fills("certification", "yes");
    let (_, action, answers) = visitor.form_of("Send registration");
    visitor.presses("Send registration").await;
    visitor.sees("Registration sent").sees("We are sending a confirmation to ada@example.com");
    // EH-39: pressed twice, sent once.
    visitor.once(Method::POST, &action, Some(form_urlencoded(&answers))).await;
    assert_eq!(visitor.headers["location"], "/register/done");
    assert_eq!(world.count(SENT).await, 1);
}

/// EH-42: number, next steps, mailbox and how to keep a copy; the same after loading it again, and for nobody else.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_42_the_last_page_is_there_again_for_whoever_sent_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = sends(&world).await;
    let number = visitor.all("#confirmation").concat();
    assert_eq!(number.len(), "7K2-M9Q-4TB-X0H2".len());
    for _ in 0..2 {
        assert_eq!(visitor.opens("/register/done").await.all("#confirmation"), [number.as_str()]);
        visitor.sees("What happens next").sees("support@healthpost.example").sees("save it as a PDF");
    }
    let mut stranger = world.visitor();
    stranger.opens("/register/done").await;
    assert_eq!(stranger.path, "/register");
}

/// The sum as it stands in the page.
fn sum(visitor: &Visitor) -> Challenge {
    let data = |name: &str| visitor.attributes("script[data-challenge]", &format!("data-{name}")).concat();
    Challenge {
        salt: data("salt"),
        challenge: data("challenge"),
        max: data("max").parse().expect("a number"),
        expires: data("expires").parse().expect("a moment"),
        mark: data("mark"),
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_37_a_solved_sum_sends_and_a_wrong_one_does_not(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = answers_everything(&world).await;
    let mut wrong = solve(&sum(&visitor));
    wrong.number += 1;
    visitor.fills("certification", "yes").fills("human_check", &wrong.to_string()).presses("Send registration").await;
    visitor.sees("The check did not work. Try again, or ask for an email code");
    assert_eq!((visitor.value_of("human_check").as_str(), world.count(SENT).await), ("", 0));
    let right = solve(&sum(&visitor)).to_string();
    visitor.fills("certification", "yes").fills("human_check", &right).presses("Send registration").await;
    assert_eq!((visitor.path.as_str(), world.count(SENT).await), ("/register/done", 1));
}
