//! Where addresses lead that publications had before, and those that end with a slash.

use super::{Path, stays_here, with_query, zip};
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

/// The same path and query without slashes at the end of the path: no page of ours stands under one. Nothing where there
/// is none, and where what is left would lead away from us.
pub fn without_slash(address: &str) -> Option<Path> {
    let (path, query) = address.split_at(address.find('?').unwrap_or(address.len()));
    let page = path.trim_end_matches('/');
    (page != path && stays_here(page)).then(|| Path(format!("{page}{query}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_with_a_slash_leads_to_the_same_page_and_never_away() {
        let leads = |address| without_slash(address).map(|path| path.to_string());
        assert_eq!(leads("/register/").as_deref(), Some("/register"));
        assert_eq!(leads("/publications//?q=a/").as_deref(), Some("/publications?q=a/"));
        for none in ["/", "//", "/register", "/register?x=/", "//evil.example/", "/\\evil.example/", "*/"] {
            assert_eq!(leads(none), None, "{none}");
        }
    }
}
