//! No page of an account asks the database more often than its budget, however many orders it shows.

use std::sync::atomic::{AtomicUsize, Ordering};

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_addresses::BOOK,
    account_orders::COPIES,
    account_people::{ADA, PASSWORD, ada, asks_for_link, orders, sets_password, types_password},
    budgets::{ACCOUNT, assert_counted},
    builders::Leaflet,
    order::MEASLES,
    statements::counting,
    statements_aside::asks,
    visitor::Visitor,
    world::{ORIGIN, World},
};

/// Who is looking, who is signed in among it, and what their page says.
const OWN: &[(&str, u16, usize)] = &[
    ("/account", 200, 2),
    ("/account/orders", 200, 2),
    ("/account/name", 200, 1),
    ("/account/telephone", 200, 1),
    ("/account/audience", 200, 2),
    ("/account/alerts", 200, 2),
    ("/account/establishment", 200, 2),
    ("/account/password", 200, 1),
    ("/account/devices", 200, 2),
    ("/account/addresses", 200, 2),
    ("/account/addresses/add", 200, 1),
    ("/account/mailed", 200, 1),
    ("/account/password/forgotten", 200, 1),
    ("/account/sign-in", 303, 1),
    ("/account/signed-out", 200, 1),
    ("/account/email", 200, 1),
    ("/account/data", 200, 4),
    ("/account/data.json", 200, 5),
    ("/account/close", 200, 1),
    ("/account/closed", 200, 1),
    ("/account/lists", 200, 2),
];

/// Saves an order's worth of things as a list, shares it and asks for another address. The page of the list, and the links
/// to the address and to the list.
async fn has_a_list(world: &World, visitor: &mut Visitor) -> (String, [String; 2]) {
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await;
    visitor.opens("/account/lists").await.fills("list_name", "Winter").presses("Save the list").await;
    let list = visitor.path.clone();
    visitor.presses("Make a link").await;
    let shared = visitor.all("main bdi").into_iter().find(|text| text.contains("/lists/")).expect("a link");
    visitor.opens("/account/email").await.fills("account_new_email", "ada@example.org");
    visitor.presses("Email me a link").await;
    let letter = world.mails_to("ada@example.org").await.pop().expect("a letter").text;
    let email = letter.lines().find(|line| line.contains("/account/email/")).expect("a link");
    let links = [email.trim(), shared.as_str()].map(|link| link.trim_start_matches(ORIGIN).to_owned());
    (list, links)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn pages_of_accounts_stay_within_their_budgets(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    let number = orders(&mut visitor, "1", "1 Some Street").await;
    let (list, links) = has_a_list(&world, &mut visitor).await;
    let mut stranger = world.visitor();
    stranger.opens("/track").await.presses("Find my order").await;
    // The catalogue comes from memory once it was asked for.
    visitor.opens(MEASLES).await;
    let (count, _counting) = counting();
    for (path, status, budget) in OWN {
        asks(&count, &mut visitor, path, (*status, *budget)).await;
    }
    asks(&count, &mut visitor, &list, (200, 4)).await;
    asks(&count, &mut visitor, &format!("/orders/{number}/again"), (200, 5)).await;
    asks(&count, &mut visitor, &links[0], (200, 2)).await;
    asks(&count, &mut visitor, &links[1], (200, 4)).await;
    // The same with many orders, devices and a password.
    world.run(COPIES).await;
    sets_password(&mut visitor, PASSWORD).await;
    for _ in 0..3 {
        types_password(&mut world.visitor(), ADA, PASSWORD).await;
    }
    for (path, status, budget) in OWN.iter().chain(&[("/account/orders?before=FHR00030", 200, 2)]) {
        asks(&count, &mut visitor, path, (*status, *budget)).await;
    }
    let link = asks_for_link(&world, &mut world.visitor(), ADA).await;
    for path in ["/account/sign-up", "/account/sign-in", "/account/sign-in/password"] {
        asks(&count, &mut stranger, path, (200, 1)).await;
    }
    asks(&count, &mut stranger, "/account/devices", (303, 1)).await;
    asks(&count, &mut stranger, &link, (200, 2)).await;
    asks(&count, &mut stranger, "/account/link/made-up", (410, 1)).await;
    // A book of many addresses is read at once.
    world.run(BOOK).await;
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await.presses("Continue").await;
    let own = world.text("select '/account/addresses/' || id from account_addresses limit 1").await;
    for (path, budget) in [("/account/addresses", 2), (own.as_str(), 2), ("/checkout/delivery", 3)] {
        asks(&count, &mut visitor, path, (200, budget)).await;
    }
    // Being signed in costs no page of the catalogue a statement more.
    for (path, budget) in [("/", 1 + 1), ("/publications", 4 + 1), (MEASLES, 5 + 1), ("/basket", 4 + 1)] {
        asks(&count, &mut visitor, path, (200, budget)).await;
    }
    assert_counted(ACCOUNT);
}

/// Every list and order is of all leaflets besides.
const MORE_LINES: &str = "insert into saved_list_lines (list_id, edition_id, quantity, added_at)
    select l.id, e.id, 1, l.created_at from saved_lists l cross join editions e where e.product_code like 'LEA-%';
    insert into order_lines select (jsonb_populate_record(l, jsonb_build_object('id', gen_random_uuid(),
        'position', l.position + row_number() over (order by e.id), 'edition_id', e.id, 'product_code', e.product_code,
        'title', p.title, 'quantity_reserved', 0))).*
    from order_lines l cross join editions e join publications p on p.id = e.publication_id
    where e.product_code like 'LEA-%'";

/// How many statements a page asks.
async fn asked(count: &AtomicUsize, visitor: &mut Visitor, path: &str) -> usize {
    count.store(0, Ordering::Relaxed);
    visitor.opens(path).await;
    assert_eq!((visitor.status.as_u16(), visitor.path.as_str()), (200, path));
    count.load(Ordering::Relaxed)
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn twelve_lines_ask_no_more_than_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    let number = orders(&mut visitor, "1", "1 Some Street").await;
    let (list, [_, shared]) = has_a_list(&world, &mut visitor).await;
    let pages = [list, shared, format!("/orders/{number}/again"), format!("/orders/{number}")];
    // The catalogue comes from memory once it was asked for.
    visitor.opens(MEASLES).await;
    let (count, _counting) = counting();
    let mut of_one = Vec::new();
    for page in &pages {
        of_one.push(asked(&count, &mut visitor, page).await);
    }
    for n in 1..=11 {
        let title: &'static str = format!("Leaflet {n}").leak();
        let code: &'static str = format!("LEA-{n}-EN").leak();
        world.has(Leaflet { title, code, ..Leaflet::default() }).await;
    }
    world.run(MORE_LINES).await;
    visitor.opens(MEASLES).await;
    for (page, one) in pages.iter().zip(of_one) {
        let all = asked(&count, &mut visitor, page).await;
        visitor.sees("Measles leaflet").sees("Leaflet 1").sees("Leaflet 11");
        assert!(one > 0);
        assert_eq!(all, one, "{page}");
    }
}
