//! From basket to order.

pub mod at_checkout;
pub mod check_page;
pub mod code_page;
pub mod contact_page;
pub mod delivery_page;
