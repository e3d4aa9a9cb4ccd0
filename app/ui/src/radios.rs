//! A question with a few answers, all of them visible, of which one is given.

use domain::form::Declared;
use leptos::prelude::*;

use crate::{choices::choices, form::FormState};

/// A group of radio buttons under one legend: one answer.
#[component]
pub fn Radios(
    /// The question.
    field: Declared,
) -> impl IntoView {
    choices(field, "radio", expect_context::<FormState>().options(field), None)
}
