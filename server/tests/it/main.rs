//! Journeys and rules over the whole application, against real Postgres.

// As in server/src/main.rs: `make bench` builds these for release.
#![recursion_limit = "512"]
#![expect(clippy::disallowed_methods, reason = "tests look at rows and change them as no program does")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod api;
mod bad_input;
mod builders;
mod caching;
mod catalogue;
mod changes;
mod checkout;
mod conflicts;
mod contact;
mod disconnects;
mod downloads;
mod dump;
mod failures;
mod figures;
mod file_texts;
mod forms;
mod history;
mod import;
mod killed;
mod language;
mod limits;
mod machines;
mod mail_faults;
mod mail_twice;
mod migrations;
mod order;
mod plans;
mod program;
mod program_import;
mod races;
mod related;
mod schema;
mod security;
mod sent_again;
mod smtp_sink;
mod statements;
mod suggestions;
mod tracking;
mod versions;
mod visitor;
mod waiting;
mod world;
mod zip;
mod zip_sending;
