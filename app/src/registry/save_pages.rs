//! `/register/save` and `/register/saved`: a registration is put aside, to be continued anywhere.

use domain::{
    form::{Answers, Form},
    paths,
    registry::{
        fields::EMAIL,
        saving::{SAVE_EMAIL, SaveDraft},
    },
};
use islands::registry::saving::PostSaveDraft;
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, LinkButton, PostForm, TextInput};

use super::{
    at_draft::at_draft,
    said::{lead, title},
};
use crate::{
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::asking,
    words::{self, isolated, t, t_with},
};

/// `/register/save`: where to send the way back. What was typed as the address of the registration stands there.
#[component]
pub fn SavePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_draft(&asking).await?;
        let typed = at.open.draft.answers.first(EMAIL.name()).trim().to_owned();
        let known = at.open.saved_for.unwrap_or(typed);
        let filled = words::filled::<SaveDraft>(&at.viewer, Answers::default().with(SAVE_EMAIL.name(), known));
        let errors = filled.errors.clone();
        let back = paths::register_tasks().to_string();
        Ok(view! {
            <Page title=title(&t("reg-save-title")) viewer=at.viewer errors back navigation=Navigation::Journey>
                {lead(t("reg-save-title"), t("reg-save-lead"))}
                <div class="task">
                    <PostForm action=PostSaveDraft::PATH check=SaveDraft::check fields=SaveDraft::FIELDS filled>
                        <TextInput field=SAVE_EMAIL.declared() />
                        <Button>{t("reg-save-button")}</Button>
                    </PostForm>
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/register/saved`: the same for whoever has a registration saved already, and for whoever has not.
#[component]
pub fn SavedPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_draft(&asking).await?;
        let email = at.open.saved_for.ok_or_else(|| NotShown::Elsewhere(paths::register_save()))?;
        let (lead, body) = if backend::registry::saving::are_held_back(&asking.backend, &email).await? {
            ("reg-saved-held", "reg-saved-held-body")
        } else {
            ("reg-saved-lead", "reg-saved-body")
        };
        let tasks = paths::register_tasks().to_string();
        let other = paths::register_save().to_string();
        Ok(view! {
            <Page title=title(&t("reg-saved-title")) viewer=at.viewer navigation=Navigation::Journey>
                <h1 class="text-h1 font-bold">{t("reg-saved-title")}</h1>
                <p class="measure mt-3 wrap-anywhere">{t_with(lead, [("email", isolated(&email).into())])}</p>
                <p class="measure mt-3 mb-6">{t(body)}</p>
                <div class="no-print flex flex-wrap items-center gap-6">
                    <LinkButton href=tasks>{t("reg-saved-go-on")}</LinkButton>
                    <a class="link" href=other>{t("code-change")}</a>
                </div>
            </Page>
        }
        .into_any())
    })
}
