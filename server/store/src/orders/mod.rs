//! Orders: written once, read by whoever may.

mod keyed;
mod listing;
mod placing;
mod reading;

pub use keyed::{Placed, by_key};
pub use listing::{ListedOrder, OrdersPage, of_account};
pub use placing::{LinesFrom, NewLine, NewOrder, Numbered, insert, insert_lines};
pub use reading::{
    Order, OrderLine, Reader, Told, ToldLine, by_number_and_email, find, find_readable, lines, readable, told,
};
