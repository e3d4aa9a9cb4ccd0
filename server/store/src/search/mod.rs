//! Finding publications: what changed since the index in memory was read, what fits some words, what is
//! near them, the cards of a page, and where inside files words stand.

mod cards;
mod hits;
mod in_files;
mod listings;
mod near;

pub use cards::{Card, cards};
pub use hits::{forget_missed, hits, missed};
pub use in_files::{PageHit, page_hits};
pub use listings::{changed, sold_out, synonyms, unlisted};
pub use near::{close_titles, folded, suggestions};
