//! The one way a form is drawn, checked in the browser and posted.
//!
//! It is a plain `<form method="post">`. Where the browser runs our code, the same check as on the
//! server runs on submit; if it finds something, the post is stopped and the errors are shown. In
//! every other case the browser posts by itself.

use std::collections::BTreeMap;

use domain::form::{Answers, Declared, Facts, FieldError, FieldErrors};
use leptos::{ev::SubmitEvent, portal::Portal, prelude::*};
use serde::{Deserialize, Serialize};

use crate::ErrorSummary;

/// The id of the place at the top of `<main>` where error summaries stand.
pub const SUMMARY_SLOT: &str = "error-summary-slot";

/// The id of the summary that the server put there; a fresh one replaces it.
pub const SERVED_SUMMARY: &str = "served-error-summary";

/// The words a form may need, by id. Arguments stand in them as `{$name}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Words(pub BTreeMap<String, String>);

impl Words {
    /// The words under an id; the id itself when they are missing, so that the gap is seen.
    pub fn get(&self, id: &str) -> String {
        self.0.get(id).cloned().unwrap_or_else(|| id.to_owned())
    }

    /// The words under an id, or nothing.
    pub fn find(&self, id: &str) -> Option<String> {
        self.0.get(id).cloned()
    }

    /// An error as a sentence.
    pub fn say(&self, error: &FieldError) -> String {
        let mut text = self.get(&error.words_id());
        for (name, value) in &error.problem.args {
            text = text.replace(&format!("{{${name}}}"), value);
        }
        text.replace("{$label}", &self.get(&error.field))
    }
}

/// An error in words, at its question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShownError {
    /// Name of the question.
    pub field: String,
    /// The sentence.
    pub text: String,
}

/// A form as it is shown: what was typed, what was wrong with it, its words and its facts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// What stands in the inputs.
    pub answers: Answers,
    /// What was refused.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<ShownError>,
    /// The words of its questions.
    pub words: Words,
    /// What its rules need beyond the answers.
    #[serde(default)]
    pub facts: Facts,
    /// Set before the ids of inputs where a page shows the same form twice.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub prefix: String,
}

impl Filled {
    /// What was refused, each at the id of its input, for the summary of a page.
    pub fn errors_at_inputs(&self) -> Vec<ShownError> {
        let at_input =
            |error: &ShownError| ShownError { field: input_id(&self.prefix, &error.field), text: error.text.clone() };
        self.errors.iter().map(at_input).collect()
    }
}

/// What inputs know of the form they stand in. Views of inputs are erased (`into_any`): what forms are made
/// of is then compiled once for browsers, and not once for each form.
#[derive(Clone, Copy)]
pub struct FormState {
    errors: RwSignal<Vec<ShownError>>,
    filled: StoredValue<Filled>,
}

impl FormState {
    /// The state of a form.
    pub fn new(filled: Filled) -> Self {
        Self { errors: RwSignal::new(filled.errors.clone()), filled: StoredValue::new(filled) }
    }

    /// The words under an id.
    pub fn word(self, id: &str) -> String {
        self.filled.with_value(|filled| filled.words.get(id))
    }

    /// What was typed at a question.
    pub fn typed(self, name: &str) -> String {
        self.filled.with_value(|filled| filled.answers.first(name).to_owned())
    }

    /// The id of a question's input.
    pub fn id(self, name: &str) -> String {
        self.filled.with_value(|filled| input_id(&filled.prefix, name))
    }

    /// Runs the form's rule over what stands in the inputs. If something is wrong, the post is
    /// stopped and every error is shown; `fresh` gets them for the summary, with the ids of inputs.
    fn check_before_post(
        self,
        event: &SubmitEvent,
        check: fn(&Answers, &Facts) -> FieldErrors,
        fields: &[Declared],
        fresh: RwSignal<Vec<ShownError>>,
    ) {
        let Some(form) = browser::form_of(event) else { return };
        let (found, prefix, words) = self.filled.with_value(|filled| {
            let found = check(&browser::answers(&form, fields), &filled.facts);
            (found, filled.prefix.clone(), filled.words.clone())
        });
        let shown: Vec<ShownError> =
            found.iter().map(|error| ShownError { field: error.field.to_string(), text: words.say(error) }).collect();
        let is_wrong = !shown.is_empty();
        self.errors.set(shown.clone());
        fresh.set(
            shown.into_iter().map(|error| ShownError { field: input_id(&prefix, &error.field), ..error }).collect(),
        );
        if is_wrong {
            event.prevent_default();
            browser::announce(&words.get("form-error-prefix"));
        }
    }

    /// The classes of a question; one that is wrong is marked. Reactive.
    pub fn field_class(self, name: &str) -> &'static str {
        if self.error(name).is_some() { "field mb-6 border-s-4 border-error ps-4" } else { "field mb-6" }
    }

    /// The ids of what describes an input: its hint, and its error while there is one. Reactive.
    pub fn described_by(self, field: Declared) -> impl Fn() -> Option<String> + Clone + 'static {
        let id = self.id(field.name);
        move || {
            let hint = field.has_hint.then(|| format!("{id}-hint"));
            let error = self.error(field.name).map(|_| format!("{id}-error"));
            let ids: Vec<String> = hint.into_iter().chain(error).collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    }

    /// The label of a question, or other words where the page says more.
    pub fn label(self, field: Declared, words: Option<String>) -> AnyView {
        let optional = field.is_optional.then(|| format!(" {}", self.word("form-optional")));
        view! {
            <label class="mb-1 block font-bold" for=self.id(field.name)>
                {words.unwrap_or_else(|| self.word(field.name))}
                {optional.map(|optional| view! { <span class="font-normal text-muted">{optional}</span> })}
            </label>
        }
        .into_any()
    }

    /// The hint of a question.
    pub fn hint(self, field: Declared) -> AnyView {
        let id = format!("{}-hint", self.id(field.name));
        let words = field.has_hint.then(|| self.word(&format!("{}.hint", field.name)));
        words.map(|words| view! { <p id=id class="mb-2 text-muted">{words}</p> }).into_any()
    }

    /// The sentence at a question while it is wrong.
    pub fn error_at(self, name: &'static str) -> AnyView {
        let id = format!("{}-error", self.id(name));
        let error = move || {
            let id = id.clone();
            self.error(name).map(|text| {
                view! {
                    <p id=id class="mb-2 font-bold text-error">
                        <span class="sr-only">{self.word("form-error-prefix")} " "</span>
                        {text}
                    </p>
                }
            })
        };
        error.into_any()
    }

    /// The sentence at a question, if it is wrong. Reactive.
    pub fn error(self, name: &str) -> Option<String> {
        self.errors.with(|errors| errors.iter().find(|error| error.field == name).map(|error| error.text.clone()))
    }
}

/// The id of a question's input.
pub fn input_id(prefix: &str, name: &str) -> String {
    if prefix.is_empty() { name.to_owned() } else { format!("{prefix}-{name}") }
}

/// A form. `check` is the form's own rule; it runs in the browser on submit.
#[component]
pub fn PostForm(
    /// Where it is posted: the path of its server function.
    action: &'static str,
    /// The form's rule.
    check: fn(&Answers, &Facts) -> FieldErrors,
    /// The form's questions.
    fields: &'static [Declared],
    /// What it shows.
    filled: Filled,
    /// Utilities for its layout.
    #[prop(default = "")]
    class: &'static str,
    /// Its inputs and buttons.
    children: Children,
) -> impl IntoView {
    let state = FormState::new(filled);
    provide_context(state);
    let fresh = RwSignal::new(Vec::<ShownError>::new());
    let on_submit = move |event: SubmitEvent| state.check_before_post(&event, check, fields, fresh);
    let summary_title = state.word("form-problem-title");
    view! {
        <form method="post" action=action novalidate class=class on:submit=on_submit>
            {children()}
        </form>
        {move || {
            let errors = fresh.get();
            let title = summary_title.clone();
            (!errors.is_empty())
                .then(browser::summary_slot)
                .flatten()
                .map(|slot| {
                    view! {
                        <Portal mount=slot>
                            <ErrorSummary title=title.clone() errors=errors.clone() />
                        </Portal>
                    }
                })
        }}
    }
    .into_any()
}

/// An answer that travels with the form unseen.
#[component]
pub fn HiddenInput(
    /// The question.
    field: Declared,
) -> impl IntoView {
    let state = expect_context::<FormState>();
    view! { <input type="hidden" name=field.name value=state.typed(field.name) /> }.into_any()
}

/// What only runs in a browser.
mod browser {
    use domain::form::{Answers, Declared};
    use leptos::{ev::SubmitEvent, prelude::*, wasm_bindgen::JsCast};
    use web_sys::{Element, FormData, HtmlElement, HtmlFormElement};

    /// The form that is about to be posted.
    pub fn form_of(event: &SubmitEvent) -> Option<HtmlFormElement> {
        event.target()?.dyn_into().ok()
    }

    /// What stands in the inputs of a form.
    pub fn answers(form: &HtmlFormElement, fields: &[Declared]) -> Answers {
        let mut answers = Answers::default();
        let Ok(data) = FormData::new_with_form(form) else { return answers };
        for field in fields {
            for value in data.get_all(field.name) {
                answers.push(field.name, value.as_string().unwrap_or_default());
            }
        }
        answers
    }

    /// The place at the top of the page where error summaries stand.
    pub fn summary_slot() -> Option<Element> {
        document().get_element_by_id(super::SUMMARY_SLOT)
    }

    /// Says in the title that something is wrong, takes away the summary that the server put there,
    /// and moves to the fresh one.
    pub fn announce(prefix: &str) {
        if let Some(served) = document().get_element_by_id(super::SERVED_SUMMARY) {
            served.remove();
        }
        let title = document().title();
        if !title.starts_with(prefix) {
            document().set_title(&format!("{prefix} {title}"));
        }
        focus_summary();
    }

    /// Moves the focus to the summary once it stands there.
    fn focus_summary() {
        request_animation_frame(|| {
            let summary = summary_slot().and_then(|slot| slot.query_selector("[role=alert]").ok().flatten());
            if let Some(summary) = summary.and_then(|summary| summary.parent_element()) {
                let _ = summary.unchecked_into::<HtmlElement>().focus();
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use domain::form::Problem;

    use super::*;

    #[test]
    fn an_error_becomes_a_sentence() {
        let words = Words(BTreeMap::from([
            ("quantity".into(), "Quantity".into()),
            ("quantity.too-large".into(), "Quantity must be {$max} or fewer".into()),
            ("any-repeated".into(), "{$label} can only be given once".into()),
        ]));
        let errors = FieldErrors::of("quantity", Problem::new("too-large").arg("max", 10_000));
        assert_eq!(errors.iter().map(|error| words.say(error)).collect::<String>(), "Quantity must be 10000 or fewer");
        let errors = FieldErrors::of("quantity", Problem::new("any-repeated"));
        assert_eq!(errors.iter().map(|error| words.say(error)).collect::<String>(), "Quantity can only be given once");
    }
}
