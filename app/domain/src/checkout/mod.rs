//! From basket to order: where to, whom to tell, and the code that proves the e-mail address.

mod buttons;
mod code;
mod contact;
mod delivery;
mod place_order;
mod stage;
mod track;

pub use buttons::{BeginCheckout, BeginPartialCheckout, SendCode};
pub use code::ConfirmEmail;
pub use contact::{Contact, EMAIL, FULL_NAME, TELEPHONE};
pub use delivery::{CITY, COUNTRY, COUNTY, LINE_1, LINE_2, LINE_3, POSTCODE};
pub use place_order::{IdempotencyKey, KEY, PlaceOrder};
pub use stage::Stage;
pub use track::{ORDER_EMAIL, ORDER_LINK, ORDER_NUMBER, ORDER_SEAL, TrackLink, TrackOrder};

#[cfg(test)]
mod tests;
