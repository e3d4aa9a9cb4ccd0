//! Everything that can be wrong with a line of the basket, and what repairs it.

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{builders::Leaflet, order::MEASLES, visitor::Visitor, world::World};

/// Title, code, copies asked for, and what is said of them once [`CHANGES`] happened.
const LINES: [(&str, &str, &str, &str); 10] = [
    ("Limit leaflet", "LIM-1", "3", "You can order 2 more. Change the number of copies"),
    ("Pack leaflet", "PAC-1", "3", "Order 2 or 4: it comes in packs of 2"),
    ("Maximum leaflet", "MAX-1", "4", "Order 2 or fewer at a time"),
    ("Few leaflet", "FEW-1", "3", "Only 1 is left. Change the number of copies"),
    ("Gone leaflet", "OUT-1", "2", "This is out of stock. Remove it from your basket"),
    ("Later leaflet", "LAT-1", "1", "You can order this from 1 December 2026. Remove it from your basket until then"),
    ("Closed leaflet", "CLO-1", "1", "Ordering closed on 1 November 2026. Remove it from your basket"),
    ("Withdrawn leaflet", "WIT-1", "1", "This is no longer available. Remove it from your basket"),
    ("Files leaflet", "DOW-1", "1", "There are no printed copies of this. Download it instead"),
    ("Restricted leaflet", "RES-1", "1", "Only some groups can have this. Remove it from your basket"),
];

/// What happens while the basket waits.
const CHANGES: &str = "insert into order_limits (id, level, edition_id, quantity)
        select gen_random_uuid(), 'everyone', id, 2 from editions where product_code = 'LIM-1';
    update editions set unit_of_issue = 2 where product_code = 'PAC-1';
    update editions set maximum_order_quantity = 2 where product_code = 'MAX-1';
    update editions set run_to_zero = true where product_code in ('FEW-1', 'OUT-1');
    update stock_levels s set reserved = on_hand - (e.product_code = 'FEW-1')::int
        from editions e where e.id = s.edition_id and e.product_code in ('FEW-1', 'OUT-1');
    update editions set order_from_date = '2026-12-01' where product_code = 'LAT-1';
    update editions set order_end_date = '2026-11-01' where product_code = 'CLO-1';
    update editions set status = 'withdrawn' where product_code = 'WIT-1';
    update editions set access_type = 'download-only' where product_code = 'DOW-1';
    update publications set restricted_to = array['organisation:NH'] where title = 'Restricted leaflet'";

/// Somebody whose basket holds a line of each kind, all of them wrong by now.
async fn with_everything_wrong(world: &World) -> Visitor {
    let mut visitor = world.visitor();
    for (title, code, copies, _) in LINES {
        world.has(Leaflet { title, code, ..Leaflet::default() }).await;
        let page = format!("/publications/{}", title.to_lowercase().replace(' ', "-"));
        visitor.opens(&page).await.fills("quantity", copies).presses("Add to basket").await.sees("Your basket");
    }
    world.run(CHANGES).await;
    visitor.opens("/basket").await;
    visitor
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn all_that_is_wrong_is_said_at_once_each_at_its_line(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let visitor = with_everything_wrong(&world).await;
    assert!(visitor.title().starts_with("Error: "), "{}", visitor.title());
    assert_eq!(visitor.all("[data-error-summary] li"), LINES.map(|(.., words)| words), "all of them, in their order");
    for (_, code, _, words) in LINES {
        let id = format!("line-{}-line_quantity", code.to_lowercase().replace('-', ""));
        assert_eq!(visitor.all(&format!("[id='{id}-error']")), [format!("Error: {words}")]);
        assert_eq!(visitor.attributes(&format!("[id='{id}']"), "aria-describedby"), [format!("{id}-error")]);
    }
    assert!(visitor.all("button").iter().all(|words| !words.starts_with("Continue with")), "none can be ordered");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn each_line_has_its_repair(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = with_everything_wrong(&world).await;
    visitor.presses("Continue").await.sees("Your basket").sees_error("line_quantity", "You can order 2 more");
    assert_eq!(visitor.links("Ask for more copies"), ["/more/LIM1?copies=3&from=basket"]);
    assert_eq!(visitor.links("Tell me when it is back").len(), 1);
    assert_eq!(visitor.links("Downloads").len(), 1);
    for repair in [
        "Change to 2 copies Limit leaflet",
        "Change to 4 copies Pack leaflet",
        "Change to 2 copies Maximum leaflet",
        "Change to 1 copy Few leaflet",
    ] {
        visitor.presses(repair).await.does_not_see(repair);
    }
    assert_eq!(visitor.all("[data-error-summary] li").len(), 6);
    visitor.sees("Continue with the 4 items that can be ordered");
    for title in ["Gone", "Later", "Closed", "Withdrawn", "Files", "Restricted"] {
        visitor.presses(&format!("Remove {title} leaflet")).await;
    }
    assert!(!visitor.title().starts_with("Error"), "{}", visitor.title());
    visitor.sees("9 copies in all").presses("Continue").await.sees("Where should we send it?");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_page_has_what_is_swapped_when_a_line_changes_in_place(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens(MEASLES).await.fills("quantity", "3").presses("Add to basket").await;
    let said = |visitor: &Visitor| visitor.attributes("#basket", "data-said");
    assert_eq!(said(&visitor), ["Basket changed: 3 copies in all, free of charge"]);
    assert_eq!(visitor.all("#basket-link"), ["Basket (1 item)"]);
    assert_eq!(visitor.all("#basket-said[role=status]"), [""]);
    assert_eq!(visitor.attributes("#basket > ul > li form.change-line", "action"), ["/do/basket/change"]);
    assert_eq!(visitor.all("#basket > ul > li").len(), 1);
    assert_eq!(visitor.all("#error-summary-slot").len(), 1);
    visitor.presses("Remove").await;
    assert_eq!(said(&visitor), ["Your basket is empty"]);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_refused_of_a_partial_order_is_listed_with_its_figures(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    let (mut visitor, _) = crate::changes::has_ordered(&world, "2", "ada@example.com").await;
    visitor.opens(MEASLES).await.fills("quantity", "3").presses("Add to basket").await;
    visitor.opens("/publications/flu-leaflet").await.fills("quantity", "1").presses("Add to basket").await;
    world
        .run(
            "insert into order_limits (id, level, edition_id, quantity)
             select gen_random_uuid(), 'everyone', id, 4 from editions where product_code = 'MEA-1-EN'",
        )
        .await;
    // Nobody is sent part of what they asked for without having said so.
    visitor.opens("/basket").await.presses("Continue").await.sees("Your basket");
    assert_eq!(world.count("select count(*) from orders").await, 1);
    visitor.presses("Continue with the 1 item that can be ordered").await;
    crate::order::delivers_to(&mut visitor, "1 ada example.com Street").await;
    visitor.fills("full_name", "Ada").fills("email", "ada@example.com").presses("Continue").await;
    visitor.sees("These stay in your basket").sees("Measles leaflet");
    visitor.sees("Limit 4, already ordered 2, asked for 3, left 2");
    visitor.presses("Place order").await.sees("Order placed").sees("These stay in your basket");
    assert_eq!(
        world.count("select count(*) from order_lines where product_code = 'MEA-1-EN'").await,
        1,
        "the first order's"
    );
    let order = visitor.path.clone();
    visitor.opens("/basket").await.sees("Measles leaflet").does_not_see("Flu leaflet");
    what_came_later_is_not_of_the_order(&world, &mut visitor, &order).await;
}

/// Whatever lies in the basket since, and cannot be had: the page of the order does not speak of it.
async fn what_came_later_is_not_of_the_order(world: &World, visitor: &mut Visitor, order: &str) {
    world.backend.clock.advance(jiff::SignedDuration::from_mins(5));
    visitor.opens("/publications/flu-leaflet").await.fills("quantity", "1").presses("Add to basket").await;
    world.run("update editions set order_end_date = '2026-11-01'").await;
    visitor.opens("/basket").await.sees("Flu leaflet").sees("Ordering closed on 1 November 2026");
    visitor.opens(order).await.sees("Order placed").sees("These stay in your basket");
    let staying = visitor.all("main ul > li > p.font-bold");
    assert_eq!(staying, ["Measles leaflet"], "only what was left by the order");
    visitor.opens("/basket").await.presses("Remove Measles leaflet").await;
    visitor.opens(order).await.sees("Order placed").does_not_see("These stay in your basket");
}
