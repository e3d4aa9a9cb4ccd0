//! What browsers load: stylesheet, scripts, islands. Everything lies under a folder named after the
//! hash of its content, compressed at build time.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::Context;
use sha2::{Digest, Sha256};

use crate::{Build, bundles, shrink, tools};

const SITE: &str = "target/site";
/// What browsers load as it stands in `public`.
const PUBLIC: [&str; 8] =
    ["boot.js", "suggest.js", "basket.js", "places.js", "human-check.js", "passkey.js", "session-end.js", "icon.svg"];

/// The site of a release. A development server can send it as well; what its islands do there says nothing.
pub const WEIGHED: &str = "target/site-weighed";

/// Builds the site into `target/site`, unless nothing changed.
pub fn build(build: Build) -> anyhow::Result<()> {
    tools::setup(tools::Need::Run)?;
    assemble(build, Path::new(SITE))
}

/// Builds what browsers load into a folder, unless nothing changed.
fn assemble(build: Build, site: &Path) -> anyhow::Result<()> {
    let compiled: Vec<PathBuf> =
        bundles::ALL.iter().map(|bundle| bundle.compile(build)).collect::<anyhow::Result<_>>()?;
    let parts = &site.with_file_name(format!("{}-parts", site.file_name().unwrap_or_default().display()));
    let _ = fs::remove_dir_all(parts);
    fs::create_dir_all(parts)?;
    css(&parts.join("main.css"))?;
    for file in PUBLIC {
        fs::copy(Path::new("public").join(file), parts.join(file))?;
    }
    let stamp = parts.with_extension("stamp");
    let content: Vec<PathBuf> = ["main.css"]
        .iter()
        .chain(&PUBLIC)
        .map(|file| parts.join(file))
        .chain(compiled.iter().cloned())
        .chain(["style/package-lock.json", "xtask/src/shrink.rs", "xtask/src/unused.rs"].map(PathBuf::from))
        .collect();
    let hash = hash_of(&content, build)?;
    if fs::read_to_string(&stamp).is_ok_and(|known| known == hash) && site.join("manifest.json").is_file() {
        return Ok(());
    }
    for (bundle, compiled) in bundles::ALL.iter().zip(&compiled) {
        bundle.bind(compiled, parts, build)?;
    }
    if build == Build::Release {
        shrink::all(parts)?;
    }
    let folder = site.join("pkg").join(&hash);
    let _ = fs::remove_dir_all(site);
    fs::create_dir_all(&folder)?;
    copy_compressed(parts, &folder, build)?;
    let manifest = manifest(&hash);
    fs::write(site.join("manifest.json"), serde_json::to_vec_pretty(&manifest)?)?;
    fs::write(stamp, hash)?;
    Ok(())
}

/// Where each file lies, for the server.
fn manifest(hash: &str) -> serde_json::Value {
    let path = |file: &str| format!("/pkg/{hash}/{file}");
    let mut manifest = serde_json::json!({
        "css": path("main.css"),
        "boot": path("boot.js"),
        "suggest": path("suggest.js"),
        "basket": path("basket.js"),
        "places": path("places.js"),
        "human_check": path("human-check.js"),
        "passkey": path("passkey.js"),
        "session_end": path("session-end.js"),
        "icon": path("icon.svg"),
    });
    for bundle in bundles::ALL {
        manifest[bundle.name] = serde_json::json!({ "js": path(&bundle.js()), "wasm": path(&bundle.wasm()) });
    }
    manifest
}

/// What the headers of one answer weigh at most, in bytes.
const HEADERS: u64 = 500;
/// What browsers may load as code on one page, compressed, in bytes (P-12), without the headers of its four
/// files: no page has more.
const CODE_BUDGET: u64 = 130_000 - 4 * HEADERS;

/// Builds what browsers load as people get it, and holds the weight of each bundle against the budget.
pub fn weigh() -> anyhow::Result<()> {
    let site = Path::new(WEIGHED);
    assemble(Build::Release, site)?;
    let built = fs::read_dir(site.join("pkg"))?.next().context("a built site")??.path();
    let mut is_kept = true;
    for bundle in bundles::ALL {
        let (wasm, js) = (bundle.wasm(), bundle.js());
        let mut code = 0;
        for file in [wasm.as_str(), js.as_str(), "boot.js", bundle.beside] {
            code += fs::metadata(built.join(format!("{file}.br")))?.len();
        }
        println!("pages of the {} bundle load {code} bytes of code, at most {CODE_BUDGET}", bundle.name);
        is_kept &= code <= CODE_BUDGET;
    }
    anyhow::ensure!(is_kept, "browsers load too much code");
    Ok(())
}

fn css(to: &Path) -> anyhow::Result<()> {
    let to = std::env::current_dir()?.join(to);
    let mut tailwind = Command::new("./node_modules/.bin/tailwindcss");
    tailwind.current_dir("style").args(["--input", "main.css", "--minify", "--output"]).arg(to);
    let output = tailwind.output().context("the stylesheet's compiler cannot be started")?;
    anyhow::ensure!(
        output.status.success(),
        "the stylesheet does not compile: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(())
}

fn hash_of(files: &[PathBuf], build: Build) -> anyhow::Result<String> {
    let mut hash = Sha256::new();
    hash.update(format!("{build:?}"));
    for file in files {
        hash.update(fs::read(file).with_context(|| file.display().to_string())?);
    }
    let digest = hash.finalize();
    let eight = digest.first_chunk::<8>().copied().unwrap_or_default();
    Ok(format!("{:016x}", u64::from_be_bytes(eight)))
}

/// Copies a folder, each file with its brotli and gzip forms beside it.
fn copy_compressed(from: &Path, to: &Path, build: Build) -> anyhow::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (source, target) =
            (entry.as_ref().map(std::fs::DirEntry::path), entry.as_ref().map(|entry| to.join(entry.file_name())));
        let (Ok(source), Ok(target)) = (source, target) else { continue };
        if source.is_dir() {
            copy_compressed(&source, &target, build)?;
            continue;
        }
        let content = fs::read(&source)?;
        fs::write(&target, &content)?;
        let quality = if build == Build::Release { 11 } else { 4 };
        let mut brotli = brotli::CompressorWriter::new(fs::File::create(suffixed(&target, "br"))?, 4096, quality, 22);
        brotli.write_all(&content)?;
        drop(brotli);
        let mut gzip = flate2::write::GzEncoder::new(
            fs::File::create(suffixed(&target, "gz"))?,
            flate2::Compression::new(if build == Build::Release { 9 } else { 4 }),
        );
        gzip.write_all(&content)?;
        gzip.finish()?;
    }
    Ok(())
}

fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(suffix);
    name.into()
}
