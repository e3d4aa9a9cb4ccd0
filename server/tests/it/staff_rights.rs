//! Approving people, giving them other roles, suspending them and letting them in again: what it does, and from when on
//! (EH-62, EH-64, EH-66, EH-70, EH-71).

use axum::http::{Method, StatusCode};
use domain::{
    access::Permission,
    id::AccountId,
    staff::{CatalogueRole, MINISTRY, RegistryRole, Roles},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_rows::rows,
    access_staff::{catalogue, registry, signs_in, somebody},
    said::says_once,
    staff_passkeys::posts,
    staff_people::{acts, gives, is_in, rights_of, version_of, waits},
    visitor::Visitor,
    world::World,
};

const FRASER: &str = "FHA";
const SIGN_IN: Option<&str> = Some("/staff/sign-in");

pub fn both() -> Roles {
    Roles { catalogue: Some(CatalogueRole::Admin), ..registry(RegistryRole::Admin, MINISTRY) }
}

/// Somebody with these roles at work.
pub async fn at_work(world: &World, name: &str, roles: &Roles) -> (Visitor, AccountId) {
    let account = somebody(world, name, roles).await;
    (signs_in(world, account).await.0, account)
}

/// The subject of the newest message to somebody.
async fn told(world: &World, email: &str) -> String {
    world.mails_to(email).await.pop().map(|mail| mail.subject).unwrap_or_default()
}

/// Names on the list, in its order.
async fn listed(visitor: &mut Visitor, query: &str) -> Vec<String> {
    visitor.opens(&format!("/staff/people{query}")).await.all("section[aria-labelledby=people] tbody th a")
}

/// That nothing of staff is answered to somebody: it is refused, or they are led to where they would sign in.
async fn assert_outside(visitor: &mut Visitor, why: &str, led_to: Option<&str>) {
    for row in rows() {
        let is_of_staff =
            matches!(row.permission, Permission::StaffArea | Permission::ChangeFactors | Permission::ManageStaff);
        if !is_of_staff {
            continue;
        }
        let (path, body) = row.request("00000000-0000-7000-8000-000000000000", "");
        visitor.once(row.method.clone(), &path, body).await;
        let to = visitor.headers.get("location").map(|to| to.to_str().expect("a path").to_owned());
        let to = to.as_deref().and_then(|to| to.split('?').next());
        let is_refused = visitor.status == StatusCode::FORBIDDEN && to.is_none();
        let is_elsewhere = to.is_some() && to == led_to;
        assert!(is_refused || is_elsewhere, "{why}: {} {path}: {} {to:?}", row.method, visitor.status);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_70_who_waits_may_do_nothing_until_they_are_approved(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    let (mut grace, id) = waits(&world, "Grace Hopper", "grace@example.com").await;
    assert_outside(&mut grace, "who waits", None).await;
    for (path, status) in [("/staff/people", StatusCode::FORBIDDEN), ("/staff/waiting", StatusCode::OK)] {
        grace.opens(path).await.sees("Your account is waiting for approval").sees("Ask the administrator");
        assert_eq!((grace.path.as_str(), grace.status), (path, status));
    }
    assert_eq!(grace.opens("/account").await.path, "/account/sign-in");
    for refused in [["", "", ""], ["", "viewer", ""], ["", "", FRASER], ["", "privacy_officer", FRASER]] {
        gives(&world, &mut admin, ("approve", id), refused).await;
        assert_eq!(admin.path, format!("/staff/people/{id}/roles"), "{refused:?}");
        assert!(admin.title().starts_with("Error: "), "{refused:?}");
    }
    gives(&world, &mut admin, ("change-roles", id), ["publisher", "", ""]).await;
    assert_eq!(rights_of(&world, id).await, "pending", "who waits is approved, and not changed");
    assert!(world.mails_to("grace@example.com").await.is_empty());
    gives(&world, &mut admin, ("approve", id), ["", "viewer", FRASER]).await;
    assert_eq!(admin.path, format!("/staff/people/{id}"));
    says_once(&mut admin, "They are approved").await;
    assert_eq!(rights_of(&world, id).await, "active viewer FHA");
    assert_eq!(told(&world, "grace@example.com").await, "Your Healthpost account is approved");
    assert!(is_in(&mut grace).await, "from the next request on");
    gives(&world, &mut admin, ("approve", id), ["publisher", "viewer", FRASER]).await;
    assert_eq!(rights_of(&world, id).await, "active viewer FHA", "nobody is approved twice");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_64_the_whole_host_of_an_address_suggests_and_nothing_decides(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    for (at, (email, suggested)) in [
        ("One@FraserHealth.CA", Some(FRASER)),
        ("two@gov.bc.ca", Some(MINISTRY)),
        ("three@phsa.ca", Some("PHSA")),
        ("four@mail.fraserhealth.ca", None),
        ("five@notfraserhealth.ca", None),
        ("six@fraserhealth.ca.example", None),
        ("seven@example.com", None),
    ]
    .into_iter()
    .enumerate()
    {
        let (mut visitor, id) = waits(&world, &format!("Person {at}"), email).await;
        admin.opens(&format!("/staff/people/{id}/roles")).await;
        let chosen = admin.attributes("select[name=registry_organisation] option[selected]", "value");
        assert_eq!(chosen.first().map(String::as_str), suggested, "{email}");
        assert_eq!(rights_of(&world, id).await, "pending", "{email}");
        assert!(!is_in(&mut visitor).await, "{email}");
        gives(&world, &mut admin, ("approve", id), ["", "coordinator", "VCHA"]).await;
        assert_eq!(rights_of(&world, id).await, "active coordinator VCHA", "{email}: as whoever approved said");
        gives(&world, &mut admin, ("change-roles", id), ["", "coordinator", "NHA"]).await;
        assert_eq!(rights_of(&world, id).await, "active coordinator NHA", "{email}: and it can be changed");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_66_who_looks_after_an_authority_finds_its_people_and_nobody_else(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let (mut fraser, own) = at_work(&world, "Fraser", &registry(RegistryRole::Admin, FRASER)).await;
    let (mut all, _) = at_work(&world, "Ministry", &registry(RegistryRole::Admin, MINISTRY)).await;
    let theirs = somebody(&world, "Coast", &registry(RegistryRole::Viewer, "VCHA")).await;
    let publisher = somebody(&world, "Publisher", &catalogue(CatalogueRole::Publisher)).await;
    let former = somebody(&world, "Former", &catalogue(CatalogueRole::Publisher)).await;
    somebody(&world, "Buyer", &Roles::default()).await;
    let (_, waiting) = waits(&world, "Waiting", "waiting@example.com").await;
    world.run("update accounts set state = 'suspended', catalogue_role = null where full_name = 'Former'").await;
    assert_eq!(listed(&mut fraser, "").await, ["Fraser", "Waiting"]);
    assert_eq!(listed(&mut fraser, "?organisation=VCHA&text=coast").await, [] as [&str; 0]);
    assert_eq!(listed(&mut all, "").await, ["Coast", "Former", "Fraser", "Ministry", "Publisher", "Waiting"]);
    for (id, status) in [(own, 200), (waiting, 200), (theirs, 404), (publisher, 404), (former, 404)] {
        for part in ["", "/roles", "/suspend", "/reactivate", "/reset"] {
            fraser.once(Method::GET, &format!("/staff/people/{id}{part}"), None).await;
            let is_there = fraser.status != StatusCode::NOT_FOUND;
            assert_eq!(is_there, status == 200, "{id}{part}: {}", fraser.status);
        }
    }
    // Nor is there anything to post about them, whatever somebody knows.
    for id in [theirs, publisher, former] {
        let (before, version) = (rights_of(&world, id).await, version_of(&world, id).await);
        for form in ["change-roles", "approve", "suspend", "reactivate", "reset-factors"] {
            let body =
                format!("staff_member={id}&staff_version={version}&registry_role=viewer&registry_organisation=FHA");
            fraser.once(Method::POST, &format!("/do/staff/{form}"), Some(body)).await;
            assert_eq!(fraser.status, StatusCode::NOT_FOUND, "{form}: {}", fraser.text());
        }
        assert_eq!((rights_of(&world, id).await, version_of(&world, id).await), (before, version));
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_66_the_list_goes_page_by_page_and_says_when_somebody_was_there(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let (mut admin, _) = at_work(&world, "Ada", &both()).await;
    for at in 0..29 {
        somebody(&world, &format!("Person {at:02}"), &registry(RegistryRole::Viewer, FRASER)).await;
    }
    world.run("update accounts set last_seen_at = '2026-11-20T09:00:00Z' where full_name = 'Person 07'").await;
    let first = listed(&mut admin, "").await;
    assert_eq!((first.len(), first[0].as_str(), first[24].as_str()), (25, "Ada", "Person 23"));
    admin.sees("30 people").sees("22 November 2026").sees("20 November 2026").sees("Never");
    let next = admin.links("Next page").remove(0);
    let second = admin.opens(&next).await.all("section[aria-labelledby=people] tbody th a");
    assert_eq!(second, ["Person 24", "Person 25", "Person 26", "Person 27", "Person 28"]);
    assert!(admin.title().starts_with("People (page 2 of 2)") && admin.links("Next page").is_empty());
    assert_eq!(listed(&mut admin, "?page=3").await, first, "behind the last is the first");
    assert_eq!(listed(&mut admin, "?sort=seen").await[..3], ["Ada", "Person 07", "Person 00"]);
    assert_eq!(listed(&mut admin, "?text=person+2&page=1").await.len(), 9);
    assert_eq!(listed(&mut admin, "?role=ministry-admin").await, ["Ada"]);
    assert_eq!(listed(&mut admin, "?role=authority-admin").await, [] as [&str; 0]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_71_what_is_taken_is_gone_with_the_next_request(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, _) = at_work(&world, "administrator", &both()).await;
    let (mut grace, id) = at_work(&world, "grace", &registry(RegistryRole::Admin, FRASER)).await;
    assert_eq!(grace.opens("/staff/people").await.path, "/staff/people");
    gives(&world, &mut admin, ("change-roles", id), ["", "coordinator", FRASER]).await;
    says_once(&mut admin, "What they may do was changed").await;
    assert_eq!(told(&world, "grace@staff.example").await, "What you may do on Healthpost has changed");
    assert_eq!(grace.opens("/staff/people").await.status, StatusCode::FORBIDDEN);
    grace.once(Method::POST, "/do/staff/invite", Some("account_email=mary%40example.com".to_owned())).await;
    assert_eq!((grace.status, grace.headers.get("location")), (StatusCode::FORBIDDEN, None));
    assert!(is_in(&mut grace).await, "what they have still, they may");
    acts(&world, &mut admin, "suspend", id).await;
    says_once(&mut admin, "They are suspended").await;
    assert_eq!(told(&world, "grace@staff.example").await, "Your Healthpost account is suspended");
    assert_outside(&mut grace, "suspended", SIGN_IN).await;
    assert_eq!(grace.opens("/account").await.path, "/account/sign-in");
    assert_eq!(world.count("select count(*) from sessions").await, 1, "signed out everywhere");
    acts(&world, &mut admin, "reactivate", id).await;
    says_once(&mut admin, "They can sign in again").await;
    assert_eq!(told(&world, "grace@staff.example").await, "You can sign in to Healthpost again");
    assert!(!is_in(&mut grace).await, "they sign in anew");
    let mut grace = signs_in(&world, id).await.0;
    assert!(is_in(&mut grace).await, "with what they had");
    gives(&world, &mut admin, ("change-roles", id), ["", "", ""]).await;
    assert_eq!(rights_of(&world, id).await, "active");
    assert_eq!((admin.path.as_str(), admin.status), ("/staff/people", StatusCode::OK), "they are staff no more");
    says_once(&mut admin, "What they may do was changed").await;
    assert_outside(&mut grace, "without a role", SIGN_IN).await;
    assert_eq!(grace.opens("/account").await.path, "/account", "they keep their account");
    let written = "select action from audit_entries where action like 'account.%'
        and action not in ('account.viewed', 'account.listed') order by id";
    let actions = ["roles_changed", "suspended", "reactivated", "roles_changed"];
    assert_eq!(world.texts(written).await, actions.map(|action| format!("account.{action}")));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_71_nobody_changes_what_they_may_do_themselves(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, own) = at_work(&world, "administrator", &both()).await;
    at_work(&world, "another", &both()).await;
    let version = version_of(&world, own).await;
    for form in ["change-roles", "approve"] {
        gives(&world, &mut admin, (form, own), ["publisher", "viewer", FRASER]).await;
        admin.sees("This is you. Somebody else has to change what you may do");
    }
    for form in ["suspend", "reactivate", "reset-factors"] {
        posts(&mut admin, form, &[("staff_member", &own.to_string()), ("staff_version", &version)]).await;
        admin.sees("This is you. Somebody else has to change what you may do");
    }
    assert_eq!(rights_of(&world, own).await, "active admin admin MOH");
    assert!(is_in(&mut admin).await);
}
