//! The basket.

pub mod basket_page;
pub mod line;
mod merged;
pub mod refill;
