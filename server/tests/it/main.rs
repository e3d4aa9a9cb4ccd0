//! Journeys and rules over the whole application, against real Postgres.

#![expect(clippy::disallowed_methods, reason = "tests look at rows and change them as no program does")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod api;
mod as_shown;
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
mod file_texts;
mod forms;
mod freed_copies;
mod history;
mod idle;
mod import;
mod killed;
mod language;
mod letters;
mod limits;
mod machines;
mod mail_faults;
mod mail_twice;
mod migrations;
mod numbers;
mod order;
mod plans;
mod program;
mod program_import;
mod races;
mod related;
mod requests;
mod schema;
mod security;
mod smtp_sink;
mod statements;
mod suggestions;
mod tracking;
mod unchanged;
mod versions;
mod visitor;
mod waiting;
mod world;
mod zip;
mod zip_sending;
