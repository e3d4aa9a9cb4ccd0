//! Recovery codes of somebody: those that were just made, and how many are left.

use backend::staff::Recovery;
use domain::paths;
use leptos::prelude::*;
use ui::LinkButton;

use crate::{
    bidi::LeftToRight,
    words::{t, t_with},
};

/// The codes, where they were just made, to be written down.
pub fn shown(recovery: &Recovery) -> Option<AnyView> {
    if recovery.shown.is_empty() {
        return None;
    }
    let codes = recovery.shown.iter().cloned();
    let codes = codes.map(|code| view! { <li class="font-bold tabular-nums"><LeftToRight text=code /></li> });
    let codes = codes.collect_view();
    let body = t("staff-recovery-shown-body");
    Some(
        view! {
            <section class="order-box task" aria-labelledby="recovery-shown">
                <h2 id="recovery-shown" class="text-h3 font-bold">{t("staff-recovery-shown-title")}</h2>
                <p class="measure mt-2 mb-4">{body}</p>
                <ul class="mb-6 grid gap-2 sm:grid-cols-2">{codes}</ul>
                <LinkButton href=paths::staff().to_string()>{t("staff-recovery-shown-on")}</LinkButton>
            </section>
        }
        .into_any(),
    )
}

/// How many are left, and the way to others.
pub fn section(recovery: &Recovery) -> AnyView {
    let left = i64::try_from(recovery.left).unwrap_or(i64::MAX);
    let left = t_with("staff-recovery-left", [("codes", left.into())]);
    let renew = paths::staff_renew_recovery_codes().to_string();
    view! {
        <section class="task-wide mt-8" aria-labelledby="recovery-title">
            <h2 id="recovery-title" class="text-h3 font-bold">{t("staff-recovery-title")}</h2>
            <p class="measure mt-2">{t("staff-recovery-body")} " " {left}</p>
            <p class="mt-4">
                <a class="link inline-flex min-h-8 items-center" href=renew>{t("staff-recovery-renew")}</a>
            </p>
        </section>
    }
    .into_any()
}
