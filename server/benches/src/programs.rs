//! The two programs, with the settings they are measured with.

use std::process::Command;

use crate::{
    Options,
    process::{Server, free_address},
};

/// What both programs sign with, so that what is prepared for one works for the other.
pub const SECRET: &str = "measuring: 0123456789 abcdefghijklmnopqrstuvwxyz";
/// What both encrypt with.
const KEYS: &str = "measuring:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

/// The app over a database, at an address.
pub fn command(options: &Options, url: &str, address: &str) -> Command {
    let mut command = Command::new(options.programs.join("healthpost"));
    command
        .arg("serve")
        .env("DATABASE_URL", url)
        .env("HEALTHPOST_ADDR", address)
        .env("HEALTHPOST_ORIGIN", origin(address))
        .env("HEALTHPOST_SECRET", SECRET)
        .env("HEALTHPOST_ENCRYPTION_KEYS", KEYS)
        .env("HEALTHPOST_ENVIRONMENT", "production")
        .env("HEALTHPOST_DATA", std::env::temp_dir().join("healthpost-bench"))
        // One address asks for everything here, but for registrations, of which each says another.
        .env("HEALTHPOST_SEARCHES", "0")
        .env("HEALTHPOST_PROXIES", "1")
        .env("HEALTHPOST_LOG", "warn");
    command
}

/// What browsers call an address.
pub fn origin(address: &str) -> String {
    address.replace("127.0.0.1", "http://localhost")
}

/// Starts the app without its worker.
pub fn app(options: &Options, url: &str) -> anyhow::Result<Server> {
    let address = free_address()?;
    Server::start(command(options, url, &address).arg("--without-worker"), &address)
}

/// Starts the baseline.
pub fn baseline(options: &Options, url: &str) -> anyhow::Result<Server> {
    let address = free_address()?;
    Server::start(Command::new(options.programs.join("baseline")).args([url, &address, SECRET, KEYS]), &address)
}
