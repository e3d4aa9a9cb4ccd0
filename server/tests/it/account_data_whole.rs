//! My data leaves nothing out: what was ordered as a guest, what others keep, and every table that names people by their
//! address or their account (CP-50). And that it was read stands in the audit trail (HP-120).

use serde_json::{Value, json};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{ADA, GRACE, ada, orders, signs_up},
    audit_chain::whole,
    builders::Leaflet,
    changes::has_ordered,
    registry_my,
    visitor::Visitor,
    world::World,
};

/// What is kept of Ada beside what she said: a role and an invitation to it, a limit of hers, and a request that was granted.
const KEPT: &str = "update accounts set catalogue_role = 'publisher' where email_norm = 'ada@example.com';
    insert into staff_invitations (id, token_hash, email, email_norm, catalogue_role, created_at, expires_at, cancelled_at)
    select gen_random_uuid(), sha256('one'), email, email_norm, 'publisher', now(), now(), now()
    from accounts where email_norm = 'ada@example.com';
    insert into order_limits (id, level, subject, quantity)
    select gen_random_uuid(), 'account', id::text, 700 from accounts where email_norm = 'ada@example.com';
    insert into limit_requests (id, edition_id, full_name, email, email_norm, quantity, reason, needed_by, status, granted, used,
        grant_expires_at, locale, created_at)
    select gen_random_uuid(), e.id, 'Ada', a.email, a.email_norm, 10, 'A stall at the fair', '2027-01-02', 'approved', 10, 3,
        now() + interval '30 days', 'en', now()
    from accounts a, editions e where a.email_norm = 'ada@example.com' and e.product_code = 'MEA-1-EN'";

/// Somebody who ordered as a guest before she had an account, and with it, and changed that.
async fn has_ordered_both_ways(world: &World) -> (Visitor, String) {
    world.has(Leaflet::default()).await;
    let (_, guest) = has_ordered(world, "1", ADA).await;
    has_ordered(world, "1", GRACE).await;
    let mut visitor = ada(world).await;
    let number = orders(&mut visitor, "2", "1 Some Street").await;
    visitor.opens(&format!("/orders/{number}/address")).await.fills("address_line1", "2 Other Street");
    visitor.presses("Save the address").await;
    world.run(KEPT).await;
    (visitor, guest.trim_start_matches("/orders/").to_owned())
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_50_what_was_ordered_as_a_guest_and_what_others_keep_is_there(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let (mut visitor, number) = has_ordered_both_ways(&world).await;
    visitor.opens("/account/data").await.sees(&number).sees("Ordered without signing in").sees("Catalogue: Publisher");
    visitor.sees("Earlier versions of this order").sees("1 Some Street").sees("2 Other Street").sees("Order changed");
    visitor.sees("Invitations to work here").sees("Limits of your own").sees("700 copies").sees("Granted: 10. Used: 3");
    visitor.sees("2 January 2027").does_not_see(GRACE);
    assert_eq!(visitor.links("Go to your registration"), ["/my"]);
    visitor.opens("/account/data.json").await;
    let own: Value = serde_json::from_str(&visitor.body).expect("JSON");
    let all = own["orders"].as_array().expect("orders");
    let guest = all.iter().find(|order| order["number"] == number.as_str()).expect("the guest's");
    assert_eq!((all.len(), &guest["with_account"], &guest["origin"]), (2, &json!(false), &json!("guest")));
    assert_eq!(guest["company_key"], "PUBLIC");
    let line = json!({ "code": "MEA-1-EN", "title": "Measles leaflet", "copies": 1, "ordered": 1, "shipped": 0, "cancelled": 0 });
    assert_eq!(guest["lines"], json!([line]));
    let request = &own["requests"][0];
    assert_eq!((&request["needed_by"], &request["used"]), (&json!("2027-01-02"), &json!(3)));
    assert!(request["grant_expires_at"].is_string(), "{request}");
    assert_eq!((&own["limits"][0]["copies"], &own["limits"][0]["code"]), (&json!(700), &Value::Null));
    assert_eq!(own["invitations"][0]["catalogue_role"], "publisher");
    assert_eq!(own["account"]["catalogue_role"], "publisher");
    let did: Vec<&str> =
        own["trail"].as_array().expect("entries").iter().filter_map(|one| one["action"].as_str()).collect();
    assert!(did.contains(&"order.place") && did.contains(&"order.amended") && did.contains(&"account.read"), "{did:?}");
    assert!(!own.to_string().contains(GRACE), "{own}");
}

/// Who read what is held of them, and of whom.
const READ: &str = "select concat_ws(' ', actor, action, subject) from audit_entries
    where action like '%.read' or action like '%.export' order by id";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_120_that_somebody_reads_what_is_held_of_them_is_written_down(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    let id = world.text("select 'account:' || id from accounts where email_norm = 'ada@example.com'").await;
    for page in ["/account/data", "/account/data.json"] {
        world.visitor().opens(page).await;
    }
    assert_eq!(world.texts(READ).await, [] as [&str; 0], "nothing was read");
    for page in ["/account/data", "/account/data.json", "/account/data.json"] {
        visitor.opens(page).await;
    }
    let read = ["read", "export", "export"].map(|how| format!("{id} account.{how} {id}"));
    assert_eq!(world.texts(READ).await, read);
    assert!(whole(&world).await.iter().any(|head| head.stream == "accounts"), "sealed with the others");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_120_so_is_it_of_a_registration(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = registry_my::ada(&world).await;
    for page in ["/my/data", "/my/data.json"] {
        world.visitor().opens(page).await;
    }
    assert_eq!(world.texts(READ).await, [] as [&str; 0], "nothing was read");
    for page in ["/my/data", "/my/data.json"] {
        visitor.opens(page).await;
    }
    let id = world.text("select 'registrant:' || id from registrants").await;
    let read = ["read", "export"].map(|how| format!("registrant registrant.{how} {id}"));
    assert_eq!(world.texts(READ).await, read);
    assert!(whole(&world).await.iter().any(|head| head.stream == "registry"), "sealed with the others");
}

/// Everything that the download is read from.
const SOURCES: [&str; 3] = [
    include_str!("../../store/src/accounts/own.rs"),
    include_str!("../../store/src/accounts/own_orders.rs"),
    include_str!("../../store/src/accounts/own_traces.rs"),
];

/// Tables that name people and are not in it, each with the reason.
const EXCUSED: &[(&str, &str)] = &[
    ("account_links", "a link that works for a quarter of an hour, and is forgotten with it"),
    ("staff_sign_ins", "between two steps of signing in, for minutes"),
    ("email_codes", "a code that works for half an hour, and is forgotten with it"),
    ("rate_counters", "how often something was tried, for hours"),
    ("limit_locks", "a hash that says nothing"),
    ("stock_movements", "the ledger of copies; the orders say the same"),
    ("registrants", "the registration, which is read at /my/data"),
    ("registration_drafts", "the registration"),
    ("registration_changes", "the registration"),
    ("email_changes", "the registration"),
    ("cultural_experience_reads", "the registration"),
];

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_50_every_table_that_names_people_is_in_it_or_excused(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let named = "select distinct table_name::text from information_schema.columns
        where table_schema = 'public' and data_type in ('text', 'uuid') and (column_name ~ '(email|account|recipient|telephone)'
            or column_name in ('actor', 'subject', 'full_name', 'contact_name', 'invited_by')) order by 1";
    let tables = world.texts(named).await;
    assert!(tables.len() > 20, "{tables:?}");
    let is_exported = |table: &str| SOURCES.iter().any(|source| source.contains(&format!(" {table} ")));
    let is_excused = |table: &str| EXCUSED.iter().any(|(excused, _)| *excused == table);
    let missing: Vec<_> = tables.iter().filter(|table| !is_exported(table) && !is_excused(table)).collect();
    assert!(missing.is_empty(), "neither in what people get of themselves nor excused: {missing:?}");
    let idle = EXCUSED.iter().filter(|(table, _)| is_exported(table) || !tables.iter().any(|named| named == table));
    let idle: Vec<_> = idle.collect();
    assert!(idle.is_empty(), "nothing to excuse: {idle:?}");
}
