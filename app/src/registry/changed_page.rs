//! `/register/changed`: two windows gave different answers to the same page.

use domain::{
    form::Answers,
    paths,
    registry::saving::{SETTLE, Settled},
};
use islands::{context::answer_with_conflict, registry::saving::PostSettleConflict};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{ButtonForm, ButtonKind};

use super::{
    at_draft::at_draft,
    said::{lead, title},
    step_words::heading,
    summary::stored,
};
use crate::{
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::asking,
    words::t,
};

/// The page, with both. Where nothing is left open, it leads to the list of tasks.
#[component]
pub fn ChangedPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_draft(&asking).await?;
        let conflict = backend::registry::drafts::conflict(&asking.backend, at.open.id).await?;
        let conflict = conflict.ok_or_else(|| NotShown::Elsewhere(paths::register_tasks()))?;
        answer_with_conflict();
        let question = heading(&conflict.step, &at.open.draft, &at.register);
        let side = |answers: &Answers, kept: Settled| {
            let draft = at.open.draft.clone().with_step(&conflict.step, answers);
            let rows = stored(std::slice::from_ref(&conflict.step), (&draft, &at.register), None);
            let answers = vec![(SETTLE.name(), kept.to_string())];
            view! {
                <section class="rounded border-2 border-line p-4">
                    <h3 class="mb-2 text-h4 font-bold">{t(&format!("reg-changed-{kept}"))}</h3>
                    {rows}
                    <ButtonForm action=PostSettleConflict::PATH answers kind=ButtonKind::Secondary>
                        {t(&format!("reg-changed-keep-{kept}"))}
                    </ButtonForm>
                </section>
            }
            .into_any()
        };
        let (typed, stored) = (side(&conflict.typed, Settled::Typed), side(&conflict.stored, Settled::Stored));
        Ok(view! {
            <Page title=title(&t("reg-changed-title")) viewer=at.viewer navigation=Navigation::Journey>
                {lead(t("reg-changed-title"), t("reg-changed-lead"))}
                <h2 class="mb-4 text-h3 font-bold">{question}</h2>
                <div class="grid gap-6 md:grid-cols-2">{typed} {stored}</div>
            </Page>
        }
        .into_any())
    })
}
