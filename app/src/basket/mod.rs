//! The basket.

pub mod basket_page;
pub mod line;
pub mod merged;
pub mod refill;
