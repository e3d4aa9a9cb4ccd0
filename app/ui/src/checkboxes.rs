//! A question with a few answers, all of them visible, of which any are given.

use domain::form::Declared;
use leptos::prelude::*;

use crate::{choices::choices, form::FormState};

/// A group of checkboxes under one legend: any of the answers.
#[component]
pub fn Checkboxes(
    /// The question.
    field: Declared,
) -> impl IntoView {
    choices(field, "checkbox", expect_context::<FormState>().options(field), None)
}
