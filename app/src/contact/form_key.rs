//! The key of a form that is kept once for each page, whatever is pressed twice.

use domain::contact::FORM_KEY;
use leptos::prelude::*;

/// The key, drawn for each page that is shown: what was refused has left nothing under its own.
#[component]
pub(super) fn FormKey() -> impl IntoView {
    view! { <input type="hidden" name=FORM_KEY.name() value=backend::secrets::draw_key().to_string() /> }
}
