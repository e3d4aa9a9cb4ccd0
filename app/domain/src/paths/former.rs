//! Where addresses lead that publications had before.

use super::{Path, with_query};
use crate::text::Slug;

/// A publication as programs read it.
pub fn api_publication(slug: &Slug) -> Path {
    Path(format!("/api/v1/publications/{slug}"))
}

/// A publication, opened as an earlier address of it would have been: with the same of these parameters.
pub fn publication_as<N: AsRef<str>, V: AsRef<str>>(slug: &Slug, query: impl IntoIterator<Item = (N, V)>) -> Path {
    const NAMES: [&str; 3] = ["language", "format", "version"];
    let of_ours = |(given, value): (N, V)| {
        let name = NAMES.into_iter().find(|name| *name == given.as_ref())?;
        Some((name, value.as_ref().to_owned()))
    };
    let query: Vec<(&'static str, String)> = query.into_iter().filter_map(of_ours).collect();
    with_query(&format!("/publications/{slug}"), &query)
}
