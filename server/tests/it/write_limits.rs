//! Every write has a limit (CP-56, RP-64): whoever posts too often gets 429 and the time to wait, whatever they say of
//! where they come from and at whichever program over one database; what they typed is given back, and nothing is
//! written.

use axum::http::{Method, StatusCode, header};
use domain::access::{Permission, Rate, Scope};
use jiff::SignedDuration;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    access::BEFORE,
    access_actors::everybody,
    access_rows::{WHO, rows},
    builders::Leaflet,
    long_answers::MESSAGE,
    order::goes_to_check,
    registry_limits::posts,
    visitor::{Visitor, form_urlencoded},
    world::World,
};

const BUSY: &str = "203.0.113.7";
const QUIET: &str = "203.0.113.8";
/// What somebody writes into `X-Forwarded-For`.
const SAID: [Option<&str>; 3] = [None, Some("198.51.100.2"), Some("203.0.113.99, 10.0.0.1")];
/// What is posted to and writes nothing but a line of the log.
const WRITE_NOTHING: [&str; 1] = ["/csp-reports"];

/// However often something is done, it is the first time: nobody is told to wait. Passwords are counted as ever, as each
/// that is compared takes a while.
const COUNTS_NOTHING: &str = "create function counts_nothing() returns trigger language plpgsql as $$
        begin new.used := 1; return new; end $$;
    create trigger counts_nothing before insert or update on rate_counters for each row
        when (new.subject not like '%password%') execute function counts_nothing()";

impl World {
    /// Has nobody wait who does something too often, but for whoever tries passwords.
    pub async fn counts_nothing(&self) {
        self.run(COUNTS_NOTHING).await;
    }
}

/// Says that the busy network, every account and every session posted so many forms of a permission in this window.
async fn posted(world: &World, permission: Permission, used: i32) {
    sqlx::query(
        "insert into rate_counters (subject, window_start, used)
         select 'form ' || $1::text || ':' || who, date_bin(make_interval(mins => $2), '2026-11-22T09:00:00Z'::timestamptz, 'epoch'), $3
         from (select $4::text as who union select id::text from sessions union select id::text from accounts) everybody
         on conflict (subject, window_start) do update set used = excluded.used",
    )
    .bind(permission.as_str())
    .bind(permission.rate().minutes)
    .bind(used)
    .bind(BUSY)
    .execute(&world.backend.db)
    .await
    .expect("counted");
}

/// The place in [`WHO`] of somebody who may.
pub fn somebody(permission: Permission) -> usize {
    let may = |at: usize| permission.scope_of(WHO[at].roles.iter().copied()) > Scope::Nothing;
    (0..WHO.len()).find(|at| may(*at)).expect("somebody may")
}

/// Whether it was refused as too often, and says when to come back: the clock stands where windows begin.
fn waits(visitor: &Visitor, rate: Rate) -> bool {
    let said: Option<i32> =
        visitor.headers.get(header::RETRY_AFTER).and_then(|seconds| seconds.to_str().ok()?.parse().ok());
    visitor.status == StatusCode::TOO_MANY_REQUESTS
        && said == Some(60 * rate.minutes)
        && !visitor.headers.contains_key(header::LOCATION)
}

/// Marks of all tables but the one that counts.
async fn written(world: &World) -> Vec<String> {
    let mut tables = world.texts("select rows_of_all()").await;
    tables.retain(|table| !table.starts_with("rate_counters "));
    tables
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_64_whatever_can_be_posted_has_a_limit(_: PgPoolOptions, connect: PgConnectOptions) {
    let worlds = [World::new(connect.clone()).await, World::new(connect).await];
    worlds[0].has(Leaflet::default()).await;
    let all = everybody(&worlds[0]).await;
    worlds[0].run(BEFORE).await;
    let before = written(&worlds[0]).await;
    let is_write = |path: &str| !WRITE_NOTHING.contains(&path);
    let mut found = Vec::new();
    for row in rows().iter().filter(|row| row.method == Method::POST && is_write(&row.path)) {
        let rate = row.permission.rate();
        posted(&worlds[0], row.permission, rate.most).await;
        let actor = &all[somebody(row.permission)];
        let (path, body) = row.request("", &actor.key);
        for (at, said) in SAID.into_iter().enumerate() {
            let mut visitor = actor.visitor.clone();
            visitor.router = worlds[at % 2].router.clone();
            posts(&mut visitor, (BUSY, said), &path, body.as_deref().unwrap_or_default()).await;
            if !waits(&visitor, rate) {
                found.push(format!("{path}: {} {:?}", visitor.status, visitor.headers.get(header::RETRY_AFTER)));
            }
        }
    }
    assert!(found.is_empty(), "{} have no limit:\n{}", found.len(), found.join("\n"));
    assert_eq!(written(&worlds[0]).await, before, "what is refused writes nothing");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_56_two_programs_count_as_one(_: PgPoolOptions, connect: PgConnectOptions) {
    let worlds = [World::new(connect.clone()).await, World::new(connect).await];
    worlds[0].has(Leaflet::default()).await;
    let rate = Permission::KeepBasket.rate();
    posted(&worlds[0], Permission::KeepBasket, rate.most - 4).await;
    let (path, adds) = ("/do/basket/add", "edition=MEA-1-EN&quantity=1&page=/publications/measles-leaflet");
    for at in 0..8 {
        let mut visitor = worlds[at % 2].visitor();
        posts(&mut visitor, (BUSY, SAID[at % 3]), path, adds).await;
        assert_eq!(waits(&visitor, rate), at >= 4, "{at}: {}", visitor.status);
        assert_eq!(visitor.cookies.contains_key("__Host-basket"), at < 4, "{at}");
    }
    assert_eq!(worlds[0].count("select count(*) from baskets").await, 4, "nobody gets a basket who has to wait");
    let mut visitor = worlds[0].visitor();
    assert_eq!(posts(&mut visitor, (QUIET, None), path, adds).await, StatusCode::SEE_OTHER, "another network");
    for world in &worlds {
        world.backend.clock.advance(SignedDuration::from_mins(10));
    }
    let mut visitor = worlds[1].visitor();
    assert_eq!(posts(&mut visitor, (BUSY, None), path, adds).await, StatusCode::SEE_OTHER, "ten minutes later");
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn cp_56_each_places_ten_orders_a_minute_whoever_shares_their_network(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    let (mut ada, mut grace) = (world.visitor(), world.visitor());
    goes_to_check(&world, &mut ada, "1", "ada@example.com", "1 Some Street").await;
    goes_to_check(&world, &mut grace, "1", "grace@example.com", "2 Some Street").await;
    posted(&world, Permission::PlaceOrder, 9).await;
    for person in [&mut ada, &mut grace] {
        let place = format!("key={}", person.value_of("key"));
        posts(person, (BUSY, None), "/do/checkout/place", &place).await;
        assert_eq!(person.status, StatusCode::SEE_OTHER, "one is left");
        assert!(person.headers[header::LOCATION].to_str().unwrap().starts_with("/orders/HP-"));
        for from in [BUSY, QUIET] {
            posts(person, (from, None), "/do/checkout/place", &place).await;
            assert!(waits(person, Permission::PlaceOrder.rate()), "{from}: {}", person.status);
        }
    }
    assert_eq!(world.count("select count(*) from orders").await, 2);
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_was_typed_is_given_back_and_taken_later(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    posted(&world, Permission::WriteToUs, Permission::WriteToUs.rate().most).await;
    let typed: Vec<(String, String)> =
        MESSAGE.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let mut visitor = world.visitor();
    posts(&mut visitor, (BUSY, None), "/do/contact/message", &form_urlencoded(&typed)).await;
    visitor.sees("You have tried too often").sees("Try again in 10 minutes.");
    let (_, action, answers) = visitor.form_of("Send it again");
    assert_eq!(action, "/do/contact/message");
    assert_eq!(typed.iter().filter(|answer| !answers.contains(answer)).collect::<Vec<_>>(), Vec::<&_>::new());
    assert_eq!(world.count("select count(*) from sessions").await, 0, "nothing is kept of it");
    world.backend.clock.advance(SignedDuration::from_mins(10));
    posts(&mut visitor, (BUSY, None), "/do/contact/message", &form_urlencoded(&answers)).await;
    assert_eq!(visitor.status, StatusCode::SEE_OTHER);
    assert_eq!(world.count("select count(*) from support_messages").await, 1);
}
