//! What whoever placed an order may still do with it, and asking for more than the limit.

pub mod add_line;
pub mod again;
pub mod ask_for_more;
pub mod cancel;
pub mod change_line;
pub mod redirect;
