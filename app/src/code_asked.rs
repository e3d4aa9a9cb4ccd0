//! What pages share that ask for a code which was mailed.

use leptos::prelude::*;
use ui::{ButtonForm, button::ButtonKind};

use crate::{done::DoneBanner, words::t};

/// That another one was sent, heading, where the code went, the form, and what to do when none came.
#[component]
pub fn CodeAsked(
    /// Where it went.
    lead: String,
    /// The address that was probably meant, in a sentence.
    #[prop(optional_no_strip)]
    meant: Option<String>,
    /// Whether the page says what is wrong.
    has_errors: bool,
    /// Mails another one.
    again: &'static str,
    /// Where another address is given.
    change: String,
    /// The form.
    children: Children,
) -> impl IntoView {
    view! {
        <DoneBanner has_errors />
        <h1 class="text-h1 font-bold">{t("code-title")}</h1>
        <p class="measure mt-3 mb-6 wrap-anywhere">{lead}</p>
        {meant.map(|meant| view! { <p class="measure mb-6 font-bold wrap-anywhere">{meant}</p> })}
        <div class="task">
            {children()}
            <div class="mt-6 flex flex-wrap gap-6">
                <ButtonForm action=again kind=ButtonKind::Quiet>{t("code-again")}</ButtonForm>
                <a class="link" href=change>{t("code-change")}</a>
            </div>
        </div>
    }
}
