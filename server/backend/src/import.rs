//! Reading a catalogue of another system.

use std::path::Path;

use crate::Backend;

/// Not yet.
pub async fn publications(_: &Backend, _: &Path, _: &Path, _: bool) -> anyhow::Result<String> {
    anyhow::bail!("nothing is read yet")
}
