//! What is done to an address book is audited with it, and says nothing of any address (HP-61).

use axum::http::{Method, StatusCode};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    account_addresses::adds,
    account_people::{GRACE, ada, signs_up},
    visitor::Visitor,
    world::World,
};

/// What was done to addresses, in turn.
const AUDITED: &str = "select action || ' ' || subject from audit_entries where subject like 'address:%' order by id";

async fn id_of(world: &World, line: &str) -> String {
    let sql = format!("select id::text from account_addresses where address #>> '{{lines,0}}' = '{line}'");
    world.text(sql.leak()).await
}

async fn posts(visitor: &mut Visitor, path: &str, address: &str) -> StatusCode {
    visitor.once(Method::POST, path, Some(format!("own_address={address}"))).await;
    visitor.status
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn hp_61_each_change_of_a_book_is_audited_by_the_id_of_its_address(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    adds(&mut visitor, "1 Some Street", "LS1 4AP").await;
    adds(&mut visitor, "2 Some Street", "LS1 4AP").await;
    let (one, two) = (id_of(&world, "1 Some Street").await, id_of(&world, "2 Some Street").await);
    let (choose, remove) = ("/do/account/default-address", "/do/account/remove-address");
    // The second press changes nothing.
    for _ in 0..2 {
        assert_eq!(posts(&mut visitor, choose, &two).await, StatusCode::SEE_OTHER);
    }
    visitor.opens(&format!("/account/addresses/{one}")).await.fills("address_line1", "3 Other Street");
    visitor.presses("Save address").await.sees("The address is saved");
    assert_eq!(posts(&mut visitor, remove, &two).await, StatusCode::SEE_OTHER);
    let expected = [
        format!("account.add_address address:{one}"),
        format!("account.add_address address:{two}"),
        format!("account.default_address address:{two}"),
        format!("account.change_address address:{one}"),
        format!("account.remove_address address:{two}"),
        format!("account.default_address address:{one}"),
    ];
    assert_eq!(world.texts(AUDITED).await, expected, "and the one that is left is the default");
    let by_others = "select count(*) from audit_entries e where subject like 'address:%'
        and (detail <> '{}' or actor <> (select 'account:' || id from accounts))";
    assert_eq!(world.count(by_others).await, 0, "by the owner, and no word of it");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_refused_of_a_book_is_not_audited(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut visitor = ada(&world).await;
    adds(&mut visitor, "1 Some Street", "LS1 4AP").await;
    let one = id_of(&world, "1 Some Street").await;
    adds(&mut visitor, "1 Some Street", "LS1 4AP").await;
    visitor.sees_error("address_line1", "You have this address already");
    let mut grace = world.visitor();
    signs_up(&world, &mut grace, "Grace Hopper", GRACE).await;
    for path in ["/do/account/default-address", "/do/account/remove-address"] {
        assert_eq!(posts(&mut grace, path, &one).await, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(world.texts(AUDITED).await, [format!("account.add_address address:{one}")]);
}
