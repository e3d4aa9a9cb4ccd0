//! A question whose answers, all of them visible, are on offer now.

use domain::form::{Declared, Kind};
use leptos::prelude::*;

use crate::choices::choices;

/// Radio buttons or checkboxes, as the question is drawn, for answers that somebody hands in.
#[component]
pub fn OfferedChoices(
    /// The question.
    field: Declared,
    /// What is on offer: value and words.
    options: Vec<(String, String)>,
    /// The language of the words, where it is not the page's.
    #[prop(optional_no_strip)]
    lang: Option<String>,
) -> impl IntoView {
    let kind = if field.kind == Kind::Checkboxes { "checkbox" } else { "radio" };
    choices(field, kind, options, lang)
}
