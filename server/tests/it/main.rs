//! Journeys and rules over the whole application, against real Postgres.

#![expect(clippy::disallowed_methods, reason = "tests look at rows and change them as no program does")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod api;
mod bad_input;
mod beside;
mod builders;
mod caching;
mod calendar;
mod catalogue;
mod changes;
mod checkout;
mod conflicts;
mod contact;
mod disconnects;
mod downloads;
mod dump;
mod failures;
mod file_links;
mod file_texts;
mod finding;
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
mod moved;
mod order;
mod plans;
mod printed_codes;
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
