//! The build driver: what `make` calls. Nothing here is part of the service.

mod accessibility;
mod audit;
mod bench;
mod both_ways;
mod bundles;
mod controls;
mod observatory;
mod ports;
mod postgres;
mod rules;
mod shrink;
mod site;
mod sqlx_cache;
mod suite;
mod timing;
mod tools;
mod unused;

use anyhow::{Context, bail};

/// Which way to build: quick to build, or small and fast to run. Server and WASM always go the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Build {
    /// For the development loop and the tests.
    Development,
    /// For people.
    Release,
}

impl Build {
    /// The way the flags ask for.
    fn of(flags: &[String]) -> Self {
        if flags.iter().any(|flag| flag == "--release") { Self::Release } else { Self::Development }
    }

    /// Compiler flags that replace those of `.cargo/config.toml`, for server and WASM alike.
    pub fn rustflags(self) -> Option<&'static str> {
        match self {
            Self::Development => None,
            Self::Release => Some("--cfg healthpost_release"),
        }
    }

    /// The folder of the server's program below `target/`.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Development => "debug",
            Self::Release => "release",
        }
    }
}

fn main() -> std::process::ExitCode {
    match drive() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            // Without a backtrace: it would be the driver's own, in the place of what went wrong.
            eprintln!("{error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// What one hears who does not say what to do.
const COMMANDS: &str =
    "say what to do: setup, build, run, check, test, audit, bench, controls, timing, observatory, weigh, rules, sqlx";

fn drive() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next().context(COMMANDS)?;
    let flags: Vec<String> = arguments.collect();
    let build = Build::of(&flags);
    std::env::set_current_dir(tools::root())?;
    match command.as_str() {
        "setup" => tools::setup(tools::Need::Everything),
        "build" => site::build(build).and_then(|()| tools::build_server(build)),
        "run" => suite::run(build),
        "check" => suite::check(),
        "test" => suite::test(),
        "audit" => audit::run(),
        "bench" => bench::run(),
        "controls" => controls::run(&flags.join(" ")),
        "timing" => timing::run(),
        "observatory" => observatory::run(),
        "weigh" => site::weigh(),
        "rules" => rules::prove(),
        "sqlx" => sqlx_cache::write(),
        other => bail!("{other} is nothing this can do"),
    }
}
