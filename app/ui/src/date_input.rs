//! A question for a day, in three inputs: nobody has to know which format we like.

use domain::form::{DateField, Declared};
use leptos::prelude::*;

use crate::form::FormState;

/// A group of three inputs under one legend, wired together.
#[component]
pub fn DateInput(
    /// The question.
    field: &'static DateField,
) -> impl IntoView {
    let state = expect_context::<FormState>();
    let declared: Declared = field.declared();
    let name = declared.name;
    let optional = declared.is_optional.then(|| format!(" {}", state.word("form-optional")));
    let parts = ["form-day", "form-month", "form-year"]
        .into_iter()
        .zip(field.parts)
        .enumerate()
        .map(|(at, (words, part))| {
            // Errors lead to the question as a whole, and so to its first input.
            let id = if at == 0 { state.id(name) } else { state.id(part) };
            let width = if at == 2 { "input w-24" } else { "input w-16" };
            view! {
                <div>
                    <label class="mb-1 block" for=id.clone()>{state.word(words)}</label>
                    <input class=width id=id name=part type="text" value=state.typed(part) inputmode="numeric" autocomplete="off" spellcheck="false" />
                </div>
            }
        })
        .collect_view();
    view! {
        <div class=move || state.field_class(name)>
            <fieldset role="group" aria-describedby=state.described_by(declared)>
                <legend class="mb-1 font-bold">
                    {state.word(name)}
                    {optional.map(|optional| view! { <span class="font-normal text-muted">{optional}</span> })}
                </legend>
                {state.hint(declared)} {state.error_at(name)}
                <div class="flex flex-wrap gap-4">{parts}</div>
            </fieldset>
        </div>
    }
    .into_any()
}
