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
    let id = state.id(name);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let optional = field.is_optional.then(|| format!(" {}", state.word("form-optional")));
    let label = label.unwrap_or_else(|| state.word(name));
    let described_by = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || {
            let ids = [field.has_hint.then(|| hint_id.clone()), state.error(name).map(|_| error_id.clone())];
            let ids: Vec<String> = ids.into_iter().flatten().collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    let (input_type, input_mode) = drawn_as(field.kind);
    let width = width_class(field.width);
    let spellcheck = (field.kind != Kind::Text || !field.autocomplete.is_empty()).then_some("false");
    view! {
        <div class=move || {
            if state.error(name).is_some() { "field mb-6 border-s-4 border-error ps-4" } else { "field mb-6" }
        }>
            <label class="mb-1 block font-bold" for=id.clone()>
                {label}
                {optional.map(|optional| view! { <span class="font-normal text-muted">{optional}</span> })}
            </label>
            {field.has_hint.then(|| view! { <p id=hint_id.clone() class="mb-2 text-muted">{state.word(&format!("{name}.hint"))}</p> })}
            {move || {
                let error_id = error_id.clone();
                state
                    .error(name)
                    .map(|text| {
                        view! {
                            <p id=error_id class="mb-2 font-bold text-error">
                                <span class="sr-only">{state.word("form-error-prefix")} " "</span>
                                {text}
                            </p>
                        }
                    })
            }}
            <input
                class=format!("input {width}")
                id=id
                name=name
                type=input_type
                value=state.typed(name)
                inputmode=input_mode
                autocomplete=(!field.autocomplete.is_empty()).then_some(field.autocomplete)
                spellcheck=spellcheck
                aria-describedby=described_by
            />
        </div>
    }
}

/// `type` and `inputmode` of an input.
const fn drawn_as(kind: Kind) -> (&'static str, Option<&'static str>) {
    match kind {
        Kind::Email => ("email", None),
        Kind::Telephone => ("tel", None),
        Kind::Number | Kind::OneTimeCode => ("text", Some("numeric")),
        Kind::Text | Kind::Hidden => ("text", None),
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
