//! The log: one line for each thing an operator must see. Nothing personal stands in it.

use std::io::IsTerminal;

use tracing_subscriber::{EnvFilter, fmt};

/// Starts the log on standard error.
pub fn start() {
    let filter = EnvFilter::try_new(crate::config::log_filter()).unwrap_or_else(|_| EnvFilter::new("info"));
    let is_seen = std::io::stderr().is_terminal();
    fmt().with_env_filter(filter).with_ansi(is_seen).with_target(false).with_writer(std::io::stderr).init();
}
