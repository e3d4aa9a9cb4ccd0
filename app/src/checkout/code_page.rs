//! `/checkout/code`: the code that was mailed.

use domain::{
    checkout::{ConfirmEmail, Stage},
    form::Answers,
    paths,
};
use islands::checkout::code::{CodeForm, PostSendCode};
use leptos::{prelude::*, server_fn::ServerFn};

use super::at_checkout::at_checkout;
use crate::{
    Bundle,
    code_asked::CodeAsked,
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::asking,
    words::{self, isolated, t, t_with},
};

/// The page.
#[component]
pub fn CodePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_checkout(&asking).await?;
        let Stage::Code(_, contact) = &at.stage else { return Err(NotShown::Elsewhere(at.stage.page())) };
        let lead = t_with("code-lead", [("email", isolated(contact.email.as_str()).into())]);
        let meant = contact
            .email
            .probably_meant()
            .map(|meant| t_with("code-meant", [("email", isolated(meant.as_str()).into())]));
        let filled = words::filled::<ConfirmEmail>(&at.viewer, Answers::default());
        let errors = filled.errors.clone();
        let has_errors = !errors.is_empty();
        let back = paths::contact().to_string();
        Ok(view! {
            <Page title=t("code-title") viewer=at.viewer errors back=back.clone() navigation=Navigation::Journey islands=Bundle::Public>
                <CodeAsked lead meant has_errors again=PostSendCode::PATH change=back>
                    <CodeForm filled button=t("continue") />
                </CodeAsked>
            </Page>
        }
        .into_any())
    })
}
