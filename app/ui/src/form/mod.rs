//! The one way a form is drawn, checked in the browser and posted.
//!
//! It is a plain `<form method="post">`. Where the browser runs our code, the same check as on the
//! server runs on submit; if it finds something, the post is stopped and the errors are shown. In
//! every other case the browser posts by itself.

mod browser;
mod filled;
mod state;
mod words;

use domain::form::{Answers, Declared, Facts, FieldErrors};
pub use filled::{Filled, ShownError, input_id};
use leptos::{ev::SubmitEvent, portal::Portal, prelude::*};
pub use state::FormState;
pub use words::Words;

use crate::ErrorSummary;

/// The id of the place at the top of `<main>` where error summaries stand.
pub const SUMMARY_SLOT: &str = "error-summary-slot";

/// The id of the summary that the server put there; a fresh one replaces it.
pub const SERVED_SUMMARY: &str = "served-error-summary";

/// The id of the word of success on a page; what is wrong now takes its place.
pub const DONE_BANNER: &str = "done";

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
