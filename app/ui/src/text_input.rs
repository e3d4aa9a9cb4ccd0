//! A question with one line to type in.

use domain::form::{Declared, Kind};
use leptos::prelude::*;

use crate::form::FormState;

/// Label, hint, error and input of a question, wired together.
#[component]
pub fn TextInput(
    /// The question.
    field: Declared,
    /// Words instead of its own label, where the page says more.
    #[prop(optional, into)]
    label: Option<String>,
) -> impl IntoView {
    let state = expect_context::<FormState>();
    let name = field.name;
    let (input_type, input_mode) = drawn_as(field.kind);
    let width = width_class(field.width);
    let spellcheck = (field.kind != Kind::Text || !field.autocomplete.is_empty()).then_some("false");
    view! {
        <div class=move || state.field_class(name)>
            {state.label(field, label)} {state.hint(field)} {state.error_at(name)}
            <input
                class=format!("input {width}")
                id=state.id(name)
                name=name
                type=input_type
                value=state.typed(name)
                inputmode=input_mode
                autocomplete=(!field.autocomplete.is_empty()).then_some(field.autocomplete)
                spellcheck=spellcheck
                aria-describedby=state.described_by(field)
                aria-invalid=state.invalid(field)
            />
        </div>
    }
    .into_any()
}

/// `type` and `inputmode` of an input.
const fn drawn_as(kind: Kind) -> (&'static str, Option<&'static str>) {
    match kind {
        Kind::Email => ("email", None),
        Kind::Telephone => ("tel", None),
        Kind::Number | Kind::OneTimeCode => ("text", Some("numeric")),
        Kind::Password => ("password", None),
        Kind::Text
        | Kind::Hidden
        | Kind::TextArea
        | Kind::Radios
        | Kind::Select
        | Kind::Checkboxes
        | Kind::Date
        | Kind::DatePart => ("text", None),
    }
}

const fn width_class(chars: u8) -> &'static str {
    match chars {
        0 => "w-full",
        1..=5 => "w-20",
        6..=10 => "w-40",
        _ => "w-full max-w-80",
    }
}
