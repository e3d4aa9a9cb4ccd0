//! The forms between basket and order, and the one that finds an order again.

pub mod begin;
pub mod code;
pub mod contact;
pub mod delivery;
pub mod place_order;
pub mod track;
