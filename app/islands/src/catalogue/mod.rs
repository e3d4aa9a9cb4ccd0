//! The catalogue's living parts.

pub mod live_results;
