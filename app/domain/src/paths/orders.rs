//! Addresses of orders and of requests for more.

use super::{COPIES, Path, TO, of_code, with_query};
use crate::{catalogue::code::ProductCode, id::AccountAddressId, link::LinkPart, order::OrderNumber};

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

/// The same, with an address of the book of whoever sends it there.
pub fn redirect_order_to(number: &OrderNumber, own: AccountAddressId) -> Path {
    with_query(&format!("/orders/{number}/address"), &[(TO, own.to_string())])
}

/// Where an order is called off.
pub fn cancel_order(number: &OrderNumber) -> Path {
    Path(format!("/orders/{number}/cancel"))
}

/// What can be had of an order once more.
pub fn order_again(number: &OrderNumber) -> Path {
    Path(format!("/orders/{number}/again"))
}

/// Where more copies than the limit are asked for.
pub fn ask_for_more(code: &ProductCode) -> Path {
    of_code("/more/", code)
}

/// The same for somebody who wanted so many copies.
pub fn ask_for_copies(code: &ProductCode, copies: i32) -> Path {
    Path(format!("{}?{COPIES}={copies}", ask_for_more(code)))
}

/// The parameter that says from which page somebody came.
pub const FROM: &str = "from";

/// Where somebody asks for more copies, other than at the edition itself: that page leads back there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskedFrom {
    /// At the basket.
    Basket,
    /// Where the lines of an order are changed.
    Order(OrderNumber),
}

impl AskedFrom {
    /// What the parameter says of the basket; of an order it is the number.
    const BASKET: &'static str = "basket";

    /// Reads the parameter.
    pub fn read(parameter: &str) -> Option<Self> {
        if parameter == Self::BASKET { Some(Self::Basket) } else { OrderNumber::parse(parameter).map(Self::Order) }
    }

    /// By the page, as it stands in the form.
    pub fn of_page(page: &str) -> Option<Self> {
        if page == super::basket().as_str() {
            return Some(Self::Basket);
        }
        let number = OrderNumber::parse(page.strip_prefix("/orders/")?.strip_suffix("/change")?)?;
        Some(Self::Order(number))
    }

    /// The page.
    pub fn page(&self) -> Path {
        match self {
            Self::Basket => super::basket(),
            Self::Order(number) => change_order(number),
        }
    }

    fn parameter(&self) -> String {
        match self {
            Self::Basket => Self::BASKET.to_owned(),
            Self::Order(number) => number.to_string(),
        }
    }
}

/// Where more copies are asked for by somebody who came from there; perhaps so many.
pub fn ask_from(from: &AskedFrom, code: &ProductCode, copies: Option<i32>) -> Path {
    let mut query: Vec<(&'static str, String)> = Vec::new();
    query.extend(copies.map(|copies| (COPIES, copies.to_string())));
    query.push((FROM, from.parameter()));
    with_query(ask_for_more(code).as_str(), &query)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_asks_for_more_is_led_back_to_where_they_came_from() {
        let order = OrderNumber::from_random(7);
        for from in [AskedFrom::Basket, AskedFrom::Order(order)] {
            assert_eq!(AskedFrom::read(&from.parameter()).as_ref(), Some(&from));
            assert_eq!(AskedFrom::of_page(from.page().as_str()), Some(from));
        }
        for page in ["", "/publications/flu", "/orders/HP-00000-00001/change", "//evil.example/change"] {
            assert_eq!(AskedFrom::of_page(page), None, "{page}");
        }
    }
}
