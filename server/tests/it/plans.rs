//! Every statement is planned over a catalogue and a registry in use, in the role of the program: no large table is read
//! whole. What runs inside functions and for foreign keys is looked at by `make bench`.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;
use sqlx::{
    AssertSqlSafe, PgConnection, Row,
    postgres::{PgConnectOptions, PgPoolOptions},
};

/// Publications, of four editions each.
const PUBLICATIONS: &str = "3000";
/// Rows of everything that grows with people.
const ROWS: &str = "12000";
/// Registrations, and those under way.
const REGISTRATIONS: [&str; 2] = ["6000", "3000"];
/// The tables that are large here.
const LARGE: &str = "select relname::text from pg_class where relkind = 'r' and reltuples > 2500";
/// Statements that may read one whole: how they begin, and why.
const EXCUSED: &str = include_str!("../../benches/src/whole_tables.txt");

/// PostgreSQL's own tidying up comes when it likes, and while it reads, what is new is not known to be seen by everybody:
/// reading indexes alone looks dearer then, and plans are others.
const UNDISTURBED: &str = "do $$ declare one regclass; begin
        for one in select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace loop
            execute format('alter table %s set (autovacuum_enabled = off)', one);
        end loop;
    end $$";

async fn run(db: &mut PgConnection, sql: String) {
    sqlx::raw_sql(AssertSqlSafe(sql)).execute(db).await.expect("the statement");
}

/// The statements that programs were built with, each in one line with the number of its parameters.
pub fn statements() -> Vec<(String, usize)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.sqlx");
    let files = fs::read_dir(folder).expect("the statements");
    files
        .map(|file| {
            let known: Value = serde_json::from_slice(&fs::read(file.unwrap().path()).unwrap()).unwrap();
            let text = known["query"].as_str().expect("a statement").to_owned();
            (text, known["describe"]["parameters"]["Left"].as_array().expect("parameters").len())
        })
        .collect()
}

/// The plan of a statement for any values.
async fn plan(db: &mut PgConnection, statement: &str, parameters: usize) -> Value {
    run(db, format!("prepare asked as {statement}")).await;
    let values = if parameters == 0 { String::new() } else { format!("({})", vec!["null"; parameters].join(", ")) };
    let explain = format!("explain (format json) execute asked{values}");
    let row = sqlx::raw_sql(AssertSqlSafe(explain)).fetch_one(&mut *db).await.expect("a plan");
    run(db, "deallocate asked".to_owned()).await;
    row.try_get(0).expect("JSON")
}

/// The tables that a plan reads from end to end.
fn whole(plan: &Value, found: &mut BTreeSet<String>) {
    if plan["Node Type"] == "Seq Scan" {
        found.extend(plan["Relation Name"].as_str().map(str::to_owned));
    }
    for below in plan["Plans"].as_array().into_iter().flatten() {
        whole(below, found);
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn no_statement_reads_a_large_table_whole(_: PgPoolOptions, connect: PgConnectOptions) {
    let pool = store::connect_as_owner(connect).await.expect("the test database");
    backend::jobs::migrate(&pool).await.expect("the job tables");
    let mut db = pool.acquire().await.expect("a connection");
    for sql in [
        "set statement_timeout = 0".to_owned(),
        UNDISTURBED.to_owned(),
        include_str!("../../benches/src/catalogue.sql").replace("${publications}", PUBLICATIONS),
        include_str!("../../benches/src/in_use.sql").replace("${rows}", ROWS),
        include_str!("../../benches/src/registrations.sql")
            .replace("${registrations}", REGISTRATIONS[0])
            .replace("${drafts}", REGISTRATIONS[1]),
        "vacuum analyze".to_owned(),
    ] {
        run(&mut db, sql).await;
    }
    // Policies stand in the plans of whoever they hold for.
    run(&mut db, format!("set role {}", store::roles::ROLE)).await;
    let large = sqlx::raw_sql(LARGE).fetch_all(&mut *db).await.expect("tables");
    let large: Vec<String> = large.iter().map(|row| row.try_get(0).expect("a name")).collect();
    let (mut wrong, mut excuses) = (Vec::new(), BTreeSet::new());
    let excused: Vec<&str> = EXCUSED.lines().filter_map(|line| Some(line.split_once(" | ")?.0)).collect();
    let statements = statements();
    assert!(statements.len() > 100, "{} statements", statements.len());
    for (text, parameters) in &statements {
        let mut tables = BTreeSet::new();
        whole(&plan(&mut db, text, *parameters).await[0]["Plan"], &mut tables);
        tables.retain(|table| large.contains(table));
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if tables.is_empty() {
            continue;
        }
        match excused.iter().find(|start| line.starts_with(**start)) {
            Some(start) => {
                excuses.insert(*start);
            }
            None => wrong.push(format!("{tables:?}: {line}")),
        }
    }
    assert!(wrong.is_empty(), "large tables are read whole:\n{}", wrong.join("\n"));
    let idle: Vec<_> = excused.iter().filter(|start| !excuses.contains(**start)).collect();
    assert!(idle.is_empty(), "nothing to excuse: {idle:?}");
}
