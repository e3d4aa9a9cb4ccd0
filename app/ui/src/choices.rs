//! Questions with a few answers, all of them visible.

use domain::form::{Declared, Kind};
use leptos::prelude::*;

use crate::form::FormState;

/// A group of radio buttons under one legend: one answer.
#[component]
pub fn Radios(
    /// The question.
    field: Declared,
) -> impl IntoView {
    choices(field, "radio", expect_context::<FormState>().options(field), None)
}

/// A group of checkboxes under one legend: any of the answers.
#[component]
pub fn Checkboxes(
    /// The question.
    field: Declared,
) -> impl IntoView {
    choices(field, "checkbox", expect_context::<FormState>().options(field), None)
}

/// The same, as the question is drawn, for answers that somebody hands in.
#[component]
pub fn OfferedChoices(
    /// The question.
    field: Declared,
    /// What is on offer: value and words.
    options: Vec<(String, String)>,
    /// The language of the words, where it is not the page's.
    #[prop(optional_no_strip)]
    lang: Option<String>,
) -> impl IntoView {
    let kind = if field.kind == Kind::Checkboxes { "checkbox" } else { "radio" };
    choices(field, kind, options, lang)
}

/// The legend, hint and error of a question around answers that are drawn elsewhere. The first of them has the id
/// of the question, where errors lead.
#[component]
pub fn ChoiceGroup(
    /// The question.
    field: Declared,
    /// Its answers.
    children: Children,
) -> impl IntoView {
    group(field, children())
}

/// The answers, wired together.
fn choices(field: Declared, kind: &'static str, options: Vec<(String, String)>, lang: Option<String>) -> AnyView {
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
fn group(field: Declared, answers: AnyView) -> AnyView {
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
