//! A question with several lines to type in.

use domain::form::Declared;
use leptos::prelude::*;

use crate::form::FormState;

/// What was typed, for the inside of a `<textarea>`: Leptos does not escape there, and parsers swallow a first
/// line break.
fn escaped(typed: &str) -> String {
    let text = typed.replace('&', "&amp;").replace('<', "&lt;");
    if text.starts_with(['\n', '\r']) { format!("\n{text}") } else { text }
}

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
            <textarea
                class="input w-full"
                id=id
                name=name
                rows=rows
                aria-describedby=state.described_by(field)
                aria-invalid=state.invalid(field)
            >
                {escaped(&state.typed(name))}
            </textarea>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_was_typed_stays_text() {
        assert_eq!(super::escaped("</textarea>&lt;"), "&lt;/textarea>&amp;lt;");
        assert_eq!(super::escaped("\nsecond line"), "\n\nsecond line");
    }
}
