//! How often passwords and codes of staff may be tried (G-A10), whatever somebody writes into `X-Forwarded-For`, and at
//! every program over one database; and that whoever tries learns nothing of an account by it (G-A9).

use axum::http::{StatusCode, header};
use domain::staff::{CatalogueRole, Roles};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::{catalogue, somebody},
    account_people::{ADA, PASSWORD},
    registry_limits::posts,
    staff_people::{first_admin, halfway, types_code, types_password, waits},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

const BUSY: &str = "203.0.113.7";
const QUIET: &str = "203.0.113.8";
const PATH: &str = "/do/staff/sign-in";

fn typed(email: &str, password: &str) -> String {
    form_urlencoded(&[
        ("account_email".to_owned(), email.to_owned()),
        ("password".to_owned(), password.to_owned()),
        ("staff_next".to_owned(), "/staff/people".to_owned()),
    ])
}

/// That it was refused as too often, and says when to come back.
#[track_caller]
fn assert_waits(visitor: &mut Visitor, within: u64) {
    assert_eq!(visitor.status, StatusCode::TOO_MANY_REQUESTS, "{}", visitor.text());
    let seconds: u64 = visitor.headers[header::RETRY_AFTER].to_str().unwrap().parse().expect("seconds");
    assert!((1..=within).contains(&seconds), "{seconds}");
    assert!(!visitor.headers.contains_key(header::LOCATION));
    visitor.sees("You have tried too often");
    assert!(!visitor.body.contains(PASSWORD));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a10_an_address_is_tried_three_times_in_a_quarter_of_an_hour(_: PgPoolOptions, connect: PgConnectOptions) {
    let worlds = [World::new(connect.clone()).await, World::new(connect).await];
    first_admin(&worlds[0]).await;
    for email in [ADA, "nobody@example.com"] {
        // Known or not, in whatever spelling, from one network.
        for (at, spelled) in [email.to_owned(), email.to_uppercase(), format!(" {email}")].iter().enumerate() {
            let mut visitor = worlds[at % 2].visitor();
            posts(&mut visitor, (QUIET, None), PATH, &typed(spelled, "not the password")).await;
            assert_eq!(visitor.headers[header::LOCATION], "/staff/sign-in?next=%2Fstaff%2Fpeople", "{spelled}");
        }
        for (at, said) in [None, Some("198.51.100.2"), Some("203.0.113.99, 10.0.0.1")].into_iter().enumerate() {
            let mut visitor = worlds[at % 2].visitor();
            posts(&mut visitor, (QUIET, said), PATH, &typed(email, PASSWORD)).await;
            assert_waits(&mut visitor, 900);
            let (_, action, answers) = visitor.form_of("Send it again");
            assert!(action == PATH && answers.contains(&("account_email".to_owned(), email.to_owned())), "{answers:?}");
        }
    }
    let mut owner = worlds[1].visitor();
    posts(&mut owner, (BUSY, None), PATH, &typed(ADA, PASSWORD)).await;
    assert_eq!(
        owner.headers[header::LOCATION],
        "/staff/code?next=%2Fstaff%2Fpeople",
        "its owner is kept out by nobody"
    );
    for world in &worlds {
        world.backend.clock.advance(SignedDuration::from_mins(15));
    }
    let mut visitor = worlds[0].visitor();
    posts(&mut visitor, (QUIET, None), PATH, &typed(ADA, PASSWORD)).await;
    assert_eq!(visitor.headers[header::LOCATION], "/staff/code?next=%2Fstaff%2Fpeople", "a quarter of an hour later");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a10_a_network_tries_ten_passwords_in_ten_minutes(_: PgPoolOptions, connect: PgConnectOptions) {
    let worlds = [World::new(connect.clone()).await, World::new(connect).await];
    first_admin(&worlds[0]).await;
    for at in 0..10 {
        let mut visitor = worlds[at % 2].visitor();
        posts(&mut visitor, (BUSY, None), PATH, &typed(&format!("person{at}@example.com"), "the same guess")).await;
        assert_eq!(visitor.status, StatusCode::SEE_OTHER, "{at}: back to the form");
    }
    for (at, said) in [None, Some("198.51.100.2")].into_iter().enumerate() {
        let mut visitor = worlds[at].visitor();
        posts(&mut visitor, (BUSY, said), PATH, &typed(ADA, PASSWORD)).await;
        assert_waits(&mut visitor, 600);
    }
    let mut owner = worlds[0].visitor();
    posts(&mut owner, (QUIET, None), PATH, &typed(ADA, PASSWORD)).await;
    assert_eq!(owner.headers[header::LOCATION], "/staff/code?next=%2Fstaff%2Fpeople", "the owner comes from elsewhere");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a10_an_account_is_tried_with_ten_codes_an_hour(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let ada = first_admin(&world).await;
    for _ in 0..2 {
        let mut visitor = halfway(&world, ADA).await;
        for _ in 0..5 {
            types_code(&mut visitor, ada.app.wrong(&world)).await;
        }
        assert_eq!(visitor.path, "/staff/sign-in");
    }
    let mut visitor = halfway(&world, ADA).await;
    types_code(&mut visitor, &ada.app.fresh(&world)).await;
    assert_waits(&mut visitor, 3_600);
    world.backend.clock.advance(SignedDuration::from_hours(1));
    let mut visitor = halfway(&world, ADA).await;
    types_code(&mut visitor, &ada.app.fresh(&world)).await;
    assert_eq!(visitor.path, "/staff", "{}", visitor.text());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a10_who_is_signed_in_proves_it_five_times_in_a_quarter_of_an_hour(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    for _ in 0..5 {
        ada.visitor.opens("/staff/confirm").await.fills("password", "not the password");
        ada.visitor.fills("staff_code", &ada.app.fresh(&world)).presses("Confirm").await;
        ada.visitor.sees_error("password", "This password is not right");
    }
    ada.visitor.opens("/staff/confirm").await.fills("password", PASSWORD);
    ada.visitor.fills("staff_code", &ada.app.fresh(&world)).presses("Confirm").await;
    assert_waits(&mut ada.visitor, 900);
    ada.visitor.opens("/staff").await.sees("Your work");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a9_whoever_may_not_sign_in_is_told_the_same_as_whoever_guessed_wrong(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    first_admin(&world).await;
    let publisher = catalogue(CatalogueRole::Publisher);
    for name in ["suspended", "without password", "of a provider"] {
        somebody(&world, name, &publisher).await;
    }
    somebody(&world, "without role", &Roles::default()).await;
    waits(&world, "Waiting", "waiting@staff.example").await;
    // Everybody has Ada's password but one; of somebody who has no second step a provider knows who they are.
    world
        .run(
            "update accounts a set password_hash = ada.password_hash from accounts ada
             where ada.email_norm = 'ada@example.com' and a.email_norm <> 'without-password@staff.example';
             update accounts set state = 'suspended' where full_name = 'suspended';
             insert into account_identities (issuer, subject, account_id, created_at)
             select 'https://provider.example', '1', id, created_at from accounts where full_name = 'of a provider'",
        )
        .await;
    let mut wrong = world.visitor();
    types_password(&mut wrong, ADA, "not the password").await;
    let said = wrong.sees_error("password", "The email address or the password is not right").text();
    for name in ["suspended", "without-password", "of-a-provider", "without-role", "waiting", "nobody"] {
        let mut visitor = world.visitor();
        types_password(&mut visitor, &format!("{name}@staff.example"), PASSWORD).await;
        assert_eq!((visitor.path.as_str(), visitor.text()), ("/staff/sign-in", said.clone()), "{name}");
        assert_eq!(visitor.value_of("account_email"), format!("{name}@staff.example"));
        assert_eq!(visitor.value_of("password"), "", "{name}");
        assert_eq!(visitor.opens("/staff/code").await.path, "/staff/sign-in", "{name}");
    }
    assert_eq!(world.count("select count(*) from staff_sign_ins").await, 0);
}
