//! Whose rows a purpose sees that is somebody's: their own, with the filters of real statements removed; and how a
//! connection learns of it.

use domain::access::Permission::{self, CheckOut, ManageAccount, ManageOrder, ManageRegistration};
use sqlx::{
    AssertSqlSafe, PgConnection, PgPool,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use store::scope::{self, JOB, Scope};

use crate::{
    builders::Leaflet,
    changes::has_ordered,
    database_roles::{number, program, run, told},
    plans::statements,
    running::{Data, url_of},
    world::World,
};

/// Registrations, and those under way.
const REGISTRATIONS: [&str; 2] = ["2000", "40"];
/// People and accounts that are tried, drawn anew with each run.
const SUBJECTS: i64 = 25;

const OF_REGISTRATION: &str = "registration_id in (select id from registrations where registrant_id = '{}')";
/// Orders of an account, and those that its address placed without it.
const OWN_ORDERS: &str = "orders where account_id = '{}' or account_id is null and email_norm = (
    select email_norm from accounts where id = '{}')";
const OWN_ORDER: &str = "account_id = '{}' or account_id is null and email_norm = (
    select email_norm from accounts where id = '{}')";
const OF_ORDER: &str =
    "order_id in (select id from orders where account_id = '{}' or account_id is null and email_norm = (
    select email_norm from accounts where id = '{}'))";

/// Tables of which a purpose sees the subject's rows alone, and which those are.
const OWN: &[(&str, Permission, &str)] = &[
    ("registrants", ManageRegistration, "id = '{}'"),
    ("registrations", ManageRegistration, "registrant_id = '{}'"),
    ("consents", ManageRegistration, "registrant_id = '{}'"),
    ("email_changes", ManageRegistration, "registrant_id = '{}'"),
    ("registration_specialties", ManageRegistration, OF_REGISTRATION),
    ("registration_subspecialties", ManageRegistration, OF_REGISTRATION),
    ("registration_employers", ManageRegistration, OF_REGISTRATION),
    ("registration_locations", ManageRegistration, OF_REGISTRATION),
    ("registration_placements", ManageRegistration, OF_REGISTRATION),
    ("registration_deployment_types", ManageRegistration, OF_REGISTRATION),
    ("registration_cultural_experience", ManageRegistration, OF_REGISTRATION),
    ("cultural_experience_reads", ManageRegistration, OF_REGISTRATION),
    ("registration_scopes", ManageRegistration, OF_REGISTRATION),
    ("registration_changes", ManageRegistration, OF_REGISTRATION),
    ("registration_updates", ManageRegistration, OF_REGISTRATION),
    ("registration_update_answers", ManageRegistration, OF_REGISTRATION),
    ("withdrawals", ManageRegistration, OF_REGISTRATION),
    ("confirmation_aliases", ManageRegistration, OF_REGISTRATION),
    ("deployment_reports", ManageRegistration, OF_REGISTRATION),
    ("orders", ManageAccount, OWN_ORDER),
    ("order_events", ManageAccount, OF_ORDER),
    ("order_revisions", ManageAccount, OF_ORDER),
    ("order_readers", ManageAccount, OF_ORDER),
    ("account_addresses", ManageAccount, "account_id = '{}'"),
    ("account_addresses", CheckOut, "account_id = '{}'"),
    ("account_addresses", ManageOrder, "account_id = '{}'"),
];

/// Thirty accounts with three addresses and four orders each, one of them placed as a guest, read by a session each; and one
/// order of a guest.
const ACCOUNTS: &str = r#"
    insert into accounts (id, email, email_norm, full_name, email_confirmed_at, created_at, updated_at, last_signed_in_at)
    select md5('a' || n)::uuid, 'a' || n || '@example.com', 'a' || n || '@example.com', 'Ada', now(), now(), now(), now()
    from generate_series(1, 30) n;
    insert into account_addresses (id, account_id, address, is_default, created_at, updated_at)
    select gen_random_uuid(), md5('a' || n)::uuid, jsonb_build_object('lines', jsonb_build_array(m || ' Some Street'),
        'city', 'Leeds', 'county', null, 'postcode', 'LS1 4AP'), m = 1, now(), now()
    from generate_series(1, 30) n, generate_series(1, 3) m;
    insert into sessions (id, token_hash, created_at, last_seen_at)
    select md5('s' || n)::uuid, sha256(convert_to('s' || n, 'UTF8')), now(), now() from generate_series(1, 31) n;
    insert into orders (id, number, basket_id, idempotency_key, origin, company_key, full_name, email, email_norm, address,
        address_key, status, placed_at, account_id)
    select md5('o' || n || '-' || m)::uuid, 'HP-' || n || '-' || m, gen_random_uuid(), 'key' || n || '-' || m, 'by_user', 'PUBLIC',
        'Ada', 'a' || n || '@example.com', 'a' || n || '@example.com', '{"lines": ["1 Some Street"], "city": "Leeds",
        "county": null, "postcode": "LS1 4AP"}', '1 some street', 'placed', now(), case when n < 31 and m < 4 then md5('a' || n)::uuid end
    from generate_series(1, 31) n, generate_series(1, 4) m where n < 31 or m = 1;
    insert into order_events (id, order_id, kind, actor, at) select gen_random_uuid(), id, 'placed', 'account', now() from orders;
    insert into order_revisions (order_id, revision, lines, address, replaced_at) select id, 1, '[]', address, now() from orders;
    insert into order_readers (order_id, session_id)
    select md5('o' || n || '-1')::uuid, md5('s' || n)::uuid from generate_series(1, 31) n"#;

/// People and accounts, and a connection that works as the program does.
async fn with_people(connect: PgConnectOptions) -> (PgPool, PgConnection) {
    let owner = store::connect_as_owner(connect).await.expect("the test database");
    let mut db = owner.acquire().await.expect("a connection");
    let registry = include_str!("../../benches/src/registrations.sql")
        .replace("${registrations}", REGISTRATIONS[0])
        .replace("${drafts}", REGISTRATIONS[1]);
    for sql in [registry, ACCOUNTS.to_owned()] {
        run(&mut db, sql).await.expect("people");
    }
    drop(db);
    let db = program(&owner).await;
    (owner, db)
}

/// Some people who are registered, or some accounts, and somebody who is neither.
async fn subjects(owner: &PgPool, permission: Permission) -> Vec<String> {
    let table = if permission == ManageRegistration { "registrants" } else { "accounts" };
    let drawn = format!("select id::text from {table} order by random() limit {SUBJECTS}");
    let drawn: Vec<String> = sqlx::query_scalar(AssertSqlSafe(drawn)).fetch_all(owner).await.expect("subjects");
    drawn.into_iter().chain([uuid::Uuid::now_v7().to_string()]).collect()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_38_whoever_looks_after_something_sees_their_own_rows_and_no_others(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let (owner, mut db) = with_people(connect).await;
    for permission in [ManageRegistration, ManageAccount, CheckOut, ManageOrder] {
        let mut found = 0;
        for subject in subjects(&owner, permission).await {
            for (table, _, own) in OWN.iter().filter(|(_, of, _)| *of == permission) {
                told(&mut db, permission.as_str(), &subject).await;
                let seen = number(&mut db, format!("select count(*) from {table}")).await;
                told(&mut db, JOB, "").await;
                let theirs = format!("select count(*) from {table} where {}", own.replace("{}", &subject));
                assert_eq!(seen, number(&mut db, theirs).await, "{permission}: {table} of {subject}");
                found += seen;
            }
        }
        assert!(found > SUBJECTS, "{permission}: {found} rows");
    }
}

/// A statement of the program, by how it begins; for which purpose; what in it says whose rows it is about, and what
/// says nothing of that; its other parameters; and what it is about of somebody.
type Unfiltered = (&'static str, Permission, [&'static str; 2], &'static str, &'static str);

const UNFILTERED: &[Unfiltered] = &[
    (
        r#"select g.messages_stopped_at is not null as "stopped!""#,
        ManageRegistration,
        ["g.id = $1", "$1::uuid is not null"],
        "",
        "registrants where id = '{}' and erased_at is null",
    ),
    (
        "select id, version, field, old_values",
        ManageRegistration,
        ["registration_id = $1", "$1::uuid is not null"],
        "",
        "registration_changes where registration_id in (select id from registrations where registrant_id = '{}')",
    ),
    (
        "with newer as (",
        ManageAccount,
        ["where o.account_id = $1 and ($2::text is null", "where $1::uuid is not null and ($2::text is null"],
        ", null, 1000",
        OWN_ORDERS,
    ),
    (
        r#"select id as "id: AccountAddressId", address"#,
        CheckOut,
        ["account_id = $1", "$1::uuid is not null"],
        "",
        "account_addresses where account_id = '{}'",
    ),
];

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn rp_38_scope_holds_with_the_query_filter_removed(_: PgPoolOptions, connect: PgConnectOptions) {
    let (owner, mut db) = with_people(connect).await;
    let statements = statements();
    for (begins, permission, [filter, everybody], others, about) in UNFILTERED {
        let real = statements.iter().find(|(text, _)| text.trim_start().starts_with(begins) && text.contains(filter));
        let (text, _) = real.unwrap_or_else(|| panic!("no statement begins with {begins}"));
        run(&mut db, format!("prepare asked as {}", text.replacen(filter, everybody, 1))).await.expect(begins);
        let asked = format!("execute asked('{}'{others})", uuid::Uuid::now_v7());
        let mut found = 0;
        for subject in subjects(&owner, *permission).await {
            told(&mut db, JOB, "").await;
            let theirs = format!("select count(*) from {}", about.replace("{}", &subject));
            let theirs = number(&mut db, theirs).await;
            told(&mut db, permission.as_str(), &subject).await;
            let rows = sqlx::raw_sql(AssertSqlSafe(asked.clone())).fetch_all(&mut db).await.expect(begins);
            assert_eq!(i64::try_from(rows.len()).expect("few"), theirs, "{begins} for {subject}");
            found += theirs;
        }
        assert!(found > 0, "{begins}");
        run(&mut db, "deallocate asked".to_owned()).await.expect(begins);
    }
}

/// What a connection of a pool was told, and in which role it works.
async fn told_to(pool: &PgPool) -> String {
    let told = "select concat_ws(' ', current_user, current_setting('healthpost.scope', true),
        current_setting('healthpost.subject', true))";
    let told: String = sqlx::query_scalar(told).fetch_one(pool).await.expect("what it was told");
    told.trim().to_owned()
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn a_connection_knows_its_task_and_forgets_it_when_it_comes_back(_: PgPoolOptions, connect: PgConnectOptions) {
    let pool = store::pool_options(1).connect_with(store::with_settings(connect)).await.expect("the test database");
    let subject = uuid::Uuid::from_u128(7);
    let narrowed = async {
        scope::narrow(subject);
        told_to(&pool).await
    };
    let narrowed = scope::around(Scope::of(ManageAccount), narrowed).await;
    assert_eq!(narrowed, format!("healthpost_app manage an account {subject}"));
    assert_eq!(scope::around(Scope::of(CheckOut), told_to(&pool)).await, "healthpost_app check out");
    assert_eq!(scope::around(Scope::of(Permission::ReadCatalogue), told_to(&pool)).await, "healthpost_app");
    assert_eq!(told_to(&pool).await, "healthpost_app", "and a task that has no scope tells it nothing");
}

/// Orders that work sees.
async fn orders(pool: PgPool) -> i64 {
    sqlx::query_scalar("select count(*) from orders").fetch_one(&pool).await.expect("a count")
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn work_that_forgot_its_scope_sees_nothing_and_the_doctor_knows_the_role(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let url = url_of(&connect);
    let world = World::new(connect).await;
    world.has(Leaflet::default()).await;
    has_ordered(&world, "1", "ada@example.com").await;
    let pool = || world.backend.db.clone();
    assert_eq!(tokio::spawn(orders(pool())).await.expect("no panic"), 0);
    assert_eq!(tokio::spawn(scope::job(orders(pool()))).await.expect("no panic"), 1);
    assert_eq!(scope::around(Scope::of(Permission::KeepBasket), orders(pool())).await, 0);
    let doctor = Data::new().program(&["doctor"]).env("DATABASE_URL", url).output().expect("the doctor");
    let said = String::from_utf8_lossy(&doctor.stdout).into_owned();
    assert!(said.contains("ok      database role: healthpost_app"), "{said}");
}
