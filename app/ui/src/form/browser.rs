//! What only runs in a browser.

use domain::form::{Answers, Declared};
use js_sys::JsString;
use leptos::{ev::SubmitEvent, prelude::*, wasm_bindgen::JsCast};
use web_sys::{Element, FormData, HtmlElement, HtmlFormElement};

/// The form that is about to be posted.
pub fn form_of(event: &SubmitEvent) -> Option<HtmlFormElement> {
    event.target()?.dyn_into().ok()
}

/// Whether the button that was pressed takes whatever was typed.
pub fn is_unchecked(event: &SubmitEvent) -> bool {
    event.submitter().is_some_and(|button| button.has_attribute("formnovalidate"))
}

/// What stands in the inputs of a form, in Unicode's composed form: a letter of two signs counts once.
pub fn answers(form: &HtmlFormElement, fields: &[Declared]) -> Answers {
    let mut answers = Answers::default();
    let Ok(data) = FormData::new_with_form(form) else { return answers };
    for field in fields {
        for value in data.get_all(field.name) {
            let composed = value.unchecked_into::<JsString>().normalize("NFC");
            answers.push(field.name, composed.as_string().unwrap_or_default());
        }
    }
    answers
}

/// The place at the top of the page where error summaries stand.
pub fn summary_slot() -> Option<Element> {
    document().get_element_by_id(super::SUMMARY_SLOT)
}

/// Says in the title that something is wrong, takes away what the server said before (a summary, a
/// word of success), and moves to the fresh one.
pub fn announce(prefix: &str) {
    for before in [super::SERVED_SUMMARY, super::DONE_BANNER] {
        if let Some(before) = document().get_element_by_id(before) {
            before.remove();
        }
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
