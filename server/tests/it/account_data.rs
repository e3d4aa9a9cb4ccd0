//! My data: one download with everything that is held, and the same as a page; for its owner alone (CP-50).

use axum::http::{StatusCode, header};
use serde_json::Value;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_addresses,
    account_again::adds,
    account_people::{ADA, GRACE, PASSWORD, ada, orders, sets_password, signs_up},
    builders::Leaflet,
    order::MEASLES,
    visitor::Visitor,
    world::World,
};

async fn has_everything(world: &World) -> (Visitor, String) {
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    let mut visitor = ada(world).await;
    sets_password(&mut visitor, PASSWORD).await;
    let number = orders(&mut visitor, "2", "1 Some Street").await;
    visitor.opens(&format!("/orders/{number}/address")).await.fills("address_line1", "2 Other Street");
    visitor.presses("Save the address").await;
    account_addresses::adds(&mut visitor, "3 Kept Street", "LS1 4AP").await;
    adds(&mut visitor, "/publications/flu-leaflet", "1").await;
    visitor.opens("/account/lists").await.fills("list_name", "Winter").presses("Save the list").await;
    visitor.opens("/account/email").await.fills("account_new_email", "ada@example.org");
    visitor.presses("Email me a link").await.opens("/contact").await.fills("support_summary", "A question");
    visitor
        .fills("support_message", "Where is it?")
        .fills("contact_name", "Ada")
        .fills("contact_email", "Ada@example.com");
    visitor.presses("Send message").await.sees("Message sent");
    (visitor, number)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_50_one_download_holds_everything(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut visitor, number) = has_everything(&world).await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    visitor.opens("/account").await;
    let page = visitor.links("Your data").remove(0);
    visitor
        .opens(&page)
        .await
        .sees("Ada Lovelace")
        .sees(ADA)
        .sees(&number)
        .sees("2 Other Street")
        .sees("3 Kept Street")
        .sees("Winter");
    visitor.sees("FLU-1-EN: 1 copy").sees("MEA-1-EN: 2 copies").sees("ada@example.org").sees("Where is it?");
    visitor.does_not_see("Grace").does_not_see("argon2");
    let download = visitor.links("Download it all").remove(0);
    visitor.opens(&download).await;
    assert_eq!(visitor.headers[header::CONTENT_TYPE], "application/json");
    assert_eq!(visitor.headers[header::CACHE_CONTROL], "no-store");
    let own: Value = serde_json::from_str(&visitor.body).expect("JSON");
    assert_eq!(own["account"]["email"], ADA);
    assert_eq!(own["account"]["has_password"], true);
    assert_eq!((&own["new_email"], own["devices"].as_array().unwrap().len()), (&Value::from("ada@example.org"), 1));
    assert_eq!(own["orders"][0]["number"], number);
    assert_eq!(own["orders"][0]["address"]["lines"][0], "2 Other Street");
    assert_eq!(own["orders"][0]["earlier_versions"][0]["address"]["lines"][0], "1 Some Street");
    assert_eq!(own["orders"][0]["events"].as_array().unwrap().len(), 2);
    assert_eq!(own["basket"], serde_json::json!([{ "code": "FLU-1-EN", "copies": 1 }]));
    assert_eq!(own["addresses"][0]["address"]["lines"][0], "3 Kept Street");
    assert_eq!(own["lists"][0]["name"], "Winter");
    assert_eq!(own["messages"][0]["message"], "Where is it?");
    assert!(own["letters"].as_array().unwrap().len() >= 4 && own["written_at"].is_string(), "{own}");
    let text = own.to_string();
    assert!(!text.contains("argon2") && !text.contains("Grace") && !text.contains("token"), "{text}");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_50_it_is_its_owner_s_alone(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (visitor, _) = has_everything(&world).await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    let id = world.text("select id::text from accounts where email_norm = 'ada@example.com'").await;
    for page in ["/account/data", "/account/data.json"] {
        grace.opens(&format!("{page}?account={id}&email={ADA}")).await.does_not_see("Some Street");
        assert!(grace.status == StatusCode::OK && !grace.body.contains("Lovelace"), "{page}");
        let mut guest = world.visitor();
        guest.opens(page).await;
        assert_eq!(guest.path, "/account/sign-in", "{page}");
    }
    let mut late = visitor;
    late.opens(MEASLES).await;
    world.backend.clock.advance(jiff::SignedDuration::from_hours(9));
    late.opens("/account/data.json").await;
    assert_eq!(late.path, "/account/sign-in", "not after the session has ended");
}
