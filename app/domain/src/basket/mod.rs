//! The basket: what may be put in, how much, and why a line cannot be ordered.

mod fits;
mod forms;
mod line;
mod problem;
mod quantity;

pub use fits::{Fits, REFILL_PROBLEM_WORDS};
pub use forms::{AddToBasket, ChangeLine, EDITION, LINE_QUANTITY, PAGE, QUANTITY, SwapLine};
pub use line::{LineFacts, whole_packs};
pub use problem::{LIMIT_PROBLEM_WORDS, LINE_PROBLEM_WORDS, LineProblem};
pub use quantity::{NewQuantity, Quantity};

/// The most lines a basket holds.
pub const MAX_LINES: i64 = 100;

#[cfg(test)]
mod tests;
