//! Finding publications: what changed since the index in memory was read, what fits some words, what is
//! near them, and the cards of a page.

mod cards;
mod hits;
mod listings;
mod near;

pub use cards::{Card, cards};
pub use hits::{forget_missed, hits, missed};
pub use listings::{changed, sold_out, synonyms, unlisted};
pub use near::{close_titles, folded, suggestions};
