//! Running, checking, testing.

use std::{
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, ensure};

use crate::{Build, rules, site, tools};

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
    tools::run(tools::cargo(Build::Development).args(["test", "--quiet", "--package", "domain", "--package", "ui"]))
}

fn lints() -> anyhow::Result<()> {
    tools::run(Command::new("cargo").args(["fmt", "--all", "--check"]))?;
    let mut clippy = tools::cargo(Build::Development);
    tools::run(clippy.args([
        "clippy",
        "--quiet",
        "--workspace",
        "--exclude",
        "frontend",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))?;
    let mut clippy = tools::cargo(Build::Development);
    tools::run(clippy.args([
        "clippy",
        "--quiet",
        "--package",
        "frontend",
        "--target",
        "wasm32-unknown-unknown",
        "--profile",
        "wasm-dev",
        "--",
        "-D",
        "warnings",
    ]))
}

/// Everything, on a clean clone.
pub fn test() -> anyhow::Result<()> {
    tools::setup(tools::Need::Everything)?;
    site::build(Build::Development)?;
    lints()?;
    rules::prove()?;
    let postgres = Postgres::start()?;
    let mut nextest = tools::cargo(Build::Development);
    let has_nextest = Command::new("cargo")
        .args(["nextest", "--version"])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    nextest.args(if has_nextest { ["nextest", "run"].as_slice() } else { ["test"].as_slice() });
    tools::run(
        nextest.args(["--workspace", "--exclude", "frontend"]).env("DATABASE_URL", postgres.database("postgres")?),
    )?;
    browser(Build::Development, &[])
}

/// The browser's tests against a server of their own.
fn browser(build: Build, arguments: &[&str]) -> anyhow::Result<()> {
    tools::build_server(build)?;
    let server = Server::start(build)?;
    let mut playwright = Command::new("npx");
    playwright.args(["playwright", "test"]).args(arguments).current_dir("end2end");
    playwright.env("HEALTHPOST_ORIGIN", &server.origin).env("HEALTHPOST_MAIL", server.data.join("mail"));
    if let Some(chromium) = tools::chromium() {
        playwright.env("CHROMIUM", chromium);
    }
    tools::run(&mut playwright)
}

/// A server for the browser's tests, with a fresh folder of its own.
struct Server {
    child: Child,
    origin: String,
    data: PathBuf,
}

impl Server {
    fn start(build: Build) -> anyhow::Result<Self> {
        let data = std::env::temp_dir().join(format!("healthpost-browser-{}", std::process::id()));
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let origin = format!("http://localhost:{port}");
        let child = Command::new(PathBuf::from("target").join(build.folder()).join("healthpost"))
            .args(["serve", "--with-sample"])
            .env("HEALTHPOST_ENVIRONMENT", "development")
            .env("HEALTHPOST_ADDR", format!("127.0.0.1:{port}"))
            .env("HEALTHPOST_DATA", &data)
            .env("HEALTHPOST_ORIGIN", &origin)
            .env_remove("DATABASE_URL")
            .spawn()
            .context("the server cannot be started")?;
        let server = Self { child, origin, data };
        let began = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            ensure!(began.elapsed() < Duration::from_mins(1), "the server did not start");
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        stop(&mut self.child);
        let _ = std::fs::remove_dir_all(&self.data);
    }
}

fn stop(child: &mut Child) {
    if let Ok(pid) = i32::try_from(child.id()) {
        let _ = nix::sys::signal::kill(nix::unistd::Pid::from_raw(pid), nix::sys::signal::Signal::SIGINT);
    }
    let _ = child.wait();
}

/// A throw-away cluster for tests: the one `DATABASE_URL` names, or one that dies with us.
pub struct Postgres {
    url: String,
    folder: Option<PathBuf>,
    child: Option<Child>,
}

impl Postgres {
    /// Starts it without the safety that only lasting data needs.
    pub fn start() -> anyhow::Result<Self> {
        if let Ok(url) = std::env::var("DATABASE_URL") {
            return Ok(Self {
                url: url.rsplit_once('/').map_or(url.clone(), |(server, _)| server.to_owned()),
                folder: None,
                child: None,
            });
        }
        let bin = bin()?;
        let folder = std::env::temp_dir().join(format!("healthpost-test-{}", std::process::id()));
        std::fs::create_dir_all(&folder)?;
        let user = if tools::output(Command::new("id").arg("-u"))?.trim() == "0" { Some("postgres") } else { None };
        if let Some(user) = user {
            tools::run(Command::new("chown").arg(user).arg(&folder))?;
        }
        let cluster = folder.join("cluster");
        let initdb = bin.join("initdb");
        let arguments = [
            "--username",
            "healthpost",
            "--auth",
            "trust",
            "--encoding",
            "UTF8",
            "--locale",
            "C.UTF-8",
            "--no-sync",
            "--pgdata",
        ];
        tools::output(as_user(user, &initdb).args(arguments).arg(&cluster))?;
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let settings = [
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
            "max_connections=300",
            "listen_addresses=127.0.0.1",
            "jit=off",
        ];
        let mut postgres = as_user(user, &bin.join("postgres"));
        postgres.arg("-D").arg(&cluster).arg("-k").arg(&folder).args(["-p", &port.to_string()]);
        postgres.args(settings.iter().flat_map(|setting| ["-c", setting])).stdout(Stdio::null()).stderr(Stdio::null());
        let child = postgres.spawn()?;
        let started =
            Self { url: format!("postgres://healthpost@127.0.0.1:{port}"), folder: Some(folder), child: Some(child) };
        let began = Instant::now();
        while !Command::new(bin.join("pg_isready"))
            .args(["-q", "-h", "127.0.0.1", "-p", &port.to_string()])
            .status()?
            .success()
        {
            ensure!(began.elapsed() < Duration::from_mins(1), "the test database did not start");
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(started)
    }

    /// The address of a database on it; made when it is not there.
    pub fn database(&self, name: &str) -> anyhow::Result<String> {
        if name != "postgres" {
            let _ = Command::new("psql")
                .args([
                    "--quiet",
                    "--dbname",
                    &format!("{}/postgres", self.url),
                    "--command",
                    &format!("create database {name}"),
                ])
                .status()?;
        }
        Ok(format!("{}/{name}", self.url))
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            stop(child);
        }
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

fn as_user(user: Option<&str>, program: &Path) -> Command {
    let Some(user) = user else { return Command::new(program) };
    let mut setpriv = Command::new("setpriv");
    setpriv
        .args(["--pdeathsig", "INT", "--reuid", user, "--regid", user, "--clear-groups"])
        .arg(program)
        .current_dir("/");
    setpriv
}

fn bin() -> anyhow::Result<PathBuf> {
    let named = std::env::var_os("PG_BIN_DIR").map(PathBuf::from);
    let mut below: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"))
        .collect();
    below.sort();
    named
        .into_iter()
        .chain(below.into_iter().rev())
        .chain(["/usr/bin", "/usr/local/bin"].map(PathBuf::from))
        .find(|bin| bin.join("initdb").is_file())
        .context("Postgres was not found; install it, or set PG_BIN_DIR")
}
