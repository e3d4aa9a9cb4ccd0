//! The programs the build needs: found, installed where that is possible, or named.

use std::{
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use anyhow::{Context, bail, ensure};

use crate::Build;

/// What the tools are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Building and running.
    Run,
    /// Testing as well.
    Everything,
}

/// The folder of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

/// Runs a program and shows what it says.
pub fn run(command: &mut Command) -> anyhow::Result<()> {
    let status = command.status().with_context(|| format!("{command:?} cannot be started"))?;
    ensure!(status.success(), "{command:?} ended with {status}");
    Ok(())
}

/// Runs a program quietly and gives what it wrote.
pub fn output(command: &mut Command) -> anyhow::Result<String> {
    let output = command.stderr(Stdio::inherit()).output().with_context(|| format!("{command:?} cannot be started"))?;
    ensure!(output.status.success(), "{command:?} ended with {}", output.status);
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// What a program said and how it ended.
pub struct Said {
    /// Its errors' lines that held one of the texts, and the line after each.
    pub kept: Vec<String>,
    /// Whether it ended well.
    pub succeeded: bool,
}

/// Runs a command and shows its errors as they come; keeps the lines that hold one of the texts, each with the next.
pub fn run_keeping(command: &mut Command, texts: &[&str]) -> anyhow::Result<Said> {
    let mut child = command.stderr(Stdio::piped()).spawn().with_context(|| format!("{command:?} cannot be started"))?;
    let mut kept = Vec::new();
    let mut keep_next = false;
    for line in BufReader::new(child.stderr.take().context("no errors to read")?).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        eprintln!("{line}");
        let is_one = texts.iter().any(|text| line.contains(text));
        if is_one || keep_next {
            kept.push(line.trim().to_owned());
        }
        keep_next = is_one;
    }
    Ok(Said { kept, succeeded: child.wait()?.success() })
}

/// Whether a program is there and answers.
pub fn works(program: &str, argument: &str) -> bool {
    Command::new(program)
        .arg(argument)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Finds or installs what is needed.
pub fn setup(need: Need) -> anyhow::Result<()> {
    wasm_target()?;
    let mut missing = Vec::new();
    if !works("npm", "--version") {
        missing.push("npm");
    }
    if std::env::var_os("DATABASE_URL").is_none() && postgres_programs().is_none() {
        missing.push("postgresql");
    }
    if need == Need::Everything {
        if chromium().is_none() {
            missing.push("chromium");
        }
        if named_chromium().or_else(headless_shell).is_none() && chromium_is_debians() {
            missing.push(HEADLESS_SHELL);
        }
        if !Path::new("/usr/share/fonts/truetype/noto").is_dir() && Path::new("/usr/bin/apt-get").exists() {
            missing.push("fonts-noto-core");
        }
    }
    install(&missing)?;
    npm("style", &[])?;
    if need == Need::Everything {
        test_modules()?;
    }
    Ok(())
}

/// What the browser's tests need, and the fixtures that our components are compared with.
pub fn test_modules() -> anyhow::Result<()> {
    npm("end2end", &[])
}

/// What grades headers. It comes without what its packages do when they are installed: one of them compiles a client of
/// PostgreSQL, and its own fetches lists.
pub fn grader(folder: &str) -> anyhow::Result<()> {
    npm(folder, &["--ignore-scripts"])
}

/// Debian's browser, or the one that `CHROMIUM` names.
pub fn chromium() -> Option<PathBuf> {
    named_chromium()
        .into_iter()
        .chain(["/usr/bin/chromium", "/usr/bin/chromium-browser"].map(PathBuf::from))
        .find(|path| path.exists())
}

/// The browser of the tests: the same without its windows, where there is one, as it takes two thirds of the time; figures
/// are taken with the whole one.
pub fn test_chromium() -> Option<PathBuf> {
    named_chromium().or_else(headless_shell).or_else(chromium)
}

/// The browser that the environment asks for.
fn named_chromium() -> Option<PathBuf> {
    std::env::var_os("CHROMIUM").map(PathBuf::from).filter(|path| path.exists())
}

/// Debian's name for Chromium without windows.
const HEADLESS_SHELL: &str = "chromium-headless-shell";

fn headless_shell() -> Option<PathBuf> {
    Some(Path::new("/usr/bin").join(HEADLESS_SHELL)).filter(|path| path.exists())
}

/// Whether the system is one whose packages hold both browsers in one version; others sell a snap for it.
fn chromium_is_debians() -> bool {
    std::fs::read_to_string("/etc/os-release").is_ok_and(|about| about.lines().any(|line| line == "ID=debian"))
}

/// The version in the name of the folder above: `postgresql@17/bin`, `17/bin`.
fn version_in(bin: &Path) -> u32 {
    let name = bin.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    name.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or_default()
}

/// The folder of PostgreSQL's programs: as set, as `pg_config` says, or where Debian, Homebrew and others
/// keep them, the newest first.
pub fn postgres_programs() -> Option<PathBuf> {
    let said = output(Command::new("pg_config").arg("--bindir")).ok().map(|said| PathBuf::from(said.trim()));
    let kept = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"].into_iter().flat_map(|folder| {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut below: Vec<PathBuf> = entries.map(|entry| entry.path().join("bin")).collect();
        below.sort_by_key(|bin| std::cmp::Reverse(version_in(bin)));
        below
    });
    let named = std::env::var_os("PG_BIN_DIR").map(PathBuf::from);
    named
        .into_iter()
        .chain(said)
        .chain(kept)
        .chain(["/usr/bin", "/usr/local/bin"].map(PathBuf::from))
        .find(|bin| bin.join("initdb").is_file() && bin.join("postgres").is_file())
}

fn install(missing: &[&str]) -> anyhow::Result<()> {
    if missing.is_empty() {
        return Ok(());
    }
    let is_root = output(Command::new("id").arg("-u"))?.trim() == "0";
    if !is_root || !Path::new("/usr/bin/apt-get").exists() {
        bail!("install these first: {0} (Debian, Ubuntu: sudo apt-get install {0})", missing.join(" "));
    }
    println!("installing {}", missing.join(" "));
    run(Command::new("apt-get").args(["update", "-qq"]))?;
    let mut apt = Command::new("apt-get");
    run(apt
        .args(["install", "-y", "-qq", "--no-install-recommends"])
        .args(missing)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

fn wasm_target() -> anyhow::Result<()> {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib/wasm32-unknown-unknown").is_dir() {
        return Ok(());
    }
    run(Command::new("rustup").args(["target", "add", "wasm32-unknown-unknown"]))
        .context("the WASM target cannot be added; install it with your system's package manager")
}

/// Installs what the lock file of a folder names, unless that was done since the file was changed.
fn npm(folder: &str, more: &[&str]) -> anyhow::Result<()> {
    let changed = |file: &str| std::fs::metadata(Path::new(folder).join(file)).and_then(|file| file.modified()).ok();
    if changed("node_modules/.package-lock.json") >= changed("package-lock.json") {
        return Ok(());
    }
    // Not `npm ci`: it misses packages for other systems, which a lock file without download addresses
    // names without version. Versions and integrity come from the lock file all the same.
    let mut npm = Command::new("npm");
    run(npm
        .args(["install", "--no-save", "--no-audit", "--no-fund", "--silent"])
        .args(more)
        .current_dir(folder)
        .env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))
}

/// A cargo command for one of the two ways to build.
pub fn cargo(build: Build) -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    if let Some(flags) = build.rustflags() {
        cargo.env("RUSTFLAGS", flags);
    }
    // What cargo says of this program is not about what it builds: some build scripts run again where it differs, and
    // all that stands on them with them.
    let ours = |name: &str| name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_");
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_str().is_some_and(ours)) {
        cargo.env_remove(name);
    }
    cargo
}

/// Builds the server's program.
pub fn build_server(build: Build) -> anyhow::Result<()> {
    build_programs(build, &["server"])
}

/// Builds programs together: one at a time they would build what they share in two ways.
pub fn build_programs(build: Build, packages: &[&str]) -> anyhow::Result<()> {
    let mut cargo = cargo(build);
    cargo.arg("build").args(packages.iter().flat_map(|package| ["--package", package]));
    if build == Build::Release {
        cargo.arg("--release");
    }
    run(&mut cargo)
}

/// Asks a program to end, as Ctrl-C does, and waits for it.
pub fn stop(child: &mut Child) {
    if let (Ok(None), Ok(pid)) = (child.try_wait(), i32::try_from(child.id())) {
        let _ = nix::sys::signal::kill(nix::unistd::Pid::from_raw(pid), nix::sys::signal::Signal::SIGINT);
    }
    let _ = child.wait();
}
