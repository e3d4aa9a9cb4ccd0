//! A question around answers that are drawn elsewhere.

use domain::form::Declared;
use leptos::prelude::*;

use crate::choices::group;

/// The legend, hint and error of a question around its answers. The first of them has the id of the question, where
/// errors lead.
#[component]
pub fn ChoiceGroup(
    /// The question.
    field: Declared,
    /// Its answers.
    children: Children,
) -> impl IntoView {
    group(field, children())
}
