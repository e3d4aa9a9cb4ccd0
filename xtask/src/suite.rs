//! Running, checking, testing.

use std::{
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, bail, ensure};

use crate::{
    Build, audit, bundles, ports,
    postgres::{Care, Postgres},
    rules, site,
    tools::{self, stop},
};

/// Builds and serves; Ctrl-C ends it and what it started.
pub fn run(build: Build) -> anyhow::Result<()> {
    site::build(build)?;
    tools::build_server(build)?;
    let program = PathBuf::from("target").join(build.folder()).join("healthpost");
    let mut server = Command::new(program);
    if std::env::var_os("HEALTHPOST_ENVIRONMENT").is_none() {
        server.env("HEALTHPOST_ENVIRONMENT", "development");
    }
    // In our place: signals reach the server itself.
    Err(server.args(["serve", "--with-sample"]).exec().into())
}

/// The fast loop: format, lints, rules, unit tests.
pub fn check() -> anyhow::Result<()> {
    lints()?;
    rules::prove()?;
    tools::test_modules()?;
    tools::run(tools::cargo(Build::Development).args(["test", "--quiet", "--package", "domain", "--package", "ui"]))
}

fn lints() -> anyhow::Result<()> {
    tools::run(Command::new("cargo").args(["fmt", "--all", "--check"]))?;
    let mut clippy = tools::cargo(Build::Development);
    clippy.args(["clippy", "--quiet", "--workspace"]).args(bundles::packages("--exclude"));
    tools::run(clippy.args(["--all-targets", "--", "-D", "warnings"]))?;
    let mut clippy = bundles::cargo("clippy", Build::Development);
    clippy.arg("--quiet").args(bundles::packages("--package"));
    tools::run(clippy.args(["--", "-D", "warnings"]))
}

/// Everything, on a clean clone.
pub fn test() -> anyhow::Result<()> {
    tools::setup(tools::Need::Everything)?;
    site::build(Build::Development)?;
    lints()?;
    rules::prove()?;
    audit::without_advisories()?;
    site::weigh()?;
    let postgres = Postgres::start(Care::Tests)?;
    tools::run(&mut tests(&postgres, &["--no-run"])?)?;
    migrate_template(&postgres)?;
    let said = tools::run_keeping(&mut tests(&postgres, &["--no-fail-fast"])?, &FAILURES)?;
    let browsers = [journeys_typed(), weights(), browser(Build::Development, &[], &[])];
    let wrong: Vec<_> = browsers.into_iter().filter_map(Result::err).collect();
    // Last, and briefly: who reads only the end of a long record sees what failed.
    for line in said.kept.iter().take(MOST_LINES) {
        eprintln!("{}", line.chars().take(MOST_CHARACTERS).collect::<String>());
    }
    for error in &wrong {
        eprintln!("{error:#}");
    }
    ensure!(said.succeeded && wrong.is_empty(), "not every test passed");
    Ok(())
}

/// What nextest and the standard harness write of a test that failed, and of all of them.
const FAILURES: [&str; 6] = ["FAIL [", "TIMEOUT [", "SIGNAL [", "panicked at", "tests run:", "error: test failed"];
/// How much of that is said again at the end, in lines and characters a line.
const MOST_LINES: usize = 16;
const MOST_CHARACTERS: usize = 300;

/// The browser's tests are of one piece.
fn journeys_typed() -> anyhow::Result<()> {
    tools::run(Command::new("npx").args(["tsc", "--noEmit"]).current_dir("end2end"))
}

/// What pages weigh with what a release sends: bytes do not depend on who serves them. The browser meets the program
/// that was built for the Rust tests: one built by itself would be built anew, with all it stands on, as its
/// dependencies have other features without the tests'.
fn weights() -> anyhow::Result<()> {
    let site = std::env::current_dir()?.join(site::WEIGHED);
    let settings = [("HEALTHPOST_BUDGETS", "1"), ("HEALTHPOST_SITE", site.to_str().context("a plain path")?)];
    browser(Build::Development, &["budgets", "--grep", "weight", "--project", "javascript-on"], &settings)
}

/// The Rust tests, as nextest runs them where it is there.
fn tests(postgres: &Postgres, more: &[&str]) -> anyhow::Result<Command> {
    let mut tests = tools::cargo(Build::Development);
    let has_nextest = Command::new("cargo")
        .args(["nextest", "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    tests.args(if has_nextest { ["nextest", "run"].as_slice() } else { ["test"].as_slice() });
    tests.arg("--workspace").args(bundles::packages("--exclude")).args(more);
    tests.env("DATABASE_URL", postgres.database("postgres")?);
    Ok(tests)
}

/// Brings the template of new databases up to date. Every test has a database of its own, and most took longer to make
/// it than to do what they are about.
fn migrate_template(postgres: &Postgres) -> anyhow::Result<()> {
    if !postgres.is_ours() {
        return Ok(());
    }
    tools::run(
        Command::new(PathBuf::from("target").join(Build::Development.folder()).join("healthpost"))
            .arg("migrate")
            .env("HEALTHPOST_ENVIRONMENT", "development")
            .env("DATABASE_URL", postgres.database("template1")?),
    )
}

/// The browser's tests against a server of their own; its program has to be built.
pub fn browser(build: Build, arguments: &[&str], settings: &[(&str, &str)]) -> anyhow::Result<()> {
    let server = Server::start(build, settings)?;
    let mut playwright = Command::new("npx");
    playwright.args(["playwright", "test"]).args(arguments).current_dir("end2end");
    playwright.envs(settings.iter().copied());
    playwright.env("HEALTHPOST_ORIGIN", &server.origin).env("HEALTHPOST_MAIL", server.data.join("mail"));
    let chromium = match build {
        Build::Development => tools::test_chromium(),
        Build::Release => tools::chromium(),
    };
    if let Some(chromium) = chromium {
        playwright.env("CHROMIUM", chromium);
    }
    tools::run(&mut playwright)
}

/// A server for the browser's tests, with a fresh folder of its own.
pub struct Server {
    child: Child,
    port: u16,
    origin: String,
    data: PathBuf,
}

/// How long a server may take to make its database and to load the sample: a machine may be busy with much else.
const PATIENCE: Duration = Duration::from_mins(5);
/// How often one is started: somebody else may take its port before it does.
const STARTS: usize = 3;

/// The program, with a folder and an address of its own.
fn program(build: Build, data: &Path, origin: &str) -> Command {
    let mut program = Command::new(PathBuf::from("target").join(build.folder()).join("healthpost"));
    program.env("HEALTHPOST_ENVIRONMENT", "development").env("HEALTHPOST_DATA", data).env("HEALTHPOST_ORIGIN", origin);
    // Its database is its own, and its messages are read in its folder.
    program.env_remove("DATABASE_URL").env_remove("HEALTHPOST_SMTP_URL");
    program
}

impl Server {
    /// Starts it; its program has to be built.
    pub fn start(build: Build, settings: &[(&str, &str)]) -> anyhow::Result<Self> {
        for _ in 0..STARTS {
            let mut server = Self::begin(build, settings)?;
            if server.answers()? {
                return Ok(server);
            }
        }
        bail!("the server ended before it answered")
    }

    fn begin(build: Build, settings: &[(&str, &str)]) -> anyhow::Result<Self> {
        let data = std::env::temp_dir().join(format!("healthpost-browser-{}", std::process::id()));
        // Whoever had our number before us may have left theirs behind.
        let _ = std::fs::remove_dir_all(&data);
        let port = ports::free()?;
        let origin = format!("http://localhost:{port}");
        let child = program(build, &data, &origin)
            .args(["serve", "--with-sample"])
            .env("HEALTHPOST_ADDR", format!("127.0.0.1:{port}"))
            // Tests say which network they come from, as a proxy would.
            .env("HEALTHPOST_PROXIES", "1")
            .envs(settings.iter().copied().filter(|(name, _)| *name == "HEALTHPOST_SITE"))
            .spawn()
            .context("the server cannot be started")?;
        Ok(Self { child, port, origin, data })
    }

    /// The address that people know it by.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Its folder, which goes with it.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// Its program beside it, over its database, for whatever else is done at a command line.
    pub fn program(&self, build: Build) -> Command {
        program(build, &self.data, &self.origin)
    }

    /// Waits until it answers. It does not where it ended before.
    fn answers(&mut self) -> anyhow::Result<bool> {
        let began = Instant::now();
        while !matches!(ports::is_ready(self.port), Ok(true)) {
            if self.child.try_wait()?.is_some() {
                return Ok(false);
            }
            ensure!(began.elapsed() < PATIENCE, "the server did not start");
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(true)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        stop(&mut self.child);
        let _ = std::fs::remove_dir_all(&self.data);
    }
}
