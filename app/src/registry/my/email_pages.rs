//! `/my/email…`: another address for a registration.

use domain::{
    form::Answers,
    paths,
    registry::managing::{ChangeEmail, ConfirmNewEmail},
};
use islands::registry::my::{
    email::PostNewEmailCodeAgain,
    own_form::{Own, OwnForm},
};
use leptos::{prelude::*, server_fn::ServerFn};

use super::at_mine::{SignedIn, nowhere, signed_in};
use crate::{
    Bundle,
    code_asked::CodeAsked,
    layout::{Navigation, Page},
    load::{NotShown, load},
    registry::said::title,
    viewer::asking,
    words::{self, isolated, t, t_with},
};

/// `/my/email`: which address.
#[component]
pub fn EmailPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let SignedIn { viewer, registrant, .. } = signed_in(&asking).await?;
        let address = backend::registry::email::current(&asking.backend, registrant).await?.ok_or_else(nowhere)?;
        let lead = t_with("my-email-lead", [("email", isolated(&address).into())]);
        let filled = words::filled::<ChangeEmail>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        let (h1, back) = (t("my-email-title"), paths::my_registration().to_string());
        Ok(view! {
            <Page title=title(&h1) viewer errors back navigation=Navigation::Journey islands=Bundle::Registry>
                <h1 class="text-h1 font-bold">{h1}</h1>
                <p class="measure mt-3 mb-6 wrap-anywhere">{lead}</p>
                <div class="task">
                    <OwnForm own=Own::Email filled button=t("my-email-button") />
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/my/email/code`: the code that was mailed there.
#[component]
pub fn EmailCodePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = signed_in(&asking).await?;
        let asked = backend::registry::email::asked(&asking.backend, at.registrant).await?;
        let asked = asked.ok_or_else(|| NotShown::Elsewhere(paths::my_email()))?;
        let lead = t_with("my-email-code-lead", [("email", isolated(&asked.new_email).into())]);
        let filled = words::filled::<ConfirmNewEmail>(&at.viewer, Answers::default());
        let errors = filled.errors.clone();
        let has_errors = !errors.is_empty();
        let back = paths::my_email().to_string();
        Ok(view! {
            <Page title=title(&t("code-title")) viewer=at.viewer errors back=back.clone() navigation=Navigation::Journey islands=Bundle::Registry>
                <CodeAsked lead has_errors again=PostNewEmailCodeAgain::PATH change=back>
                    <OwnForm own=Own::EmailCode filled button=t("my-email-confirm") />
                </CodeAsked>
            </Page>
        }
        .into_any())
    })
}
