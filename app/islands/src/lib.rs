//! What lives in the browser, beside the server functions it posts to.
//!
//! Islands are the only code browsers run. A server function is an endpoint for a form: it says who
//! asks, what is asked, and what the answer is; its body exists on the server only.
#![recursion_limit = "512"]
#![expect(missing_docs, reason = "server functions and islands write structs for their arguments")]

pub mod basket;
pub mod catalogue;
pub mod checkout;
pub mod contact;
#[cfg(feature = "ssr")]
pub mod context;
pub mod error;
pub mod orders;
#[cfg(not(healthpost_release))]
pub mod patterns;
pub mod registry;
pub mod waiting;

pub use error::{AppError, Submitted};
