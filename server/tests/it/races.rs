//! Races, as races: many at once against real Postgres.

use std::sync::Arc;

use backend::{Backend, Guest, checkout::CheckoutError, orders, secrets::Token};
use domain::{
    address::Address,
    checkout::{Contact, IdempotencyKey, PlaceOrder},
    form::{Answer, Answers, Facts, Form},
    id::{BasketId, EditionId, SessionId},
    locale::Locale,
    order::OrderNumber,
};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use store::checkouts::Answered;

use crate::{builders::Leaflet, world::World};

/// Somebody at the check page.
pub struct Ready {
    pub guest: Guest,
    pub form: PlaceOrder,
    /// The cookies of their browser.
    pub cookies: String,
}

pub async fn ready(backend: &Backend, edition: EditionId, copies: i32, who: &str, house: &str) -> Ready {
    let (db, now) = (&backend.db, backend.clock.now());
    let (session, basket) = (SessionId(uuid::Uuid::now_v7()), BasketId(uuid::Uuid::now_v7()));
    let (sid, basket_token) = (Token::draw(), Token::draw());
    store::sessions::begin(db, session, sid.hash(), now).await.expect("a session");
    store::baskets::begin(db, basket, basket_token.hash(), now).await.expect("a basket");
    let cookies = format!("__Host-sid={}; __Host-basket={}", sid.as_str(), basket_token.as_str());
    store::baskets::add(db, basket, edition, copies, now).await.expect("a line");
    let key = IdempotencyKey::read(&uuid::Uuid::now_v7().to_string()).expect("a key");
    store::checkouts::begin(db, (basket, session), (&key, false), now).await.expect("a checkout");
    let address = Answers::default().with("address_line1", house).with("city", "Leeds").with("postcode", "LS1 4AP");
    let address = Address::parse(&address, &Facts::default()).expect("an address");
    let contact = Answers::default().with("full_name", "Ada").with("email", format!("{who}@example.com"));
    let contact = Contact::parse(&contact, &Facts::default()).expect("a contact");
    for answer in [Answered::Address(&address, None), Answered::Contact(&contact)] {
        assert!(store::checkouts::set(db, (basket, session), answer, &key, now).await.expect("kept"));
    }
    store::sessions::confirm_email(db, session, &contact.email.normalised()).await.expect("confirmed");
    Ready {
        guest: Guest { session, account: None, basket, locale: Locale::English, from: None },
        form: PlaceOrder { key },
        cookies,
    }
}

/// Everybody places their order at the same moment; programs over one database take turns in whom they serve.
async fn all_at_once(programs: &[&World], everybody: Vec<Ready>) -> Vec<Result<OrderNumber, CheckoutError>> {
    let start = Arc::new(tokio::sync::Barrier::new(everybody.len()));
    let tasks: Vec<_> = everybody
        .into_iter()
        .zip(programs.iter().cycle())
        .map(|(ready, program)| {
            let (backend, start) = (program.backend.clone(), start.clone());
            tokio::spawn(store::scope::job(async move {
                start.wait().await;
                orders::place(&backend, ready.guest, &ready.form).await
            }))
        })
        .collect();
    let mut answers = Vec::new();
    for task in tasks {
        answers.push(task.await.expect("no panic"));
    }
    answers
}

fn placed(answers: &[Result<OrderNumber, CheckoutError>]) -> usize {
    for answer in answers {
        assert!(!matches!(answer, Err(CheckoutError::Store(_))), "{answer:?}");
    }
    answers.iter().filter(|answer| answer.is_ok()).count()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn the_last_copy_is_promised_once(_: PgPoolOptions, connect: PgConnectOptions) {
    const ROUNDS: usize = 50;
    const CLIENTS: usize = 200;
    let world = World::crowded(connect, 24).await;
    for round in 0..ROUNDS {
        let (title, code): (String, String) = (format!("Leaflet {round}"), format!("LAST-{round}"));
        let leaflet =
            Leaflet { title: title.leak(), code: code.leak(), stock: 1, run_to_zero: true, ..Leaflet::default() };
        let edition = world.has(leaflet).await;
        let mut everybody = Vec::new();
        for client in 0..CLIENTS {
            everybody.push(
                ready(
                    &world.backend,
                    edition,
                    1,
                    &format!("c{round}-{client}"),
                    &format!("{client} Round {round} Street"),
                )
                .await,
            );
        }
        assert_eq!(placed(&all_at_once(&[&world], everybody).await), 1, "round {round}");
    }
    assert_eq!(world.count("select count(*) from orders").await, 50);
    assert_eq!(world.count("select count(*) from stock_levels where reserved <> 1 or on_hand <> 1").await, 0);
    assert!(store::stock::disagreements(&world.backend.db).await.unwrap().is_empty());
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn no_number_of_parallel_orders_passes_the_limit_of_an_address(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect, 24).await;
    for round in 0..50 {
        let (title, code): (String, String) = (format!("Leaflet {round}"), format!("LIMIT-{round}"));
        let edition =
            world.has(Leaflet { title: title.leak(), code: code.leak(), stock: 10_000, ..Leaflet::default() }).await;
        world.limits(edition, 10).await;
        let mut everybody = Vec::new();
        for client in 0..200 {
            // One address in several spellings, a different e-mail address each.
            let house = if client % 2 == 0 { format!("{round} High Street") } else { format!("{round}, HIGH  street") };
            everybody.push(ready(&world.backend, edition, 1 + client % 3, &format!("l{round}-{client}"), &house).await);
        }
        let answers = all_at_once(&[&world], everybody).await;
        placed(&answers);
        let copies = world.count("select coalesce(sum(quantity_ordered), 0)::bigint from order_lines where product_code = (select product_code from order_lines order by id desc limit 1)").await;
        assert!(copies <= 10, "round {round}: {copies} copies");
        assert_eq!(copies, 10, "round {round}: demand was enough for the whole limit");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn one_key_places_one_order_however_often_it_is_sent(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::crowded(connect.clone(), 12).await;
    let other = World::crowded(connect, 12).await;
    let edition = world.has(Leaflet::default()).await;
    for round in 0..10 {
        let one = ready(&world.backend, edition, 1, &format!("k{round}"), &format!("{round} Key Street")).await;
        let same =
            (0..100).map(|_| Ready { guest: one.guest, form: one.form.clone(), cookies: String::new() }).collect();
        let answers = all_at_once(&[&world, &other], same).await;
        assert_eq!(placed(&answers), 100, "every sending gets the answer");
        let numbers: std::collections::BTreeSet<String> =
            answers.into_iter().map(|answer| answer.expect("placed").to_string()).collect();
        assert_eq!(numbers.len(), 1, "{numbers:?}");
    }
    assert_eq!(world.count("select count(*) from orders").await, 10);
    assert_eq!(world.count("select count(*) from outbox where kind = 'order_placed'").await, 10);
}

impl World {
    /// A limit for everybody on one edition.
    async fn limits(&self, edition: EditionId, quantity: i32) {
        let sql = format!(
            "insert into order_limits (id, level, edition_id, quantity) values (gen_random_uuid(), 'everyone', '{edition}', {quantity})"
        );
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&self.backend.db).await.expect("a limit");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn nobody_waits_for_another_to_wake_the_worker(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let message = || store::outbox::NewMessage {
        kind: store::outbox::Kind::OrderPlaced,
        recipient: "ada@example.com",
        order: None,
        detail: serde_json::json!({}),
        locale: Locale::English,
    };
    let (db, now) = (&world.backend.db, world.backend.clock.now());
    // The first job of a kind makes its kind known, for good.
    store::outbox::add(&mut db.acquire().await.unwrap(), message(), now).await.unwrap();
    world.run("delete from graphile_worker._private_jobs").await;
    let (mut first, mut second) = (db.begin().await.unwrap(), db.begin().await.unwrap());
    store::outbox::add(&mut first, message(), now).await.unwrap();
    // Whoever waits for a lock is told so after five seconds.
    store::outbox::add(&mut second, message(), now).await.expect("while the first is under way");
    second.commit().await.unwrap();
    first.commit().await.unwrap();
    let jobs = "select count(*) from graphile_worker._private_jobs";
    assert_eq!(world.count(jobs).await, 2);
    for _ in 0..30 {
        let mut again = db.begin().await.unwrap();
        store::outbox::add(&mut again, message(), now).await.unwrap();
        again.commit().await.unwrap();
    }
    let connections = i64::from(db.size());
    assert!(
        world.count(jobs).await <= connections,
        "as many wake-ups wait as there are connections, never as messages"
    );
}
