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
    /// The script that asks for passkeys.
    pub passkey: String,
    /// The script that tells staff before they are signed out.
    pub session_end: String,
    /// The icon.
    pub icon: String,
    /// The islands of all pages but the registry's.
    pub public: BundleFiles,
    /// The islands of the registry.
    pub registry: BundleFiles,
}

/// A bundle of islands, as it was built.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct BundleFiles {
    /// The glue between browser and WASM.
    pub js: String,
    /// The islands.
    pub wasm: String,
}

/// Which bundle holds the islands of a page. A page loads no more than one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bundle {
    /// Catalogue, basket, checkout, orders.
    Public,
    /// The registry: the pages of the wizard, and those of one's own registration.
    Registry,
}

impl Assets {
    /// The files of a bundle.
    pub fn bundle(&self, bundle: Bundle) -> &BundleFiles {
        match bundle {
            Bundle::Public => &self.public,
            Bundle::Registry => &self.registry,
        }
    }
}
