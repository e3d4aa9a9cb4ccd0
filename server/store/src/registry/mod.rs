//! The provider registry.

pub mod duplicates;
pub mod people;
pub mod registrants;
pub mod registrations;
pub mod used_challenges;
