//! Addresses of orders and of requests for more.

use super::{COPIES, Path, of_code};
use crate::{catalogue::code::ProductCode, link::LinkPart, order::OrderNumber};

/// An order.
pub fn order(number: &OrderNumber) -> Path {
    Path(format!("/orders/{number}"))
}

/// Where the link of a message leads, with the proof that it is ours.
pub fn track_link(order: &LinkPart, seal: &LinkPart) -> Path {
    Path(format!("/track/{order}/{seal}"))
}

/// Where the lines of an order are changed.
pub fn change_order(number: &OrderNumber) -> Path {
    Path(format!("/orders/{number}/change"))
}

/// Where an order gets another address.
pub fn redirect_order(number: &OrderNumber) -> Path {
    Path(format!("/orders/{number}/address"))
}

/// Where an order is called off.
pub fn cancel_order(number: &OrderNumber) -> Path {
    Path(format!("/orders/{number}/cancel"))
}

/// Where more copies than the limit are asked for.
pub fn ask_for_more(code: &ProductCode) -> Path {
    of_code("/more/", code)
}

/// The same for somebody who wanted so many copies.
pub fn ask_for_copies(code: &ProductCode, copies: i32) -> Path {
    Path(format!("{}?{COPIES}={copies}", ask_for_more(code)))
}
