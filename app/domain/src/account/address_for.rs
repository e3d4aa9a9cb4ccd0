//! What an address is looked up for, where that is not the book alone: whoever finds it goes back there.

use std::fmt;

use crate::{
    form::{Answer, Answers, Field, Kind, Problem, Reader},
    id::AccountAddressId,
    order::OrderNumber,
    paths::{self, Path},
};

/// What an address is wanted for, if not for the book alone.
pub const ADDRESS_FOR: Field<AddressFor> = Field::new("address_for").kind(Kind::Hidden).optional();

/// What it is wanted for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressFor {
    /// The order that is under way.
    Checkout,
    /// An order that goes somewhere else from then on.
    Order(OrderNumber),
}

impl AddressFor {
    /// How forms and addresses say that it is for the order under way; of another order they say the number.
    const CHECKOUT: &'static str = "checkout";

    /// Where somebody goes back to without one.
    pub fn page(&self) -> Path {
        match self {
            Self::Checkout => paths::delivery(),
            Self::Order(number) => paths::redirect_order(number),
        }
    }

    /// Where somebody goes on with an address of their book.
    pub fn page_with(&self, own: AccountAddressId) -> Path {
        match self {
            Self::Checkout => paths::delivery_to(own),
            Self::Order(number) => paths::redirect_order_to(number, own),
        }
    }

    /// What an address is looked up for on the page that answers came from.
    pub(super) fn add_page(answers: &Answers) -> Path {
        let wanted = Reader::new(answers).optional(&ADDRESS_FOR);
        wanted.map_or_else(paths::account_add_address, |wanted| paths::account_add_address_for(&wanted))
    }
}

impl fmt::Display for AddressFor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Checkout => f.write_str(Self::CHECKOUT),
            Self::Order(number) => write!(f, "{number}"),
        }
    }
}

impl Answer for AddressFor {
    const MAX_CHARS: usize = OrderNumber::MAX_CHARS;

    fn read(text: &str) -> Result<Self, Problem> {
        if text == Self::CHECKOUT { Ok(Self::Checkout) } else { OrderNumber::read(text).map(Self::Order) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        account::{AddAddress, ChooseFound, FindAddress},
        form::Form,
    };

    #[test]
    fn whoever_looks_an_address_up_goes_back_to_a_page_of_ours_alone() {
        let own: AccountAddressId = "0198c0de-0000-7000-8000-000000000001".parse().expect("an id");
        let order = AddressFor::read("fhr 00001").expect("an order");
        for (wanted, page, with, add) in [
            (
                AddressFor::Checkout,
                "/checkout/delivery",
                "/checkout/delivery?to=0198c0de-0000-7000-8000-000000000001",
                "/account/addresses/add?for=checkout",
            ),
            (
                order,
                "/orders/FHR00001/address",
                "/orders/FHR00001/address?to=0198c0de-0000-7000-8000-000000000001",
                "/account/addresses/add?for=FHR00001",
            ),
        ] {
            assert_eq!(AddressFor::read(&wanted.to_string()).as_ref(), Ok(&wanted));
            assert_eq!((wanted.page().as_str(), wanted.page_with(own).as_str()), (page, with));
            let answers = Answers::default().with("address_for", wanted.to_string());
            for found in [FindAddress::page(&answers), ChooseFound::page(&answers), AddAddress::page(&answers)] {
                assert_eq!(found.as_str(), add);
            }
        }
        for bad in ["", "/checkout", "https://elsewhere.example", "HP-00000-0000", "order"] {
            assert!(AddressFor::read(bad).is_err(), "{bad}");
            let answers = Answers::default().with("address_for", bad);
            assert_eq!(FindAddress::page(&answers), paths::account_add_address(), "{bad}");
        }
    }
}
