//! A copy of the sources, in which something is taken away and put back. It is built in a folder of its own, as what is
//! built of it must never be taken for what is built here.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, ensure};

use super::Edit;
use crate::{Build, tools};

/// The copy, below the workspace.
const COPY: &str = "target/controls/sources";
/// What is built of it.
const BUILT: &str = "target/controls/built";
/// What is embedded in the source after it.
const MIGRATIONS: &str = "migrations";
const EMBEDS: &str = "server/store/src/lib.rs";

/// The copy.
pub struct Tree {
    root: PathBuf,
    copy: PathBuf,
}

impl Tree {
    /// Copies everything that git knows or would know. What did not change since the last time is left alone, so that
    /// it is not built anew.
    pub fn copied() -> anyhow::Result<Self> {
        let root = std::env::current_dir()?;
        let tree = Self { copy: root.join(COPY), root };
        let listed =
            tools::output(Command::new("git").args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]))?;
        let files: BTreeSet<PathBuf> =
            listed.split('\0').map(PathBuf::from).filter(|file| tree.root.join(file).is_file()).collect();
        fs::create_dir_all(&tree.copy)?;
        tree.clear(&tree.copy, &files)?;
        for file in &files {
            tree.copies(file)?;
        }
        Ok(tree)
    }

    /// Copies a file, if the copy is another one.
    fn copies(&self, file: &Path) -> anyhow::Result<()> {
        let (here, there) = (fs::read(self.root.join(file))?, self.copy.join(file));
        if fs::read(&there).is_ok_and(|known| known == here) {
            return Ok(());
        }
        self.writes(file, &here)
    }

    /// Writes a file of the copy. What embeds migrations is written again with each of them: cargo sees one that
    /// changes, and not one that is new.
    fn writes(&self, file: &Path, text: &[u8]) -> anyhow::Result<()> {
        let there = self.copy.join(file);
        fs::create_dir_all(there.parent().context("a folder")?)?;
        fs::write(&there, text).with_context(|| there.display().to_string())?;
        let embeds = self.copy.join(EMBEDS);
        if file.starts_with(MIGRATIONS) && embeds.is_file() {
            fs::write(&embeds, fs::read(&embeds)?)?;
        }
        Ok(())
    }

    /// Removes what is not in the list any more.
    fn clear(&self, folder: &Path, files: &BTreeSet<PathBuf>) -> anyhow::Result<()> {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                self.clear(&path, files)?;
            } else if !files.contains(path.strip_prefix(&self.copy)?) {
                fs::remove_file(&path)?;
            }
        }
        Ok(())
    }

    /// Puts other texts in the place of some.
    pub fn takes_away(&self, edits: &[Edit]) -> anyhow::Result<()> {
        for Edit { file, from, to } in edits {
            let text = fs::read_to_string(self.copy.join(file))?;
            ensure!(text.matches(from).count() == 1, "{from:?} does not stand once in {file}");
            self.writes(Path::new(file), text.replacen(from, to, 1).as_bytes())?;
        }
        Ok(())
    }

    /// Everything is as it was.
    pub fn puts_back(&self, edits: &[Edit]) -> anyhow::Result<()> {
        edits.iter().try_for_each(|edit| self.copies(Path::new(edit.file)))
    }

    /// A cargo command over the copy.
    pub fn cargo(&self) -> Command {
        let mut cargo = tools::cargo(Build::Development);
        cargo.current_dir(&self.copy).env("CARGO_TARGET_DIR", self.root.join(BUILT));
        cargo
    }
}
