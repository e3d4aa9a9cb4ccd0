//! Addresses of accounts.

use super::{Path, with_query};
use crate::{
    account::AddressFor,
    id::{AccountAddressId, SavedListId},
    order::OrderNumber,
};

fixed! {
    /// One's own account.
    account = "/account",
    /// Where a link is asked for that signs in.
    account_sign_in = "/account/sign-in",
    /// Where one signs in with a password.
    account_sign_in_password = "/account/sign-in/password",
    /// Where an account is made.
    account_sign_up = "/account/sign-up",
    /// Look into your mail.
    account_mailed = "/account/mailed",
    /// Where a link is asked for by which another password is set.
    account_forgotten = "/account/password/forgotten",
    /// Where one works.
    account_establishment = "/account/establishment",
    /// One's name.
    account_name = "/account/name",
    /// One's telephone number.
    account_telephone = "/account/telephone",
    /// The audience one belongs to.
    account_audience = "/account/audience",
    /// What one waits for.
    account_alerts = "/account/alerts",
    /// One's password.
    account_password = "/account/password",
    /// Where one is signed in.
    account_devices = "/account/devices",
    /// One's orders, the newest first.
    account_orders = "/account/orders",
    /// One's address book.
    account_addresses = "/account/addresses",
    /// Where an address is added to it.
    account_add_address = "/account/addresses/add",
    /// Another address.
    account_email = "/account/email",
    /// Everything that is held of an account.
    account_data = "/account/data",
    /// The same as JSON.
    account_data_json = "/account/data.json",
    /// Where an account is closed.
    account_close = "/account/close",
    /// It is closed.
    account_closed = "/account/closed",
    /// One's lists.
    account_lists = "/account/lists",
    /// Nobody is signed in any more.
    account_signed_out = "/account/signed-out",
}

/// What the link of a message leads to: a page with a button.
pub fn account_link(token: &str) -> Path {
    Path(format!("/account/link/{token}"))
}

/// The parameter that says which order stands before those of a page.
pub const BEFORE: &str = "before";

/// One's orders before one of them.
pub fn account_orders_before(number: &OrderNumber) -> Path {
    with_query("/account/orders", &[(BEFORE, number.to_string())])
}

/// An address of one's own.
pub fn account_address(id: AccountAddressId) -> Path {
    Path(format!("/account/addresses/{id}"))
}

/// The parameter of the delivery page that says which of its forms is wanted.
pub const TO: &str = "to";
/// The form of an address that is typed.
pub const TO_ANOTHER: &str = "another";

/// The parameter that says what an address is looked up for.
pub const FOR: &str = "for";

/// Where an address is added to the book that is wanted for something else as well.
pub fn account_add_address_for(wanted: &AddressFor) -> Path {
    with_query("/account/addresses/add", &[(FOR, wanted.to_string())])
}

/// The addresses of the book, of which this one is chosen.
pub fn delivery_to(own: AccountAddressId) -> Path {
    with_query("/checkout/delivery", &[(TO, own.to_string())])
}

/// The addresses of the book, to choose from.
pub fn delivery_to_own() -> Path {
    with_query("/checkout/delivery", &[(TO, "own".to_owned())])
}

/// Where the address is typed that an order goes to, by whoever has others in their book.
pub fn delivery_to_another() -> Path {
    with_query("/checkout/delivery", &[(TO, TO_ANOTHER.to_owned())])
}

/// What the link to another address leads to: a page with a button.
pub fn account_email_link(token: &str) -> Path {
    Path(format!("/account/email/{token}"))
}

/// One of one's lists.
pub fn account_list(list: SavedListId) -> Path {
    Path(format!("/account/lists/{list}"))
}

/// A list as whoever has its link reads it.
pub fn shared_list(token: &str) -> Path {
    Path(format!("/lists/{token}"))
}
