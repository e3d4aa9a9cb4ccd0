//! The `healthpost` program: serve, work, migrate, seed, import, audit, staff, doctor.
// Views are types within types; a release build looks through all of them.
#![recursion_limit = "512"]

use std::process::ExitCode;

use clap::Parser;
use server::{cli::Cli, start, telemetry};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    telemetry::start();
    match start::run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("healthpost: {error:#}");
            ExitCode::FAILURE
        }
    }
}
