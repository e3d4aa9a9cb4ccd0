//! Being told when something is back in stock.

pub mod waiting_pages;
