//! Who somebody is here whom the provider knows: by issuer and subject, and never by an address alone (EH-62, EH-63,
//! EH-69).

use axum::http::StatusCode;
use backend::secrets::hash_token;
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, GRACE, ada, is_signed_in, signs_up},
    oidc_provider::{Manner, OidcProvider},
    staff_provider::{STAFF, ada_at_work, connects, served},
    visitor::Visitor,
    world::World,
};

/// The token of an invitation.
pub const TOKEN: &str = "zqinvitation-token";
const PEOPLE: &str = "select concat_ws(' ', full_name, email, state, catalogue_role, registry_role,
    registry_organisation) from accounts order by email_norm";
pub const KNOWN: &str = "select concat_ws(' ', i.subject, a.email_norm) from account_identities i
    join accounts a on a.id = i.account_id order by 1";

/// Invites somebody to be a publisher, and coordinator of an authority; where the link leads.
pub async fn invites(world: &World, email: &str) -> String {
    let now = world.backend.clock.now();
    let sql = "insert into staff_invitations (id, token_hash, email, email_norm, catalogue_role, registry_role,
            registry_organisation, created_at, expires_at)
        values (gen_random_uuid(), $1, $2, lower($2), 'publisher', 'coordinator', 'FHA', $3::timestamptz,
            $3::timestamptz + interval '14 days')";
    let written = sqlx::query(sql).bind(hash_token(TOKEN).to_vec()).bind(email).bind(now.to_string());
    written.execute(&world.backend.db).await.expect("an invitation");
    format!("/staff/invitation/{TOKEN}")
}

/// Accepts an invitation with the provider, in a new browser; says where that leads.
pub async fn accepts_by_provider(world: &World, provider: &OidcProvider, link: &str) -> Visitor {
    let mut visitor = world.visitor();
    visitor.opens(link).await.presses("Accept with Example Health").await;
    let way = visitor.links("Accept with Example Health").remove(0);
    provider.leads(&mut visitor, &way).await;
    visitor
}

pub fn grace() -> Manner {
    Manner { subject: "zqsubject-2", email: GRACE, name: Some("Grace Hopper"), ..Manner::default() }
}

/// Goes there and back, in a new browser; says where that leads.
pub async fn comes(world: &World, provider: &OidcProvider, path: &str) -> Visitor {
    let mut visitor = world.visitor();
    provider.leads(&mut visitor, path).await;
    visitor
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_62_somebody_unknown_waits_for_approval_and_may_do_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    provider.is(grace());
    for _ in 0..2 {
        let mut visitor = comes(&world, &provider, "/staff/provider?next=/staff/people").await;
        assert_eq!(visitor.path, "/staff/waiting");
        visitor.sees("Your account is waiting for approval");
        for page in ["/staff", "/staff/people", "/staff/confirm"] {
            visitor.opens(page).await.sees("Your account is waiting for approval");
            assert_eq!((visitor.path.as_str(), visitor.status), (page, StatusCode::FORBIDDEN));
        }
        assert_eq!(visitor.opens("/staff/security").await.path, "/staff/waiting");
        assert_eq!(visitor.opens("/account").await.path, "/account/sign-in");
    }
    assert_eq!(world.texts(PEOPLE).await, ["Grace Hopper grace@example.com pending"]);
    assert_eq!(world.texts(KNOWN).await, ["zqsubject-2 grace@example.com"]);
    assert_eq!(world.count("select count(*) from outbox").await, 0, "nobody is told");
    world.run("update accounts set state = 'active', catalogue_role = 'publisher'").await;
    assert_eq!(comes(&world, &provider, "/staff/provider").await.path, "/staff", "once approved");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_63_an_address_alone_takes_no_account_over(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    for state in ["active", "suspended"] {
        world.run("update accounts set state = 'active'").await;
        if state == "suspended" {
            world.run("update accounts set state = 'suspended'").await;
        }
        for email in [ADA, "ADA@example.com"] {
            provider.is(Manner { subject: "zqstranger", email, ..Manner::default() });
            let mut visitor = comes(&world, &provider, "/staff/provider").await;
            visitor.sees("You have an account already");
            assert_eq!((visitor.status, visitor.links("Sign in to your account").len()), (StatusCode::FORBIDDEN, 1));
            assert!(!is_signed_in(&visitor));
        }
    }
    provider.is(Manner { subject: "zqstranger", is_verified: false, email: GRACE, ..Manner::default() });
    comes(&world, &provider, "/staff/provider").await.sees("Your email address is not confirmed");
    assert_eq!(world.texts(KNOWN).await, ["zqsubject-1 ada@example.com"], "nobody was connected");
    assert_eq!(world.count("select count(*) from accounts").await, 1);
    assert_eq!(world.count(STAFF).await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_is_known_stays_so_whatever_their_address_is_now(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    signs_up(&world, &mut world.visitor(), "Grace Hopper", GRACE).await;
    provider.is(Manner { email: GRACE, ..Manner::default() });
    comes(&world, &provider, "/staff/provider").await.opens("/account").await.sees("Ada Lovelace");
    // One subject of two issuers is two people.
    world.run("update account_identities set issuer = 'https://other.example'").await;
    provider.is(Manner::default());
    comes(&world, &provider, "/staff/provider").await.sees("You have an account already");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_is_suspended_is_not_let_in(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    world.run("update accounts set state = 'suspended'").await;
    let mut visitor = comes(&world, &provider, "/staff/provider").await;
    assert_eq!(visitor.sees("Your account is suspended").status, StatusCode::FORBIDDEN);
    assert_eq!(world.count(STAFF).await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_has_no_role_lands_in_their_account(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada(&world).await;
    connects(&world, "zqsubject-1", ADA).await;
    let mut visitor = comes(&world, &provider, "/staff/provider?next=/staff/people").await;
    assert_eq!(visitor.path, "/account");
    assert_eq!(visitor.opens("/staff").await.path, "/staff/sign-in?next=%2Fstaff");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_69_an_invitation_is_accepted_with_the_address_that_was_invited(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let (world, provider) = served(connect).await;
    let link = invites(&world, "Grace@Example.com").await;
    provider.is(Manner { email: "other@example.com", ..grace() });
    accepts_by_provider(&world, &provider, &link).await.sees("This invitation is for another email address");
    provider.is(Manner { is_verified: false, ..grace() });
    accepts_by_provider(&world, &provider, &link).await.sees("Your email address is not confirmed");
    assert_eq!(world.count("select count(*) from accounts").await, 0);
    provider.is(grace());
    assert_eq!(accepts_by_provider(&world, &provider, &link).await.path, "/staff");
    assert_eq!(world.texts(PEOPLE).await, ["Grace Hopper grace@example.com active publisher coordinator FHA"]);
    world.visitor().opens(&link).await.sees("This invitation does not work");
    assert_eq!(comes(&world, &provider, "/staff/provider").await.path, "/staff", "from then on without it");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_invitation_takes_the_account_that_its_address_has(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    signs_up(&world, &mut world.visitor(), "Grace Hopper", GRACE).await;
    let link = invites(&world, GRACE).await;
    provider.is(grace());
    assert_eq!(accepts_by_provider(&world, &provider, &link).await.path, "/staff");
    assert_eq!(world.texts(PEOPLE).await, ["Grace Hopper grace@example.com active publisher coordinator FHA"]);
    assert_eq!(world.texts(KNOWN).await, ["zqsubject-2 grace@example.com"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn whoever_waited_and_is_invited_waits_no_more(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    provider.is(grace());
    assert_eq!(comes(&world, &provider, "/staff/provider").await.path, "/staff/waiting");
    let link = invites(&world, GRACE).await;
    assert_eq!(accepts_by_provider(&world, &provider, &link).await.path, "/staff");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_is_two_people_here(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let link = invites(&world, GRACE).await;
    provider.is(Manner { email: GRACE, ..Manner::default() });
    accepts_by_provider(&world, &provider, &link).await.sees("This sign-in belongs to another account");
    assert_eq!(world.count("select count(*) from accounts").await, 1);
    assert_eq!(world.count("select count(*) from staff_invitations where accepted_at is null").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn staff_prove_anew_who_they_are(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let confirmed = "select staff_confirmed_at::text from sessions where staff_since is not null";
    let way = "/staff/provider?for=confirm&next=/staff/people/invite";
    assert_eq!(world.visitor().opens(way).await.path, "/staff/sign-in?next=%2Fstaff%2Fpeople%2Finvite");
    let mut visitor = comes(&world, &provider, "/staff/provider").await;
    let before = world.text(confirmed).await;
    world.backend.clock.advance(SignedDuration::from_mins(15));
    provider.is(Manner { signed_in_ago: 3_600, ..Manner::default() });
    provider.leads(&mut visitor, way).await;
    assert_eq!(visitor.sees("We could not check who you are").links("Try again").len(), 1);
    provider.is(Manner { claims: serde_json::json!({ "auth_time": null }), ..Manner::default() });
    provider.leads(&mut visitor, way).await;
    visitor.sees("We could not check who you are");
    provider.is(grace());
    provider.leads(&mut visitor, way).await;
    visitor.sees("This sign-in belongs to another account");
    assert_eq!(world.text(confirmed).await, before);
    provider.is(Manner::default());
    provider.leads(&mut visitor, way).await;
    assert_eq!((provider.authorised("prompt").as_str(), provider.authorised("max_age").as_str()), ("login", "0"));
    assert_eq!((visitor.path.as_str(), visitor.status), ("/staff/people/invite", StatusCode::OK));
    assert_ne!(world.text(confirmed).await, before);
}
