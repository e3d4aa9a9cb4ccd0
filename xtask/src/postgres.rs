//! A Postgres of our own for tests and measurements.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, bail, ensure};

use crate::{
    ports,
    tools::{self, stop},
};

/// How long a cluster may take to start.
const PATIENCE: Duration = Duration::from_mins(3);
/// Tries of a port that is free: until it is listened at, somebody else may take it.
const PORTS: usize = 5;

/// What a cluster is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// Tests: without the safety that only lasting data needs.
    Tests,
    /// Measurements: as careful as in production, and nothing running beside.
    Measurements,
}

impl Care {
    fn settings(self) -> &'static [&'static str] {
        match self {
            Self::Tests => &[
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "max_connections=300",
                "listen_addresses=127.0.0.1",
                // It comes when it likes: to the template while a database is made of it, and to tables whose plans are
                // looked at.
                "autovacuum=off",
                "jit=off",
            ],
            Self::Measurements => &[
                "max_connections=100",
                "listen_addresses=127.0.0.1",
                "shared_buffers=512MB",
                "max_wal_size=4GB",
                "autovacuum=off",
                "jit=off",
            ],
        }
    }

    /// Where a cluster lies. What is measured is written to a disk.
    fn place(self) -> PathBuf {
        let is_light = self == Self::Tests && free(MEMORY).is_some_and(|free| free >= ENOUGH);
        if is_light { PathBuf::from(MEMORY) } else { std::env::temp_dir() }
    }
}

/// Where Linux keeps files in memory, and how much has to be free there, in KiB: every test makes a database and drops
/// it, twenty gigabytes in all, of which a disk would have to write much.
const MEMORY: &str = "/dev/shm";
const ENOUGH: u64 = 4 * 1024 * 1024;

/// What is free of a file system, in KiB, if it is there.
fn free(folder: &str) -> Option<u64> {
    let said = Command::new("df").args(["-Pk", folder]).stderr(Stdio::null()).output().ok()?;
    let said = String::from_utf8(said.stdout).ok()?;
    said.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()
}

/// A throw-away cluster for tests: the one `DATABASE_URL` names, or one that dies with us.
pub struct Postgres {
    url: String,
    folder: Option<PathBuf>,
    log: Option<PathBuf>,
    child: Option<Child>,
}

impl Postgres {
    /// Starts it.
    pub fn start(care: Care) -> anyhow::Result<Self> {
        if let Ok(url) = std::env::var("DATABASE_URL") {
            return Ok(Self {
                url: url.rsplit_once('/').map_or(url.clone(), |(server, _)| server.to_owned()),
                folder: None,
                log: None,
                child: None,
            });
        }
        let bin = tools::postgres_programs().context("PostgreSQL was not found; install it, or set PG_BIN_DIR")?;
        let folder = care.place().join(format!("healthpost-test-{}", std::process::id()));
        // Whoever had our number before us may have left theirs behind.
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder)?;
        let user = if tools::output(Command::new("id").arg("-u"))?.trim() == "0" { Some("postgres") } else { None };
        if let Some(user) = user {
            tools::run(Command::new("chown").arg(user).arg(&folder))?;
        }
        make(&bin, &folder.join("cluster"), user)?;
        // Plans are read in it.
        let log = (care == Care::Measurements).then(|| folder.join("log"));
        let mut started = Self { url: String::new(), folder: Some(folder.clone()), log: log.clone(), child: None };
        for _ in 0..PORTS {
            let port = ports::free()?;
            let child = started.child.insert(spawn(&bin, user, care, (folder.as_path(), log.as_deref()), port)?);
            if is_ready(&bin, port, child)? {
                started.url = format!("postgres://healthpost@127.0.0.1:{port}");
                return Ok(started);
            }
        }
        bail!("the test database does not start")
    }

    /// The address of the server, without a database.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Whether it dies with us; otherwise somebody else's databases may be on it.
    pub fn is_ours(&self) -> bool {
        self.folder.is_some()
    }

    /// What it logs, where it is ours and for measurements.
    pub fn log(&self) -> Option<&Path> {
        self.log.as_deref()
    }

    /// The address of a database on it; made when it is not there.
    pub fn database(&self, name: &str) -> anyhow::Result<String> {
        if !["postgres", "template1"].contains(&name) {
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

fn make(bin: &Path, cluster: &Path, user: Option<&str>) -> anyhow::Result<()> {
    let initdb = bin.join("initdb");
    let arguments = [
        "--username",
        "healthpost",
        "--auth",
        "trust",
        "--encoding",
        "UTF8",
        "--locale",
        // As in server/src/private_postgres/cluster.rs.
        if cfg!(target_os = "macos") { "en_US.UTF-8" } else { "C.UTF-8" },
        "--no-sync",
        "--pgdata",
    ];
    tools::output(as_user(user, &initdb).args(arguments).arg(cluster))?;
    Ok(())
}

/// Starts the server of the cluster in a folder, at a port. What it says goes into a file, or nowhere.
fn spawn(
    bin: &Path,
    user: Option<&str>,
    care: Care,
    (folder, log): (&Path, Option<&Path>),
    port: u16,
) -> anyhow::Result<Child> {
    let mut postgres = as_user(user, &bin.join("postgres"));
    postgres.arg("-D").arg(folder.join("cluster")).arg("-k").arg(folder).args(["-p", &port.to_string()]);
    postgres
        .args(care.settings().iter().flat_map(|setting| ["-c", setting]))
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    if let Some(log) = log {
        postgres.stderr(std::fs::File::create(log)?);
    }
    Ok(postgres.spawn()?)
}

/// Waits until the server is ready. Not so where it has ended: somebody else has the port.
fn is_ready(bin: &Path, port: u16, child: &mut Child) -> anyhow::Result<bool> {
    let began = Instant::now();
    let mut asks = Command::new(bin.join("pg_isready"));
    asks.args(["-q", "-h", "127.0.0.1", "-p", &port.to_string()]);
    while !asks.status()?.success() {
        if child.try_wait()?.is_some() {
            return Ok(false);
        }
        ensure!(began.elapsed() < PATIENCE, "the test database did not start");
        std::thread::sleep(Duration::from_millis(50));
    }
    Ok(true)
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
