//! What readers do among the values of facets, which stays when results are swapped.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// A text in lower case, by the browser's own tables.
fn lower(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// Shows the values of a facet whose words hold what is typed in its search box.
pub(super) fn narrow(input: &HtmlInputElement) {
    let wanted = lower(input.value().trim());
    let Ok(Some(facet)) = input.closest("[data-facet]") else { return };
    if let Ok(Some(more)) = facet.query_selector("details") {
        let _ = more.toggle_attribute_with_force("open", !wanted.is_empty());
    }
    let Ok(boxes) = facet.query_selector_all(".checkbox") else { return };
    for at in 0..boxes.length() {
        let Some(line) = boxes.item(at).and_then(|line| line.dyn_into::<HtmlElement>().ok()) else { continue };
        let fits = lower(&line.text_content().unwrap_or_default()).contains(&wanted);
        line.set_hidden(!fits);
    }
}

/// What the reader opened or closed, and what they look for among values, by id.
pub(super) fn kept_state(region: &HtmlElement) -> Vec<(String, Kept)> {
    let mut kept = Vec::new();
    let Ok(found) = region.query_selector_all("details[id], [data-facet-find]") else { return kept };
    for at in 0..found.length() {
        let Some(element) = found.item(at).and_then(|element| element.dyn_into::<Element>().ok()) else { continue };
        let state = match element.dyn_ref::<HtmlInputElement>() {
            Some(input) => Kept::Typed(input.value()),
            None => Kept::Open(element.has_attribute("open")),
        };
        kept.push((element.id(), state));
    }
    kept
}

/// What a reader did.
pub(super) enum Kept {
    /// Something is open, or closed.
    Open(bool),
    /// What is looked for.
    Typed(String),
}

/// The same again, once the region was swapped.
pub(super) fn restore(kept: &[(String, Kept)]) {
    for (id, state) in kept {
        let Some(element) = document().get_element_by_id(id) else { continue };
        match (state, element.dyn_ref::<HtmlInputElement>()) {
            (Kept::Open(is_open), _) => drop(element.toggle_attribute_with_force("open", *is_open)),
            (Kept::Typed(text), Some(input)) if !text.is_empty() => {
                input.set_value(text);
                narrow(input);
            }
            _ => {}
        }
    }
}
