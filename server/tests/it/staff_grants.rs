//! Who may give which role to whom, over HTTP; and that of two who do so at once neither overlooks the other (EH-71).

use axum::http::{Method, StatusCode};
use domain::{
    id::AccountId,
    staff::{CatalogueRole, MINISTRY, RegistryRole, Roles},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::{catalogue, registry, somebody},
    staff_passkeys::posts,
    staff_people::{acts, gives, rights_of, version_of, waits},
    staff_rights::{at_work, both},
    visitor::{Visitor, form_urlencoded},
    world::World,
};

const FRASER: &str = "FHA";
const COAST: &str = "VCHA";

fn answers(member: AccountId, version: &str, [catalogue, registry, organisation]: [&str; 3]) -> String {
    let answers = [
        ("staff_member", member.to_string()),
        ("staff_version", version.to_owned()),
        ("catalogue_role", catalogue.to_owned()),
        ("registry_role", registry.to_owned()),
        ("registry_organisation", organisation.to_owned()),
    ];
    form_urlencoded(&answers.map(|(name, value)| (name.to_owned(), value)))
}

/// Somebody who has these roles, as a form says them.
async fn with(world: &World, name: &str, [catalogue, registry, organisation]: [&str; 3]) -> AccountId {
    let id = somebody(world, name, &Roles::default()).await;
    let sql = "update accounts set catalogue_role = nullif($2, ''), registry_role = nullif($3, ''),
        registry_organisation = nullif($4, '') where id = $1";
    let roles = sqlx::query(sql).bind(id.0).bind(catalogue).bind(registry).bind(organisation);
    roles.execute(&world.backend.db).await.expect("written");
    id
}

const NONE: [&str; 3] = ["", "", ""];
const PUBLISHER: [&str; 3] = ["publisher", "", ""];
const VIEWER: [&str; 3] = ["", "viewer", FRASER];

/// Before, after, and why not; nothing where it is given.
type Grant = ([&'static str; 3], [&'static str; 3], Option<&'static str>);

const CATALOGUE: &str = "You cannot give or take roles in the catalogue";
const REGISTRY: &str = "You cannot give or take roles in the registry";
const ORGANISATION: &str = "You cannot give or take roles in this organisation";
const MINISTRY_ONLY: &str = "Only administrators of the Ministry of Health give and take this role";

/// For whoever administers the catalogue, Fraser Health, and the ministry.
const GRANTS: [&[Grant]; 3] = [
    &[
        (PUBLISHER, ["admin", "", ""], None),
        (PUBLISHER, NONE, None),
        (PUBLISHER, ["publisher", "viewer", FRASER], Some(REGISTRY)),
        (VIEWER, ["fulfiller", "viewer", FRASER], None),
        (VIEWER, NONE, Some(REGISTRY)),
        (["", "admin", MINISTRY], ["admin", "", ""], Some(REGISTRY)),
    ],
    &[
        (VIEWER, ["", "admin", FRASER], None),
        (VIEWER, NONE, None),
        (["", "admin", FRASER], ["", "verifier", FRASER], None),
        (VIEWER, ["", "viewer", COAST], Some(ORGANISATION)),
        (VIEWER, ["", "admin", MINISTRY], Some(ORGANISATION)),
        (VIEWER, ["", "privacy_officer", MINISTRY], Some(MINISTRY_ONLY)),
        (VIEWER, ["publisher", "viewer", FRASER], Some(CATALOGUE)),
        (["publisher", "viewer", FRASER], ["", "viewer", FRASER], Some(CATALOGUE)),
        (["publisher", "viewer", FRASER], ["publisher", "coordinator", FRASER], None),
    ],
    &[
        (VIEWER, ["", "admin", COAST], None),
        (VIEWER, ["", "admin", MINISTRY], None),
        (VIEWER, ["", "privacy_officer", MINISTRY], None),
        (["", "admin", MINISTRY], VIEWER, None),
        (VIEWER, ["", "privacy_officer", FRASER], Some("Privacy officers work for the Ministry of Health")),
        (VIEWER, ["admin", "viewer", FRASER], Some(CATALOGUE)),
        (PUBLISHER, NONE, Some(CATALOGUE)),
    ],
];

/// The same as it is stored.
fn stored([catalogue, registry, organisation]: [&str; 3]) -> String {
    let all = ["active", catalogue, registry, organisation];
    all.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Who gives what [`GRANTS`] says.
async fn givers(world: &World) -> [Visitor; 3] {
    let (catalogue_admin, _) = at_work(world, "catalogue", &catalogue(CatalogueRole::Admin)).await;
    let (fraser, _) = at_work(world, "fraser", &registry(RegistryRole::Admin, FRASER)).await;
    let (ministry, _) = at_work(world, "ministry", &registry(RegistryRole::Admin, MINISTRY)).await;
    [catalogue_admin, fraser, ministry]
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_71_roles_are_given_and_taken_by_whose_they_are(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for (giver, (mut visitor, grants)) in givers(&world).await.into_iter().zip(GRANTS).enumerate() {
        for (at, (before, after, refused)) in grants.iter().enumerate() {
            let id = with(&world, &format!("target {giver} {at}"), *before).await;
            let why = format!("{giver}: {before:?} to {after:?}");
            gives(&world, &mut visitor, ("change-roles", id), *after).await;
            let expected = if refused.is_some() { before } else { after };
            assert_eq!(rights_of(&world, id).await, stored(*expected), "{why}: {}", visitor.text());
            assert!(refused.is_none_or(|words| visitor.text().contains(words)), "{why}: {}", visitor.text());
        }
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_71_others_are_invited_and_approved_to_what_is_theirs_to_give(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut all = givers(&world).await;
    for (at, (who, after, words)) in [
        (0, VIEWER, REGISTRY),
        (1, PUBLISHER, CATALOGUE),
        (1, ["", "viewer", COAST], ORGANISATION),
        (1, ["", "privacy_officer", MINISTRY], MINISTRY_ONLY),
        (2, PUBLISHER, CATALOGUE),
    ]
    .into_iter()
    .enumerate()
    {
        let who = &mut all[who];
        let names = ["catalogue_role", "registry_role", "registry_organisation"];
        let mut answers: Vec<(&str, &str)> = names.into_iter().zip(after).collect();
        answers.push(("account_email", "mary@example.com"));
        posts(who, "invite", &answers).await;
        who.sees(words);
        assert_eq!(who.path, "/staff/people/invite", "{after:?}");
        let (_, id) = waits(&world, "Mary Seacole", &format!("waits{at}@example.com")).await;
        gives(&world, who, ("approve", id), after).await;
        who.sees(words);
        assert_eq!(rights_of(&world, id).await, "pending", "{after:?}");
    }
    assert_eq!(world.count("select count(*) from staff_invitations").await, 0);
    assert_eq!(world.count("select count(*) from outbox").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_71_whom_somebody_could_take_nothing_from_they_do_not_suspend(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let [mut catalogue_admin, mut fraser, mut ministry] = givers(&world).await;
    let (publisher, viewer) = (with(&world, "publisher", PUBLISHER).await, with(&world, "viewer", VIEWER).await);
    for (who, id, roles) in [(&mut catalogue_admin, viewer, VIEWER), (&mut ministry, publisher, PUBLISHER)] {
        for form in ["suspend", "reset-factors"] {
            acts(&world, who, form, id).await;
            assert_eq!(rights_of(&world, id).await, stored(roles), "{}", who.text());
        }
    }
    assert_eq!(world.count("select count(*) from staff_invitations").await, 0);
    acts(&world, &mut fraser, "suspend", viewer).await;
    assert_eq!(rights_of(&world, viewer).await, "suspended viewer FHA");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_71_whoever_is_of_both_halves_is_suspended_by_either(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let of_both = with(&world, "both halves", ["publisher", "viewer", FRASER]).await;
    for (at, who) in (1..).zip(&mut givers(&world).await) {
        acts(&world, who, "suspend", of_both).await;
        assert_eq!(rights_of(&world, of_both).await, "suspended publisher viewer FHA", "{}", who.text());
        acts(&world, who, "reactivate", of_both).await;
        assert_eq!(rights_of(&world, of_both).await, "active publisher viewer FHA", "{}", who.text());
        acts(&world, who, "reset-factors", of_both).await;
        assert_eq!(world.count("select count(*) from staff_invitations").await, at, "{}", who.text());
        gives(&world, who, ("change-roles", of_both), NONE).await;
        assert_eq!(rights_of(&world, of_both).await, "active publisher viewer FHA", "roles are taken by their own");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_71_what_somebody_else_changed_meanwhile_is_not_undone(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut one, _) = at_work(&world, "one", &both()).await;
    let (mut two, _) = at_work(&world, "two", &both()).await;
    let id = with(&world, "target", VIEWER).await;
    let old = version_of(&world, id).await;
    gives(&world, &mut one, ("change-roles", id), ["", "verifier", FRASER]).await;
    let member = id.to_string();
    let (member, stale) = (("staff_member", member.as_str()), ("staff_version", old.as_str()));
    let answers = [member, stale, ("registry_role", "admin"), ("registry_organisation", COAST)];
    posts(&mut two, "change-roles", &answers).await;
    two.sees("This page is out of date");
    let kept = two.attributes("select[name=registry_role] option[selected]", "value");
    assert_eq!(kept, ["verifier"], "the page shows what is so now");
    for form in ["suspend", "reset-factors"] {
        posts(&mut two, form, &[member, stale]).await;
        two.sees("This page is out of date");
    }
    assert_eq!(rights_of(&world, id).await, "active verifier FHA");
    assert_eq!(world.count("select count(*) from outbox").await, 1, "one letter");
}

/// Nobody of before administers anything.
const ENDED: &str = "update accounts set catalogue_role = null, registry_role = null, registry_organisation = null";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_71_of_two_administrators_who_end_each_other_at_once_one_stays(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for (round, roles) in [catalogue(CatalogueRole::Admin), registry(RegistryRole::Admin, MINISTRY), both()]
        .iter()
        .cycle()
        .take(9)
        .enumerate()
    {
        let (mut one, first) = at_work(&world, &format!("one {round}"), roles).await;
        let (mut two, second) = at_work(&world, &format!("two {round}"), roles).await;
        let form = if round % 2 == 0 { "change-roles" } else { "suspend" };
        let path = format!("/do/staff/{form}");
        let ends = |member: AccountId| Some(answers(member, "1", NONE));
        tokio::join!(one.once(Method::POST, &path, ends(second)), two.once(Method::POST, &path, ends(first)));
        let left = "select count(*) from accounts where state = 'active'
            and (catalogue_role = 'admin' or registry_role = 'admin' and registry_organisation = 'MOH')";
        assert_eq!(world.count(left).await, 1, "{form}: {} {}", one.status, two.status);
        let statuses = [one.status, two.status];
        assert!(statuses.contains(&StatusCode::SEE_OTHER) && !statuses.iter().any(StatusCode::is_server_error));
        world.run(ENDED).await;
    }
}
