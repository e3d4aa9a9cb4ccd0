//! One of a list that is too long to stand on the page.

use domain::form::Declared;
use leptos::prelude::*;

use crate::form::FormState;

/// A list to choose from, with its label, hint and error. Nothing is chosen until somebody does.
#[component]
pub fn Select(
    /// The question.
    field: Declared,
    /// What is on offer: value and words.
    options: Vec<(String, String)>,
) -> impl IntoView {
    let state = expect_context::<FormState>();
    let name = field.name;
    let options = options
        .into_iter()
        .map(|(value, words)| {
            let selected = state.is_chosen(name, &value);
            view! { <option value=value selected=selected>{words}</option> }
        })
        .collect_view();
    view! {
        <div class=move || state.field_class(name)>
            {state.label(field, None)} {state.hint(field)} {state.error_at(name)}
            <select
                id=state.id(name)
                name=name
                class="input w-full max-w-80"
                aria-describedby=state.described_by(field)
            >
                <option value="">{state.word("form-choose")}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
