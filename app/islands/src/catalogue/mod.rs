//! The catalogue's living parts.

mod facet_state;
pub mod live_results;
