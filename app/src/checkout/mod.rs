//! From basket to order, and back to an order.

pub mod at_checkout;
pub mod check_page;
pub mod code_page;
pub mod contact_page;
pub mod delivery_page;
pub mod order_page;
pub mod track_link_page;
pub mod track_page;
