//! Which of our components is which of theirs, and how their options become our props.

mod around;
mod choices;
mod content;
mod days;
mod questions;

use leptos::prelude::*;
use ui::{Filled, form::FormState};

use crate::{outcome::Draw, rendering};

/// Their names and our components, by the alphabet.
pub const COMPONENTS: [(&str, Draw); 20] = [
    ("back-link", around::back_link),
    ("button", content::button),
    ("checkboxes", choices::checkboxes),
    ("date-input", days::date_input),
    ("error-message", questions::error_message),
    ("error-summary", around::error_summary),
    ("hint", questions::hint),
    ("input", questions::text_input),
    ("label", questions::label),
    ("language-navigation", around::languages),
    ("notification-banner", around::notification),
    ("pagination", around::pagination),
    ("panel", content::panel),
    ("radios", choices::radios),
    ("select", choices::select),
    ("skip-link", around::skip_link),
    ("summary-list", content::summary_list),
    ("tag", content::tag),
    ("task-list", content::task_list),
    ("textarea", questions::text_area),
];

/// What an input draws in a form that is filled in like this.
fn in_form<V: IntoView>(filled: Filled, view: impl FnOnce() -> V) -> String {
    rendering::html(move || {
        provide_context(FormState::new(filled));
        view()
    })
}
