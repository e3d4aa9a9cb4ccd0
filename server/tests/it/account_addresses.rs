//! The address book of an account: one's own, with one default, and each address once unless its owner says so
//! (HP-61, HP-62).

use std::sync::Arc;

use axum::http::{Method, StatusCode};
use backend::accounts::addresses;
use domain::{
    account::AddAddress,
    form::{Answers, Facts, Form},
    id::{AccountAddressId, AccountId, SessionId},
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_people::{GRACE, ada, signs_up},
    said::says_once,
    visitor::{Visitor, form_urlencoded},
    world::World,
};

/// A book of twelve addresses for whoever has an account.
pub const BOOK: &str = "insert into account_addresses (id, account_id, address, is_default, created_at, updated_at)
    select gen_random_uuid(), a.id, jsonb_build_object('lines', jsonb_build_array(n || ' Some Street'), 'city', 'Leeds',
        'county', null, 'postcode', 'LS1 4AP'), n = 1, now() + n * interval '1 minute', now()
    from accounts a, generate_series(1, 12) n";
/// The whole of every book.
pub const ROWS: &str =
    "select coalesce(string_agg(to_jsonb(a)::text, ' ' order by id), 'no address') from account_addresses a";
/// The first line of the default.
const DEFAULT: &str = "select string_agg(address #>> '{lines,0}', ', ') from account_addresses where is_default";

/// Types an address into the book.
pub async fn adds(visitor: &mut Visitor, line: &str, postcode: &str) {
    visitor.opens("/account/addresses/add").await.fills("address_line1", line).fills("city", "Leeds");
    visitor.fills("postcode", postcode).presses("Save").await;
}

/// Posts an address as a browser does that was told of no other.
async fn posts(visitor: &mut Visitor, path: &str, answers: &[(&str, &str)]) {
    let answers: Vec<_> = answers.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    visitor.once(Method::POST, path, Some(form_urlencoded(&answers))).await;
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_61_one_address_of_a_book_is_the_default(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/account").await;
    let book = visitor.links("Your addresses").remove(0);
    visitor.opens(&book).await.sees("You have not saved an address yet");
    let add = visitor.links("Add an address").remove(0);
    visitor.opens(&add).await.presses("Save address").await.sees_error("postcode", "Enter a postcode");
    adds(&mut visitor, "1 Some Street", "ls14ap").await;
    assert_eq!(visitor.path, "/account/addresses");
    says_once(&mut visitor, "The address is saved").await;
    visitor.sees("1 Some Street").sees("LS1 4AP").sees("Chosen first").sees("Not checked");
    adds(&mut visitor, "2 Some Street", "LS1 4AP").await;
    adds(&mut visitor, "3 Some Street", "LS1 4AP").await;
    assert_eq!(world.text(DEFAULT).await, "1 Some Street", "the first one is the default");
    // The default stands first, then the newest.
    visitor.opens("/account/addresses").await.presses("Choose first from now on").await;
    says_once(&mut visitor, "This address is chosen first from now on").await;
    assert_eq!(world.text(DEFAULT).await, "3 Some Street");
    visitor.presses("Remove").await;
    says_once(&mut visitor, "The address was removed").await;
    visitor.does_not_see("3 Some Street");
    assert_eq!(world.text(DEFAULT).await, "2 Some Street", "the newest one takes its place");
    let change = visitor.links("Change: 2 Some Street").remove(0);
    visitor.opens(&change).await;
    assert_eq!(visitor.value_of("address_line1"), "2 Some Street");
    visitor
        .fills("address_line1", "")
        .presses("Save address")
        .await
        .sees_error("address_line1", "Enter address line 1");
    assert_eq!(visitor.path, change);
    visitor.fills("address_line1", "4 Some Street").presses("Save address").await.sees("4 Some Street");
    assert_eq!(world.text(DEFAULT).await, "4 Some Street");
    visitor.presses("Remove").await.presses("Remove").await.sees("You have not saved an address yet");
    assert_eq!(world.text(ROWS).await, "no address");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_61_there_is_one_default_whatever_twenty_do_at_once(_: PgPoolOptions, connect: PgConnectOptions) {
    const AT_ONCE: usize = 20;
    let world = World::crowded(connect, 24).await;
    ada(&world).await;
    let account: AccountId = world.text("select id::text from accounts").await.parse().expect("an id");
    let session: SessionId = world.text("select id::text from sessions").await.parse().expect("an id");
    let form = |house: usize| {
        let answers = Answers::default().with("address_line1", format!("{house} Some Street"));
        AddAddress::parse(&answers.with("city", "Leeds").with("postcode", "LS1 4AP"), &Facts::default())
            .expect("a form")
    };
    let ids = "select id::text from account_addresses order by created_at, id";
    for round in 0..5 {
        let known: Vec<AccountAddressId> = world.texts(ids).await.iter().map(|id| id.parse().expect("an id")).collect();
        let start = Arc::new(tokio::sync::Barrier::new(AT_ONCE));
        let tasks: Vec<_> = (0..AT_ONCE)
            .map(|at| {
                let (backend, start) = (world.backend.clone(), start.clone());
                let (own, form) = (known.get(at).copied(), form(round * AT_ONCE + at));
                tokio::spawn(store::scope::job(async move {
                    start.wait().await;
                    match (at % 4, own) {
                        (0, Some(own)) => addresses::remove(&backend, account, own).await,
                        (1 | 2, Some(own)) => addresses::make_default(&backend, account, own).await,
                        _ => addresses::add(&backend, (session, account), &form).await,
                    }
                }))
            })
            .collect();
        for task in tasks {
            task.await.expect("no panic").expect("done");
        }
        assert_eq!(world.count("select count(*) from account_addresses where is_default").await, 1, "round {round}");
    }
    // Whatever a program does, the schema keeps it so.
    let second = sqlx::raw_sql("update account_addresses set is_default = true").execute(&world.db).await;
    assert!(second.expect_err("two defaults").to_string().contains("account_addresses_one_default"));
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_62_the_same_address_is_offered_however_it_is_spelt(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    adds(&mut visitor, "1 Some Street", "LS1 4AP").await;
    for (line, postcode) in
        [("1 Some Street", "LS1 4AP"), ("1, SOME street.", "ls14ap"), ("1  some-street", " l s 1 4 a p ")]
    {
        let answers = [("address_line1", line), ("city", "Leeds"), ("postcode", postcode)];
        posts(&mut visitor, "/do/account/add-address", &answers).await;
        visitor.opens("/account/addresses/add").await.sees_error("address_line1", "You have this address already");
        assert_eq!(visitor.links("Use the one you have"), ["/account/addresses"]);
        assert_eq!(visitor.value_of("address_line1"), line, "what was typed is kept");
    }
    assert_eq!(world.count("select count(*) from account_addresses").await, 1);
    // Whoever was told of one address was not told of another.
    adds(&mut visitor, "2 Some Street", "LS1 4AP").await;
    adds(&mut visitor, "1 Some Street", "LS1 4AP").await;
    visitor.fills("address_line1", "2 Some Street").presses("Save anyway").await;
    visitor.sees_error("address_line1", "You have this address already");
    visitor.presses("Save anyway").await.sees("The address is saved");
    assert_eq!(world.count("select count(*) from account_addresses").await, 3);
    // An address that is changed is not its own double.
    let change = visitor.links("Change: 1 Some Street").remove(0);
    visitor.opens(&change).await.fills("address_line1", "1 SOME STREET").presses("Save address").await;
    visitor.sees("1 SOME STREET").sees("The address is saved");
    visitor.opens(&change).await.fills("address_line1", "2 Some Street").presses("Save address").await;
    visitor.sees_error("address_line1", "You have this address already");
    visitor.presses("Save anyway").await.sees("The address is saved").does_not_see("1 SOME STREET");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_61_nobody_sees_or_changes_the_addresses_of_somebody_else(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    adds(&mut visitor, "1 Some Street", "LS1 4AP").await;
    let id = world.text("select id::text from account_addresses").await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    let before = world.text(ROWS).await;
    grace.opens("/account/addresses").await.does_not_see("Some Street");
    for bad in [id.as_str(), "00000000-0000-7000-8000-000000000000", "x", "%00"] {
        grace.opens(&format!("/account/addresses/{bad}")).await.sees("Page not found").does_not_see("Some Street");
        assert_eq!(grace.status, StatusCode::NOT_FOUND, "{bad}");
    }
    let typed = "address_line1=2+Other+Street&city=Leeds&postcode=LS1+4AP";
    for (path, body) in [
        ("change-address", format!("own_address={id}&{typed}")),
        ("default-address", format!("own_address={id}")),
        ("remove-address", format!("own_address={id}")),
    ] {
        grace.once(Method::POST, &format!("/do/account/{path}"), Some(body.clone())).await;
        assert_eq!(grace.status, StatusCode::NOT_FOUND, "{path}: {}", grace.text());
        let mut stranger = world.visitor();
        stranger.once(Method::POST, &format!("/do/account/{path}"), Some(body)).await;
        assert!(stranger.status == StatusCode::FORBIDDEN || stranger.status.is_redirection(), "{path}");
    }
    assert_eq!(world.text(ROWS).await, before);
    let mut stranger = world.visitor();
    for page in ["/account/addresses", "/account/addresses/add", &format!("/account/addresses/{id}")] {
        assert_eq!(stranger.opens(page).await.path, "/account/sign-in", "{page}");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_65_no_form_says_that_an_address_was_checked(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    let graces = world.text("select id::text from accounts").await;
    let mut visitor = ada(&world).await;
    adds(&mut visitor, "0 Some Street", "LS1 4AP").await;
    let more = [
        ("id", "00000000-0000-7000-8000-000000000001"),
        ("account_id", graces.as_str()),
        ("account", graces.as_str()),
        ("verified", "true"),
        ("is_verified", "true"),
        ("verified_at", "2026-11-22T09:00:00Z"),
        ("uprn", "100000000001"),
        ("latitude", "53.7965"),
        ("longitude", "-1.5478"),
        ("is_default", "true"),
        ("known[uprn]", "1"),
    ];
    let mut answers = vec![("address_line1", "1 Some Street"), ("city", "Leeds"), ("postcode", "LS1 4AP")];
    answers.extend(more);
    let own = "select concat_ws(' ', b.address #>> '{lines,0}', b.is_default, b.uprn, b.latitude, b.longitude, b.verified_at)
        from account_addresses b join accounts a on a.id = b.account_id where a.email_norm = 'ada@example.com' order by b.id";
    posts(&mut visitor, "/do/account/add-address", &answers).await;
    assert_eq!(world.texts(own).await, ["0 Some Street t", "1 Some Street f"]);
    let id = world.text("select id::text from account_addresses where not is_default").await;
    answers[0].1 = "2 Some Street";
    answers.push(("own_address", id.as_str()));
    posts(&mut visitor, "/do/account/change-address", &answers).await;
    assert_eq!(world.texts(own).await, ["0 Some Street t", "2 Some Street f"]);
    assert_eq!(world.count("select count(*) from account_addresses").await, 2, "nobody else has one");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_book_holds_fifty_addresses(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    world.run(BOOK).await;
    let more = "insert into account_addresses (id, account_id, address, is_default, created_at, updated_at)
        select gen_random_uuid(), account_id, jsonb_set(address, '{lines,0}', to_jsonb(n || ' Other Street')), false,
            created_at, updated_at
        from account_addresses, generate_series(1, 38) n where is_default";
    world.run(more).await;
    adds(&mut visitor, "99 Some Street", "LS1 4AP").await;
    visitor.sees_error("address_line1", "You can save 50 addresses. Remove one first");
    visitor.opens("/account/addresses").await.presses("Remove").await;
    adds(&mut visitor, "99 Some Street", "LS1 4AP").await;
    visitor.sees("99 Some Street");
}
