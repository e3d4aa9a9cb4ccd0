//! What lives in the browser, beside the server functions it posts to.
//!
//! Islands are the only code browsers run. A server function is an endpoint for a form: it says who
//! asks, what is asked, and what the answer is; its body exists on the server only.
//!
//! The server has every area. A browser loads those of one bundle: the registry's, or all others (docs/adr/0016).
#![recursion_limit = "512"]
#![expect(missing_docs, reason = "server functions and islands write structs for their arguments")]

#[cfg(any(feature = "ssr", feature = "public"))]
pub mod account;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod basket;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod catalogue;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod checkout;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod contact;
#[cfg(feature = "ssr")]
pub mod context;
pub mod error;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod orders;
#[cfg(all(not(healthpost_release), any(feature = "ssr", feature = "public")))]
pub mod patterns;
#[cfg(any(feature = "ssr", feature = "registry"))]
pub mod registry;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod staff;
#[cfg(any(feature = "ssr", feature = "public"))]
pub mod waiting;

pub use error::{AppError, Submitted};
