//! Where addresses lead that publications had before.

use super::{Path, with_query, zip};
use crate::text::Slug;

/// A publication as programs read it.
pub fn api_publication(slug: &Slug) -> Path {
    Path(format!("/api/v1/publications/{slug}"))
}

/// A publication, opened as an earlier address of it would have been: with the same of these parameters.
pub fn publication_as<N: AsRef<str>, V: AsRef<str>>(slug: &Slug, query: impl IntoIterator<Item = (N, V)>) -> Path {
    with_known(&format!("/publications/{slug}"), ["language", "format", "version"], query)
}

/// The files of a publication that an earlier address of them would have given.
pub fn zip_as<N: AsRef<str>, V: AsRef<str>>(slug: &Slug, query: impl IntoIterator<Item = (N, V)>) -> Path {
    with_known(zip(slug).as_str(), ["language", "format", "kind"], query)
}

/// A path with those parameters of a query that have these names.
fn with_known<N: AsRef<str>, V: AsRef<str>>(
    path: &str,
    names: [&'static str; 3],
    query: impl IntoIterator<Item = (N, V)>,
) -> Path {
    let of_ours = |(given, value): (N, V)| {
        let name = names.into_iter().find(|name| *name == given.as_ref())?;
        Some((name, value.as_ref().to_owned()))
    };
    let query: Vec<(&'static str, String)> = query.into_iter().filter_map(of_ours).collect();
    with_query(path, &query)
}
