//! What radio buttons and checkboxes have in common.

use domain::form::Declared;
use leptos::prelude::*;

use crate::form::FormState;

/// The answers, wired together.
pub(crate) fn choices(
    field: Declared,
    kind: &'static str,
    options: Vec<(String, String)>,
    lang: Option<String>,
) -> AnyView {
    let state = expect_context::<FormState>();
    let name = field.name;
    let answers = options
        .into_iter()
        .enumerate()
        .map(|(at, (value, words))| {
            // Errors lead to the question as a whole, and so to its first answer.
            let id = if at == 0 { state.id(name) } else { format!("{}-{value}", state.id(name)) };
            let checked = state.is_chosen(name, &value);
            view! {
                <div class="checkbox">
                    <input id=id.clone() name=name type=kind value=value checked=checked />
                    <label for=id lang=lang.clone()>{words}</label>
                </div>
            }
        })
        .collect_view();
    group(field, answers.into_any())
}

/// The group, wired together.
pub(crate) fn group(field: Declared, answers: AnyView) -> AnyView {
    let state = expect_context::<FormState>();
    let name = field.name;
    let optional = field.is_optional.then(|| format!(" {}", state.word("form-optional")));
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
