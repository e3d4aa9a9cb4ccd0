//! The `healthpost` program: serve, work, migrate, seed, import, doctor.

mod cli;
mod config;
mod doctor;
mod layers;
mod private_postgres;
mod routes;
mod serve;
mod start;
mod telemetry;
mod work;

use std::process::ExitCode;

use clap::Parser;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = cli::Cli::parse();
    telemetry::start();
    match start::run(&cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("healthpost: {error:#}");
            ExitCode::FAILURE
        }
    }
}
