//! What browsers load: the islands of a bundle, and the call that brings them to life. Each bundle is a package of
//! its own over this one source; its feature of `islands` says which it holds.

use islands as _;

/// Called once by the page's script, before its islands.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
