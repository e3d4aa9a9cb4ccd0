//! Orders: written once, read by whoever may.

mod placing;
mod reading;

pub use placing::{NewLine, NewOrder, Numbered, Placed, by_key, insert, insert_lines};
pub use reading::{Order, OrderLine, by_number_and_email, find, lines, readable};
