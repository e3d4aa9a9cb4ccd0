//! Where the service fails when somebody comes back from the provider: it says so on a page whose address holds nothing of
//! what they came back with.

use axum::{
    Router,
    http::{Method, StatusCode, header},
    routing::get,
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    failures::visitor_of,
    staff_provider::{ada_at_work, served},
    world::World,
};

/// Has a table refuse what is done to its rows.
const REFUSES: &str =
    "create function fails() returns trigger language plpgsql as $$ begin raise exception 'zqinside'; end $$;
    create trigger fails before delete on provider_sign_ins for each row execute function fails()";
const AUDIT_REFUSES: &str = "drop trigger fails on provider_sign_ins;
    create trigger fails before insert on audit_entries for each row execute function fails()";
const FAILED: &str = "Sorry, something went wrong here";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn where_we_fail_nobody_stays_at_an_address_with_a_code(_: PgPoolOptions, connect: PgConnectOptions) {
    let (world, provider) = served(connect).await;
    ada_at_work(&world).await;
    let mut visitor = world.visitor();
    for (refuses, leads) in [
        (REFUSES, "/staff/provider?trouble=provider-failed&for=sign_in"),
        (AUDIT_REFUSES, "/staff/provider?trouble=provider-failed&for=sign_in&next=%2Fstaff%2Fpeople"),
    ] {
        world.run(refuses).await;
        let back = provider.leads_back(&mut visitor, "/staff/provider?next=/staff/people").await;
        visitor.opens(&back).await.sees(FAILED).does_not_see("zqinside");
        assert_eq!((visitor.path.as_str(), visitor.status), (leads, StatusCode::SERVICE_UNAVAILABLE));
        assert!(!visitor.body.contains("zqcode") && visitor.links("Try again")[0].starts_with("/staff/sign-in"));
    }
    let back = provider.leads_back(&mut visitor, "/staff/provider").await;
    world.backend.db.close().await;
    visitor.opens(&back).await.sees(FAILED);
    assert_eq!(visitor.path, "/staff/provider?trouble=provider-failed&for=sign_in");
}

async fn panics() -> &'static str {
    panic!("zqinside")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nor_where_a_layer_answers_in_the_place_of_the_route(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = visitor_of(&world, Router::new().route("/staff/provider/callback", get(panics)));
    visitor.once(Method::GET, "/staff/provider/callback?code=zqcode-1&state=zqstate", None).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER);
    assert_eq!(visitor.headers[header::LOCATION], "/staff/provider?trouble=provider-failed&for=sign_in");
    assert!(!visitor.body.contains("zq"));
}
