//! What several pages of the registry say in the same way.

use domain::form::{Answers, Declared, Form};
use leptos::prelude::*;
use store::sessions::Viewer;
use ui::{Filled, ShownError};

use crate::words::{self, t, t_with};

/// The title of a page: "{h1} – Register".
pub fn title(id: &str) -> String {
    t_with("reg-title", [("page", t(id).into())])
}

/// A form, and what was refused of a button beside it (`button` is the name of the button's form), said at a
/// question of the form.
pub fn filled_beside<F: Form>(viewer: &Viewer, known: Answers, button: &str, question: Declared) -> Filled {
    let mut filled = words::filled::<F>(viewer, known);
    if filled.errors.is_empty() {
        let of_button = viewer.rejections.iter().filter(|refused| refused.form == button);
        let errors = of_button.flat_map(|refused| refused.errors.iter());
        filled.errors =
            errors.map(|error| ShownError { field: question.name.to_owned(), text: words::say(error) }).collect();
    }
    filled
}

/// Whom to write to.
#[component]
pub fn Mailbox(
    /// The address.
    address: String,
) -> impl IntoView {
    let href = format!("mailto:{address}");
    view! { <p class="measure mt-3 wrap-anywhere">{t("reg-mailbox")} " " <a class="link" href=href>{address}</a></p> }
}
