//! Writes `.sqlx`: what the database says of every checked statement, so that a fresh clone builds
//! without one.

use std::{fs, path::Path, process::Command};

use crate::{
    Build,
    postgres::{Care, Postgres},
    tools,
};

/// Gives a database the schema that statements are checked against.
pub fn migrate(url: &str) -> anyhow::Result<()> {
    let mut files: Vec<_> = fs::read_dir("migrations")?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "sql"))
        .collect();
    files.sort();
    for file in files {
        tools::run(
            Command::new("psql")
                .args(["--quiet", "--single-transaction", "--set", "ON_ERROR_STOP=1", "--dbname", url, "--file"])
                .arg(file),
        )?;
    }
    Ok(())
}

/// Checks every statement against a database that the migrations made, and keeps the answers.
pub fn write() -> anyhow::Result<()> {
    let postgres = Postgres::start(Care::Tests)?;
    let url = postgres.database("sqlx_cache")?;
    migrate(&url)?;
    let cache = std::env::current_dir()?.join(".sqlx");
    let _ = fs::remove_dir_all(&cache);
    fs::create_dir_all(&cache)?;
    touch(Path::new("server/store/src/lib.rs"))?;
    let mut cargo = tools::cargo(Build::Development);
    cargo
        .args(["check", "--package", "store"])
        .env("DATABASE_URL", &url)
        .env("SQLX_OFFLINE", "false")
        .env("SQLX_OFFLINE_DIR", cache);
    tools::run(&mut cargo)
}

fn touch(file: &Path) -> anyhow::Result<()> {
    fs::write(file, fs::read(file)?)?;
    Ok(())
}
