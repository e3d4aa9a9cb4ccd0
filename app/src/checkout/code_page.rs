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
    words::{self, t, t_with},
};

/// The page.
#[component]
pub fn CodePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_checkout(&asking).await?;
        let Stage::Code(_, contact) = &at.stage else { return Err(NotShown::Elsewhere(at.stage.page())) };
        let lead = t_with("code-lead", [("email", contact.email.to_string().into())]);
        let meant =
            contact.email.probably_meant().map(|meant| t_with("code-meant", [("email", meant.to_string().into())]));
        let filled = words::filled::<ConfirmEmail>(&at.viewer, Answers::default());
        let errors = filled.errors.clone();
        let back = paths::contact().to_string();
        Ok(view! {
            <Page title=t("code-title") viewer=at.viewer errors back=back.clone() navigation=Navigation::Journey islands=Bundle::Public>
                <CodeAsked lead meant again=PostSendCode::PATH change=back>
                    <CodeForm filled button=t("continue") />
                </CodeAsked>
            </Page>
        }
        .into_any())
    })
}
