//! What browsers load: the islands, and the call that brings them to life.

use islands as _;

/// Called once by the page's script, before its islands.
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
