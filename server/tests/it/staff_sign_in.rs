//! The two steps of signing in as staff: what is a step, how long it counts, and in which session (EH-59, CP-46, RP-52,
//! G-A4).

use axum::http::{Method, StatusCode};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, PASSWORD, is_signed_in, signs_in_by_link, types_password as enters_account},
    staff_passkeys::posts,
    staff_people::{
        App, accepts, first_admin, halfway, invites_first_admin, is_in, recovery_codes, types_code, types_password,
    },
    visitor::Visitor,
    world::World,
};

const WRONG: &str = "This code is not right";
const ENDED: &str = "You took too long, or entered too many wrong codes";
/// Pages of staff, and what is drawn on one.
const PAGES: [&str; 10] = [
    "/staff",
    "/staff/people",
    "/staff/people/invite",
    "/staff/people/00000000-0000-7000-8000-000000000000",
    "/staff/confirm",
    "/staff/confirm/passkey",
    "/staff/security",
    "/staff/security/authenticator",
    "/staff/security/recovery-codes",
    "/staff/authenticator.svg",
];

/// That somebody gets nothing of what is only for staff.
async fn assert_outside(visitor: &Visitor, why: &str) {
    let mut visitor = visitor.clone();
    for page in PAGES {
        visitor.opens(page).await;
        let is_elsewhere = ["/staff/sign-in", "/staff/code"].iter().any(|path| visitor.path.starts_with(path));
        assert!(is_elsewhere || visitor.status == StatusCode::NOT_FOUND, "{why}: {page}: {}", visitor.text());
    }
    for form in ["invite", "recovery-codes", "authenticator-remove", "confirm", "authenticator", "passkey-begin-add"] {
        visitor.once(Method::POST, &format!("/do/staff/{form}"), Some("staff_code=123456".to_owned())).await;
        let to = visitor.headers.get("location").map(|to| to.to_str().expect("a path"));
        let is_refused = visitor.status == StatusCode::FORBIDDEN && to.is_none();
        assert!(is_refused || to == Some("/staff/sign-in"), "{why}: {form}: {} {to:?}", visitor.status);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_59_a_link_a_password_or_one_step_alone_opens_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let ada = first_admin(&world).await;
    let before = "select (select count(*) from staff_authenticators where next_secret is not null)
        + (select count(*) from sessions where staff_since is not null)";
    let there = world.count(before).await;
    let mut visitor = world.visitor();
    assert_outside(&visitor, "a stranger").await;
    signs_in_by_link(&world, &mut visitor, ADA).await;
    assert_outside(&visitor, "a mailed link").await;
    let mut visitor = world.visitor();
    enters_account(&mut visitor, ADA, PASSWORD).await;
    assert!(is_signed_in(&visitor), "of their account");
    assert_outside(&visitor, "a password").await;
    let mut visitor = halfway(&world, ADA).await;
    assert_outside(&visitor, "the first step").await;
    assert!(!is_signed_in(visitor.opens("/").await), "not even of their account");
    assert_eq!(world.count(before).await, there, "nothing was set up");
    types_code(&mut visitor, &ada.app.fresh(&world)).await;
    assert_eq!(visitor.path, "/staff", "and the second opens it");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_a_code_works_once_and_no_earlier_one_after_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let ada = first_admin(&world).await;
    let set_up = ada.app.code_in(&world, 0);
    let mut visitor = halfway(&world, ADA).await;
    types_code(&mut visitor, &set_up).await;
    visitor.sees_error("staff_code", WRONG);
    let code = ada.app.fresh(&world);
    types_code(&mut visitor, &code).await;
    assert_eq!(visitor.path, "/staff");
    let mut second = halfway(&world, ADA).await;
    for used in [code, ada.app.code_in(&world, -30)] {
        types_code(&mut second, &used).await;
        second.sees_error("staff_code", WRONG);
    }
    // Of two who type it at once, one gets in.
    let code = ada.app.fresh(&world);
    let third = halfway(&world, ADA).await;
    let body = Some(format!("staff_code={code}"));
    let (mut one, mut two) = (second, third);
    tokio::join!(
        one.once(Method::POST, "/do/staff/code", body.clone()),
        two.once(Method::POST, "/do/staff/code", body),
    );
    let there = [is_in(&mut one).await, is_in(&mut two).await];
    assert!(there == [true, false] || there == [false, true], "{there:?}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_clocks_may_differ_by_one_code(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let ada = first_admin(&world).await;
    for skew in [-30, 30] {
        world.backend.clock.advance(SignedDuration::from_mins(15));
        let mut visitor = halfway(&world, ADA).await;
        for far in [-90, -60, 60, 90] {
            types_code(&mut visitor, &ada.app.code_in(&world, far)).await;
            visitor.sees_error("staff_code", WRONG);
        }
        types_code(&mut visitor, &ada.app.code_in(&world, skew)).await;
        assert_eq!(visitor.path, "/staff", "{skew}: {}", visitor.text());
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_five_wrong_codes_or_a_quarter_of_an_hour_end_what_was_begun(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let ada = first_admin(&world).await;
    let codes = recovery_codes(&ada.visitor);
    let mut visitor = halfway(&world, ADA).await;
    for malformed in ["", "12345", "not a code"] {
        types_code(&mut visitor, malformed).await;
        assert!(visitor.title().starts_with("Error: "), "{malformed}: it is not compared");
    }
    for _ in 0..4 {
        types_code(&mut visitor, ada.app.wrong(&world)).await;
        visitor.sees_error("staff_code", WRONG);
    }
    types_code(&mut visitor, ada.app.wrong(&world)).await;
    assert_eq!(visitor.path, "/staff/sign-in");
    visitor.sees_error("account_email", ENDED);
    for right in [ada.app.fresh(&world), codes[0].clone()] {
        posts(&mut visitor, "code", &[("staff_code", &right)]).await;
        assert_eq!(visitor.path, "/staff/sign-in", "{}", visitor.text());
    }
    let left = world.count("select cardinality(recovery_hashes)::bigint from accounts").await;
    assert_eq!(left, 10, "no code is used up");
    let mut slow = halfway(&world, ADA).await;
    world.backend.clock.advance(SignedDuration::from_mins(14));
    assert_eq!(slow.opens("/staff/code").await.path, "/staff/code");
    world.backend.clock.advance(SignedDuration::from_mins(1));
    let code = ada.app.code_in(&world, 0);
    posts(&mut slow, "code", &[("staff_code", &code)]).await;
    assert_eq!(slow.path, "/staff/sign-in");
    slow.sees_error("account_email", ENDED);
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(world.count("select count(*) from staff_sign_ins").await, 0, "what has ended is forgotten");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_a_step_counts_in_its_own_session(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let ada = first_admin(&world).await;
    let mut visitor = halfway(&world, ADA).await;
    let mut other = world.visitor();
    other.opens("/track").await.presses("Find my order").await;
    assert!(other.cookie("__Host-sid").is_some(), "a session of its own");
    for stranger in [&mut other, &mut world.visitor()] {
        posts(stranger, "code", &[("staff_code", &ada.app.fresh(&world))]).await;
        assert_eq!(stranger.path, "/staff/sign-in", "{}", stranger.text());
        assert!(!is_in(stranger).await);
    }
    let code = ada.app.fresh(&world);
    types_code(&mut visitor, &code).await;
    assert_eq!(visitor.path, "/staff", "whose it is gets in");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_a_planted_session_is_worth_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let ada = first_admin(&world).await;
    let mut thief = world.visitor();
    thief.opens("/track").await.presses("Find my order").await;
    let mut victim = world.visitor();
    victim.cookies.clone_from(&thief.cookies);
    let mut known = vec![victim.cookie("__Host-sid").cloned()];
    types_password(&mut victim, ADA, PASSWORD).await;
    assert_eq!(victim.path, "/staff/code");
    known.push(victim.cookie("__Host-sid").cloned());
    // Whoever planted it is not halfway in either.
    let mut early = thief.clone();
    posts(&mut early, "code", &[("staff_code", &ada.app.code_in(&world, 30))]).await;
    assert_eq!(early.path, "/staff/sign-in");
    types_code(&mut victim, &ada.app.fresh(&world)).await;
    assert!(is_in(&mut victim).await && !is_in(&mut thief).await);
    known.push(victim.cookie("__Host-sid").cloned());
    world.backend.clock.advance(SignedDuration::from_mins(1));
    victim.opens("/staff/confirm").await.fills("password", PASSWORD);
    victim.fills("staff_code", &ada.app.code_in(&world, 0)).presses("Confirm").await;
    assert_eq!(victim.path, "/staff", "{}", victim.text());
    known.push(victim.cookie("__Host-sid").cloned());
    for (at, token) in known.iter().enumerate() {
        assert!(token.is_some() && !known[..at].contains(token), "another token each time");
        let mut holder = world.visitor();
        holder.cookies.insert("__Host-sid".to_owned(), token.clone().unwrap());
        assert_eq!(is_in(&mut holder).await, at == known.len() - 1, "{at}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn who_left_before_the_second_step_was_set_up_comes_back_to_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let link = invites_first_admin(&world).await;
    accepts(&mut world.visitor(), &link, "Ada Lovelace").await;
    let (mut one, mut two) = (world.visitor(), world.visitor());
    for visitor in [&mut one, &mut two] {
        types_password(visitor, ADA, PASSWORD).await;
        assert_eq!(visitor.path, "/staff/security");
        assert!(!is_in(visitor).await);
        visitor.opens("/staff/security").await.presses("Set up an authenticator app").await;
    }
    // There is one key that is being set up: the newer one, in whichever browser.
    let app = App::told(&two);
    let code = app.fresh(&world);
    two.fills("staff_code", &code).presses("Finish").await.sees("Your authenticator app is set up");
    assert!(is_in(&mut two).await);
    // Whoever only knows the password does not set up another.
    let before = world.text("select encode(secret, 'hex') from staff_authenticators").await;
    let code = app.fresh(&world);
    posts(&mut one, "authenticator", &[]).await;
    assert_eq!(one.path, "/staff/sign-in");
    posts(&mut one, "authenticator-confirm", &[("staff_code", &code)]).await;
    assert_eq!(world.text("select encode(secret, 'hex') from staff_authenticators").await, before);
    types_code(&mut one, &code).await;
    assert_eq!(one.path, "/staff", "they take the second step as everybody");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_stays_signed_in_between_the_two_steps(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = first_admin(&world).await.visitor;
    assert!(is_in(&mut visitor).await);
    let typed = [("account_email", ADA), ("password", PASSWORD)];
    posts(&mut visitor, "sign-in", &typed).await;
    assert_eq!(visitor.path, "/staff/code");
    assert_outside(&visitor, "what was proved before does not stand for the second step").await;
}
