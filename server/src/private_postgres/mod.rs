//! A private Postgres for whoever has none set: found, started under the data folder, joined when it
//! already lives, stopped with the process that started it. Unix socket only.

mod cluster;
mod folders;
mod programs;

use std::{
    path::PathBuf,
    process::Child,
    time::{Duration, Instant},
};

use nix::{
    sys::signal::{Signal, kill},
    unistd::Pid,
};
pub use programs::programs;
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

impl PrivatePostgres {
    /// Joins the cluster that lives under the data folder, or starts it; makes it first if need be.
    pub fn start_or_join(config: &Config) -> anyhow::Result<Self> {
        let programs = programs(config)?;
        let run_as = folders::run_as()?;
        let home = folders::home(&config.data, run_as)?;
        let socket = folders::socket_folder(&home, run_as)?;
        let cluster = home.join("postgres");
        if cluster::lives(&cluster) {
            cluster::wait_until_ready(&cluster, None)?;
            return Ok(Self { socket, child: None });
        }
        if !cluster.join("PG_VERSION").is_file() {
            cluster::make(&programs, &cluster, run_as)?;
        }
        let mut child = cluster::start(&programs, &cluster, &socket, run_as)?;
        cluster::wait_until_ready(&cluster, Some(&mut child))?;
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
