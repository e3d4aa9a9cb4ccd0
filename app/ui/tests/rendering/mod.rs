//! Components as HTML, for every test that reads it.

use leptos::prelude::*;

/// The HTML without the marks that only hydration reads.
pub fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let written = Owner::new().with(|| view().into_view().to_html());
    let mut plain = String::new();
    let mut rest = written.as_str();
    while let Some(start) = rest.find("<!") {
        plain.push_str(&rest[..start]);
        rest = rest[start..].find('>').map_or("", |end| &rest[start + end + 1..]);
    }
    plain.push_str(rest);
    plain
}
