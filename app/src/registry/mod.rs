//! Signing up to the provider registry.

pub mod at_draft;
pub mod locations;
pub mod slip;
pub mod step_page;
pub mod step_words;
pub mod tasks_page;
