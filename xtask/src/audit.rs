//! What comes in from outside, and how we spell: cargo-deny, typos, cargo-audit. They are installed into
//! `target/tools` in the versions named here, unless the machine has them: built already where PyPI has them and there
//! is a pip, else from their source, which takes a minute or two.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::tools;

/// A tool and its version.
struct Tool {
    program: &'static str,
    package: &'static str,
    /// Its name at PyPI, where it is there in the same version.
    wheel: Option<&'static str>,
    version: &'static str,
}

const DENY: Tool = Tool { program: "cargo-deny", package: "cargo-deny", wheel: None, version: "0.20.2" };
const TYPOS: Tool = Tool { program: "typos", package: "typos-cli", wheel: Some("typos"), version: "1.52.0" };
const AUDIT: Tool = Tool { program: "cargo-audit", package: "cargo-audit", wheel: None, version: "0.22.1" };

impl Tool {
    /// Where it is; installed first if need be.
    fn ready(&self) -> anyhow::Result<PathBuf> {
        if tools::works(self.program, "--version") {
            return Ok(PathBuf::from(self.program));
        }
        let root = tools::root().join("target/tools");
        let compiled = root.join("bin").join(self.program);
        // pip puts whole folders in place of those that were there.
        let folder = root.join("wheels").join(self.program);
        let unpacked = folder.join("bin").join(self.program);
        if let Some(there) = [&compiled, &unpacked].into_iter().find(|program| program.is_file()) {
            return Ok(there.clone());
        }
        println!("installing {} {}", self.package, self.version);
        if self.unpack(&folder) {
            return Ok(unpacked);
        }
        self.compile(&root)?;
        Ok(compiled)
    }

    /// Fetches it from PyPI. Whether it is there and works now.
    fn unpack(&self, folder: &Path) -> bool {
        let Some(wheel) = self.wheel else { return false };
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--upgrade"]);
        pip.arg("--target").arg(folder).arg(format!("{wheel}=={}", self.version));
        let is_done = pip.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
        let program = folder.join("bin").join(self.program);
        is_done && program.to_str().is_some_and(|program| tools::works(program, "--version"))
    }

    /// Compiles it.
    fn compile(&self, root: &Path) -> anyhow::Result<()> {
        let mut cargo = Command::new("cargo");
        cargo.args(["install", "--quiet", "--locked", "--version", self.version, "--root"]);
        cargo.arg(root).arg(self.package);
        // Quick to compile rather than quick to run: each looks through the repository once.
        cargo.envs([
            ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
            ("CARGO_PROFILE_RELEASE_LTO", "off"),
            ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
            ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
        ]);
        // The workspace's own flags and offline statements are not meant for it.
        tools::run(cargo.current_dir(std::env::temp_dir()).env_remove("RUSTFLAGS"))
    }
}

/// Spelling, and what dependencies may be: licences, sources, banned crates. Needs no advisory database,
/// only the registry that the build needs anyway.
pub fn without_advisories() -> anyhow::Result<()> {
    tools::run(&mut Command::new(TYPOS.ready()?))?;
    let mut deny = Command::new(DENY.ready()?);
    tools::run(deny.args(["--log-level", "error", "check", "bans", "licenses", "sources"]))
}

/// The same, and known faults of dependencies: from the folder that `ADVISORY_DB` names, else online.
pub fn run() -> anyhow::Result<()> {
    without_advisories()?;
    match std::env::var("ADVISORY_DB") {
        Ok(folder) => {
            let mut audit = Command::new(AUDIT.ready()?);
            audit.args(["audit", "--no-fetch", "--stale", "--db"]).arg(Path::new(&folder));
            tools::run(&mut audit)
        }
        Err(_) => tools::run(Command::new(DENY.ready()?).args(["check", "advisories"])),
    }
}
