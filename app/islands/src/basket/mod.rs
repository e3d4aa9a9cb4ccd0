//! The basket's forms.

pub mod add_to_basket;
pub mod change_line;
pub mod swap_line;
