//! Who administers and closes their account, and who has to set up anew how they sign in (EH-71, HP-71).

use axum::http::{Method, StatusCode};
use domain::staff::{CatalogueRole, MINISTRY, RegistryRole};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::{catalogue, registry},
    account_people::{ADA, PASSWORD},
    registry_watch::{Canary, left},
    staff_passkeys::posts,
    staff_people::{
        acts, first_admin, halfway, invitation_to, is_in, recovery_codes, rights_of, sets_up_app, types_code,
        types_password, version_of,
    },
    staff_rights::{at_work, both},
    visitor::Visitor,
    world::World,
};

/// What is personal of the first administrator.
const CANARIES: &[Canary] = &[("ada@example.com", &[]), ("lovelace", &[])];

/// Closes the account of whoever is at work.
async fn closes(visitor: &mut Visitor, name: &str) {
    let body = format!("close_confirmation={name}%40staff.example");
    visitor.once(Method::POST, "/do/account/close", Some(body)).await;
    let to = visitor.headers.get("location").map(|to| to.to_str().expect("a path").to_owned());
    visitor.opens(&to.expect("a page")).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_71_the_last_who_administers_does_not_close_their_account(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let ministry = registry(RegistryRole::Admin, MINISTRY);
    for (name, roles) in [("catalogue", catalogue(CatalogueRole::Admin)), ("ministry", ministry)] {
        let (mut one, first) = at_work(&world, name, &roles).await;
        closes(&mut one, name).await;
        one.sees("Nobody else administers this service");
        assert_eq!(one.path, "/account/close");
        let other = format!("{name} too");
        let (mut two, second) = at_work(&world, &other, &roles).await;
        // Two at once: one of them stays.
        let body = |name: &str| Some(format!("close_confirmation={name}%40staff.example"));
        tokio::join!(
            one.once(Method::POST, "/do/account/close", body(name)),
            two.once(Method::POST, "/do/account/close", body(&other.replace(' ', "-"))),
        );
        let states = [rights_of(&world, first).await, rights_of(&world, second).await];
        assert_eq!(states.iter().filter(|state| *state == "closed").count(), 1, "{states:?}");
    }
    let (mut publisher, id) = at_work(&world, "publisher", &catalogue(CatalogueRole::Publisher)).await;
    closes(&mut publisher, "publisher").await;
    assert_eq!((publisher.path.as_str(), rights_of(&world, id).await.as_str()), ("/account/closed", "closed"));
    assert!(!is_in(&mut publisher).await);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_71_whoever_is_the_last_of_one_half_stays(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for (name, other) in [
        ("without a ministry", catalogue(CatalogueRole::Admin)),
        ("without a catalogue", registry(RegistryRole::Admin, MINISTRY)),
    ] {
        let (mut last, id) = at_work(&world, name, &both()).await;
        let (_, second) = at_work(&world, &format!("{name} too"), &other).await;
        closes(&mut last, &name.replace(' ', "-")).await;
        last.sees("Nobody else administers this service");
        assert_eq!(rights_of(&world, id).await, "active admin admin MOH", "{name}");
        sqlx::query("update accounts set state = 'suspended' where id = any($1)")
            .bind([id.0, second.0].as_slice())
            .execute(&world.backend.db)
            .await
            .expect("written");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_71_closing_waits_for_whoever_takes_a_role_and_the_other_way_round(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::crowded(connect, 8).await;
    for round in 0..6 {
        let name = format!("one {round}");
        let (mut one, first) = at_work(&world, &name, &both()).await;
        let (_, second) = at_work(&world, &format!("two {round}"), &both()).await;
        let (mut closing, version) = (one.clone(), version_of(&world, second).await);
        let taken = format!("staff_member={second}&staff_version={version}&catalogue_role=publisher");
        let typed = format!("close_confirmation={}%40staff.example", name.replace(' ', "-"));
        // Whoever administers takes that from the only other one, and closes their own account at the same moment.
        tokio::join!(
            one.once(Method::POST, "/do/staff/change-roles", Some(taken)),
            closing.once(Method::POST, "/do/account/close", Some(typed)),
        );
        let rights = [rights_of(&world, first).await, rights_of(&world, second).await];
        let left = rights.iter().filter(|rights| *rights == "active admin admin MOH").count();
        assert_eq!(left, 1, "{rights:?}");
        world.run("update accounts set state = 'suspended' where state = 'active'").await;
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn who_is_reset_signs_in_by_the_link_alone_and_with_nothing_of_before(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    let codes = recovery_codes(&ada.visitor);
    let (mut other, _) = at_work(&world, "other", &both()).await;
    let id = world.text("select id::text from accounts where full_name = 'Ada Lovelace'").await.parse().expect("an id");
    acts(&world, &mut other, "reset-factors", id).await;
    other.sees("How they sign in was reset").sees("Nothing yet: no second step is set up");
    assert!(!is_in(&mut ada.visitor).await, "signed out everywhere");
    types_password(&mut ada.visitor, &ada.email, PASSWORD).await;
    ada.visitor.sees_error("password", "The email address or the password is not right");
    assert_eq!(rights_of(&world, id).await, "active admin admin MOH", "what they may do has not changed");
    let link = invitation_to(&world, &ada.email).await;
    sets_up_again(&world, &link).await;
    let mut visitor = halfway(&world, &ada.email).await;
    types_code(&mut visitor, &codes[0]).await;
    visitor.sees_error("staff_code", "This code is not right");
    assert_eq!(world.visitor().opens(&link).await.status, StatusCode::GONE);
}

/// Follows the link of a reset, and sets everything up.
async fn sets_up_again(world: &World, link: &str) {
    let mut visitor = world.visitor();
    visitor.opens(link).await.fills("full_name", "Ada Lovelace");
    visitor.fills("new_password", PASSWORD).presses("Continue").await;
    assert_eq!(visitor.path, "/staff/security", "{}", visitor.text());
    sets_up_app(world, &mut visitor).await;
    assert!(is_in(&mut visitor).await);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_71_of_staff_who_closed_their_account_nothing_personal_is_left(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    at_work(&world, "other", &both()).await;
    assert!(!left(&world, CANARIES).await.is_empty(), "rows are looked at");
    let body = Some("close_confirmation=ada%40example.com".to_owned());
    ada.visitor.once(Method::POST, "/do/account/close", body).await;
    assert_eq!(ada.visitor.headers["location"], "/account/closed");
    world.mails_to(ADA).await;
    for table in ["staff_authenticators", "staff_sign_ins", "staff_passkeys", "account_identities"] {
        assert_eq!(world.count(format!("select count(*) from {table}").leak()).await, 0, "{table}");
    }
    world.backend.clock.advance(SignedDuration::from_hours(3 * 24));
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    backend::accounts::erase_ended(&world.backend).await.expect("erased");
    assert_eq!(left(&world, CANARIES).await, [] as [&str; 0]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a4_with_another_password_whoever_was_halfway_in_begins_anew(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    let mut early = halfway(&world, ADA).await;
    ada.visitor.opens("/account/password").await.fills("current_password", PASSWORD);
    ada.visitor.fills("new_password", "several other words").presses("Save my password").await;
    ada.visitor.sees("Your password is set");
    assert!(is_in(&mut ada.visitor).await, "whoever changed it goes on working");
    posts(&mut early, "code", &[("staff_code", &ada.app.fresh(&world))]).await;
    assert_eq!(early.path, "/staff/sign-in", "{}", early.text());
    assert!(!is_in(&mut early).await);
}
