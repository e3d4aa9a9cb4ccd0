//! What other sites, forged forms and whoever only looks get of staff (G-A3, G-A5).

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use domain::{
    id::AccountId,
    staff::{CatalogueRole, RegistryRole},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::{catalogue, registry, somebody},
    account_people::{ADA, PASSWORD, asks_for_account, link_to, token_of},
    budgets::STAFF,
    forms::FORMS,
    staff_passkeys::posts,
    staff_people::{Colleague, first_admin, halfway, invitation_to, is_in, rights_of, sets_up_app, version_of, waits},
    staff_rights::at_work,
    visitor::{Visitor, form_urlencoded},
    world::{ORIGIN, World},
};

/// Everything that says who is staff and what they sign in with, in one text; and how much was written and
/// mailed, but for who looked at whom.
const ROWS: &str = "select
    coalesce((select string_agg((to_jsonb(a) - 'last_seen_at')::text, ' ' order by id) from accounts a), '')
    || coalesce((select string_agg((to_jsonb(s) - 'last_seen_at')::text, ' ' order by id) from sessions s), '')
    || coalesce((select string_agg(to_jsonb(i)::text, ' ' order by id) from staff_invitations i), '')
    || coalesce((select string_agg(to_jsonb(u)::text, ' ' order by account_id) from staff_authenticators u), '')
    || (select count(*) from staff_sign_ins) || ' ' || (select count(*) from passkey_ceremonies) || ' '
    || (select count(*) from outbox) || ' ' || (select count(*) from audit_entries
        where action not in ('account.viewed', 'account.listed'))";

/// Whoever is looked after: somebody who waits, a viewer, and whoever is invited by the link with this token.
struct People {
    waiting: AccountId,
    viewer: AccountId,
    invitation: String,
    token: String,
}

async fn people(world: &World, admin: &mut Visitor) -> People {
    let (_, waiting) = waits(world, "Grace Hopper", "grace@example.com").await;
    let viewer = somebody(world, "viewer", &registry(RegistryRole::Viewer, "FHA")).await;
    posts(admin, "invite", &[("account_email", "mary@example.com"), ("catalogue_role", "publisher")]).await;
    let token = token_of(&invitation_to(world, "mary@example.com").await);
    let open = "select id::text from staff_invitations where accepted_at is null";
    People { waiting, viewer, invitation: world.text(open).await, token }
}

/// The forms of staff, answered so that each would do something from our own page.
fn forms(people: &People, code: &str) -> Vec<(&'static str, Vec<(String, String)>)> {
    let ours = FORMS.iter().filter(|(path, _)| path.starts_with("/do/staff/"));
    let answered = ours.map(|(path, right)| {
        let whose = if path.ends_with("/approve") { people.waiting } else { people.viewer };
        let answers = right.iter().map(|(name, value)| {
            let value = match *name {
                "staff_member" => whose.to_string(),
                "invitation" => people.invitation.clone(),
                "invitation_token" => people.token.clone(),
                "password" => PASSWORD.to_owned(),
                "staff_code" => code.to_owned(),
                _ => (*value).to_owned(),
            };
            ((*name).to_owned(), value)
        });
        (*path, answers.collect())
    });
    answered.collect()
}

fn cookies(visitor: &Visitor) -> String {
    let pairs: Vec<String> = visitor.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    pairs.join("; ")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a3_other_sites_do_nothing_with_the_forms_of_staff(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let Colleague { mut visitor, app, .. } = first_admin(&world).await;
    let people = people(&world, &mut visitor).await;
    let (elsewhere, code) = (halfway(&world, ADA).await, app.fresh(&world));
    let (forms, before) = (forms(&people, &code), world.text(ROWS).await);
    for (path, answers) in &forms {
        for from in [
            vec![("origin", "https://evil.example"), ("sec-fetch-site", "cross-site")],
            vec![("origin", "null")],
            vec![("origin", "https://shop.healthpost.example"), ("sec-fetch-site", "same-site")],
            vec![("referer", ORIGIN)],
            vec![],
        ] {
            for who in [&visitor, &elsewhere] {
                let mut request = Request::post(*path)
                    .header(header::HOST, "healthpost.example")
                    .header(header::COOKIE, cookies(who))
                    .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
                for (name, value) in &from {
                    request = request.header(*name, *value);
                }
                let mut site = world.visitor();
                site.sends(request.body(Body::from(form_urlencoded(answers))).expect("a request")).await;
                assert_eq!(site.status, StatusCode::FORBIDDEN, "{path} {from:?}");
                assert!(!site.headers.contains_key(header::LOCATION) && site.cookies.is_empty(), "{path} {from:?}");
            }
        }
    }
    assert_eq!(world.text(ROWS).await, before, "nothing is written");
    assert!(is_in(&mut visitor).await);
    // The same from a page of ours does what it says.
    let suspend = forms.iter().find(|(path, _)| path.ends_with("/suspend"));
    visitor.once(Method::POST, "/do/staff/suspend", suspend.map(|(_, answers)| form_urlencoded(answers))).await;
    assert_eq!(rights_of(&world, people.viewer).await, "suspended viewer FHA");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a3_opening_a_page_of_staff_changes_nothing_and_nobody_keeps_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let Colleague { mut visitor, .. } = first_admin(&world).await;
    let people = people(&world, &mut visitor).await;
    visitor.opens("/staff/security").await.presses("Set up another app in its place").await;
    let (waiting, _) = waits(&world, "Waiting", "waiting@example.com").await;
    let before = world.text(ROWS).await;
    let member = format!("/staff/people/{}", people.viewer);
    let more = ["", "/roles", "/suspend", "/reactivate", "/reset"].map(|part| format!("{member}{part}"));
    let links = [
        format!("/staff/invitation/{}", people.token),
        format!("/staff/invitations/{}/cancel", people.invitation),
        "/staff/people?text=a&sort=seen&page=1".to_owned(),
    ];
    let fixed = STAFF.iter().filter(|page| !page.contains('{')).map(|page| (*page).to_owned());
    for page in fixed.chain(more).chain(links) {
        for mut who in [waiting.clone(), world.visitor()] {
            who.opens(&page).await;
            assert!(!who.status.is_server_error(), "{page}: {}", who.status);
        }
        visitor.opens(&page).await;
        if visitor.status == StatusCode::OK {
            assert_eq!(visitor.headers[header::CACHE_CONTROL], "no-store", "{page}");
            assert_eq!(visitor.headers["referrer-policy"], "same-origin", "{page}");
        }
        for method in [Method::PUT, Method::DELETE, Method::PATCH] {
            visitor.once(method, &page, None).await;
            assert!(visitor.status.is_client_error(), "{page}");
        }
    }
    for (path, _) in FORMS.iter().filter(|(path, _)| path.starts_with("/do/staff/")) {
        visitor.once(Method::GET, path, None).await;
        assert!(visitor.status.is_client_error(), "{path}: {}", visitor.status);
    }
    assert_eq!(world.text(ROWS).await, before);
}

/// What no form of staff asks in addition to what it asks; and what some ask, of somebody else.
fn unasked(id: AccountId) -> String {
    format!(
        "&id={id}&account={id}&account_id={id}&user_id={id}&session={id}&role=admin&roles=admin&is_admin=true\
         &state=active&organisation=MOH&organisation_key=MOH&email=eve%40example.com&email_norm=eve%40example.com\
         &verified=true&password_hash=x&row_version=99&version=99&staff_since=2020-01-01&staff_confirmed_at=2020-01-01\
         &price=0&invited_by={id}&expires_at=2099-01-01&tries=0&last_step=0&secret=x&recovery_hashes=x"
    )
}
const ROLES: &str = "&catalogue_role=admin&registry_role=admin&registry_organisation=MOH";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a5_what_a_form_does_not_ask_gives_nobody_anything(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, own) = at_work(&world, "administrator", &catalogue(CatalogueRole::Admin)).await;
    posts(&mut admin, "invite", &[("account_email", "mary@example.com"), ("catalogue_role", "publisher")]).await;
    let link = invitation_to(&world, "mary@example.com").await;
    let more = format!("{}{ROLES}", unasked(own));
    let mut mary = world.visitor();
    let body = format!("invitation_token={}&full_name=Mary&new_password=several+plain+words{more}", token_of(&link));
    mary.once(Method::POST, "/do/staff/accept", Some(body)).await;
    let id = world.text("select id::text from accounts where full_name = 'Mary'").await.parse().expect("an id");
    let app = sets_up_app(&world, &mut mary).await;
    for (form, body) in [
        ("confirm", format!("password=several+plain+words&staff_code={}", app.fresh(&world))),
        ("authenticator", String::new()),
        ("recovery-codes", String::new()),
    ] {
        mary.once(Method::POST, &format!("/do/staff/{form}"), Some(format!("{body}{more}"))).await;
        assert_eq!(mary.status, StatusCode::SEE_OTHER, "{form}: {}", mary.text());
    }
    mary.once(Method::POST, "/do/account/name", Some(format!("full_name=Mary+Seacole{more}"))).await;
    assert_eq!(rights_of(&world, id).await, "active publisher");
    // What is theirs to change, by a form that changes something else.
    for (form, state) in [("suspend", "suspended"), ("reactivate", "active"), ("reset-factors", "active")] {
        let body = format!("staff_member={id}&staff_version={}{more}", version_of(&world, id).await);
        admin.once(Method::POST, &format!("/do/staff/{form}"), Some(body)).await;
        assert_eq!(rights_of(&world, id).await, format!("{state} publisher"), "{form}: {}", admin.text());
    }
    let body = format!("staff_member={id}&staff_version={}&catalogue_role=fulfiller", version_of(&world, id).await);
    let twice = format!("{body}&catalogue_role=admin&staff_member={own}");
    admin.once(Method::POST, "/do/staff/change-roles", Some(twice)).await;
    assert_eq!(rights_of(&world, id).await, "active publisher", "of two answers none counts");
    admin.once(Method::POST, "/do/staff/change-roles", Some(format!("{body}{}", unasked(own)))).await;
    assert_eq!(rights_of(&world, id).await, "active fulfiller");
    let row = "select concat_ws(' ', full_name, email, email_norm, password_hash) from accounts
        where full_name like 'Mary%'";
    assert_eq!(world.text(row).await, "Mary Seacole mary@example.com mary@example.com");
    assert_eq!(rights_of(&world, own).await, "active admin", "nor is anybody else touched");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn g_a5_whoever_signs_up_is_not_of_staff(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let more = format!("{}{ROLES}", unasked(AccountId(uuid::Uuid::now_v7())));
    let mut eve = world.visitor();
    asks_for_account(&mut eve, "Eve", "eve@example.com").await;
    let token = token_of(&link_to(&world, "eve@example.com").await);
    for body in [format!("account_token={token}{more}"), format!("full_name=Eve+Online{more}")] {
        let form = if body.starts_with("full_name") { "name" } else { "open-link" };
        eve.once(Method::POST, &format!("/do/account/{form}"), Some(body)).await;
    }
    let id = world.text("select id::text from accounts where full_name = 'Eve Online'").await.parse().expect("an id");
    assert_eq!(rights_of(&world, id).await, "active");
}
