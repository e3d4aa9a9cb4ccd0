//! Who signs in goes on to where they were going, and nothing that they typed is lost when they are asked once more who
//! they are, or were signed out meanwhile (EH-60, G-A8).

use axum::http::{Method, StatusCode};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, GRACE, PASSWORD},
    staff_passkeys::posts,
    staff_people::{Colleague, first_admin, recovery_codes, types_code},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

const INVITATIONS: &str = "select count(*) from staff_invitations where accepted_at is null";
const CHOSEN: &str = "select[name=registry_organisation] option[selected]";
/// Where nobody is led who signs in here.
const AWAY: [&str; 10] = [
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example/staff",
    "https:evil.example",
    "/staff//evil.example",
    "/staff\\evil.example",
    "/staff/../..//evil.example",
    "javascript:alert(1)",
    "/staff?next=https://evil.example",
];

/// Types an invitation into the form at hand.
fn types_invitation(visitor: &mut Visitor) {
    visitor.fills("account_email", GRACE).fills("registry_role", "viewer").fills("registry_organisation", "VCHA");
}

/// That it stands there as it was typed, and nothing is wrong with it.
#[track_caller]
fn assert_typed(visitor: &Visitor) {
    assert_eq!(visitor.value_of("account_email"), GRACE);
    assert_eq!(visitor.attributes("select[name=registry_role] option[selected]", "value"), ["viewer"]);
    assert_eq!(visitor.attributes(CHOSEN, "value"), ["VCHA"]);
    assert!(!visitor.title().starts_with("Error"), "{}", visitor.title());
}

/// Proves once more who is at work, on the page at hand.
async fn confirms(world: &World, ada: &mut Colleague) {
    let code = ada.app.fresh(world);
    ada.visitor.fills("password", PASSWORD).fills("staff_code", &code).presses("Confirm").await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_60_whoever_signed_in_a_while_ago_is_asked_once_more_and_loses_nothing(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    world.backend.clock.advance(SignedDuration::from_mins(10));
    types_invitation(ada.visitor.opens("/staff/people/invite").await);
    ada.visitor.presses("Send the invitation").await;
    assert_eq!(ada.visitor.path, "/staff/confirm?next=%2Fstaff%2Fpeople%2Finvite");
    assert_eq!(world.count(INVITATIONS).await, 0);
    ada.visitor.presses("Confirm").await.sees_error("staff_code", "Enter the code");
    let code = ada.app.fresh(&world);
    ada.visitor.fills("staff_code", &code).presses("Confirm").await.sees_error("password", "Enter your password");
    ada.visitor.fills("password", "not the password").fills("staff_code", &code).presses("Confirm").await;
    ada.visitor.sees_error("password", "This password is not right");
    ada.visitor.fills("password", PASSWORD).fills("staff_code", ada.app.wrong(&world)).presses("Confirm").await;
    ada.visitor.sees_error("staff_code", "This code is not right");
    confirms(&world, &mut ada).await;
    assert_eq!(ada.visitor.path, "/staff/people/invite", "back where it was typed");
    assert_typed(&ada.visitor);
    types_invitation(&mut ada.visitor);
    ada.visitor.presses("Send the invitation").await.sees("The invitation is on its way");
    assert_eq!(world.count(INVITATIONS).await, 1);
    world.backend.clock.advance(SignedDuration::from_mins(9));
    ada.visitor.presses("Send again").await.sees("The invitation is on its way");
    world.backend.clock.advance(SignedDuration::from_mins(1));
    ada.visitor.presses("Send again").await;
    assert_eq!(ada.visitor.path, "/staff/confirm?next=%2Fstaff%2Fpeople", "ten minutes after they proved it");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_60_everything_that_changes_what_others_may_do_asks_once_more(_: PgPoolOptions, connect: PgConnectOptions) {
    const ROWS: &str =
        "select (select string_agg((to_jsonb(a) - 'last_seen_at')::text, '' order by id) from accounts a)
        || (select string_agg(to_jsonb(i)::text, '' order by id) from staff_invitations i)
        || coalesce((select string_agg(to_jsonb(u)::text, '') from staff_authenticators u), '')";
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    world.backend.clock.advance(SignedDuration::from_mins(10));
    let before = world.text(ROWS).await;
    let member = world.text("select id::text from accounts").await;
    let invitation = world.text("select id::text from staff_invitations").await;
    let about = [("staff_member", member.as_str()), ("staff_version", "1"), ("catalogue_role", "publisher")];
    let this = [("invitation", invitation.as_str()), ("passkey", "00000000-0000-7000-8000-000000000000")];
    let answers = [about.as_slice(), &this].concat();
    for form in [
        "change-roles",
        "approve",
        "suspend",
        "reactivate",
        "reset-factors",
        "resend",
        "cancel-invitation",
        "authenticator",
        "authenticator-remove",
        "recovery-codes",
        "passkey-begin-add",
        "passkey-remove",
    ] {
        posts(&mut ada.visitor, form, &answers).await;
        assert!(ada.visitor.path.starts_with("/staff/confirm?next=%2Fstaff%2F"), "{form}: {}", ada.visitor.path);
    }
    assert_eq!(world.text(ROWS).await, before);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_46_a_recovery_code_proves_it_as_well_and_once(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    let codes = recovery_codes(&ada.visitor);
    for (code, leads) in [(&codes[0], "/staff"), (&codes[0], "/staff/confirm"), (&codes[1], "/staff")] {
        ada.visitor.opens("/staff/confirm").await.fills("password", PASSWORD).fills("staff_code", code);
        ada.visitor.presses("Confirm").await;
        assert_eq!(ada.visitor.path, leads, "{}", ada.visitor.text());
    }
}

/// Signs in in another tab of the same browser; the page at hand stays.
async fn signs_in_beside(world: &World, ada: &mut Colleague) {
    let mut tab = ada.visitor.clone();
    let leads = ada.visitor.links("Sign in as staff").pop().expect("the way to sign in");
    tab.opens(&leads).await.fills("account_email", ADA).fills("password", PASSWORD).presses("Continue").await;
    types_code(&mut tab, &ada.app.fresh(world)).await;
    assert_eq!(tab.path, "/staff", "{}", tab.text());
    ada.visitor.cookies.clone_from(&tab.cookies);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_60_what_was_typed_too_late_is_sent_again(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    types_invitation(ada.visitor.opens("/staff/people/invite").await);
    world.backend.clock.advance(SignedDuration::from_mins(31));
    ada.visitor.presses("Send the invitation").await.sees("You have been signed out");
    assert_eq!(ada.visitor.status, StatusCode::FORBIDDEN);
    assert!(!ada.visitor.headers.contains_key("location"));
    assert_eq!(world.count("select count(*) from kept_rejections").await, 0, "the next person here finds nothing");
    // Too early: it is given back once more.
    ada.visitor.presses("Send it again").await.sees("You have been signed out");
    assert_eq!(world.count(INVITATIONS).await, 0);
    signs_in_beside(&world, &mut ada).await;
    ada.visitor.presses("Send it again").await.sees("The invitation is on its way").sees(GRACE);
    let invited = "select registry_organisation::text from staff_invitations where accepted_at is null";
    assert_eq!(world.text(invited).await, "VCHA");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_60_signing_in_leads_on_to_where_somebody_was_going(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let ada = first_admin(&world).await;
    for (page, leads) in [
        ("/staff/people?state=pending&page=2", "/staff/people?state=pending&page=2"),
        ("/staff/people?text=Zq%26text", "/staff/people"),
    ] {
        let mut visitor = world.visitor();
        visitor.opens(page).await.fills("account_email", ADA).fills("password", "not the password");
        visitor.presses("Continue").await.sees("There is a problem");
        visitor.fills("account_email", ADA).fills("password", PASSWORD).presses("Continue").await;
        visitor.fills("staff_code", "12345").presses("Sign in").await.sees("There is a problem");
        let code = ada.app.fresh(&world);
        visitor.fills("staff_code", &code).presses("Sign in").await;
        assert_eq!(visitor.path, leads, "{page}");
        world.backend.clock.advance(SignedDuration::from_mins(15));
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_60_who_took_too_long_still_goes_on_to_where_they_were_going(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let ada = first_admin(&world).await;
    let mut visitor = world.visitor();
    visitor.opens("/staff/people").await.fills("account_email", ADA).fills("password", PASSWORD);
    visitor.presses("Continue").await;
    world.backend.clock.advance(SignedDuration::from_mins(16));
    visitor.fills("staff_code", &ada.app.code_in(&world, 0)).presses("Sign in").await;
    visitor.sees_error("account_email", "You took too long");
    assert_eq!(visitor.path, "/staff/sign-in?next=%2Fstaff%2Fpeople");
    visitor.fills("account_email", ADA).fills("password", PASSWORD).presses("Continue").await;
    visitor.fills("staff_code", &ada.app.code_in(&world, 0)).presses("Sign in").await;
    assert_eq!(visitor.path, "/staff/people", "{}", visitor.text());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a8_signing_in_leads_nobody_away(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut ada = first_admin(&world).await;
    let pairs =
        |answers: [(&str, &str); 4]| form_urlencoded(&answers.map(|(name, value)| (name.to_owned(), value.to_owned())));
    for away in AWAY {
        let code = ada.app.fresh(&world);
        let body = pairs([("account_email", ADA), ("password", PASSWORD), ("staff_code", &code), ("staff_next", away)]);
        let query = form_urlencoded(&[("next".to_owned(), away.to_owned())]);
        for (form, visitor) in [
            ("sign-in", &mut world.visitor()),
            ("code", &mut world.visitor()),
            ("confirm", &mut ada.visitor),
            ("passkey-begin", &mut world.visitor()),
        ] {
            visitor.once(Method::POST, &format!("/do/staff/{form}?{query}"), Some(body.clone())).await;
            let to = visitor.headers.get("location").map(|to| to.to_str().expect("a path").to_owned());
            let to = to.expect("somewhere");
            assert!(to.starts_with("/staff/") && !to.contains("evil"), "{form} {away}: {to}");
        }
        let mut visitor = world.visitor();
        for page in ["/staff/sign-in", "/staff/signed-out"] {
            visitor.opens(&format!("{page}?{query}")).await;
            assert_eq!((visitor.path.starts_with(page), visitor.value_of("staff_next").as_str()), (true, ""), "{away}");
            let links = visitor.attributes("main a", "href");
            assert!(!links.iter().any(|link| link.contains("evil")), "{away}: {links:?}");
        }
    }
    assert_eq!(world.count("select count(*) from staff_sign_ins").await, 0, "nothing of it is taken");
}
