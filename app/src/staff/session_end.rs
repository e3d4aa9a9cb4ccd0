//! That whoever is signed in as staff will be signed out, told before it happens. Where no scripts run, the page about how
//! one signs in says how long one stays so.

use domain::{
    paths,
    staff::{STAFF_HOURS, STAFF_IDLE_MINUTES},
};
use leptos::{nonce::use_nonce, prelude::*};
use store::staff::Left;

use crate::{
    Assets,
    words::{t, t_with},
};

/// Minutes before the end from which it is told, and those before it is told again.
const TOLD_MINUTES: [i64; 2] = [5, 1];

/// The place where it is said, and the script that says it. An end that somebody puts off by being here has a button for
/// that.
#[component]
pub fn SessionEnd(
    /// How long they stay signed in.
    left: Left,
) -> impl IntoView {
    let assets = expect_context::<Assets>();
    let nonce = use_nonce().map(|nonce| nonce.to_string());
    let told = |words: &'static str| {
        TOLD_MINUTES.map(|minutes| t_with(words, [("minutes", minutes.into()), ("hours", STAFF_HOURS.into())]))
    };
    let ([idle, idle_again], [whole, whole_again]) = (told("staff-end-idle"), told("staff-end-whole"));
    view! {
        <section id="session-end" class="session-end no-print" aria-label=t("staff-end-label") hidden>
            <div class="container flex flex-wrap items-center gap-x-6 gap-y-2 py-3">
                <p role="alert" class="max-w-[var(--width-text)] font-bold"></p>
                <button type="button" class="btn btn-secondary">{t("staff-end-stay")}</button>
            </div>
        </section>
        <script
            nonce=nonce
            defer=""
            src=assets.session_end
            data-asks=paths::staff().to_string()
            data-idle=left.idle
            data-whole=left.whole
            data-first=TOLD_MINUTES[0] * 60
            data-again=TOLD_MINUTES[1] * 60
            data-idle-first=idle
            data-idle-again=idle_again
            data-whole-first=whole
            data-whole-again=whole_again
            data-stays=t("staff-end-stays")
            data-ended=t("staff-end-ended")
        ></script>
    }
}

/// The same where no scripts run.
pub fn stays_signed_in() -> AnyView {
    let said = t_with("staff-end-limits", [("minutes", STAFF_IDLE_MINUTES.into()), ("hours", STAFF_HOURS.into())]);
    view! { <p class="mt-8 max-w-[var(--width-text)]">{said}</p> }.into_any()
}
