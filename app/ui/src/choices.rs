//! What radio buttons and checkboxes have in common.

use domain::form::Declared;
use leptos::prelude::*;

use crate::form::FormState;

/// The group of inputs of this kind under one legend, wired together.
pub(crate) fn choices(field: Declared, kind: &'static str) -> AnyView {
    let state = expect_context::<FormState>();
    let name = field.name;
    let optional = field.is_optional.then(|| format!(" {}", state.word("form-optional")));
    let answers = field
        .options
        .iter()
        .enumerate()
        .map(|(at, option)| {
            // Errors lead to the question as a whole, and so to its first answer.
            let id = if at == 0 { state.id(name) } else { format!("{}-{option}", state.id(name)) };
            view! {
                <div class="checkbox">
                    <input id=id.clone() name=name type=kind value=*option checked=state.is_chosen(name, option) />
                    <label for=id>{state.word(&format!("{name}.{option}"))}</label>
                </div>
            }
        })
        .collect_view();
    view! {
        <div class=move || state.field_class(name)>
            <fieldset aria-describedby=state.described_by(field)>
                <legend class="mb-1 font-bold">
                    {state.word(name)}
                    {optional.map(|optional| view! { <span class="font-normal text-muted">{optional}</span> })}
                </legend>
                {state.hint(field)} {state.error_at(name)} {answers}
            </fieldset>
        </div>
    }
    .into_any()
}
