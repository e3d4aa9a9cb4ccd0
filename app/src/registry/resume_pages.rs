//! `/register/resume` and `/register/resume/code`: back to a saved registration, with a code.

use domain::{
    form::{Answers, Form},
    one_time_code::CODE,
    paths,
    registry::saving::{RESUME_EMAIL, Resume, ResumeCode},
};
use islands::registry::saving::{PostResume, PostResumeCode, PostResumeCodeAgain};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, PostForm, TextInput};

use super::said::{lead, title};
use crate::{
    code_asked::CodeAsked,
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
    words::{filled, isolated, t, t_with},
};

/// `/register/resume`: which address.
#[component]
pub fn ResumePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let filled = filled::<Resume>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        let back = paths::register().to_string();
        Ok(view! {
            <Page title=title(&t("reg-resume-title")) viewer errors back navigation=Navigation::Journey>
                {lead(t("reg-resume-title"), t("reg-resume-lead"))}
                <div class="task">
                    <PostForm action=PostResume::PATH check=Resume::check fields=Resume::FIELDS filled>
                        <TextInput field=RESUME_EMAIL.declared() />
                        <Button>{t("reg-resume-button")}</Button>
                    </PostForm>
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/register/resume/code`: the code. The page says the same whether a registration is saved or not.
#[component]
pub fn ResumeCodePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let email = match viewer.session {
            Some(session) => backend::email_codes::asked_for(&asking.backend, session).await?,
            None => None,
        };
        let lead = email.map_or_else(
            || t("reg-code-lead"),
            |email| t_with("code-lead", [("email", isolated(email.as_str()).into())]),
        );
        let filled = filled::<ResumeCode>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        let has_errors = !errors.is_empty();
        let back = paths::register_resume().to_string();
        Ok(view! {
            <Page title=title(&t("code-title")) viewer errors back=back.clone() navigation=Navigation::Journey>
                <CodeAsked lead has_errors again=PostResumeCodeAgain::PATH change=back>
                    <PostForm action=PostResumeCode::PATH check=ResumeCode::check fields=ResumeCode::FIELDS filled>
                        <TextInput field=CODE.declared() />
                        <Button>{t("continue")}</Button>
                    </PostForm>
                </CodeAsked>
            </Page>
        }
        .into_any())
    })
}
