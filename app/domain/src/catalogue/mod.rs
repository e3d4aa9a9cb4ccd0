//! The catalogue: publications, their editions and files, and how they are found.

pub mod availability;
pub mod code;
pub mod dump;
pub mod edition;
pub mod file;
pub mod index;
pub mod search;
pub mod taxonomy;
pub mod thumbnail;
pub mod video;
pub mod zip;
