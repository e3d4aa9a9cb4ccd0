//! Pages of staff: in the language of their reader, with no way to what somebody may not open, and with the questions that
//! are theirs to answer.

use domain::{
    locale::Locale,
    staff::{CatalogueRole, MINISTRY, RegistryRole, Roles},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::{catalogue, registry, signs_in, somebody},
    language_journeys::said,
    visitor::Visitor,
    world::World,
};

/// Pages of whoever administers both halves, and their headings.
const OWN: &[(&str, &str)] = &[
    ("/staff", "staff-title"),
    ("/staff/confirm", "staff-confirm-title"),
    ("/staff/security", "staff-security-title"),
    ("/staff/security/authenticator", "staff-authenticator-remove-title"),
    ("/staff/security/recovery-codes", "staff-recovery-renew-title"),
    ("/staff/people", "staff-people-title"),
    ("/staff/people/invite", "staff-invite-title"),
    ("/staff/signed-out", "staff-signed-out-title"),
];

/// Who waits, at an address of Fraser Health and at one that says nothing.
const WAITING: &str =
    "insert into accounts (id, email, email_norm, full_name, state, email_confirmed_at, created_at, updated_at,
        last_signed_in_at)
    select gen_random_uuid(), address, lower(address), name, 'pending', now(), now(), now(), now()
    from (values ('Ada@FraserHealth.ca', 'Ada Lovelace'), ('grace@example.com', 'Grace Hopper')) them (address, name)";

async fn at_work(world: &World, name: &str, roles: &Roles) -> Visitor {
    let account = somebody(world, name, roles).await;
    signs_in(world, account).await.0
}

fn both() -> Roles {
    Roles { catalogue: Some(CatalogueRole::Admin), ..registry(RegistryRole::Admin, MINISTRY) }
}

/// The page of somebody, from the list.
async fn finds(visitor: &mut Visitor, name: &str) {
    visitor.opens("/staff/people").await;
    let link = visitor.links(name).pop().unwrap_or_else(|| panic!("no {name}:\n{}", visitor.text()));
    visitor.opens(&link).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_page_of_staff_is_in_the_language_of_its_reader(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = at_work(&world, "administrator", &both()).await;
    world.run(WAITING).await;
    for locale in Locale::ALL {
        visitor.language = locale.as_str();
        for (path, heading) in OWN {
            visitor.opens(path).await;
            assert_eq!(visitor.attributes("html", "lang"), [locale.as_str()], "{path}");
            assert_eq!(visitor.all("h1"), [said(*locale, heading)], "{path}");
            assert!(!visitor.body.contains("Unknown localization"), "{locale} {path}: {}", visitor.text());
        }
        finds(&mut visitor, "Ada Lovelace").await;
        let member = visitor.path.clone();
        for part in ["", "/roles", "/suspend"] {
            visitor.opens(&format!("{member}{part}")).await;
            assert!(!visitor.body.contains("Unknown localization"), "{locale} {part}: {}", visitor.text());
            assert!(!visitor.title().contains("Lovelace"), "nobody is named in a history: {}", visitor.title());
        }
        visitor.opens("/staff/people/invite").await.presses(&said(*locale, "staff-invite-button")).await;
        visitor.sees(&said(*locale, "account_email.missing")).sees(&said(*locale, "catalogue_role.none"));
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_65_the_header_leads_to_nothing_that_somebody_may_not_open(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    for (name, roles, manages) in [
        ("publisher", catalogue(CatalogueRole::Publisher), false),
        ("coordinator", registry(RegistryRole::Coordinator, "FHA"), false),
        ("authority", registry(RegistryRole::Admin, "FHA"), true),
        ("both", both(), true),
    ] {
        let mut visitor = at_work(&world, name, &roles).await;
        visitor.opens("/staff").await.sees(&format!("Signed in as {name}"));
        let links = visitor.attributes("header nav[aria-label=Staff] a", "href");
        assert_eq!(links[0], "/staff", "{name}: work is first");
        assert_eq!(links.contains(&"/staff/people".to_owned()), manages, "{name}: {links:?}");
        visitor.opens("/staff/people").await;
        assert_eq!(visitor.status.as_u16(), if manages { 200 } else { 403 }, "{name}");
        assert_eq!(visitor.text().contains("This is not yours to do"), !manages, "{name}");
        for link in links {
            visitor.opens(&link).await;
            assert_eq!((visitor.status.as_u16(), visitor.path.as_str()), (200, link.as_str()), "{name}");
        }
        visitor.presses("Sign out").await.sees("You have signed out");
        visitor.opens("/staff").await;
        assert_eq!(visitor.path, "/staff/sign-in?next=%2Fstaff", "{name}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_64_an_address_suggests_where_somebody_works_and_whoever_approves_decides(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    let mut visitor = at_work(&world, "administrator", &both()).await;
    world.run(WAITING).await;
    visitor.opens("/staff").await.sees("2 people wait for approval");
    finds(&mut visitor, "Grace Hopper").await;
    let approve = visitor.links("Approve").pop().expect("a way");
    visitor.opens(&approve).await.sees("says nothing about where they work");
    finds(&mut visitor, "Ada Lovelace").await;
    let approve = visitor.links("Approve").pop().expect("a way");
    visitor.opens(&approve).await.sees("We suggest Fraser Health").sees("only a suggestion");
    let chosen = "select[name=registry_organisation] option[selected]";
    assert_eq!(visitor.attributes(chosen, "value"), ["FHA"]);
    // What is refused is shown as it was typed, and not the suggestion again.
    visitor.fills("registry_role", "viewer").presses("Approve").await;
    visitor.sees_error("registry_organisation", "Choose the organisation that they work for");
    assert_eq!(visitor.attributes(chosen, "value"), [] as [&str; 0]);
    visitor.fills("registry_role", "viewer").fills("registry_organisation", "IHA").presses("Approve").await;
    visitor.sees("They are approved").sees("Registry: Viewer").sees("Interior Health");
    visitor.opens("/staff").await.sees("1 person waits for approval");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_not_theirs_to_give_is_not_asked_and_stays(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let publisher_too = Roles { catalogue: Some(CatalogueRole::Publisher), ..registry(RegistryRole::Viewer, "FHA") };
    somebody(&world, "somebody", &publisher_too).await;
    let mut visitor = at_work(&world, "authority", &registry(RegistryRole::Admin, "FHA")).await;
    finds(&mut visitor, "somebody").await;
    let change = visitor.links("Change what they may do").pop().expect("a way");
    visitor.opens(&change).await.sees("Only administrators of the catalogue give and take roles there.");
    assert_eq!(visitor.attributes("main select", "name"), ["registry_role", "registry_organisation"]);
    assert_eq!(visitor.attributes("select[name=registry_organisation] option:not([value=''])", "value"), ["FHA"]);
    visitor.fills("registry_role", "verifier").fills("registry_organisation", "FHA").presses("Save").await;
    visitor.sees("What they may do was changed").sees("Catalogue: Publisher").sees("Registry: Verifier");
    assert_eq!(visitor.links("Suspend").len(), 1, "who works for them is theirs to suspend, whatever else they do");
    finds(&mut visitor, "authority").await;
    visitor.sees("This is you");
    assert!(visitor.links("Change what they may do").is_empty());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn eh_66_people_are_searched_by_what_stands_in_the_address(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.run(WAITING).await;
    somebody(&world, "Zoe Viewer", &registry(RegistryRole::Viewer, "FHA")).await;
    world.run("update accounts set full_name = 'Zoë Viewer' where full_name = 'Zoe Viewer'").await;
    let mut visitor = at_work(&world, "administrator", &both()).await;
    for (query, found) in [
        ("", &["Ada Lovelace", "administrator", "Grace Hopper", "Zoë Viewer"] as &[&str]),
        ("?text=ZOE", &["Zoë Viewer"]),
        ("?text=fraserhealth", &["Ada Lovelace"]),
        ("?text=%25", &[]),
        ("?state=pending", &["Ada Lovelace", "Grace Hopper"]),
        ("?role=viewer&organisation=FHA", &["Zoë Viewer"]),
        ("?role=viewer&organisation=IHA", &[]),
        ("?state=none&role=none&page=99", &["Ada Lovelace", "administrator", "Grace Hopper", "Zoë Viewer"]),
    ] {
        visitor.opens(&format!("/staff/people{query}")).await;
        assert_eq!(visitor.all("#people + table th[scope=row] a"), found, "{query}");
        let is_narrowed = query.contains("text") || query.contains("pending") || query.contains("viewer");
        assert_eq!(visitor.links("Clear the search").len(), usize::from(is_narrowed), "{query}");
    }
    visitor.opens("/staff/people?text=Zoe&sort=seen").await;
    assert_eq!(visitor.value_of("text"), "Zoe");
    assert_eq!(visitor.attributes("select[name=sort] option[selected]", "value"), ["seen"]);
}
