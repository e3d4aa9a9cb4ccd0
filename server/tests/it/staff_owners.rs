//! Whoever has a role proves as staff who they are before they close their account, or give it another address or password:
//! a mailbox or a password that somebody else got at is not enough (EH-60, HP-70, HP-71).

use axum::http::{Method, StatusCode};
use backend::{
    FormError,
    accounts::{self, Owner, Proof},
};
use domain::{
    account::{CloseAccount, NewPassword},
    form::{Answer, Answers, Facts, Form},
    locale::Locale,
};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_email::link_at,
    account_people::{ADA, PASSWORD, ada, is_signed_in, link_to, signs_in_by_link, types_password as enters_account},
    staff_people::{Colleague, first_admin, signs_in, types_code, types_password},
    staff_rights::{at_work, both},
    visitor::Visitor,
    world::World,
};

const NEW: &str = "some other plain words";
const NEW_EMAIL: &str = "ada@example.org";
/// Everything that an owner changes of an account, and how much they are written.
const ROWS: &str = "select coalesce(string_agg((to_jsonb(a) - 'last_seen_at')::text, ' ' order by id), '')
    || (select count(*) from account_email_changes) || ' ' || (select count(*) from outbox) from accounts a";
/// The pages on which they do so.
const PAGES: [&str; 3] = ["/account/close", "/account/email", "/account/password"];
/// What is posted there, and whether it is given back to whoever is not in as staff: passwords are not.
const POSTED: [(&str, &str, bool); 5] = [
    ("close", "close_confirmation=ada%40example.com", true),
    ("email", "account_new_email=ada%40example.org", true),
    ("set-password", "new_password=some+other+plain+words", false),
    ("change-password", "current_password=several+plain+words&new_password=some+other+plain+words", false),
    ("remove-password", "current_password=several+plain+words", false),
];

/// Posts one of these forms; where that leads, if anywhere.
async fn posts(visitor: &mut Visitor, form: &str, body: &str) -> Option<String> {
    visitor.once(Method::POST, &format!("/do/account/{form}"), Some(body.to_owned())).await;
    visitor.headers.get("location").map(|to| to.to_str().expect("a path").to_owned())
}

/// Proves once more who is at work, on the page at hand.
async fn confirms(world: &World, ada: &mut Colleague) {
    let code = ada.app.fresh(world);
    ada.visitor.fills("password", PASSWORD).fills("staff_code", &code).presses("Confirm").await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_71_a_link_or_a_password_alone_changes_no_account_with_a_role(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let ada = first_admin(&world).await;
    at_work(&world, "other", &both()).await;
    let (mut by_link, mut by_password) = (world.visitor(), world.visitor());
    signs_in_by_link(&world, &mut by_link, ADA).await;
    enters_account(&mut by_password, ADA, PASSWORD).await;
    assert!(is_signed_in(&by_password), "of the account");
    let before = world.text(ROWS).await;
    for visitor in [&mut by_link, &mut by_password] {
        for page in PAGES {
            let next = page.replace('/', "%2F");
            assert_eq!(visitor.opens(page).await.path, format!("/staff/sign-in?next={next}"));
        }
        for (form, body, is_given_back) in POSTED {
            let to = posts(visitor, form, body).await;
            if is_given_back {
                assert_eq!((visitor.status, to), (StatusCode::FORBIDDEN, None), "{form}");
                visitor.sees("You have been signed out").form_of("Send it again");
            } else {
                assert_eq!(to.as_deref(), Some("/staff/sign-in?next=%2Faccount%2Fpassword"), "{form}");
            }
        }
        assert!(is_signed_in(visitor.opens("/account").await), "the rest of the account is theirs");
    }
    assert_eq!(world.text(ROWS).await, before);
    assert_eq!(world.count("select count(*) from kept_rejections").await, 0, "nor is anything kept");
    // Signing in leads on to the page.
    by_link.opens("/account/close").await.fills("account_email", ADA).fills("password", PASSWORD);
    by_link.presses("Continue").await.fills("staff_code", &ada.app.fresh(&world)).presses("Sign in").await;
    assert_eq!(by_link.path, "/account/close", "{}", by_link.text());
    by_link.fills("close_confirmation", ADA).presses("Close my account").await;
    assert_eq!(by_link.path, "/account/closed", "{}", by_link.text());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_60_whoever_proved_it_a_while_ago_does_so_again_and_loses_nothing(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    at_work(&world, "other", &both()).await;
    let ten_minutes_later = || world.backend.clock.advance(SignedDuration::from_mins(10));
    ten_minutes_later();
    ada.visitor.opens("/account/email").await.fills("account_new_email", NEW_EMAIL).fills("current_password", PASSWORD);
    ada.visitor.presses("Email me a link").await;
    assert_eq!(ada.visitor.path, "/staff/confirm?next=%2Faccount%2Femail");
    confirms(&world, &mut ada).await;
    assert_eq!(ada.visitor.path, "/account/email", "{}", ada.visitor.text());
    assert_eq!(ada.visitor.value_of("account_new_email"), NEW_EMAIL, "as it was typed");
    assert_eq!(ada.visitor.value_of("current_password"), "");
    assert!(world.mails_to(NEW_EMAIL).await.is_empty());
    ada.visitor.fills("current_password", PASSWORD).presses("Email me a link").await;
    assert_eq!(ada.visitor.path, "/account/mailed", "{}", ada.visitor.text());
    ten_minutes_later();
    // What is typed here is never kept: they are asked before.
    assert_eq!(ada.visitor.opens("/account/password").await.path, "/staff/confirm?next=%2Faccount%2Fpassword");
    let body = "current_password=several+plain+words&new_password=some+other+plain+words";
    let to = posts(&mut ada.visitor, "change-password", body).await;
    assert_eq!(to.as_deref(), Some("/staff/confirm?next=%2Faccount%2Fpassword"));
    ada.visitor.opens("/account/password").await;
    confirms(&world, &mut ada).await;
    ada.visitor.fills("current_password", PASSWORD).fills("new_password", NEW).presses("Save my password").await;
    ada.visitor.sees("Your password is set");
    ten_minutes_later();
    ada.visitor.opens("/account/close").await.fills("close_confirmation", ADA).presses("Close my account").await;
    assert_eq!(ada.visitor.path, "/staff/confirm?next=%2Faccount%2Fclose");
    let code = ada.app.fresh(&world);
    ada.visitor.fills("password", NEW).fills("staff_code", &code).presses("Confirm").await;
    assert_eq!(ada.visitor.value_of("close_confirmation"), ADA);
    ada.visitor.presses("Close my account").await;
    assert_eq!(ada.visitor.path, "/account/closed", "{}", ada.visitor.text());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_60_what_was_typed_too_late_is_sent_again(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    at_work(&world, "other", &both()).await;
    ada.visitor.opens("/account/close").await.fills("close_confirmation", ADA);
    world.backend.clock.advance(SignedDuration::from_mins(31));
    ada.visitor.presses("Close my account").await.sees("You have been signed out");
    let tab = signs_in(&world, &ada).await;
    ada.visitor.cookies.clone_from(&tab.cookies);
    ada.visitor.presses("Send it again").await;
    assert_eq!(ada.visitor.path, "/account/closed", "{}", ada.visitor.text());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_70_links_to_another_address_are_pressed_by_staff(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    let mut by_link = world.visitor();
    signs_in_by_link(&world, &mut by_link, ADA).await;
    ada.visitor.opens("/account/email").await.fills("account_new_email", NEW_EMAIL).fills("current_password", PASSWORD);
    ada.visitor.presses("Email me a link").await;
    let links = [link_at(&world, NEW_EMAIL).await, link_at(&world, ADA).await];
    // They proved it when they asked; the links end before long.
    world.backend.clock.advance(SignedDuration::from_mins(14));
    let before = world.text(ROWS).await;
    for link in &links {
        assert_eq!(by_link.opens(link).await.path, "/staff/sign-in");
        let body = format!("account_token={}", link.rsplit('/').next().expect("a token"));
        assert_eq!(posts(&mut by_link, "confirm-email", &body).await.as_deref(), Some("/staff/sign-in"));
    }
    assert_eq!(world.text(ROWS).await, before);
    ada.visitor.opens(&links[0]).await.presses("Use this address").await;
    ada.visitor.opens(&links[1]).await.presses("Allow the change").await.sees("Your email address was changed");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_forgot_their_password_takes_the_second_step_before_they_set_another(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    const STEP: &str = "/staff/code?next=%2Faccount%2Fpassword";
    let world = World::new(connect).await;
    let ada = first_admin(&world).await;
    let mut visitor = world.visitor();
    visitor.opens("/account/password/forgotten").await.fills("account_email", ADA).presses("Email me a link").await;
    let link = link_to(&world, ADA).await;
    visitor.opens(&link).await;
    let mut twice = visitor.clone();
    for visitor in [&mut visitor, &mut twice] {
        visitor.presses("Continue").await;
        assert_eq!(visitor.path, STEP, "pressed twice, and halfway in: {}", visitor.text());
    }
    let before = world.text("select password_hash from accounts").await;
    posts(&mut visitor, "set-password", "new_password=some+other+plain+words").await;
    assert_eq!(world.text("select password_hash from accounts").await, before, "the link alone sets none");
    assert_eq!(visitor.opens("/account").await.path, "/account/sign-in", "nor does it open the account");
    visitor.opens(STEP).await.fills("staff_code", ada.app.wrong(&world)).presses("Sign in").await;
    visitor.sees_error("staff_code", "This code is not right");
    visitor.fills("staff_code", &ada.app.fresh(&world)).presses("Sign in").await;
    assert_eq!(visitor.path, "/account/password", "{}", visitor.text());
    assert!(visitor.attributes("main input", "name").iter().all(|name| name != "current_password"));
    visitor.fills("new_password", NEW).presses("Save my password").await.sees("Your password is set");
    let mut again = world.visitor();
    types_password(&mut again, ADA, NEW).await;
    types_code(&mut again, &ada.app.fresh(&world)).await;
    assert_eq!(again.path, "/staff", "{}", again.text());
    // Whoever typed their password opened no link, whatever was begun in that session before.
    let mut typed = halfway_after_link(&world).await;
    types_password(&mut typed, ADA, NEW).await;
    types_code(&mut typed, &ada.app.fresh(&world)).await;
    typed.opens("/account/password").await;
    assert!(typed.attributes("main input", "name").contains(&"current_password".to_owned()), "{}", typed.text());
}

/// Somebody who opened the link to set another password, and is halfway in.
async fn halfway_after_link(world: &World) -> Visitor {
    let mut visitor = world.visitor();
    visitor.opens("/account/password/forgotten").await.fills("account_email", ADA).presses("Email me a link").await;
    let link = link_to(world, ADA).await;
    visitor.opens(&link).await.presses("Continue").await;
    visitor
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_role_that_was_given_meanwhile_counts(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    let account = world.text("select id::text from accounts").await.parse().expect("an id");
    let session = world.text("select id::text from sessions").await.parse().expect("an id");
    let owner = Owner { session, account, locale: Locale::English, from: None, proof: Proof::Account };
    world.run("update accounts set catalogue_role = 'publisher'").await;
    let before = world.text(ROWS).await;
    let typed = Answers::default().with("close_confirmation", ADA);
    let form = CloseAccount::parse(&typed, &Facts::default()).expect("a form");
    let closed = accounts::close(&world.backend, owner, &form).await;
    assert!(matches!(closed, Err(FormError::Unproved)), "{closed:?}");
    let new = NewPassword::read(NEW).expect("a password");
    let set = accounts::set_password(&world.backend, owner, None, Some(&new)).await;
    assert!(matches!(set, Err(FormError::Unproved)), "{set:?}");
    assert_eq!(world.text(ROWS).await, before);
    let again = Owner { proof: Proof::Fresh, ..owner };
    accounts::set_password(&world.backend, again, None, Some(&new)).await.expect("set");
    // Without a role it is as ever.
    world.run("update accounts set catalogue_role = null, password_hash = null").await;
    signs_in_by_link(&world, &mut visitor, ADA).await;
    visitor.opens("/account/password").await.fills("new_password", PASSWORD).presses("Save my password").await;
    visitor.sees("Your password is set").opens("/account/close").await.fills("close_confirmation", ADA);
    visitor.presses("Close my account").await;
    assert_eq!(visitor.path, "/account/closed");
}
