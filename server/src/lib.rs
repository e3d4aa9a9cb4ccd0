//! The axum host: settings, layers, routes, commands. No rule of the service and no SQL is here.
// Views are types within types; a release build looks through all of them.
#![recursion_limit = "512"]

pub mod cli;
pub mod config;
pub mod doctor;
pub mod gate;
pub mod layers;
pub mod private_postgres;
pub mod routes;
pub mod serve;
pub mod staff;
pub mod start;
pub mod telemetry;
pub mod work;
