//! The ends of a basket: how much it holds, what is told of copies that are not there yet, and where links lead.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    order::{MEASLES, goes_to_check},
    world::World,
};

/// Makes 98 old versions of the leaflet.
pub const OLD_VERSIONS: &str =
    "insert into editions (id, publication_id, language, format, version_number, product_code,
        code_normalised, resource_type, access_type, status, published_at, created_at, updated_at)
    select gen_random_uuid(), publication_id, language, format, 100 + n, 'OLD-' || n, 'OLD' || n, resource_type,
        access_type, 'archived', published_at, created_at, updated_at
    from editions cross join generate_series(1, 98) n where product_code = 'MEA-1-EN'";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_basket_holds_a_hundred_lines(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    world.has(Leaflet { title: "Mumps leaflet", code: "MUM-1-EN", ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await;
    world.run(OLD_VERSIONS).await;
    world
        .run(
            "insert into basket_lines (basket_id, edition_id, quantity, added_at)
             select b.id, e.id, 1, b.created_at from baskets b cross join editions e where e.product_code like 'OLD-%'",
        )
        .await;
    let lines = "select count(*) from basket_lines";
    visitor.opens("/publications/flu-leaflet").await.fills("quantity", "1").presses("Add to basket").await;
    assert_eq!(world.count(lines).await, 100);
    visitor.opens("/publications/mumps-leaflet").await.fills("quantity", "1").presses("Add to basket").await;
    visitor.sees_error("quantity", "Your basket can hold 100 different items");
    assert_eq!(world.count(lines).await, 100);
    visitor.opens(MEASLES).await.fills("quantity", "2").presses("Add to basket").await;
    let copies = "select quantity::bigint from basket_lines l join editions e on e.id = l.edition_id where product_code = 'MEA-1-EN'";
    assert_eq!(
        (world.count(lines).await, world.count(copies).await),
        (100, 3),
        "more of what lies in it is no line more"
    );
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_pre_order_is_labelled_on_page_basket_and_check(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { stock: 0, ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    goes_to_check(&world, &mut visitor, "2", "ada@example.com", "1 Some Street").await;
    for page in [MEASLES, "/basket", "/checkout/check"] {
        visitor.opens(page).await.sees("Pre-order: sent when printed");
    }
    visitor.presses("Place order").await.sees("Order placed").sees("2 copies follow when they are printed");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn links_lead_on_with_what_is_known(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    assert_eq!(visitor.opens(MEASLES).await.links("Ask for more copies"), ["/more/MEA1EN"]);
    visitor.fills("quantity", "40").presses("Add to basket").await;
    let ask = visitor.links("Ask for more copies");
    assert_eq!(visitor.opens(&ask[0]).await.value_of("asked_quantity"), "40", "{ask:?}");
    for nothing in ["", "?copies=0", "?copies=x%22%3E", "?copies=99999"] {
        visitor.opens(&format!("/more/MEA-1-EN{nothing}")).await;
        assert_eq!((visitor.status.as_u16(), visitor.value_of("asked_quantity").as_str()), (200, ""), "{nothing}");
    }
    goes_to_check(&world, &mut visitor, "3", "ada@example.com", "1 Some Street").await;
    assert_eq!(visitor.attributes(".back-link", "href"), ["/checkout/contact"], "to the page before");
    let edition = world.text("select id::text from editions").await.parse().unwrap();
    store::limits::set_for_everyone(&world.backend.db, edition, 1).await.unwrap();
    let ask = visitor.opens("/basket").await.links("Ask for more copies");
    assert_eq!(visitor.opens(&ask[0]).await.value_of("asked_quantity"), "3", "{ask:?}");
    assert_eq!(visitor.attributes(".back-link", "href"), ["/basket"]);
}
