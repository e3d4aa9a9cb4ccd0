//! The provider registry: its lists, registrations under way and what was typed into them, people and what they sent.

pub mod answers;
mod columns;
pub mod consents;
pub mod drafts;
pub mod duplicates;
pub mod email_changes;
pub mod held;
pub mod history;
pub mod leaving;
pub mod letters;
pub mod mine;
pub mod own;
pub mod people;
pub mod reference;
pub mod registering;
pub mod registrants;
pub mod registrations;
pub mod saved;
pub mod signed_in;
pub mod updates;
pub mod used_challenges;
pub mod yearly;
