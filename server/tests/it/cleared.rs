//! What browsers forget when somebody signs out.

use axum::http::{Method, StatusCode};
use domain::staff::CatalogueRole;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access_staff::catalogue, account_people, registry_my, staff_rights::at_work, visitor::Visitor, world::World,
};

/// What an answer says that browsers forget.
fn forgotten(visitor: &Visitor) -> Option<&str> {
    visitor.headers.get("clear-site-data").map(|value| value.to_str().expect("a text"))
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn browsers_keep_nothing_of_whoever_signs_out(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let account = account_people::ada(&world).await;
    let (staff, _) = at_work(&world, "Grace", &catalogue(CatalogueRole::Publisher)).await;
    let registrant = registry_my::ada(&world).await;
    for (visitor, path) in [
        (&account, "/do/account/sign-out"),
        (&staff, "/do/staff/sign-out"),
        (&registrant, "/do/my/sign-out"),
        (&registrant, "/do/my/sign-out-everywhere"),
    ] {
        let mut visitor = visitor.clone();
        visitor.once(Method::GET, "/publications", None).await;
        assert_eq!(forgotten(&visitor), None, "{path}: nobody left yet");
        visitor.once(Method::POST, path, Some(String::new())).await;
        assert_eq!(visitor.status, StatusCode::SEE_OTHER, "{path}");
        assert_eq!(forgotten(&visitor), Some(r#""cache", "storage""#), "{path}");
    }
}
