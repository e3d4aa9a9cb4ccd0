//! The wizard of the provider registry.

pub mod saving;
pub mod sending;
pub mod start;
