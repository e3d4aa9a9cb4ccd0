//! Pages, routes and the shell around them. Server code only: it renders HTML with islands in it.
#![recursion_limit = "512"]

pub mod account;
pub mod allowance;
pub mod assets;
pub mod basket;
pub mod bidi;
pub mod catalogue;
pub mod checkout;
pub mod code_asked;
pub mod contact;
pub mod done;
pub mod error_page;
pub mod layout;
pub mod load;
pub mod orders;
pub mod patterns;
pub mod registry;
pub mod routes;
pub mod shell;
pub mod staff;
pub mod viewer;
pub mod waiting;
pub mod words;

pub use assets::{Assets, Bundle};
pub use routes::App;
pub use shell::shell;
