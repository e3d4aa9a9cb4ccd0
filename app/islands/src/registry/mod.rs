//! The wizard of the provider registry.

pub mod answer;
pub mod my;
pub mod saving;
pub mod sending;
pub mod start;
pub mod step_form;
