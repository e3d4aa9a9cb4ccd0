//! A state in words, with a colour that repeats what they say.

use leptos::prelude::*;

/// What a tag says about its subject.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TagKind {
    /// A plain fact.
    #[default]
    Neutral,
    /// It is there.
    Good,
    /// Mind this.
    Warning,
    /// It is not to be had.
    Bad,
}

/// The tag.
#[component]
pub fn Tag(
    /// What it says about its subject.
    #[prop(optional)]
    kind: TagKind,
    /// Its words.
    children: Children,
) -> impl IntoView {
    let class = match kind {
        TagKind::Neutral => "tag tag-neutral",
        TagKind::Good => "tag tag-good",
        TagKind::Warning => "tag tag-warning",
        TagKind::Bad => "tag tag-bad",
    };
    view! { <strong class=class>{children()}</strong> }
}
