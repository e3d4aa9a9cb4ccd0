//! The provider registry.

mod addresses;
mod duplicates;
mod human_check;
mod number_format;
mod rates;
pub mod sending;
mod writing;
