//! Being told when something is back in stock.

pub mod links;
pub mod tell_me;
