//! Names of the built files: each carries the hash of its content, so browsers keep it for good.

use serde::Deserialize;

/// What the build wrote into `manifest.json`; paths from the root of the site.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Assets {
    /// The stylesheet.
    pub css: String,
    /// The script that brings islands to life.
    pub boot: String,
    /// The script of search boxes that suggest.
    pub suggest: String,
    /// The script that changes the basket in place.
    pub basket: String,
    /// The script of long lists to choose from.
    pub places: String,
    /// The script that solves the sum before a registration is sent.
    pub human_check: String,
    /// The glue between browser and WASM.
    pub js: String,
    /// The islands.
    pub wasm: String,
    /// The icon.
    pub icon: String,
}
