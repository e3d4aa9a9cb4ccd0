//! `/register/which`: two registrations were saved for one address, and one of them is kept.

use backend::registry::saving::{OfAddress, which};
use domain::{
    paths,
    registry::saving::{KEEP_DRAFT, KeptDraft},
};
use islands::registry::saving::PostChooseDraft;
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{ButtonForm, ButtonKind};

use super::said::{lead, title};
use crate::{
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::asking,
    words::{registry_moment_of, t, t_with},
};

/// The page. Where there is nothing to choose, the registration at hand goes on.
#[component]
pub fn WhichPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let nowhere = || NotShown::Elsewhere(paths::register_tasks());
        let (session, draft) = viewer.session.zip(viewer.draft).ok_or_else(nowhere)?;
        let both = which(&asking.backend, session, draft).await?.ok_or_else(nowhere)?;
        Ok(view! {
            <Page title=title(&t("reg-which-title")) viewer navigation=Navigation::Journey>
                {lead(t("reg-which-title"), t("reg-which-lead"))}
                <div class="grid gap-6 md:grid-cols-2">
                    {choice(&both.earlier, KeptDraft::Earlier)} {choice(&both.newer, KeptDraft::Newer)}
                </div>
            </Page>
        }
        .into_any())
    })
}

/// One of the two: when it was last changed, how much is answered, and the button that keeps it.
fn choice(draft: &OfAddress, kept: KeptDraft) -> AnyView {
    let changed = t_with("reg-which-changed", [("moment", registry_moment_of(draft.touched_at).into())]);
    let answered = t_with("reg-which-answered", [("answered", draft.answered.into())]);
    let answers = vec![(KEEP_DRAFT.name(), kept.to_string())];
    view! {
        <section class="rounded border-2 border-line p-4">
            <h2 class="text-h3 font-bold">{t(&format!("reg-which-{kept}"))}</h2>
            <p class="mt-2">{changed}</p>
            <p class="mt-1 mb-4">{answered}</p>
            <ButtonForm action=PostChooseDraft::PATH answers kind=ButtonKind::Secondary>
                {t(&format!("reg-which-keep-{kept}"))}
            </ButtonForm>
        </section>
    }
    .into_any()
}
