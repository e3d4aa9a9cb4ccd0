//! That signing in added to the basket what lay in an earlier one.

use islands::account::merge::PostUndoMerge;
use leptos::{prelude::*, server_fn::ServerFn};
use store::sessions::MergedLines;
use ui::{ButtonForm, button::ButtonKind};

use crate::words::{t, t_with};

/// Says how many lines came in and how many could not, and takes them out again; nothing where there were none, or it
/// was too long ago.
#[component]
pub fn MergedBanner(
    /// Lines of the earlier basket.
    merged: MergedLines,
) -> impl IntoView {
    let MergedLines { added, beyond } = merged;
    let said = [("basket-merged", added), ("basket-merged-beyond", beyond)].map(|(words, lines)| {
        (lines > 0).then(|| view! { <p class="mb-2">{t_with(words, [("lines", lines.into())])}</p> })
    });
    (added > 0 || beyond > 0).then(|| {
        view! {
            <section class="no-print my-6 rounded border-2 border-brand bg-tint p-4" aria-labelledby="merged-title">
                <h2 id="merged-title" class="mb-1 text-small font-bold">{t("basket-merged-title")}</h2>
                {said.collect_view()}
                <ButtonForm action=PostUndoMerge::PATH kind=ButtonKind::Secondary>{t("basket-merged-undo")}</ButtonForm>
            </section>
        }
    })
}
