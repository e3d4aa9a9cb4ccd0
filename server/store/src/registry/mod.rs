//! The provider registry: its lists, registrations under way, and what was typed into them.

pub mod answers;
pub mod drafts;
pub mod reference;
pub mod saved;
