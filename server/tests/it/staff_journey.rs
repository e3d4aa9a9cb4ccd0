//! From an empty service to its first administrator, and to their colleagues (EH-59, EH-61).

use std::collections::BTreeSet;

use axum::http::StatusCode;
use backend::staff::NotInvited;
use domain::{
    form::Answer,
    text::{EmailAddress, FullName},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, GRACE, is_signed_in},
    said::says_once,
    staff_passkeys::posts,
    staff_people::{
        App, Colleague, accepts, first_admin, halfway, invitation_to, invites_first_admin, is_in, joins,
        recovery_codes, signs_in, types_code,
    },
    world::World,
};

const RIGHTS: &str = "select concat_ws(' ', full_name, state, catalogue_role, registry_role, registry_organisation)
    from accounts";
const ACTIONS: &str = "select action || coalesce(' ' || (detail ->> 'by'), '') from audit_entries
    where action not in ('account.viewed', 'account.listed') order by id";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_59_the_first_administrator_comes_by_a_message(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let link = invites_first_admin(&world).await;
    assert_eq!(invitation_to(&world, ADA).await, link, "what is printed is mailed as well");
    let letter = world.mails_to(ADA).await.pop().expect("a letter");
    assert_eq!(letter.subject, "You are invited to work on Healthpost");
    assert!(letter.text.contains("Ada Lovelace") && letter.text.contains("Ministry of Health"), "{}", letter.text);
    let mut scanner = world.visitor();
    scanner.opens(&link).await.sees("You are invited to work on Healthpost").sees("Catalogue: Administrator");
    scanner.sees("Registry: Administrator").does_not_see(ADA).does_not_see("Lovelace");
    assert!(scanner.cookies.is_empty(), "a scanner is nobody");
    assert_eq!(world.count("select count(*) from accounts").await, 0, "opening it does nothing");

    let mut visitor = world.visitor();
    visitor.opens(&link).await.fills("full_name", "").presses("Accept the invitation").await;
    visitor.sees_error("full_name", "Enter your full name").sees_error("new_password", "Enter a new password");
    visitor.fills("full_name", "Ada Lovelace").fills("new_password", "password1234").presses("Accept").await;
    assert_eq!(visitor.value_of("full_name"), "Ada Lovelace", "what was typed is kept");
    assert!(visitor.title().starts_with("Error: ") && !visitor.body.contains("password1234"));
    assert_eq!(world.count("select count(*) from accounts").await, 0);
    accepts(&mut visitor, &link, "Ada Lovelace").await;
    visitor.sees("Set up a second step");
    assert!(!is_in(&mut visitor).await, "a link and a password are not enough");
    assert!(!is_signed_in(visitor.opens("/").await), "nor for their account");
    visitor.opens("/staff/security").await.presses("Set up an authenticator app").await;
    let app = App::told(&visitor);
    visitor.fills("staff_code", app.wrong(&world)).presses("Finish").await;
    visitor.sees_error("staff_code", "This code is not right");
    assert_eq!(App::told(&visitor).code_in(&world, 0), app.code_in(&world, 0), "it is the same key");
    let code = app.fresh(&world);
    visitor.fills("staff_code", &code).presses("Finish").await;
    says_once(&mut visitor, "Your authenticator app is set up").await;
    assert_eq!(world.texts(RIGHTS).await, ["Ada Lovelace active admin admin MOH"]);
    let entered = "staff.sign_in authenticator";
    let actions = ["staff.invited", "account.invitation_accepted", "account.authenticator_set", entered];
    assert_eq!(world.texts(ACTIONS).await, actions);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn work_comes_first_and_recovery_codes_are_shown_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let Colleague { mut visitor, .. } = first_admin(&world).await;
    let codes = recovery_codes(&visitor);
    assert_eq!(codes.len(), 10);
    assert_eq!(visitor.links("Go on to your work"), ["/staff"]);
    visitor.opens("/staff").await.sees("Your work").sees("Nobody waits for approval");
    let header = visitor.all("header nav").concat();
    assert!(header.contains("Ada Lovelace") && header.contains("People"), "{header}");
    visitor.opens("/staff/security").await.sees("You have 10 left");
    assert!(recovery_codes(&visitor).is_empty() && !visitor.body.contains(&codes[0]));
}

/// Invites Grace to administer both halves; where the link leads.
async fn invites_grace(world: &World, again: bool) -> Result<String, NotInvited> {
    let (email, name) = (EmailAddress::read("Grace@Example.com").unwrap(), FullName::read("Grace Hopper").unwrap());
    backend::staff::create_admin(&world.backend, (&email, &name), again).await.map(|link| link.to_string())
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn there_is_one_first_administrator_unless_another_is_asked_for(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let before = invites_grace(&world, false).await.expect("nobody administers yet");
    let newer = invites_grace(&world, false).await.expect("nobody accepted yet");
    let mut visitor = world.visitor();
    visitor.opens(&before).await.sees("This invitation does not work");
    assert_eq!(visitor.status, StatusCode::GONE, "the newer one stands in its place");
    joins(&world, &newer, "Grace Hopper", GRACE).await;
    assert!(matches!(invites_grace(&world, false).await, Err(NotInvited::IsThere)));
    assert!(invites_grace(&world, true).await.is_ok(), "another one is asked for");
    world.run("update accounts set state = 'suspended'").await;
    assert!(matches!(invites_grace(&world, true).await, Err(NotInvited::Suspended)));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_61_who_signs_out_leaves_nothing_and_comes_back_with_both_steps(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    let mut thief = ada.visitor.clone();
    ada.visitor.opens("/staff").await.presses("Sign out").await.sees("You have signed out");
    assert_eq!(ada.visitor.path, "/staff/signed-out");
    assert_eq!(ada.visitor.links("Sign in again"), ["/staff/sign-in"]);
    assert!(!is_in(&mut thief).await, "a copy of the cookies is worth nothing");
    assert_eq!(thief.opens("/account").await.path, "/account/sign-in");
    assert_eq!(world.count("select count(*) from sessions").await, 0);
    let mut visitor = signs_in(&world, &ada).await;
    assert_eq!(visitor.opens("/staff/sign-in").await.path, "/staff", "who is in is not asked again");
    // Whoever is staff has an account as well.
    assert!(is_signed_in(visitor.opens("/").await));
    assert_eq!(visitor.links("Staff"), ["/staff"]);
    visitor.presses("Sign out").await;
    assert_eq!(visitor.path, "/staff/signed-out", "the one way out ends both");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_a_recovery_code_lets_in_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let ada = first_admin(&world).await;
    let codes = recovery_codes(&ada.visitor);
    let mut visitor = halfway(&world, ADA).await;
    types_code(&mut visitor, &codes[0]).await;
    assert_eq!(visitor.path, "/staff", "{}", visitor.text());
    let mut again = halfway(&world, ADA).await;
    types_code(&mut again, &codes[0]).await;
    again.sees_error("staff_code", "This code is not right, or was used already");
    // As somebody types it who wrote it down.
    types_code(&mut again, &codes[1].replace('-', " ").to_lowercase()).await;
    assert_eq!(again.path, "/staff", "{}", again.text());
    again.opens("/staff/security").await.sees("You have 8 left");
    assert!(!recovery_codes(&again).contains(&codes[0]), "what is used is shown no more");
    assert_eq!(world.count("select count(*) from audit_entries where detail ->> 'by' = 'recovery_code'").await, 2);
    again.opens("/staff/security/recovery-codes").await.presses("Make new recovery codes").await;
    again.sees("You have new recovery codes").sees("You have 10 left");
    let new = recovery_codes(&again);
    assert!(new.len() == 10 && new.iter().all(|code| !codes.contains(code)));
    let mut third = halfway(&world, ADA).await;
    types_code(&mut third, &codes[2]).await;
    third.sees_error("staff_code", "This code is not right, or was used already");
    types_code(&mut third, &new[2]).await;
    assert_eq!(third.path, "/staff", "{}", third.text());
}

/// What a camera reads from a drawing whose dark modules are squares (`M{x},{y}h1v1h-1`).
fn read(svg: &str) -> String {
    const PIXELS: usize = 8;
    let dark: BTreeSet<(usize, usize)> = svg
        .split('M')
        .filter_map(|square| {
            let (across, rest) = square.split_once(',')?;
            let (down, _) = rest.split_once("h1v1")?;
            Some((across.parse().ok()?, down.parse().ok()?))
        })
        .collect();
    let side = svg.split("viewBox=\"0 0 ").nth(1).and_then(|after| after.split(' ').next()).expect("a size");
    let side = PIXELS * side.parse::<usize>().expect("a number");
    let light = |x: usize, y: usize| if dark.contains(&(x / PIXELS, y / PIXELS)) { 0 } else { 255 };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, light);
    image.detect_grids().first().expect("a code").decode().expect("readable").1
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_the_picture_holds_the_key_and_is_for_its_owner_alone(_: PgPoolOptions, connect: PgConnectOptions) {
    const PICTURE: &str = "/staff/authenticator.svg";
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    assert_eq!(ada.visitor.opens(PICTURE).await.status, StatusCode::NOT_FOUND, "it is set up already");
    ada.visitor.opens("/staff/security").await.presses("Set up another app in its place").await;
    assert_eq!(ada.visitor.attributes("main img", "src"), [PICTURE]);
    let key = ada.visitor.all("main bdi[dir=ltr]").remove(0).replace(' ', "");
    let mut visitor = ada.visitor.clone();
    visitor.opens(PICTURE).await;
    assert_eq!((visitor.status, visitor.headers["cache-control"].to_str().unwrap()), (StatusCode::OK, "no-store"));
    let holds = format!("otpauth://totp/Healthpost:ada%40example.com?secret={key}&issuer=Healthpost");
    assert_eq!(read(&visitor.body), holds);
    for mut stranger in [world.visitor(), halfway(&world, ADA).await] {
        assert_eq!(stranger.opens(PICTURE).await.status, StatusCode::NOT_FOUND);
    }
    ada.visitor.presses("Begin again with another key").await;
    assert_ne!(ada.visitor.all("main bdi[dir=ltr]").remove(0).replace(' ', ""), key);
    assert_eq!(ada.visitor.links("Not now").len(), 1, "it can wait");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_another_app_takes_the_place_of_the_first_and_the_only_one_stays(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    let visitor = &mut ada.visitor;
    visitor.opens("/staff/security").await.presses("Set up another app in its place").await;
    let new = App::told(visitor);
    let mut other = halfway(&world, ADA).await;
    let code = ada.app.fresh(&world);
    types_code(&mut other, &code).await;
    assert_eq!(other.path, "/staff", "the one of before gives codes until the other does");
    let code = new.fresh(&world);
    visitor.fills("staff_code", &code).presses("Finish").await.sees("Your authenticator app is set up");
    let mut other = halfway(&world, ADA).await;
    let code = ada.app.fresh(&world);
    types_code(&mut other, &code).await;
    other.sees_error("staff_code", "This code is not right");
    types_code(&mut other, &new.code_in(&world, 0)).await;
    assert_eq!(other.path, "/staff", "{}", other.text());
    posts(&mut other, "authenticator-remove", &[]).await;
    assert_eq!(world.count("select count(*) from staff_authenticators where secret is not null").await, 1);
    assert!(other.text().contains("This is your only second step"), "{}", other.text());
}
