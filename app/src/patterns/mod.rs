//! `/patterns`: what pages are made of, live, with when to use it. Development builds only: elsewhere there
//! is no such page.

#[cfg(not(healthpost_release))]
mod gallery;

use leptos::prelude::*;

#[cfg(healthpost_release)]
use crate::load::{NotShown, load};

/// The gallery.
#[component]
pub fn PatternsPage() -> impl IntoView {
    #[cfg(not(healthpost_release))]
    return gallery::page(false);
    #[cfg(healthpost_release)]
    load(async { Err(NotShown::App(islands::AppError::NotFound)) })
}

/// The basket with everything wrong that can be wrong with a line.
#[component]
pub fn PatternsBasketPage() -> impl IntoView {
    #[cfg(not(healthpost_release))]
    return gallery::basket_page();
    #[cfg(healthpost_release)]
    load(async { Err(NotShown::App(islands::AppError::NotFound)) })
}

/// Its form was taken.
#[component]
pub fn PatternsTakenPage() -> impl IntoView {
    #[cfg(not(healthpost_release))]
    return gallery::page(true);
    #[cfg(healthpost_release)]
    load(async { Err(NotShown::App(islands::AppError::NotFound)) })
}
