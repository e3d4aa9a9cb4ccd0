//! Orders that are changed and called off until picking begins.

use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    builders::Leaflet,
    order::{goes_to_check, number_on},
    said::says_once,
    visitor::Visitor,
    world::World,
};

const RESERVED: &str = "select coalesce(sum(reserved), 0)::bigint from stock_levels";

/// Somebody who has just ordered copies of the leaflet; the path of their order.
pub async fn has_ordered(world: &World, copies: &str, email: &str) -> (Visitor, String) {
    let mut visitor = world.visitor();
    goes_to_check(world, &mut visitor, copies, email, &format!("1 {email} Street").replace('@', " ")).await;
    visitor.presses("Place order").await.sees("Order placed");
    let path = format!("/orders/{}", number_on(&visitor));
    (visitor, path)
}

pub async fn assert_whole(world: &World) {
    assert!(store::stock::disagreements(&world.backend.db).await.unwrap().is_empty(), "level and ledger agree");
    let lost = "select count(*) from order_lines l where quantity_reserved <> coalesce((select sum(case kind when 'reserved'
        then quantity when 'released' then -quantity else 0 end) from stock_movements m where m.order_line_id = l.id), 0)";
    assert_eq!(world.count(lost).await, 0, "lines and ledger agree");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_cancelled_order_gives_stock_and_allowance_back(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (mut visitor, order) = has_ordered(&world, "5", "ada@example.com").await;
    assert_eq!(world.count(RESERVED).await, 5);
    visitor.opens(&order).await.sees("Cancel the order").does_not_see("Earlier versions");
    let cancel = visitor.links("Cancel the order").remove(0);
    visitor.opens(&cancel).await.sees("Nothing of it will be sent").presses("Yes, cancel").await;
    visitor.sees("This order was cancelled").sees("Order cancelled").does_not_see("Change the items");
    assert_eq!(world.count(RESERVED).await, 0);
    assert_whole(&world).await;
    let mail = world.mails_to("ada@example.com").await.pop().expect("a message");
    assert!(mail.subject.contains("was cancelled"), "{}", mail.subject);
    assert_eq!(world.count("select count(*) from audit_entries where action = 'order.cancelled'").await, 1);
    // The copies no longer count: the whole limit is there again.
    let (_, again) = has_ordered(&world, "5", "ada@example.com").await;
    assert_ne!(again, order);
    // Once more changes nothing.
    visitor.opens(&cancel).await.sees("This order was cancelled");
    assert_eq!(world.count("select count(*) from stock_movements where kind = 'released'").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_order_is_amended_under_the_rules_of_any_order(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (mut visitor, order) = has_ordered(&world, "2", "ada@example.com").await;
    let change = format!("{order}/change");
    visitor.opens(&change).await.fills("line_quantity", "4").presses("Update").await;
    assert_eq!(visitor.value_of("line_quantity"), "4");
    assert_eq!(world.count(RESERVED).await, 4);
    visitor.fills("line_quantity", "6").presses("Update").await.sees_error("line_quantity", "You can have up to 5 of");
    assert_eq!(visitor.value_of("line_quantity"), "6", "what was typed is kept");
    let more = format!("/more/MEA1EN?copies=6&from={}", order.trim_start_matches("/orders/"));
    assert_eq!(visitor.links("Ask for more copies"), [more.as_str()]);
    visitor.opens(&more).await;
    assert_eq!(visitor.attributes(".back-link", "href"), [change.as_str()]);
    visitor.opens(&change).await.fills("line_quantity", "1").presses("Update").await;
    assert_eq!(world.count(RESERVED).await, 1);
    visitor.presses("Remove").await.sees_error("line_quantity", "This is the last item");
    assert_eq!(world.count("select revision::bigint from orders").await, 3);
    let first = "select (lines->0->>'ordered')::bigint from order_revisions where revision = 1";
    assert_eq!(world.count(first).await, 2, "the first revision stays readable");
    visitor.opens(&format!("{order}/address")).await;
    assert!(visitor.value_of("address_line1").starts_with("1 ada"), "the address is filled in");
    visitor.fills("postcode", "nowhere").presses("Save the address").await.sees_error("postcode", "full UK postcode");
    visitor.fills("address_line1", "2 Other Street").fills("postcode", "ls1 4ap").presses("Save the address").await;
    visitor.sees("2 Other Street").sees("Order changed");
    let earlier = visitor.all("details > ol > li");
    assert_eq!(earlier.len(), 3, "{earlier:?}");
    assert!(
        earlier[0].starts_with("Version 3, until 22 November 09:00") && earlier[0].contains("1 ada"),
        "{earlier:?}"
    );
    assert!(earlier[0].contains("the address was changed") && !earlier[0].contains("changed to"), "{earlier:?}");
    assert!(earlier[1].contains("4 copies – changed to 1 copy"), "{earlier:?}");
    assert!(earlier[2].contains("Measles leaflet, MEA-1-EN: 2 copies – changed to 4 copies"), "{earlier:?}");
    assert_whole(&world).await;
    let mails = world.mails_to("ada@example.com").await;
    assert_eq!(mails.iter().filter(|mail| mail.subject.contains("was changed")).count(), 3);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_older_order_that_is_cut_keeps_its_copies_and_may_correct_its_address(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (mut visitor, order) = has_ordered(&world, "5", "ada@example.com").await;
    world.backend.clock.advance(SignedDuration::from_hours(25));
    has_ordered(&world, "5", "ada@example.com").await;
    // The limit of these 24 hours is used up by the later order; that is not the older one's business.
    visitor.opens(&format!("{order}/change")).await.fills("line_quantity", "4").presses("Update").await;
    assert_eq!((visitor.value_of("line_quantity").as_str(), world.count(RESERVED).await), ("4", 9));
    visitor.opens(&format!("{order}/address")).await.fills("address_line1", "1 ADA example.com street");
    visitor.presses("Save the address").await.sees("1 ADA example.com street");
    assert_whole(&world).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn copies_that_a_checkout_kept_too_long_go_to_whoever_waits(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet { stock: 2, ..Leaflet::default() }).await;
    goes_to_check(&world, &mut world.visitor(), "2", "idle@example.com", "9 Idle Street").await;
    has_ordered(&world, "2", "second@example.com").await;
    for (minutes, reserved) in [(14, 0), (2, 2)] {
        world.backend.clock.advance(SignedDuration::from_mins(minutes));
        backend::jobs::tidy_up(&world.backend).await.unwrap();
        assert_eq!(world.count(RESERVED).await, reserved, "{minutes} minutes later");
    }
    assert_whole(&world).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_order_cannot_be_sent_where_the_limit_is_used_up(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    has_ordered(&world, "4", "ada@example.com").await;
    let (mut visitor, order) = has_ordered(&world, "2", "grace@example.com").await;
    visitor.opens(&format!("{order}/address")).await.fills("address_line1", "1 ada example.com Street");
    visitor.presses("Save the address").await.sees_error("address_line1", "as many copies as one address can have");
    assert_eq!(world.count("select count(distinct address_key) from orders").await, 2);
    visitor.fills("address_line1", "2 Other Street").presses("Save the address").await.sees("2 Other Street");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nothing_is_changed_once_picking_has_begun(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (mut visitor, order) = has_ordered(&world, "2", "ada@example.com").await;
    let mut late = visitor.clone();
    late.opens(&format!("{order}/cancel")).await;
    world.run("update orders set status = 'picking'").await;
    late.presses("Yes, cancel").await.sees("We have begun to pack this order");
    for page in ["change", "address", "cancel"] {
        visitor.opens(&format!("{order}/{page}")).await.sees("We have begun to pack this order");
        assert_eq!(visitor.attributes("main a[href='/contact']", "href").len(), 1, "whom to ask instead");
    }
    assert_eq!(world.count(RESERVED).await, 2);
    assert_eq!(world.count("select count(*) from orders where status = 'picking' and revision = 1").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn strangers_change_nobody_s_order(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (_, order) = has_ordered(&world, "2", "ada@example.com").await;
    let number = order.trim_start_matches("/orders/");
    let mut stranger = world.visitor();
    for page in ["", "/change", "/address", "/cancel"] {
        stranger.opens(&format!("{order}{page}")).await.sees("Track an order");
    }
    for (path, more) in [
        ("cancel", ""),
        ("change-line", "&edition=MEA-1-EN&line_quantity=0"),
        ("redirect", "&address_line1=x&city=y&postcode=LS1+4AP"),
    ] {
        let body = format!("order={number}{more}");
        stranger.once(axum::http::Method::POST, &format!("/do/orders/{path}"), Some(body)).await;
        assert_eq!(stranger.headers["location"], "/track", "{path}");
    }
    assert_eq!(world.count("select count(*) from orders where status = 'placed' and revision = 1").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn freed_copies_go_to_the_oldest_order_that_waits(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = world.has(Leaflet { stock: 3, ..Leaflet::default() }).await;
    let (mut first, order) = has_ordered(&world, "3", "first@example.com").await;
    has_ordered(&world, "2", "second@example.com").await;
    world.backend.clock.advance(SignedDuration::from_mins(1));
    has_ordered(&world, "2", "third@example.com").await;
    let reserved =
        "select quantity_reserved::bigint from order_lines l join orders o on o.id = l.order_id where email_norm = ";
    let of = |who: &str| -> &'static str { format!("{reserved}'{who}@example.com'").leak() };
    assert_eq!((world.count(of("second")).await, world.count(of("third")).await), (0, 0));
    first.opens(&format!("{order}/cancel")).await.presses("Yes, cancel").await;
    assert_eq!((world.count(of("second")).await, world.count(of("third")).await), (2, 1));
    assert!(backend::stock::receive(&world.backend, edition, 10, ("delivery 1", "warehouse")).await.unwrap());
    assert!(!backend::stock::receive(&world.backend, edition, 10, ("delivery 1", "warehouse")).await.unwrap());
    assert_eq!(world.count(of("third")).await, 2);
    assert_eq!(world.count("select on_hand::bigint from stock_levels").await, 13, "one receipt");
    assert_whole(&world).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_cannot_be_had_stays_in_the_basket(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    world.has(Leaflet { title: "Flu leaflet", code: "FLU-1-EN", ..Leaflet::default() }).await;
    let mut visitor = world.visitor();
    for page in ["measles-leaflet", "flu-leaflet"] {
        visitor.opens(&format!("/publications/{page}")).await.fills("quantity", "1").presses("Add to basket").await;
    }
    world.run("update editions set order_end_date = '2026-11-01' where product_code = 'FLU-1-EN'").await;
    visitor.opens("/basket").await.presses("Continue").await.sees("Ordering closed on 1 November 2026");
    visitor.presses("Continue with the 1 item").await.sees("Where should we send it?");
    visitor
        .fills("address_line1", "1 Some Street")
        .fills("city", "Leeds")
        .fills("postcode", "ls14ap")
        .presses("Continue")
        .await;
    visitor.fills("full_name", "Ada").fills("email", "ada@example.com").presses("Continue").await;
    let code = world.code_for("ada@example.com").await;
    visitor.fills("code", &code).presses("Continue").await.sees("These stay in your basket").sees("Flu leaflet");
    visitor.presses("Place order").await.sees("Order placed").sees("These stay in your basket").sees("Flu leaflet");
    visitor.opens("/basket").await.sees("Flu leaflet").does_not_see("Measles leaflet");
    assert_eq!(world.count("select count(*) from order_lines").await, 1);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_old_version_in_the_basket_is_swapped_for_the_live_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = world.visitor();
    visitor.opens("/publications/measles-leaflet").await.fills("quantity", "3").presses("Add to basket").await;
    world
        .run(
            "update editions set status = 'archived' where product_code = 'MEA-1-EN';
             insert into editions (id, publication_id, language, format, version_number, product_code, code_normalised,
                 resource_type, access_type, status, published_at, created_at, updated_at)
             select gen_random_uuid(), publication_id, language, format, 2, 'MEA-2-EN', 'MEA2EN', resource_type, access_type,
                 'live', published_at, created_at, updated_at from editions where product_code = 'MEA-1-EN'",
        )
        .await;
    visitor.opens("/basket").await.sees_error("line_quantity", "There is a newer version of this");
    visitor.presses("Swap for the newer version").await.does_not_see("There is a newer version").sees("MEA-2-EN");
    says_once(&mut visitor, "Your basket was updated").await;
    assert_eq!(visitor.value_of("line_quantity"), "3");
}
