//! Makes code smaller before it is compressed: browsers on slow networks wait for every byte of it.

use std::{fs, path::Path, process::Command};

use crate::{bundles, tools};

/// What rustc may use, so `wasm-opt` may as well: no browser is shut out by it.
const FEATURES: [&str; 8] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-call-indirect-overlong",
];
/// What leaves the fewest bytes after brotli, tried out: `-Oz` leaves fewer before it and more after it, and a second
/// run finds what the first one made alike. The lowest kilobyte is the end of the stack, where nothing lies.
const PASSES: [&str; 7] =
    ["--low-memory-unused", "--flatten", "--rereloop", "-Os", "-Os", "--strip-producers", "--strip-target-features"];
/// How often they run.
const RUNS: usize = 2;

/// The WASM and the scripts of a folder.
pub fn all(folder: &Path) -> anyhow::Result<()> {
    let folder = &std::env::current_dir()?.join(folder);
    for bundle in std::iter::repeat_n(bundles::ALL, RUNS).flatten() {
        replace(folder, &bundle.wasm(), |from, to| {
            let mut command = Command::new("./node_modules/.bin/wasm-opt");
            command.args(FEATURES).args(PASSES).arg(from).arg("--output").arg(to);
            command
        })?;
    }
    let glue = bundles::ALL.map(|bundle| bundle.js());
    let ours = ["boot.js", "suggest.js", "basket.js", "places.js", "human-check.js", "passkey.js", "session-end.js"];
    for script in glue.iter().map(String::as_str).chain(ours) {
        replace(folder, script, |from, to| {
            let mut command = Command::new("./node_modules/.bin/terser");
            command.arg(from).args(["--module", "--compress", "--mangle", "--output"]).arg(to);
            command
        })?;
    }
    Ok(())
}

fn replace(folder: &Path, file: &str, command: impl FnOnce(&Path, &Path) -> Command) -> anyhow::Result<()> {
    let (file, smaller) = (folder.join(file), folder.join(format!("{file}.smaller")));
    tools::run(command(&file, &smaller).current_dir("style"))?;
    fs::rename(smaller, file)?;
    Ok(())
}
