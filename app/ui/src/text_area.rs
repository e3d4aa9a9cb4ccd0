//! A question with several lines to type in.

use domain::form::Declared;
use leptos::prelude::*;

use crate::form::FormState;

/// Label, hint, error and text area of a question, wired together.
#[component]
pub fn TextArea(
    /// The question.
    field: Declared,
    /// Lines that are visible.
    #[prop(default = 5)]
    rows: u8,
) -> impl IntoView {
    let state = expect_context::<FormState>();
    let name = field.name;
    let id = state.id(name);
    view! {
        <div class=move || state.field_class(name)>
            {state.label(field, None)} {state.hint(field)} {state.error_at(name)}
            <textarea class="input w-full" id=id name=name rows=rows aria-describedby=state.described_by(field)>
                {state.typed(name)}
            </textarea>
        </div>
    }
    .into_any()
}
