//! Addresses are looked up by postcode, and typed wherever that fails (HP-63, HP-64, HP-65).

use std::{path::Path, time::Duration};

use axum::http::{Method, StatusCode};
use backend::{AddressLookup, accounts::addresses::LOOKUPS_PER_HOUR};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_addresses::adds,
    account_people::{ada, signs_in_by_link},
    address_service::{AddressService, Manner, lookup_at},
    visitor::Visitor,
    world::{LONG, World},
};

/// How long a look-up waits here for who never answers.
const SHORT: Duration = Duration::from_millis(300);
/// What is known of each address, the newest last.
const KNOWN: &str = "select concat_ws(' ', address #>> '{lines,0}', uprn, latitude, longitude,
        case when verified_at is null then 'unverified' else 'verified' end)
    from account_addresses order by created_at, id";

/// Looks a postcode up.
async fn looks_up(visitor: &mut Visitor, postcode: &str, building: &str) {
    visitor.opens("/account/addresses/add").await.fills("postcode", postcode).fills("building", building);
    visitor.presses("Find addresses").await;
}

/// The addresses on offer.
fn on_offer(visitor: &Visitor) -> Vec<String> {
    visitor.all("label[for^='found_address']")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_63_a_postcode_in_any_spacing_gives_its_addresses(_: PgPoolOptions, connect: PgConnectOptions) {
    let service = AddressService::up(Manner::Kind).await;
    let world = World::new(connect).await.looks_up(service.lookup(LONG));
    let mut visitor = ada(&world).await;
    for typed in ["LS1 4AP", "ls14ap", "  Ls 14 aP ", "LS1-4AP", "l s 1 4 a p"] {
        looks_up(&mut visitor, typed, "").await;
        assert_eq!(visitor.path, "/account/addresses/add", "nothing of it stands in an address");
        let expected = ["1 Some Street, Leeds, West Yorkshire, LS1 4AP", "2 Some Street, Leeds, LS1 4AP"];
        let offered = on_offer(&visitor);
        assert_eq!((offered.len(), &offered[..2]), (4, &expected.map(str::to_owned)[..]), "{typed}: {offered:?}");
        assert!(offered[2].starts_with("10 ") && offered[3].starts_with("21 "), "as people count houses: {offered:?}");
        visitor.sees("Or enter it yourself");
    }
    let asked = service.asked().pop().expect("a request").to_lowercase();
    assert!(asked.starts_with("get /find?of=uk&postcode=ls1%204ap http/1.1"), "{asked}");
    assert!(asked.contains("authorization: bearer zqkey"), "{asked}");
    looks_up(&mut visitor, "LS1 4AP", "1").await;
    assert_eq!(on_offer(&visitor).len(), 1, "1 is not 21");
    looks_up(&mut visitor, "LS1 4AP", "The Old Malthouse").await;
    visitor.sees("We found no address for LS1 4AP").sees("Or enter it yourself");
    looks_up(&mut visitor, "LS1", "").await;
    visitor.sees_error("postcode", "Enter a full UK postcode");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_64_what_is_known_of_an_address_that_was_found_is_stored(_: PgPoolOptions, connect: PgConnectOptions) {
    let service = AddressService::up(Manner::Kind).await;
    let world = World::new(connect).await.looks_up(service.lookup(LONG));
    let mut visitor = ada(&world).await;
    looks_up(&mut visitor, "ls14ap", "").await;
    visitor.presses("Use this address").await.sees_error("found_address", "Choose an address, or enter it below");
    let ids = visitor.attributes("input[name=found_address]", "value");
    visitor
        .fills("found_address", &ids[0])
        .presses("Use this address")
        .await
        .sees("The address is saved")
        .sees("Checked");
    assert_eq!(world.texts(KNOWN).await, ["1 Some Street 100000000001 53.7965 -1.5478 verified"]);
    // What is no number and no place is left out; what was found once is not chosen again.
    visitor.opens("/account/addresses/add").await;
    assert!(on_offer(&visitor).is_empty());
    looks_up(&mut visitor, "ls14ap", "2").await;
    let id = visitor.attributes("input[name=found_address]", "value").remove(0);
    visitor.fills("found_address", &id).presses("Use this address").await;
    assert_eq!(world.texts(KNOWN).await[1], "2 Some Street verified");
    for stale in [&ids[1], &id] {
        looks_up(&mut visitor, "ls14ap", "").await;
        visitor.fills("found_address", stale).presses("Use this address").await;
        visitor.sees_error("found_address", "Choose one of these addresses");
    }
    // One that is in the book already is offered, and saved twice by whoever says so.
    looks_up(&mut visitor, "ls14ap", "2").await;
    let id = visitor.attributes("input[name=found_address]", "value").remove(0);
    visitor.fills("found_address", &id).presses("Use this address").await;
    visitor.sees_error("found_address", "You have this address already");
    visitor.presses("Save anyway").await.sees("The address is saved");
    assert_eq!(world.count("select count(*) from account_addresses").await, 3);
    looks_up(&mut visitor, "ls14ap", "").await;
    world.backend.clock.advance(SignedDuration::from_mins(31));
    assert!(on_offer(visitor.opens("/account/addresses/add").await).is_empty(), "it is forgotten");
    backend::jobs::tidy_up(&world.backend).await.expect("tidy");
    assert_eq!(world.count("select count(*) from address_lookups").await, 0);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_65_the_server_checks_what_is_typed_and_forgets_it_when_it_changes(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let service = AddressService::up(Manner::Kind).await;
    let world = World::new(connect).await.looks_up(service.lookup(LONG));
    let mut visitor = ada(&world).await;
    adds(&mut visitor, "1, some street", "ls14ap").await;
    visitor.sees("The address is saved").sees("Checked");
    assert_eq!(world.texts(KNOWN).await, ["1, some street 100000000001 53.7965 -1.5478 verified"]);
    let change = visitor.links("Change").remove(0);
    let asked = service.asked().len();
    visitor.opens(&change).await.presses("Save address").await.sees("The address is saved");
    assert_eq!(service.asked().len(), asked, "nothing changed");
    visitor.opens(&change).await.fills("address_line1", "99 Some Street").presses("Save address").await;
    visitor.sees("Not checked");
    assert_eq!(world.texts(KNOWN).await, ["99 Some Street unverified"], "nothing of the one before stays");
    service.is(Manner::Says("HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n"));
    visitor.opens(&change).await.fills("address_line1", "21 Some Street").presses("Save address").await;
    visitor.sees("The address is saved").sees("Not checked");
    service.is(Manner::Kind);
    visitor.opens(&change).await.presses("Save address").await.sees("Checked");
    assert_eq!(world.texts(KNOWN).await, ["21 Some Street 100000000021 verified"], "it is asked for again");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_63_whatever_a_service_does_an_address_is_typed(_: PgPoolOptions, connect: PgConnectOptions) {
    let service = AddressService::up(Manner::Kind).await;
    let (plain, closed) = (World::new(connect).await, lookup_at("127.0.0.1:1", LONG));
    let mut visitor = ada(&plain).await;
    let huge = "HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n{";
    let elsewhere = "HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n";
    let mut lookups = vec![(closed, "nobody is there")];
    for (manner, patience) in [
        (Manner::Silent, SHORT),
        (Manner::Drips, SHORT),
        (Manner::Says(huge), SHORT),
        (Manner::Huge, LONG),
        (Manner::BreaksOff, LONG),
        (Manner::Says(""), LONG),
        (Manner::Says("what?\r\n\r\n"), LONG),
        (Manner::Says("HTTP/1.1 500 Oh\r\ncontent-length: 0\r\n\r\n"), LONG),
        (Manner::Says(elsewhere), LONG),
        (Manner::Says("HTTP/1.1 200 OK\r\ncontent-length: 15\r\n\r\n<html>no</html>"), LONG),
        (Manner::Says("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n[]"), LONG),
        (Manner::Says("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n\u{0}\u{1}\u{2}\u{3}"), LONG),
    ] {
        let its_own = AddressService::up(manner).await;
        lookups.push((its_own.lookup(patience), manner_name(manner)));
    }
    for (house, (lookup, what)) in lookups.into_iter().enumerate() {
        let world = plain.looks_up(lookup);
        visitor.router.clone_from(&world.router);
        looks_up(&mut visitor, "LS1 4AP", "").await;
        assert_eq!(visitor.status, StatusCode::OK, "{what}");
        visitor.sees("We cannot look up LS1 4AP now").sees("Or enter it yourself");
        adds(&mut visitor, &format!("{house} Some Street"), "LS1 4AP").await;
        visitor.sees("The address is saved").sees(&format!("{house} Some Street"));
    }
    assert!(plain.texts(KNOWN).await.iter().all(|known| known.ends_with(" unverified")));
    visitor.router.clone_from(&plain.looks_up(service.lookup(LONG)).router);
    looks_up(&mut visitor, "LS1 4AP", "").await;
    assert_eq!(on_offer(&visitor).len(), 4, "once it is back, it is asked again");
}

fn manner_name(manner: Manner) -> &'static str {
    match manner {
        Manner::Kind => "kind",
        Manner::Says(answer) => answer,
        Manner::Silent => "silent",
        Manner::Drips => "drips",
        Manner::Huge => "huge",
        Manner::BreaksOff => "breaks off",
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn without_a_look_up_nobody_is_asked_for_a_postcode_twice(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/account/addresses/add").await.does_not_see("Find addresses").does_not_see("Or enter it yourself");
    let body = "postcode=LS1+4AP&building=";
    visitor.once(Method::POST, "/do/account/find-address", Some(body.to_owned())).await;
    assert_eq!(visitor.headers["location"], "/account/addresses/add");
    adds(&mut visitor, "1 Some Street", "LS1 4AP").await;
    visitor.sees("Not checked");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn addresses_are_looked_up_in_a_file(_: PgPoolOptions, connect: PgConnectOptions) {
    let file = std::env::temp_dir().join(format!("healthpost-addresses-{}.csv", uuid::Uuid::now_v7()));
    let read = |rows: &str| {
        let header = "line1,line2,city,postcode,uprn,latitude,longitude";
        std::fs::write(&file, format!("{header}\n{rows}")).expect("a file");
        AddressLookup::read(file.to_str(), None)
    };
    let rows =
        "10 Some Street,,Leeds,LS1 4AP,,,\n2 Some Street,\"Upper floor, left\",Leeds,ls14ap,100000000002,53.7,-1.5\n";
    let world = World::new(connect).await.looks_up(read(rows).expect("a look-up"));
    for wrong in ["1 Some Street,,Leeds,nowhere,,,\n", ",,Leeds,LS1 4AP,,,\n", "1 Some Street\n", "a,,b,LS1 4AP,,x,y\n"]
    {
        assert!(read(wrong).is_err(), "{wrong}");
    }
    assert!(AddressLookup::read(Path::new("/no/such/file.csv").to_str(), None).is_err());
    assert!(AddressLookup::read(Some(" "), None).expect("none").is_nowhere());
    std::fs::remove_file(&file).expect("gone");
    let mut visitor = ada(&world).await;
    looks_up(&mut visitor, "ls14ap", "").await;
    assert_eq!(
        on_offer(&visitor),
        ["2 Some Street, Upper floor, left, Leeds, LS1 4AP", "10 Some Street, Leeds, LS1 4AP"]
    );
    adds(&mut visitor, "2 Some Street, Upper floor, left", "LS1 4AP").await;
    assert_eq!(world.texts(KNOWN).await, ["2 Some Street, Upper floor, left 100000000002 53.7 -1.5 verified"]);
    looks_up(&mut visitor, "M1 1AE", "").await;
    visitor.sees("We found no address for M1 1AE");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn one_account_asks_sixty_times_an_hour_and_types_from_then_on(_: PgPoolOptions, connect: PgConnectOptions) {
    let service = AddressService::up(Manner::Kind).await;
    let world = World::new(connect).await.looks_up(service.lookup(LONG));
    let mut visitor = ada(&world).await;
    world
        .run(
            "insert into rate_counters (subject, window_start, used)
        select 'address-lookup:' || id, '2026-11-22 09:00:00+00', 59 from accounts",
        )
        .await;
    looks_up(&mut visitor, "LS1 4AP", "").await;
    assert_eq!((on_offer(&visitor).len(), LOOKUPS_PER_HOUR), (4, 60));
    looks_up(&mut visitor, "LS1 4AP", "").await;
    visitor.sees("We cannot look up LS1 4AP now");
    adds(&mut visitor, "1 Some Street", "LS1 4AP").await;
    visitor.sees("The address is saved").sees("Not checked");
    assert_eq!(service.asked().len(), 1);
    world.backend.clock.advance(SignedDuration::from_hours(1));
    let mut visitor = world.visitor();
    signs_in_by_link(&world, &mut visitor, "ada@example.com").await;
    looks_up(&mut visitor, "LS1 4AP", "").await;
    assert_eq!(on_offer(&visitor).len(), 4);
}
