//! Making a cluster, starting its server, and knowing whether it lives.

use std::{
    os::unix::{fs::PermissionsExt, process::CommandExt},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use anyhow::{Context, bail, ensure};
use nix::{sys::signal::kill, unistd::Pid};

use super::{
    NAME, PATIENCE,
    folders::{RunAs, give},
};

/// The locale of clusters: texts are sorted by their characters' numbers, and folding knows all scripts.
/// macOS lacks that name in its older versions.
const LOCALE: &str = if cfg!(target_os = "macos") { "en_US.UTF-8" } else { "C.UTF-8" };

/// Whether the process named in the cluster's lock file is alive.
pub(super) fn lives(cluster: &Path) -> bool {
    let lock = std::fs::read_to_string(cluster.join("postmaster.pid")).unwrap_or_default();
    let pid = lock.lines().next().and_then(|line| line.trim().parse::<i32>().ok()).filter(|pid| *pid > 1);
    let Some(pid) = pid.filter(|pid| kill(Pid::from_raw(*pid), None).is_ok()) else { return false };
    // A number is used again after a crash: only a process of Postgres keeps this lock.
    std::fs::read_to_string(format!("/proc/{pid}/comm")).map_or(true, |name| name.trim() == "postgres")
}

/// Makes a cluster.
pub(super) fn make(programs: &Path, cluster: &Path, run_as: Option<RunAs>) -> anyhow::Result<()> {
    std::fs::create_dir_all(cluster)?;
    give(cluster, run_as)?;
    std::fs::set_permissions(cluster, std::fs::Permissions::from_mode(0o700))?;
    let mut initdb = Command::new(programs.join("initdb"));
    initdb
        .args(["--username", NAME, "--auth", "trust", "--encoding", "UTF8", "--locale", LOCALE, "--pgdata"])
        .arg(cluster);
    let output = unprivileged(&mut initdb, run_as).current_dir("/").output().context("initdb cannot be started")?;
    ensure!(output.status.success(), "initdb failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}

/// Starts the server of a cluster.
pub(super) fn start(programs: &Path, cluster: &Path, socket: &Path, run_as: Option<RunAs>) -> anyhow::Result<Child> {
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
pub(super) fn wait_until_ready(cluster: &Path, mut child: Option<&mut Child>) -> anyhow::Result<()> {
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
