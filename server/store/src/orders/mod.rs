//! Orders: written once, read by whoever may.

mod placing;
mod reading;

pub use placing::{LinesFrom, NewLine, NewOrder, Numbered, Placed, by_key, insert, insert_lines};
pub use reading::{Order, OrderLine, Told, ToldLine, by_number_and_email, find, find_readable, lines, readable, told};
