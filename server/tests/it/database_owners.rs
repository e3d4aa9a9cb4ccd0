//! A database in the hands of an ordinary user, as the manual sets it up: no superuser, and nobody who passes by policies.
//! They own it and migrate it whole, the program works in its role, and the functions that look across people answer what
//! they answer where a superuser owns them.

use domain::id::EditionId;
use sqlx::{
    AssertSqlSafe, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use store::scope::JOB;
use uuid::Uuid;

use crate::{
    builders::Leaflet,
    changes::has_ordered,
    database_roles::{REFUSED, is_refused, number, program, run, told},
    order::goes_to_check,
    registry_my,
    world::World,
};

const PASSWORD: &str = "only for this test";
/// What the functions answer, in the order in which they are asked.
const ANSWERS: [i64; 10] = [2, 2, 1, 1, 0, 1, 0, 1, 0, 0];

/// A database and the user who owns it.
struct HandedOver {
    /// The superuser of the tests, in this database.
    all: PgPool,
    owner: String,
    connect: PgConnectOptions,
}

impl HandedOver {
    /// Empties a database and hands it over to a user who was made for that.
    async fn to(connect: &PgConnectOptions, attributes: &str) -> Self {
        let all = PgPoolOptions::new().max_connections(1).connect_with(connect.clone()).await.expect("the database");
        let (database, owner) = (connect.get_database().expect("a name"), format!("owner_{}", Uuid::now_v7().simple()));
        let sql = format!(
            "drop schema if exists graphile_worker cascade;
             drop schema public cascade;
             create schema public authorization pg_database_owner;
             grant usage on schema public to public;
             do $$ begin
                 create role healthpost_app nologin;
             exception when duplicate_object or unique_violation then null;
             end $$;
             create role {owner} login nosuperuser nobypassrls {attributes} password '{PASSWORD}';
             grant healthpost_app to {owner};
             alter database \"{database}\" owner to {owner}"
        );
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&all).await.expect("handed over");
        let connect = connect.clone().username(&owner).password(PASSWORD);
        Self { all, owner, connect }
    }

    /// Migrates it, as the program does at start, and serves from it.
    async fn served(&self) -> World {
        let owner = store::connect_as_owner(self.connect.clone()).await.expect("the owner");
        store::migrate(&owner).await.expect("every migration");
        backend::jobs::migrate(&owner).await.expect("the job tables");
        owner.close().await;
        World::new(self.connect.clone()).await
    }

    /// Leaves nothing of the user behind: roles are of the whole server.
    async fn given_back(self) {
        let Self { all, owner, .. } = self;
        let sql = format!("reassign owned by {owner} to current_user; drop owned by {owner}; drop role {owner}");
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&all).await.expect("given back");
    }
}

/// Two people order two copies each of three, somebody is about to check out, and Ada registers and signs in to it. Each
/// of the functions is called on the way.
async fn lived_in(world: &World) -> EditionId {
    let edition = world.has(Leaflet { stock: 3, ..Leaflet::default() }).await;
    for email in ["ada@example.com", "grace@example.com"] {
        has_ordered(world, "2", email).await;
    }
    goes_to_check(world, &mut world.visitor(), "1", "mary@example.com", "9 Other Street").await;
    let ada = registry_my::ada(world).await;
    assert_eq!(ada.path, "/my/registration", "{}", ada.text());
    edition
}

/// What the functions are asked, but for the one that forgets; and how many protected rows are seen beside them.
async fn asks(world: &World, edition: EditionId) -> [String; 10] {
    let line = "select l.id::text from order_lines l join orders o on o.id = l.order_id
        where o.email_norm = 'grace@example.com'";
    let line = world.text(line).await;
    let checkout = "select format('%L, %L', basket_id, session_id) from checkouts where address::text like '%9 Other%'";
    let checkout = world.text(checkout).await;
    let (basket, _) = checkout.split_once(',').expect("two ids");
    let address = world.text("select address_key from orders where email_norm = 'ada@example.com'").await;
    let counted = |email: &str, address: &str| {
        format!(
            "select c.copies from editions e, counted_copies({email}, {address}, e.publication_id, e.language, e.format,
                 '-infinity', null) c where e.id = '{edition}'"
        )
    };
    let waiting = format!("select coalesce(sum(waiting), 0)::bigint from waiting_lines('{edition}')");
    [
        counted("'ada@example.com'", "null"),
        counted("null", &format!("'{address}'")),
        waiting.clone(),
        format!("select reserve_copies('{line}', '{edition}', 1, 'test', 'test:more', now())::bigint"),
        waiting,
        "select count(registrant_at('ada@example.com'))".to_owned(),
        "select count(registrant_at('nobody@example.com'))".to_owned(),
        format!("select count(checkout_address({checkout}))"),
        format!("select count(checkout_address({basket}, gen_random_uuid()))"),
        "select (select count(*) from orders) + (select count(*) from registrants)".to_owned(),
    ]
}

/// What the functions answer to whoever said nothing of what they are for, and sees no row of what is protected.
async fn answers(world: &World, edition: EditionId) -> Vec<i64> {
    let (asks, now) = (asks(world, edition).await, world.backend.clock.now());
    let mut tx = world.backend.db.begin().await.expect("a transaction");
    store::stock::receive(&mut tx, edition, 1, "test:more", now).await.expect("one copy more");
    tx.commit().await.expect("one copy more");
    let (mut db, mut said) = (program(&world.db).await, Vec::new());
    for ask in asks {
        said.push(number(&mut db, ask).await);
    }
    let sent_in = world.text("select session_id::text from registrations").await;
    run(&mut db, format!("select forget_sent(array['{sent_in}']::uuid[])")).await.expect("forgotten");
    assert_eq!(world.count("select count(*) from registrations where session_id is not null").await, 0);
    said
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_looks_across_people_answers_where_a_superuser_owns_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let edition = lived_in(&world).await;
    assert_eq!(answers(&world, edition).await, ANSWERS);
}

/// That everything is as it is under a superuser, in a database of a user with these attributes.
async fn assert_served(connect: PgConnectOptions, attributes: &str) {
    let handed_over = HandedOver::to(&connect, attributes).await;
    let world = handed_over.served().await;
    let others = "select (select count(*) from pg_class where relowner <> current_user::regrole
            and relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace))
        + (select count(*) from pg_proc where proowner <> current_user::regrole and prosecdef
            and pronamespace = 'public'::regnamespace)
        + (select count(*) from pg_roles where rolname = current_user and (rolsuper or rolbypassrls))";
    assert_eq!(world.count(others).await, 0, "all of it is theirs, and they are nobody special");
    assert!(store::roles::standing(&world.backend.db).await.expect("a role").is_taken, "the program is in its role");
    let edition = lived_in(&world).await;
    assert_eq!(answers(&world, edition).await, ANSWERS);
    // Policies hold for whoever owns the tables, too.
    let mut owner = world.db.acquire().await.expect("a connection").detach();
    for (purpose, seen) in [("", 0), ("read the catalogue", 0), (JOB, 2)] {
        told(&mut owner, purpose, "").await;
        assert_eq!(number(&mut owner, "select count(*) from orders".to_owned()).await, seen, "{purpose:?}");
    }
    let mut db = program(&world.db).await;
    told(&mut db, JOB, "").await;
    for sql in REFUSED {
        assert!(is_refused(&run(&mut db, (*sql).to_owned()).await), "{sql}");
    }
    handed_over.given_back().await;
}

#[sqlx::test(migrations = false)]
async fn rp_38_an_ordinary_user_owns_and_migrates_the_database(_: PgPoolOptions, connect: PgConnectOptions) {
    assert_served(connect, "nocreaterole").await;
}

#[sqlx::test(migrations = false)]
async fn rp_38_so_does_one_who_may_make_roles(_: PgPoolOptions, connect: PgConnectOptions) {
    assert_served(connect, "createrole").await;
}
