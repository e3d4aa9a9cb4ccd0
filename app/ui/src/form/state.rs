//! What inputs know of the form they stand in, and what they make of it.

use domain::form::{Answers, Declared, Facts, FieldErrors};
use leptos::{ev::SubmitEvent, prelude::*};

use super::{
    browser,
    filled::{Filled, ShownError, input_id},
};

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

    /// Whether an answer to choose from was chosen.
    pub fn is_chosen(self, name: &str, option: &str) -> bool {
        self.filled.with_value(|filled| filled.answers.all(name).iter().any(|given| given == option))
    }

    /// The answers to choose from, each with its words: those that the question declares, else those on offer now.
    pub fn options(self, field: Declared) -> Vec<(String, String)> {
        let name = field.name;
        self.filled.with_value(|filled| {
            let words = |value: &str| (value.to_owned(), filled.words.get(&format!("{name}.{value}")));
            if field.options.is_empty() {
                filled.facts.list(name).iter().map(|value| words(value)).collect()
            } else {
                field.options.iter().map(|value| words(value)).collect()
            }
        })
    }

    /// The id of a question's input.
    pub fn id(self, name: &str) -> String {
        self.filled.with_value(|filled| input_id(&filled.prefix, name))
    }

    /// Runs the form's rule over what stands in the inputs. If something is wrong, the post is
    /// stopped and every error is shown; `fresh` gets them for the summary, with the ids of inputs. A button
    /// that takes whatever was typed posts unchecked.
    pub(super) fn check_before_post(
        self,
        event: &SubmitEvent,
        check: fn(&Answers, &Facts) -> FieldErrors,
        fields: &[Declared],
        fresh: RwSignal<Vec<ShownError>>,
    ) {
        if browser::is_unchecked(event) {
            return;
        }
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
        self.said_by(field, false)
    }

    /// That what stands in an input is wrong, for `aria-invalid`, while it is. Reactive.
    pub fn invalid(self, field: Declared) -> impl Fn() -> Option<String> + Clone + 'static {
        self.said_by(field, true)
    }

    /// What an input says of itself: one closure for both attributes, so that browsers get its code once.
    fn said_by(self, field: Declared, is_wrong: bool) -> impl Fn() -> Option<String> + Clone + 'static {
        let id = self.id(field.name);
        move || {
            let error = self.error(field.name);
            if is_wrong {
                return error.map(|_| "true".to_owned());
            }
            let hint = field.has_hint.then(|| format!("{id}-hint"));
            let error = error.map(|_| format!("{id}-error"));
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
        words.map(|words| view! { <div id=id class="mb-2 text-muted">{words}</div> }).into_any()
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

    /// Everything that is wrong at a question, if anything is. Reactive.
    pub fn error(self, name: &str) -> Option<String> {
        self.errors.with(|errors| {
            let of_it = errors.iter().filter(|error| error.field == name);
            let sentences: Vec<&str> = of_it.map(|error| error.text.as_str()).collect();
            (!sentences.is_empty()).then(|| sentences.join(". "))
        })
    }
}
