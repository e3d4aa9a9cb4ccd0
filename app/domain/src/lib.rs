//! Vocabulary, rules and forms of Healthpost.
//!
//! Pure code, compiled for the server and for the browser: no clock, no chance, no input or output.
//! What a rule needs to know comes in as an argument.

#[macro_use]
mod macros;
#[macro_use]
pub mod link;

pub mod access;
pub mod account;
pub mod address;
pub mod audit;
pub mod basket;
pub mod catalogue;
pub mod checkout;
pub mod contact;
pub mod country;
pub mod done;
pub mod form;
pub mod forms;
pub mod found_address;
pub mod id;
pub mod limit_request;
pub mod locale;
pub mod one_time_code;
pub mod order;
pub mod paging;
pub mod paths;
pub mod patterns;
pub mod registry;
pub mod staff;
pub mod subscription;
pub mod text;
pub mod time;
