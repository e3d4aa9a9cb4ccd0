//! The second line of authorisation: what the role of the program may do, and which tables each purpose sees, whatever
//! statements say. What is listed here is written apart from the migration that makes it so.

use std::collections::BTreeSet;

use domain::access::Permission::{
    self, CheckOut, EnterAccount, EnterRegistration, EnterStaff, FindOrder, KeepBasket, ManageAccount, ManageOrder,
    ManageRegistration, OpenAccountLink, OpenInvitation, OpenRegistryLink, OpenSharedList, PlaceOrder, Register,
    Withdraw,
};
use sqlx::{
    AssertSqlSafe, PgConnection, PgPool, Row,
    postgres::{PgConnectOptions, PgPoolOptions},
};
use store::scope::{self, JOB};

use crate::migrations::steps_through;

const DRAFTS: &[Permission] = &[Register, OpenRegistryLink, ManageRegistration];
const PEOPLE: &[Permission] = &[Register, OpenRegistryLink, EnterRegistration, Withdraw];
const ANSWERS: &[Permission] = &[Register, OpenRegistryLink, EnterRegistration];
const WRITTEN: &[Permission] = &[Register, OpenRegistryLink];
const CHANGED: &[Permission] = &[OpenRegistryLink];
const LEFT: &[Permission] = &[OpenRegistryLink, Withdraw];
const FINDABLE: &[Permission] = &[PlaceOrder, ManageOrder, FindOrder];
const PLACED: &[Permission] = &[PlaceOrder, ManageOrder];

/// Tables that hold what is personal, and the permissions for which every row of them is there. Jobs see all.
const TABLES: &[(&str, &[Permission])] = &[
    ("registration_drafts", DRAFTS),
    ("draft_answers", DRAFTS),
    ("draft_conflicts", DRAFTS),
    ("draft_conflict_answers", DRAFTS),
    ("registrants", PEOPLE),
    ("registrations", PEOPLE),
    ("registration_specialties", ANSWERS),
    ("registration_subspecialties", ANSWERS),
    ("registration_employers", ANSWERS),
    ("registration_locations", ANSWERS),
    ("registration_placements", ANSWERS),
    ("registration_deployment_types", ANSWERS),
    ("registration_cultural_experience", ANSWERS),
    ("registration_scopes", WRITTEN),
    ("registration_changes", WRITTEN),
    ("consents", WRITTEN),
    ("duplicate_candidates", WRITTEN),
    ("deployment_reports", CHANGED),
    ("email_changes", CHANGED),
    ("withdrawals", LEFT),
    ("registration_updates", LEFT),
    ("registration_update_answers", &[]),
    ("confirmation_aliases", &[]),
    ("cultural_experience_reads", &[]),
    ("registrant_sessions", &[OpenRegistryLink, EnterRegistration, ManageRegistration, Withdraw]),
    ("orders", FINDABLE),
    ("order_readers", FINDABLE),
    ("order_lines", PLACED),
    ("order_events", PLACED),
    ("order_revisions", &[ManageOrder]),
    ("account_addresses", &[]),
    (
        "checkouts",
        &[
            KeepBasket,
            CheckOut,
            PlaceOrder,
            ManageOrder,
            EnterAccount,
            OpenAccountLink,
            OpenSharedList,
            ManageAccount,
            EnterStaff,
            OpenInvitation,
        ],
    ),
];

/// What nobody may do who works in the role, whatever it is for.
pub const REFUSED: &[&str] = &[
    "update audit_entries set actor = actor",
    "delete from audit_entries",
    "truncate audit_entries",
    "insert into audit_seals select * from audit_seals",
    "update audit_seals set stream = stream",
    "delete from audit_seals",
    "truncate audit_seals",
    "update audit_heads set sequence = sequence",
    "insert into audit_waiting select * from audit_waiting",
    "delete from audit_waiting",
    "truncate audit_waiting",
    "update stock_movements set actor = actor",
    "delete from stock_movements",
    "truncate stock_movements",
    "update order_events set actor = actor",
    "delete from order_events",
    "update consents set given = given",
    "update registration_changes set actor = actor",
    "truncate orders cascade",
    "create table made (n integer)",
    "create function made() returns integer language sql return 1",
    "create schema made",
    "create role made",
    "drop table orders",
    "alter table orders add column made text",
    "alter table orders disable row level security",
    "alter table orders no force row level security",
    "drop policy of_purpose on orders",
    "alter table audit_entries disable trigger all",
    "drop function seal_audit(bigint)",
    "select let_program_in()",
];

/// A connection that works as the program does.
pub async fn program(owner: &PgPool) -> PgConnection {
    let mut db = owner.acquire().await.expect("a connection").detach();
    run(&mut db, format!("set role {}", store::roles::ROLE)).await.expect("the role");
    told(&mut db, "", "").await;
    db
}

/// Runs statements; how many rows they touched.
pub async fn run(db: &mut PgConnection, sql: String) -> Result<u64, sqlx::Error> {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(db).await.map(|done| done.rows_affected())
}

/// Tells a connection what it is used for, and whose rows are touched.
pub async fn told(db: &mut PgConnection, purpose: &str, subject: &str) {
    let sql = format!("set {} to '{purpose}'; set {} to '{subject}'", scope::PURPOSE, scope::SUBJECT);
    run(db, sql).await.expect("told");
}

/// The number that a query gives.
pub async fn number(db: &mut PgConnection, sql: String) -> i64 {
    let row = sqlx::raw_sql(AssertSqlSafe(sql)).fetch_one(db).await.expect("the query");
    row.try_get(0).expect("a number")
}

/// Whether rights or policies are in the way.
pub fn is_refused(outcome: &Result<u64, sqlx::Error>) -> bool {
    let error = outcome.as_ref().err().and_then(sqlx::Error::as_database_error);
    error.and_then(sqlx::error::DatabaseError::code).as_deref() == Some("42501")
}

#[sqlx::test(migrations = false)]
async fn rp_38_each_purpose_sees_its_tables_and_no_other(_: PgPoolOptions, connect: PgConnectOptions) {
    let owner = store::connect_as_owner(connect).await.expect("the test database");
    steps_through(&owner).await;
    let mut db = program(&owner).await;
    let protected = "select relname::text from pg_class where relrowsecurity and relforcerowsecurity
        and relnamespace = 'public'::regnamespace";
    let protected = sqlx::raw_sql(protected).fetch_all(&owner).await.expect("tables");
    let protected: BTreeSet<String> = protected.iter().map(|row| row.get(0)).collect();
    assert_eq!(protected, TABLES.iter().map(|(table, _)| (*table).to_owned()).collect());
    let mut wrong = Vec::new();
    for (table, seen_for) in TABLES {
        let rows = format!("select count(*) from {table}");
        told(&mut db, JOB, "").await;
        let all = number(&mut db, rows.clone()).await;
        assert!(all > 0, "{table}");
        let permissions = Permission::ALL.iter().map(|permission| (permission.as_str(), seen_for.contains(permission)));
        for (purpose, is_seen) in permissions.chain(["", "nothing", "Job", "job "].map(|purpose| (purpose, false))) {
            told(&mut db, purpose, "").await;
            let (seen, expected) = (number(&mut db, rows.clone()).await, if is_seen { all } else { 0 });
            if seen != expected {
                wrong.push(format!("{purpose}: {seen} of {all} rows of {table}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[sqlx::test(migrations = false)]
async fn where_nothing_was_said_nothing_is_written(_: PgPoolOptions, connect: PgConnectOptions) {
    let owner = store::connect_as_owner(connect).await.expect("the test database");
    steps_through(&owner).await;
    let mut db = program(&owner).await;
    for (table, _) in TABLES {
        let row = format!("select to_jsonb(t)::text from {table} t limit 1");
        let row = sqlx::raw_sql(AssertSqlSafe(row)).fetch_one(&owner).await.expect("a row");
        let row: String = row.get(0);
        for purpose in ["", "read the catalogue", "manage a registration", JOB] {
            // What may be written is refused for another reason: it is there already.
            let is_let = purpose == JOB || purpose == "manage a registration" && is_whole(table);
            told(&mut db, purpose, "").await;
            let written = format!("jsonb_populate_record(null::{table}, $row${row}$row$)");
            let insert = format!("insert into {table} select * from {written}");
            assert_eq!(is_refused(&run(&mut db, insert).await), !is_let, "{purpose}: {table}");
        }
        told(&mut db, "", "").await;
        let deleted = run(&mut db, format!("delete from {table}")).await;
        assert!(matches!(deleted, Ok(0)) || is_refused(&deleted), "{table}: {deleted:?}");
    }
}

/// Whether whoever looks after a registration sees a table whole.
fn is_whole(table: &str) -> bool {
    TABLES.iter().any(|(known, seen_for)| *known == table && seen_for.contains(&ManageRegistration))
}

#[sqlx::test(migrations = false)]
async fn the_program_changes_neither_the_trail_nor_the_ledger_nor_the_schema(
    _: PgPoolOptions,
    connect: PgConnectOptions,
) {
    let owner = store::connect_as_owner(connect).await.expect("the test database");
    steps_through(&owner).await;
    let mut db = program(&owner).await;
    told(&mut db, JOB, "").await;
    let mut taken = Vec::new();
    for sql in REFUSED {
        let outcome = run(&mut db, (*sql).to_owned()).await;
        if !is_refused(&outcome) {
            taken.push(format!("{sql}: {outcome:?}"));
        }
    }
    assert!(taken.is_empty(), "{taken:#?}");
    let entry = "insert into audit_entries (id, actor, action, subject, at)
        values (gen_random_uuid(), 'guest', 'order.place', 'order:x', now())";
    assert_eq!(run(&mut db, entry.to_owned()).await.expect("an entry"), 1, "what happens is written down");
    run(&mut db, "select seal_audit(1000)".to_owned()).await.expect("and sealed");
}
