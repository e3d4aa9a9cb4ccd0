//! An order: how far it is, changing it, calling it off, finding it again; and asking for more.

pub mod again_page;
pub mod ask_page;
pub mod at_order;
pub mod cancel_page;
pub mod change_page;
mod earlier;
pub mod order_page;
pub mod redirect_page;
pub mod track_link_page;
pub mod track_page;
