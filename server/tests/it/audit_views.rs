//! Who looked at whom is written down: each page about somebody that staff saw, and how many a list showed. Nothing of what
//! was searched for, and nothing where nothing was shown.

use axum::http::{Method, StatusCode};
use domain::staff::{CatalogueRole, RegistryRole};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::{catalogue, registry, somebody},
    staff_people::acts,
    staff_rights::{at_work, both},
    world::World,
};

const SEEN: &str = "select concat_ws(' ', actor, subject, detail::text) from audit_entries
    where action = 'account.viewed' order by id";
const LISTED: &str =
    "select concat_ws(' ', actor, subject, detail ->> 'shown', detail ->> 'searched') from audit_entries
    where action = 'account.listed' order by id";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn each_page_about_somebody_is_written_down(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, own) = at_work(&world, "administrator", &both()).await;
    let member = somebody(&world, "publisher", &catalogue(CatalogueRole::Publisher)).await;
    let entry = format!("account:{own} account:{member} {{}}");
    for (at, part) in ["", "/roles", "/suspend", "/reset"].into_iter().enumerate() {
        admin.once(Method::GET, &format!("/staff/people/{member}{part}"), None).await;
        assert_eq!(admin.status, StatusCode::OK, "{part}");
        assert_eq!(world.texts(SEEN).await, vec![entry.clone(); at + 1], "{part}");
    }
    acts(&world, &mut admin, "suspend", member).await;
    let before = world.texts(SEEN).await.len();
    admin.once(Method::GET, &format!("/staff/people/{member}/reactivate"), None).await;
    assert_eq!((admin.status, world.texts(SEEN).await.len()), (StatusCode::OK, before + 1));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_was_not_shown_is_not_written_down(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (admin, own) = at_work(&world, "administrator", &both()).await;
    let (local, _) = at_work(&world, "local", &registry(RegistryRole::Admin, "FHA")).await;
    let (publisher, _) = at_work(&world, "publisher", &catalogue(CatalogueRole::Publisher)).await;
    let member = somebody(&world, "fulfiller", &catalogue(CatalogueRole::Fulfiller)).await;
    let (guest, there) = (world.visitor(), format!("/staff/people/{member}"));
    for (who, path) in [
        (&admin, "/staff/people/00000000-0000-7000-8000-000000000000".to_owned()),
        (&admin, format!("{there}/reactivate")),
        (&admin, format!("/staff/people/{own}/roles")),
        (&local, there.clone()),
        (&publisher, there.clone()),
        (&publisher, "/staff/people".to_owned()),
        (&guest, there.clone()),
    ] {
        let mut who = who.clone();
        who.once(Method::GET, &path, None).await;
        assert_ne!(who.status, StatusCode::OK, "{path}");
    }
    assert_eq!(world.texts(SEEN).await, [] as [&str; 0]);
    assert_eq!(world.texts(LISTED).await, [] as [&str; 0]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_list_is_written_down_by_how_many_it_showed(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut admin, own) = at_work(&world, "administrator", &both()).await;
    somebody(&world, "zqpublisher", &catalogue(CatalogueRole::Publisher)).await;
    for path in ["/staff/people", "/staff/people?text=zqpub", "/staff/people?text=zqnobody"] {
        admin.once(Method::GET, path, None).await;
        assert_eq!(admin.status, StatusCode::OK, "{path}");
    }
    let expected = ["2 false", "1 true", "0 true"].map(|shown| format!("account:{own} accounts {shown}"));
    assert_eq!(world.texts(LISTED).await, expected);
    let trail = world.texts("select e::text from audit_entries e").await.concat();
    assert!(!trail.contains("zq"), "nor whom they searched for: {trail}");
}
