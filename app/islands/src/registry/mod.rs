//! The wizard of the provider registry.

pub mod answer;
pub mod step_form;
