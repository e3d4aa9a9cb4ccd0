//! `/register/human-code`: the code that was mailed in the place of the automatic check.

use domain::{
    form::{Answers, Form},
    one_time_code::CODE,
    paths,
    registry::{Step, fields::EMAIL, sending::ConfirmHumanCode},
};
use islands::registry::sending::{PostConfirmHumanCode, PostHumanCode};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, ButtonForm, ButtonKind, PostForm, TextInput};

use super::{at_draft::at_draft, said::title};
use crate::{
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::asking,
    words::{filled, t, t_with},
};

/// The page. Whoever proved a mailbox in this visit needs no code.
#[component]
pub fn HumanCodePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_draft(&asking).await?;
        if at.viewer.confirmed_email.is_some() || !at.journey.may_check() {
            return Err(NotShown::Elsewhere(paths::register_check()));
        }
        let email = at.open.draft.answers.first(EMAIL.name()).trim().to_owned();
        let filled = filled::<ConfirmHumanCode>(&at.viewer, Answers::default());
        let errors = filled.errors.clone();
        let (back, change) = (paths::register_check().to_string(), paths::register_step(&Step::Email).to_string());
        Ok(view! {
            <Page title=title(&t("code-title")) viewer=at.viewer errors back navigation=Navigation::Journey>
                <h1 class="text-h1 font-bold">{t("code-title")}</h1>
                <p class="measure mt-3 mb-6 wrap-anywhere">{t_with("code-lead", [("email", email.into())])}</p>
                <div class="task">
                    <PostForm
                        action=PostConfirmHumanCode::PATH
                        check=ConfirmHumanCode::check
                        fields=ConfirmHumanCode::FIELDS
                        filled
                    >
                        <TextInput field=CODE.declared() />
                        <Button>{t("continue")}</Button>
                    </PostForm>
                    <div class="mt-6 flex flex-wrap gap-6">
                        <ButtonForm action=PostHumanCode::PATH kind=ButtonKind::Quiet>{t("code-again")}</ButtonForm>
                        <a class="link" href=change>{t("code-change")}</a>
                    </div>
                </div>
            </Page>
        }
        .into_any())
    })
}
