//! Every migration runs over rows that stood before it: an empty database proves nothing about the ones
//! that people have.

use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsStr,
    fs,
    path::Path,
};

use sqlx::{
    AssertSqlSafe, PgPool, Row, SqlSafeStr,
    postgres::{PgConnectOptions, PgPoolOptions, PgRow},
};

/// Tables from which a migration takes rows on purpose, by its version; each with its reason.
const MAY_LOSE: &[(i64, &str)] = &[];

/// What the samples leave open in the end on purpose, as [`GAPS`] says it; each with its reason.
const MAY_LACK: &[&str] = &[];

/// Writes one statement for each table: its name, and how many rows it has.
const COUNTS: &str = "select format('select %L::text, count(*) from %I', tablename, tablename)
    from pg_tables where schemaname = 'public' order by 1";

/// Writes one statement for each table: its name, and a mark of everything in it.
const MARKS: &str =
    "select format('select %L::text, md5(string_agg(r::text, chr(10) order by r::text)) from %I r', tablename, tablename)
    from pg_tables where schemaname = 'public' order by 1";

/// Writes statements that say what no sample shows: a table without rows, a column without a value, one that
/// may be empty and never is.
const GAPS: &str = "with ours as (
        select t.table_name as tab, c.column_name as col, c.is_nullable = 'YES' as may_be_empty
        from information_schema.tables t join information_schema.columns c using (table_schema, table_name)
        where t.table_schema = 'public' and t.table_type = 'BASE TABLE')
    select distinct format('select %L from %I having count(*) = 0', tab || ' has no row', tab) from ours
    union all
    select format('select %L from %I having count(*) > 0 and count(%I) = 0', tab || '.' || col || ' has no value', tab, col) from ours
    union all
    select format('select %L from %I having count(*) > 0 and count(%I) = count(*)', tab || '.' || col || ' is never empty', tab, col)
    from ours where may_be_empty";

/// The whole schema as texts: columns, rules, indexes, triggers, functions, sequences and policies.
const SCHEMA: &str =
    "select format('column %s.%s: %s %s %s(%s) null %s default %s', table_name, ordinal_position, column_name,
        data_type, udt_name, character_maximum_length, is_nullable, column_default)
    from information_schema.columns where table_schema = 'public'
    union all
    select format('rule %s of %s: %s', conname, conrelid::regclass, pg_get_constraintdef(oid))
    from pg_constraint where connamespace = 'public'::regnamespace
    union all
    select indexdef from pg_indexes where schemaname = 'public'
    union all
    select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all
    select pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace and prokind = 'f'
        and not exists (select from pg_depend d where d.objid = pg_proc.oid and d.deptype = 'e')
    union all
    select format('sequence %s %s', sequencename, data_type) from pg_sequences where schemaname = 'public'
    union all
    select format('policy %s of %s: %s %s %s', policyname, tablename, roles, qual, with_check)
    from pg_policies where schemaname = 'public'";

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_migration_keeps_the_rows_before_it(_: PgPoolOptions, connect: PgConnectOptions) {
    let db = store::connect_as_owner(connect).await.expect("the test database");
    let at_once = schema(&db).await;
    steps_through(&db).await;
    let in_steps = schema(&db).await;
    let different: Vec<_> = at_once.symmetric_difference(&in_steps).collect();
    assert!(!at_once.is_empty() && different.is_empty(), "the schema depends on the rows: {different:#?}");
    assert!(store::stock::disagreements(&db).await.expect("levels and ledger").is_empty(), "level and ledger agree");
    let gaps: Vec<String> = answers(&db, GAPS).await.iter().map(|row| row.get(0)).collect();
    let gaps: Vec<_> = gaps.iter().filter(|gap| !MAY_LACK.contains(&gap.as_str())).collect();
    assert!(gaps.is_empty(), "migrations/samples lacks rows: {gaps:#?}");
}

#[sqlx::test(migrations = false)]
async fn migrating_again_changes_nothing(_: PgPoolOptions, connect: PgConnectOptions) {
    let db = store::connect_as_owner(connect).await.expect("the test database");
    steps_through(&db).await;
    let (schema_before, marks_before) = (schema(&db).await, marks(&db).await);
    assert!(marks_before.contains_key("_sqlx_migrations"), "the checksums are among what is compared");
    store::MIGRATOR.run(&db).await.expect("every checksum is known");
    assert_eq!(marks(&db).await, marks_before);
    assert_eq!(schema(&db).await, schema_before);
}

/// Empties a database, brings it up to date one migration after the other, and adds the samples of each.
pub async fn steps_through(db: &PgPool) {
    runs(db, "drop schema public cascade; create schema public").await;
    let mut samples = samples();
    for version in store::MIGRATOR.iter().map(|migration| migration.version) {
        let before = counts(db).await;
        if let Err(error) = store::MIGRATOR.run_to(version, db).await {
            panic!("migration {version} does not run over the samples before it: {error:?}");
        }
        let after = counts(db).await;
        for (table, held) in before {
            let left = after.get(&table).copied().unwrap_or_default();
            let may_lose = MAY_LOSE.contains(&(version, table.as_str()));
            assert!(left >= held || may_lose, "migration {version} leaves {left} of {held} rows of {table}");
        }
        if let Some(sample) = samples.remove(&version) {
            runs(db, AssertSqlSafe(sample)).await;
        }
    }
    assert!(samples.is_empty(), "samples of no migration: {:?}", samples.keys());
}

/// The rows to add after each migration, by its version.
fn samples() -> BTreeMap<i64, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations/samples");
    let files = fs::read_dir(folder).expect("the samples").map(|entry| entry.expect("a file").path());
    files
        .map(|file| {
            let version = file.file_stem().and_then(OsStr::to_str).and_then(|stem| stem.parse().ok());
            (version.expect("named after a version"), fs::read_to_string(&file).expect("a text"))
        })
        .collect()
}

async fn schema(db: &PgPool) -> BTreeSet<String> {
    rows(db, SCHEMA).await.iter().map(|row| row.get(0)).collect()
}

async fn counts(db: &PgPool) -> BTreeMap<String, i64> {
    answers(db, COUNTS).await.iter().map(|row| (row.get(0), row.get(1))).collect()
}

async fn marks(db: &PgPool) -> BTreeMap<String, Option<String>> {
    answers(db, MARKS).await.iter().map(|row| (row.get(0), row.get(1))).collect()
}

/// The answers to the statements that a statement writes; none where it writes none.
async fn answers(db: &PgPool, writer: &'static str) -> Vec<PgRow> {
    let statements: Vec<String> = rows(db, writer).await.iter().map(|row| row.get(0)).collect();
    if statements.is_empty() { Vec::new() } else { rows(db, AssertSqlSafe(statements.join(" union all "))).await }
}

async fn rows(db: &PgPool, sql: impl SqlSafeStr) -> Vec<PgRow> {
    sqlx::raw_sql(sql).fetch_all(db).await.expect("the query")
}

async fn runs(db: &PgPool, sql: impl SqlSafeStr) {
    sqlx::raw_sql(sql).execute(db).await.expect("the statements");
}
