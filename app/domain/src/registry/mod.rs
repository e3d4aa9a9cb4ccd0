//! The provider registry: who would be deployed in an emergency, and how they say so.
//!
//! A [`Draft`] holds what was typed. Its [`Journey`] says which pages of the wizard there are for answers like
//! these, how far each is and what comes next. [`Registration::read`] turns the whole into types; answers that do
//! not apply are never read.

#[cfg(test)]
mod answer_tests;
pub mod answers;
pub mod confirmation;
pub mod deployed;
pub mod draft;
pub mod fields;
pub mod forms;
pub mod human_check;
pub mod journey;
pub mod leaving;
pub mod lists;
pub mod managing;
#[cfg(test)]
mod property_tests;
pub mod questions;
mod reading;
pub mod register;
pub mod registration;
#[cfg(test)]
mod rule_tests;
pub mod saving;
pub mod sending;
pub mod state;
pub mod step;
#[cfg(test)]
mod tests;
pub mod texts;
mod written;

pub use draft::Draft;
pub use journey::{Journey, Next, StepState, TaskState};
pub use register::Register;
pub use registration::Registration;
pub use step::{Step, Task};
