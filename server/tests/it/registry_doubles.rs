//! Buttons that are pressed twice, posts that come again, out of step or all at once, and two programs over one
//! database.

use axum::http::Method;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::{Person, ready},
    registry_journey::starts,
    registry_my::{ADA, registered},
    registry_pages::{WAY, begins, continues, opens},
    visitor::Visitor,
    world::World,
};

/// Presses of one button at once.
const PRESSES: usize = 8;

/// Posts these at once, each in the same browser as it stands. Where each of them led.
async fn at_once(visitor: &Visitor, path: &'static str, bodies: Vec<String>) -> Vec<Visitor> {
    let post = |body: String| {
        let mut one = visitor.clone();
        tokio::spawn(async move {
            one.once(Method::POST, path, Some(body)).await;
            one
        })
    };
    let posts: Vec<_> = bodies.into_iter().map(post).collect();
    let mut answered = Vec::new();
    for post in posts {
        answered.push(post.await.expect("no panic"));
    }
    answered
}

fn leads(visitor: &Visitor) -> String {
    let location = visitor.headers.get("location").map(|location| location.to_str().expect("a path").to_owned());
    location.unwrap_or_else(|| panic!("{}: {}", visitor.status, visitor.text()))
}

/// How many of them led there.
fn count(answered: &[Visitor], path: &str) -> usize {
    answered.iter().filter(|one| leads(one) == path).count()
}

/// Asks for a code to sign in with, and gives it.
async fn asks(world: &World) -> (Visitor, String) {
    let mut visitor = world.visitor();
    visitor.opens("/my").await.fills("sign_in_email", ADA).presses("Send me a code").await;
    let code = world.code_for(ADA).await;
    (visitor, code)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_second_press_on_sign_in_lands_signed_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let (mut first, code) = asks(&world).await;
    first.fills("code", &code);
    let (mut second, mut guessing, mut late) = (first.clone(), first.clone(), first.clone());
    first.presses("Sign in").await.sees("Your registration");
    world.backend.clock.advance(SignedDuration::from_secs(9));
    second.presses("Sign in").await.sees("Your registration");
    assert_eq!(second.cookies, first.cookies, "one session");
    second.opens("/my/registration").await.sees("Your registration");
    let other = if code == "000000" { "111111" } else { "000000" };
    guessing.fills("code", other).presses("Sign in").await;
    assert_ne!(guessing.path, "/my/registration", "the old cookie alone opens nothing");
    world.backend.clock.advance(SignedDuration::from_secs(2));
    late.presses("Sign in").await;
    assert_eq!(late.path, "/my", "a code works once");
    first.opens("/my/registration").await.sees("Your registration").presses("Sign out").await;
    assert_eq!(world.count("select count(*) from registrant_sessions").await, 0);
    // Whoever signed out stays so, also where the button is pressed again.
    world.backend.clock.advance(SignedDuration::from_hours(1));
    let (mut first, code) = asks(&world).await;
    first.fills("code", &code);
    let mut second = first.clone();
    first.presses("Sign in").await.presses("Sign out").await;
    second.presses("Sign in").await;
    assert_eq!(second.path, "/my");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn of_many_presses_with_one_code_all_land_in_one_session(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let (visitor, code) = asks(&world).await;
    // As many as a code has tries.
    let presses = vec![format!("code={code}"); usize::try_from(domain::one_time_code::CODE_TRIES).expect("a number")];
    let answered = at_once(&visitor, "/do/my/code", presses).await;
    assert_eq!(
        count(&answered, "/my/registration"),
        answered.len(),
        "{:?}",
        answered.iter().map(leads).collect::<Vec<_>>()
    );
    assert!(answered.iter().all(|one| one.cookies == answered[0].cookies), "one cookie");
    assert_eq!(world.count("select count(*) from registrant_sessions").await, 1);
    assert_eq!(world.count("select count(*) from email_codes").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn of_many_presses_with_a_code_to_come_back_one_opens_the_draft(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = starts(&world).await;
    visitor.fills("first_name", "Ada").presses("Save and come back later").await;
    visitor.fills("save_email", ADA).presses("Save my answers").await;
    let mut elsewhere = world.visitor();
    elsewhere.opens("/register/resume").await.fills("resume_email", ADA).presses("Send me a code").await;
    let code = world.code_for(ADA).await;
    let answered = at_once(&elsewhere, "/do/register/resume-code", vec![format!("code={code}"); PRESSES]).await;
    assert_eq!(count(&answered, "/register/tasks"), 1);
    assert_eq!(count(&answered, "/register/resume/code"), PRESSES - 1);
    let mut one = answered.into_iter().find(|one| leads(one) == "/register/tasks").expect("one");
    opens(&mut one, "name").await;
    assert_eq!(one.value_of("first_name"), "Ada");
}

fn name(version: u8, first_name: &str) -> String {
    format!("step=name&shown_version={version}&first_name={first_name}&last_name=Lovelace")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn of_many_answers_to_one_page_one_is_stored_and_the_others_are_told(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let (path, visitor) = ("/do/register/answer", begins(&world).await);
    let names: Vec<String> = (0..PRESSES).map(|n| format!("Ada{n}")).collect();
    let answered = at_once(&visitor, path, names.iter().map(|typed| name(0, typed)).collect()).await;
    assert_eq!(count(&answered, "/register/postal-code"), 1);
    assert_eq!(count(&answered, "/register/changed"), PRESSES - 1);
    let stored = "select typed[1] from draft_answers where question = 'first_name'";
    let won = answered.iter().position(|one| leads(one) == "/register/postal-code").expect("one");
    assert_eq!(world.text(stored).await, names[won]);
    // The same from every window is no conflict, nor is the same once more.
    let alike = begins(&world).await;
    for _ in 0..2 {
        let answered = at_once(&alike, path, vec![name(0, "Ada"); PRESSES]).await;
        assert_eq!(count(&answered, "/register/postal-code"), PRESSES);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_post_that_comes_again_overwrites_nothing_and_one_out_of_step_writes_nothing(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut visitor = begins(&world).await;
    for (body, expected) in [
        (name(0, "Ada"), "/register/postal-code"),
        (name(0, "Ada"), "/register/postal-code"),
        (name(2, "Augusta"), "/register/postal-code"),
        (name(0, "Ada"), "/register/changed"),
    ] {
        visitor.once(Method::POST, "/do/register/answer", Some(body)).await;
        assert_eq!(leads(&visitor), expected);
    }
    assert_eq!(world.text("select typed[1] from draft_answers where question = 'first_name'").await, "Augusta");
    let mut out_of_step = begins(&world).await;
    for (path, body, expected) in [
        ("/do/register/answer", "step=job-title&shown_version=0&non_clinical_job_title=Clerk", "/register/tasks"),
        ("/do/register/answer", "step=locations&shown_version=7&locations=Hope", "/register/tasks"),
        ("/do/register/settle", "settle=typed", "/register/tasks"),
        ("/do/register/which", "keep_draft=earlier", "/register/resume"),
        ("/do/register/send", "shown_version=0&certification=yes", "/register/check"),
        ("/do/register/human-code", "", "/register/check"),
        ("/do/register/human-code-confirm", "code=123456", "/register/check"),
        ("/do/register/resume-code", "code=123456", "/register/resume/code"),
    ] {
        out_of_step.once(Method::POST, path, Some(body.to_owned())).await;
        assert_eq!(leads(&out_of_step), expected, "{path} {body}");
    }
    let written = "select (select count(*) from registrations) + (select count(*) from email_codes)
        + (select count(*) from draft_answers a join registration_drafts d on d.id = a.draft_id where d.version = 0)";
    assert_eq!(world.count(written).await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn two_programs_over_one_database_are_one_registry(_: PgPoolOptions, connect: PgConnectOptions) {
    let (one, other) = (World::new(connect.clone()).await, World::new(connect).await);
    let mut visitor = starts(&one).await;
    for (at, (slug, typed)) in WAY.iter().enumerate() {
        // Each answer at the other program than the one before.
        visitor.router.clone_from(if at % 2 == 0 { &other.router } else { &one.router });
        opens(&mut visitor, slug).await;
        continues(&mut visitor, typed).await;
    }
    assert_eq!(visitor.path, "/register/check");
    visitor.sees("RN 12").sees("Lovelace");
    let grace = ready(&one, &Person::named("Grace")).await;
    let send = Some(grace.body());
    let (mut here, mut there) = (grace.browser(&one), grace.browser(&other));
    tokio::join!(
        here.once(Method::POST, "/do/register/send", send.clone()),
        there.once(Method::POST, "/do/register/send", send)
    );
    assert_eq!((leads(&here), leads(&there)), ("/register/done".to_owned(), "/register/done".to_owned()));
    assert_eq!(one.count("select count(*) from registrations").await, 1);
    assert_eq!(one.count("select count(*) from outbox where kind = 'registration_confirmation'").await, 1);
}
