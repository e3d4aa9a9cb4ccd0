//! The rules of the house that no compiler knows: what may import what, and where `cfg(feature` may
//! stand.

use std::{fs, path::Path, process::Command};

use anyhow::{bail, ensure};

use crate::{accessibility, both_ways, controls, tools};

/// The only files that may ask for a feature.
const FEATURE_FILES: [&str; 3] = ["app/domain/src/macros.rs", "app/islands/src/lib.rs", "app/islands/src/error.rs"];

/// What no browser loads.
const NOT_IN_BROWSERS: [&str; 9] =
    ["sqlx", "leptos_router", "leptos_axum", "axum", "tokio", "store", "backend", "app", "words"];

/// What a crate must not be able to reach, by target.
const FORBIDDEN: [(&str, &str, &[&str]); 10] = [
    ("frontend-public", "wasm32-unknown-unknown", &NOT_IN_BROWSERS),
    ("frontend-registry", "wasm32-unknown-unknown", &NOT_IN_BROWSERS),
    ("domain", "wasm32-unknown-unknown", &["leptos", "tokio", "rand", "sqlx"]),
    ("ui", "wasm32-unknown-unknown", &["store", "backend", "islands", "app"]),
    ("islands", "wasm32-unknown-unknown", &NOT_IN_BROWSERS),
    ("words", "x86_64-unknown-linux-gnu", &["leptos", "sqlx", "axum", "store", "backend"]),
    ("server", "x86_64-unknown-linux-gnu", &["frontend-public", "frontend-registry", "xtask", "benches"]),
    ("store", "x86_64-unknown-linux-gnu", &["leptos", "axum", "lettre"]),
    ("backend", "x86_64-unknown-linux-gnu", &["leptos", "axum"]),
    ("app", "x86_64-unknown-linux-gnu", &["server"]),
];

/// Texts that must not stand in a crate's sources.
const WORDS: [(&str, &[&str]); 5] = [
    ("app/src", &["sqlx::", "std::env", "lettre", "std::fs", "tokio::fs"]),
    ("app/islands/src", &["sqlx::", "std::env", "leptos_router"]),
    ("app/domain/src", &["std::fs", "std::net", "std::time", "std::env", "std::process", "std::thread"]),
    ("server/src", &["sqlx::query"]),
    ("server/backend/src", &["sqlx::query", "leptos", "axum::"]),
];

/// Folders whose sources hold no SQL; it stands in `store`.
const WITHOUT_SQL: [&str; 5] = ["app", "frontend", "server/src", "server/backend/src", "xtask/src"];
/// How statements begin.
const SQL: [&str; 4] = ["select ", "insert into ", "update ", "delete from "];
/// The only files that may ask whether this is a release: where the gallery of patterns is let in.
const RELEASE_FILES: [&str; 2] = ["app/islands/src/lib.rs", "app/src/patterns/mod.rs"];

/// The areas of `domain` that components may know; all others are of pages.
const KNOWN_TO_UI: [&str; 1] = ["form"];

/// The most lines of a file: a longer one holds two things.
const LINES: usize = 250;

/// Proves every rule, or says which is broken.
pub fn prove() -> anyhow::Result<()> {
    features()?;
    lengths()?;
    for (package, target, banned) in FORBIDDEN {
        // On another machine than the reference, the host's own target serves as well.
        let target = if target.starts_with("wasm") { target.to_owned() } else { host()? };
        let mut cargo = Command::new("cargo");
        let tree = tools::output(cargo.args([
            "tree",
            "--package",
            package,
            "--target",
            &target,
            "--edges",
            "normal",
            "--prefix",
            "none",
            "--format",
            "{p}",
        ]))?;
        for name in banned {
            let found = tree.lines().any(|line| line.split(' ').next() == Some(name));
            ensure!(!found, "{package} must not reach {name}");
        }
    }
    for (folder, words) in WORDS {
        for (file, text) in sources(Path::new(folder))? {
            for word in words {
                ensure!(!text.contains(word), "{file} must not say {word:?}");
            }
        }
    }
    without_sql()?;
    areas_of_ui()?;
    database_types()?;
    lock_files()?;
    both_ways::prove()?;
    accessibility::prove()?;
    controls::prove()?;
    println!("the rules of the house hold");
    Ok(())
}

/// Small types of `domain` get their database traits from one file of macros.
fn database_types() -> anyhow::Result<()> {
    for (file, text) in sources(Path::new("app/domain/src"))? {
        ensure!(file == FEATURE_FILES[0] || !text.contains("sqlx"), "{file} must not know the database");
    }
    Ok(())
}

/// Lock files name versions and checksums; where packages come from is for each machine to say.
fn lock_files() -> anyhow::Result<()> {
    for folder in ["style", "end2end", "end2end/observatory"] {
        let lock = fs::read_to_string(Path::new(folder).join("package-lock.json")).unwrap_or_default();
        ensure!(!lock.contains("\"resolved\""), "{folder}/package-lock.json must not hold addresses");
    }
    Ok(())
}

fn without_sql() -> anyhow::Result<()> {
    for folder in WITHOUT_SQL {
        for (file, text) in sources(Path::new(folder))? {
            // Controls quote what they take out.
            let quotes = file == "xtask/src/rules.rs" || file.starts_with("xtask/src/controls/");
            ensure!(quotes || !holds_sql(&text), "{file} must not hold SQL");
        }
    }
    Ok(())
}

/// Whether a text in a source begins like a statement.
fn holds_sql(source: &str) -> bool {
    source.split('"').skip(1).any(|after| {
        let text = after.trim_start().to_lowercase();
        SQL.iter().any(|start| text.starts_with(start))
    })
}

fn areas_of_ui() -> anyhow::Result<()> {
    for (file, text) in sources(Path::new("app/ui/src"))? {
        if let Some(area) = foreign_area(&text) {
            bail!("{file} must not know domain::{area}");
        }
    }
    Ok(())
}

/// The first area of `domain` that a source of `ui` uses and must not know.
fn foreign_area(text: &str) -> Option<&str> {
    text.split("domain::").skip(1).find_map(|after| {
        let area = after.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or_default();
        // `domain::{…}` names several at once: each has to be written out.
        (!KNOWN_TO_UI.contains(&area)).then_some(if area.is_empty() { "{…}" } else { area })
    })
}

fn host() -> anyhow::Result<String> {
    let version = tools::output(Command::new("rustc").arg("-vV"))?;
    Ok(version.lines().find_map(|line| line.strip_prefix("host: ")).unwrap_or_default().to_owned())
}

fn features() -> anyhow::Result<()> {
    for folder in ["app", "server", "frontend"] {
        for (file, text) in sources(Path::new(folder))? {
            // `cfg(feature`, `cfg(not(feature`, `cfg_attr(feature`, `cfg!(feature`.
            let asks = text.lines().any(|line| line.contains("cfg") && line.contains("feature ="));
            if asks && !FEATURE_FILES.contains(&file.as_str()) {
                bail!("{file} must not ask for a feature");
            }
            let asks = text.contains("healthpost_release");
            ensure!(!asks || RELEASE_FILES.contains(&file.as_str()), "{file} must not ask whether this is a release");
        }
    }
    Ok(())
}

fn lengths() -> anyhow::Result<()> {
    for folder in ["app", "server", "frontend", "xtask"] {
        for (file, text) in sources(Path::new(folder))? {
            ensure!(text.lines().count() <= LINES, "{file} has more than {LINES} lines");
        }
    }
    Ok(())
}

/// The Rust files under a folder, by their paths.
pub fn sources(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            if !path.ends_with("target") && !path.ends_with("node_modules") {
                found.extend(sources(&path)?);
            }
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push((path.to_string_lossy().into_owned(), fs::read_to_string(&path)?));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn components_know_forms_only() {
        assert_eq!(foreign_area("use domain::form::{Answers, Field};"), None);
        assert_eq!(foreign_area("use domain::form::Field;\nuse domain::subscription::TellMe;"), Some("subscription"));
        assert_eq!(foreign_area("use domain::{catalogue::Card, form::Field};"), Some("{…}"));
    }
    #[test]
    fn statements_are_seen_however_they_are_written() {
        assert!(holds_sql("query(\"select 1\")"));
        assert!(holds_sql("r#\"\n    SELECT 1\"#"));
        assert!(!holds_sql("say(\"Choose what to select\")"));
    }
}
