//! `/register/human-code`: the code that was mailed in the place of the automatic check.

use domain::{
    form::{Answers, Form},
    one_time_code::CODE,
    paths,
    registry::{Step, fields::EMAIL, sending::ConfirmHumanCode},
};
use islands::registry::sending::{PostConfirmHumanCode, PostHumanCode};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, PostForm, TextInput};

use super::{at_draft::at_draft, said::title};
use crate::{
    code_asked::CodeAsked,
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::asking,
    words::{filled, isolated, t, t_with},
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
        let has_errors = !errors.is_empty();
        let (back, change) = (paths::register_check().to_string(), paths::register_step(&Step::Email).to_string());
        Ok(view! {
            <Page title=title(&t("code-title")) viewer=at.viewer errors back navigation=Navigation::Journey>
                <CodeAsked lead=t_with("code-lead", [("email", isolated(&email).into())]) has_errors again=PostHumanCode::PATH change>
                    <PostForm
                        action=PostConfirmHumanCode::PATH
                        check=ConfirmHumanCode::check
                        fields=ConfirmHumanCode::FIELDS
                        filled
                    >
                        <TextInput field=CODE.declared() />
                        <Button>{t("continue")}</Button>
                    </PostForm>
                </CodeAsked>
            </Page>
        }
        .into_any())
    })
}
