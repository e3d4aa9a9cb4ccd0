//! The rules of the house that no compiler knows: what may import what, and where `cfg(feature` may
//! stand.

use std::{fs, path::Path, process::Command};

use anyhow::{bail, ensure};

use crate::tools;

/// The only files that may ask for a feature.
const FEATURE_FILES: [&str; 3] = ["app/domain/src/macros.rs", "app/islands/src/lib.rs", "app/islands/src/error.rs"];

/// What a crate must not be able to reach, by target.
const FORBIDDEN: [(&str, &str, &[&str]); 9] = [
    (
        "frontend",
        "wasm32-unknown-unknown",
        &["sqlx", "leptos_router", "leptos_axum", "axum", "tokio", "store", "backend", "app"],
    ),
    ("domain", "wasm32-unknown-unknown", &["leptos", "tokio", "rand", "sqlx"]),
    ("ui", "wasm32-unknown-unknown", &["store", "backend", "islands", "app"]),
    (
        "islands",
        "wasm32-unknown-unknown",
        &["sqlx", "leptos_router", "leptos_axum", "axum", "tokio", "store", "backend", "app", "words"],
    ),
    ("words", "x86_64-unknown-linux-gnu", &["leptos", "sqlx", "axum", "store", "backend"]),
    ("server", "x86_64-unknown-linux-gnu", &["frontend", "xtask", "benches"]),
    ("store", "x86_64-unknown-linux-gnu", &["leptos", "axum", "lettre"]),
    ("backend", "x86_64-unknown-linux-gnu", &["leptos", "axum"]),
    ("app", "x86_64-unknown-linux-gnu", &["server"]),
];

/// Texts that must not stand in a crate's sources.
const WORDS: [(&str, &[&str]); 5] = [
    ("app/src", &["sqlx::", "std::env", "lettre", "std::fs"]),
    ("app/islands/src", &["sqlx::", "std::env", "leptos_router"]),
    ("app/ui/src", &["domain::basket", "domain::catalogue", "domain::checkout", "domain::order"]),
    ("server/src", &["sqlx::query", "select ", "insert into"]),
    ("server/backend/src", &["sqlx::query", "leptos", "axum::"]),
];

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
    println!("the rules of the house hold");
    Ok(())
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

fn sources(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
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
