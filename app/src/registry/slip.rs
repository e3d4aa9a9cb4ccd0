//! An e-mail address with a slip of the finger in it: pointed out, and let through.

use domain::{
    form::Answer,
    paths,
    registry::{Draft, Step, fields::EMAIL},
    text::EmailAddress,
};
use leptos::prelude::*;

use crate::words::{isolated, t, t_with};

/// Names the address that was probably meant, where it is not the one that was typed.
#[component]
pub fn Slip(
    /// The address that was meant.
    meant: EmailAddress,
    /// The page this stands on has the question.
    is_asked_here: bool,
) -> impl IntoView {
    let email = isolated(meant.as_str());
    let change = (!is_asked_here).then(|| {
        let href = paths::register_step(&Step::Email).to_string();
        view! { " " <a class="link" href=href>{t("reg-slip-change")}</a> }
    });
    view! { <p class="measure mb-6 font-bold wrap-anywhere">{t_with("reg-slip", [("email", email.into())])} {change}</p> }
}

/// The address that was probably meant.
pub fn probably_meant(draft: &Draft) -> Option<EmailAddress> {
    EmailAddress::read(draft.answers.first(EMAIL.name()).trim()).ok()?.probably_meant()
}
