//! The program reads a whole catalogue, and is killed while it does.

use std::{
    fmt::Write as _,
    path::Path,
    time::{Duration, Instant},
};

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::running::{Data, count, url_of};

/// A catalogue of as many editions and files as the real one, in files.
fn catalogue(folder: &Path, editions: usize) -> (String, String) {
    let languages = [("en", "English"), ("pl", "Polish"), ("ps", "Pashto"), ("ur", "Urdu"), ("ar", "Arabic")];
    let mut rows =
        "code,title,language_code,language,format,resource_type,programme,diseases,pages,first_published\n".to_owned();
    let mut files = "code,kind,file_name,media_type,size,width_px,height_px,pages,created\n".to_owned();
    for n in 0..editions {
        let (code, language) = languages[n % languages.len()];
        let work = n / languages.len();
        writeln!(
            rows,
            "C24W{n},Immunisation guide {work} for parents {language},{code},{language},standard,Leaflet,General,Measles,4,2024-08-02"
        )
        .unwrap();
        for kind in ["cover,c.jpg,image/jpeg", "web,w.pdf,application/pdf", "print,p.pdf,application/pdf"] {
            let (kind, rest) = kind.split_once(',').unwrap();
            writeln!(files, "C24W{n},{kind},{rest},58 KB,420,595,4,2024-08-02").unwrap();
        }
    }
    let (rows_file, files_file) = (folder.join("rows.csv"), folder.join("files.csv"));
    std::fs::write(&rows_file, rows).unwrap();
    std::fs::write(&files_file, files).unwrap();
    (rows_file.to_str().unwrap().to_owned(), files_file.to_str().unwrap().to_owned())
}

/// What an import leaves behind, in numbers.
async fn counts(pool: &sqlx::PgPool) -> [i64; 5] {
    [
        count(pool, "select count(*) from publications").await,
        count(pool, "select count(*) from editions").await,
        count(pool, "select count(*) from files").await,
        count(pool, "select count(*) from listings").await,
        count(pool, "select count(*) from listing_words").await,
    ]
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_import_of_a_whole_catalogue_is_quick(_: PgPoolOptions, connect: PgConnectOptions) {
    let (data, url) = (Data::new(), url_of(&connect));
    let (rows, files) = catalogue(&data.0, 2_964);
    let began = Instant::now();
    let import = ["import", "publications", &rows, "--files", &files];
    let output = data.program(&import).env("DATABASE_URL", &url).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    let pool = PgPoolOptions::new().connect_with(connect).await.unwrap();
    let [publications, editions, kept, ..] = counts(&pool).await;
    assert_eq!((publications, editions, kept), (593, 2_964, 3 * 2_964));
}

/// Whoever adds a publication where so many are there already waits until the gate opens: however slow whoever kills is,
/// no run gets further.
const GATE: &str = "create table gate (publications bigint);
    insert into gate values (0);
    create function waits_at_gate() returns trigger language plpgsql as $$ begin
        if (select count(*) from publications) >= (select publications from gate) then
            perform pg_advisory_xact_lock_shared(1);
        end if;
        return new;
    end $$;
    create trigger waits_at_gate before insert on publications for each row execute function waits_at_gate()";

/// Lets the next run write so many publications.
async fn lets_through(pool: &sqlx::PgPool, publications: i64) {
    sqlx::query("update gate set publications = $1").bind(publications).execute(pool).await.unwrap();
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn an_import_that_is_killed_is_finished_by_the_next(_: PgPoolOptions, connect: PgConnectOptions) {
    let (data, url) = (Data::new(), url_of(&connect));
    let (rows, files) = catalogue(&data.0, 1_500);
    let import = ["import", "publications", &rows, "--files", &files];
    let pool = PgPoolOptions::new().connect_with(connect).await.unwrap();
    sqlx::raw_sql(GATE).execute(&pool).await.unwrap();
    let mut before = 0;
    // In the middle of the second hundred of publications, and of the third.
    for publications in [150, 250] {
        lets_through(&pool, publications).await;
        let mut gate = pool.begin().await.unwrap();
        sqlx::raw_sql("select pg_advisory_xact_lock(1)").execute(&mut *gate).await.unwrap();
        let mut child = data.program(&import).env("DATABASE_URL", &url).spawn().unwrap();
        // Each run is killed as soon as it has written something of its own.
        while count(&pool, "select count(*) from editions").await == before && child.try_wait().unwrap().is_none() {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        gate.commit().await.unwrap();
        // What it had sent before it died may still be under way.
        let others = "select count(*) - 1 from pg_stat_activity where datname = current_database()
            and backend_type = 'client backend' and state <> 'idle'";
        while count(&pool, others).await > 0 {
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
        let [publications, editions, kept, listed, _] = counts(&pool).await;
        assert_eq!((kept, listed), (3 * editions, publications), "what is there is whole");
        assert!(before < editions && editions < 1_500, "killed in the middle: {editions}");
        before = editions;
    }
    lets_through(&pool, 1_000).await;
    let output = data.program(&import).env("DATABASE_URL", &url).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let [publications, editions, kept, listed, words] = counts(&pool).await;
    assert_eq!((publications, editions, kept, listed), (300, 1_500, 4_500, 300));
    assert!(words > 0);
}
