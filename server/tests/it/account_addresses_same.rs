//! Homes next door are two: each is in the book, and nothing that is known of one is stored for the other (HP-62, HP-65).

use backend::AddressLookup;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{account_people::ada, builders::Leaflet, order::MEASLES, visitor::Visitor, world::World};

/// The book and what is known of it, the oldest first.
const BOOK: &str = "select concat_ws(' ', address -> 'lines', coalesce(uprn, 'unknown')) from account_addresses order by created_at, id";

/// A look-up that lists the first flat of 12 High Street.
fn lists_flat_one() -> AddressLookup {
    let file = std::env::temp_dir().join(format!("healthpost-homes-{}.csv", uuid::Uuid::now_v7()));
    let row = "Flat 1,12 High Street,Leeds,LS1 4AP,100000000001,53.7,-1.5";
    std::fs::write(&file, format!("line1,line2,city,postcode,uprn,latitude,longitude\n{row}\n")).expect("a file");
    let lookup = AddressLookup::read(file.to_str(), None).expect("a look-up");
    std::fs::remove_file(&file).expect("gone");
    lookup
}

/// Fills an address in Leeds in.
fn types<'a>(visitor: &'a mut Visitor, one: &str, two: &str) -> &'a mut Visitor {
    visitor.fills("address_line1", one).fills("address_line2", two);
    visitor.fills("city", "Leeds").fills("postcode", "LS1 4AP")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_65_what_is_known_of_a_home_is_not_stored_for_the_one_next_door(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await.looks_up(lists_flat_one());
    let mut visitor = ada(&world).await;
    for (one, two) in [("Flat 11", "2 High Street"), ("flat 1, 12 HIGH street", "")] {
        visitor.opens("/account/addresses/add").await;
        types(&mut visitor, one, two).presses("Save").await.sees("The address is saved");
    }
    let expected =
        [r#"["Flat 11", "2 High Street"] unknown"#, r#"["flat 1, 12 HIGH street"] 100000000001"#].map(str::to_owned);
    assert_eq!(world.texts(BOOK).await, expected);
    // Another county is another address, and nothing is known of it in another country.
    for (county, country) in [("Kent", "england"), ("", "wales")] {
        visitor.opens("/account/addresses/add").await;
        types(&mut visitor, "Flat 1", "12 High Street").fills("county", county).fills("country", country);
        visitor.presses("Save").await.sees("The address is saved");
    }
    assert!(world.texts(BOOK).await[3].ends_with(" unknown"));
    visitor.opens("/account/addresses/add").await;
    types(&mut visitor, "Flat 1", "12 High Street").presses("Save").await;
    visitor.sees_error("address_line1", "You have this address already");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_62_a_home_is_kept_at_the_checkout_by_whoever_has_the_one_next_door(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let mut visitor = ada(&world).await;
    visitor.opens("/account/addresses/add").await;
    types(&mut visitor, "Flat 1", "12 High Street").presses("Save").await.sees("The address is saved");
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await.presses("Continue").await;
    visitor.fills("deliver_to", "another").presses("Continue").await;
    types(&mut visitor, "Flat 11", "2 High Street").fills("keep_address", "yes");
    visitor.presses("Continue").await.sees("Who is ordering?");
    let expected =
        [r#"["Flat 1", "12 High Street"] unknown"#, r#"["Flat 11", "2 High Street"] unknown"#].map(str::to_owned);
    assert_eq!(world.texts(BOOK).await, expected);
}
