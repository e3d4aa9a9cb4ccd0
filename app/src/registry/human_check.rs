//! The automatic check that a person sends: a sum that a script solves, and an e-mail code for whoever it fails.

use domain::registry::{human_check::Challenge, sending::HUMAN_CHECK};
use islands::registry::sending::PostHumanCode;
use leptos::{nonce::use_nonce, prelude::*, server_fn::ServerFn};
use ui::{ButtonForm, ButtonKind};

use crate::{Assets, words::t};

/// The check. Without scripts it says so, and the button is the way on.
#[component]
pub fn HumanCheck(
    /// The sum.
    challenge: Challenge,
    /// What was wrong with the last answer to it.
    error: Option<String>,
) -> impl IntoView {
    let error = error.map(|text| view! { <p class="mb-2 font-bold text-error">{text}</p> });
    view! {
        <section class="no-print mb-8" aria-labelledby="human-check-title">
            <h2 id="human-check-title" class="mb-2 text-h3 font-bold">{t("reg-human-title")}</h2>
            <div id=HUMAN_CHECK.name() tabindex="-1">
                {error} <p id="human-check-status" class="measure mb-3" role="status">{t("reg-human-without")}</p>
            </div>
            <ButtonForm action=PostHumanCode::PATH kind=ButtonKind::Secondary>{t("reg-human-button")}</ButtonForm>
        </section>
        <CheckScript challenge />
    }
}

/// The script that solves the sum, with the sum and what it says meanwhile.
#[component]
fn CheckScript(challenge: Challenge) -> impl IntoView {
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    let src = expect_context::<Assets>().human_check;
    let Challenge { salt, challenge, max, expires, mark } = challenge;
    view! {
        <script
            nonce=nonce
            defer=""
            src=src
            data-field=HUMAN_CHECK.name()
            data-salt=salt
            data-challenge=challenge
            data-max=max.to_string()
            data-expires=expires.to_string()
            data-mark=mark
            data-working=t("reg-human-working")
            data-solved=t("reg-human-solved")
            data-failed=t("reg-human-failed")
        ></script>
    }
}
