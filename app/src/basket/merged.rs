//! That signing in added to the basket what lay in an earlier one.

use islands::account::merge::PostUndoMerge;
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{ButtonForm, button::ButtonKind};

use crate::words::{t, t_with};

/// Says how many lines came in, and takes them out again; nothing where none did, or it was too long ago.
#[component]
pub fn MergedBanner(
    /// Lines that came in.
    lines: i64,
) -> impl IntoView {
    (lines > 0).then(|| {
        view! {
            <section class="mt-6 rounded border-2 border-brand bg-tint p-4" aria-labelledby="merged-title">
                <h2 id="merged-title" class="mb-1 text-small font-bold">{t("basket-merged-title")}</h2>
                <p class="mb-2">{t_with("basket-merged", [("lines", lines.into())])}</p>
                <ButtonForm action=PostUndoMerge::PATH kind=ButtonKind::Secondary>{t("basket-merged-undo")}</ButtonForm>
            </section>
        }
    })
}
