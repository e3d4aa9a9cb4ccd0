//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use domain::audit::Head;

/// Publications to find and order, in one program.
#[derive(Debug, Parser)]
#[command(name = "healthpost", version, about)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Answer browsers, and send messages unless told otherwise.
    Serve {
        /// Leave messages to a `healthpost work` elsewhere.
        #[arg(long)]
        without_worker: bool,
        /// Load the sample catalogue first when there is none.
        #[arg(long)]
        with_sample: bool,
    },
    /// Send messages and tidy up.
    Work,
    /// Bring the database up to date.
    Migrate,
    /// Load the sample catalogue into an empty database.
    Seed,
    /// Read data from other systems.
    #[command(subcommand)]
    Import(Import),
    /// Look after the audit trail.
    #[command(subcommand)]
    Audit(Audit),
    /// Look after staff.
    #[command(subcommand)]
    Staff(Staff),
    /// Say what is wrong with this installation.
    Doctor,
}

/// What to read.
#[derive(Debug, Subcommand)]
pub enum Import {
    /// A catalogue as CSV: one row for each edition, and one for each file.
    Publications {
        /// Editions: code, title, language_code, language, format, resource_type, programme, diseases, pages, first_published.
        file: PathBuf,
        /// Files: code, kind, file_name, media_type, size, width_px, height_px, pages, created.
        #[arg(long)]
        files: PathBuf,
        /// Report what would happen and change nothing.
        #[arg(long)]
        dry_run: bool,
    },
}

/// What to do with the audit trail.
#[derive(Debug, Subcommand)]
pub enum Audit {
    /// Check that nothing of it was changed, removed or put in, and print where its chains end.
    Verify {
        /// Where a chain ended when it was printed before: it has to be on that chain still. Can be said several times.
        #[arg(long = "since-head", value_name = "STREAM:SEQUENCE:HASH")]
        heads: Vec<Head>,
    },
}

/// What to do about staff.
#[derive(Debug, Subcommand)]
pub enum Staff {
    /// Invite somebody to administer the catalogue and the whole registry; print the link, and mail it.
    CreateAdmin {
        /// Their e-mail address.
        #[arg(long)]
        email: String,
        /// What they are called.
        #[arg(long)]
        name: String,
        /// Do so although there is such an administrator already.
        #[arg(long)]
        again: bool,
    },
}
