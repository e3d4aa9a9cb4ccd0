//! Journeys and rules over the whole application, against real Postgres.

// As in server/src/main.rs: `make bench` builds these for release.
#![recursion_limit = "512"]
#![expect(clippy::disallowed_methods, reason = "tests look at rows and change them as no program does")]
#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod adding;
mod api;
mod as_shown;
mod bad_input;
mod basket;
mod basket_edges;
mod builders;
mod caching;
mod catalogue;
mod catalogue_lists;
mod catalogue_pages;
mod changes;
mod checkout;
mod conflicts;
mod contact;
mod contact_edges;
mod disconnects;
mod downloads;
mod dump;
mod failures;
mod figures;
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
mod line_errors;
mod machines;
mod mail_faults;
mod mail_in_doubt;
mod mail_twice;
mod migrations;
mod narrowing;
mod naughty;
mod numbers;
mod odd_words;
mod order;
mod own_strings;
mod pictures;
mod plans;
mod program;
mod program_import;
mod races;
mod related;
mod requests;
mod restricted;
mod said;
mod schema;
mod security;
mod sent_again;
mod smtp_sink;
mod sorting;
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
