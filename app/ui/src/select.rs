//! One of a list that is too long to stand on the page.

use domain::form::Declared;
use leptos::prelude::*;

use crate::form::FormState;

/// A list to choose from, with its label, hint and error. Of what is on offer, nothing is chosen until somebody does.
#[component]
pub fn Select(
    /// The question.
    field: Declared,
    /// What is on offer: value and words. Without it, the answers that the question declares, of which one is always
    /// chosen: the first, as long as nobody says otherwise.
    #[prop(optional)]
    options: Option<Vec<(String, String)>>,
) -> impl IntoView {
    let state = expect_context::<FormState>();
    let name = field.name;
    let none = options.is_some().then(|| view! { <option value="">{state.word("form-choose")}</option> });
    let options = options
        .unwrap_or_else(|| state.options(field))
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
                aria-invalid=state.invalid(field)
            >
                {none}
                {options}
            </select>
        </div>
    }
    .into_any()
}
