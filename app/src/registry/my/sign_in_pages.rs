//! `/my…`: signing in to one's registration.

use domain::{
    form::Answers,
    paths,
    registry::managing::{SignIn, SignInCode},
};
use islands::registry::my::{
    own_form::{Own, OwnForm},
    sign_in::PostSignInCodeAgain,
};
use leptos::{prelude::*, server_fn::ServerFn};

use crate::{
    Bundle,
    code_asked::CodeAsked,
    layout::{Navigation, Page},
    load::{NotShown, load},
    registry::said::{lead, title},
    viewer::asking,
    words::{self, isolated, t, t_with},
};

/// `/my`: the address. Whoever is signed in goes on to their registration.
#[component]
pub fn SignInPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        if let Some(session) = viewer.session
            && backend::registry::my::signed_in(&asking.backend, session).await?.is_some()
        {
            return Err(NotShown::Elsewhere(paths::my_registration()));
        }
        let filled = words::filled::<SignIn>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        Ok(view! {
            <Page title=title(&t("my-title")) viewer errors navigation=Navigation::Journey islands=Bundle::Registry>
                {lead(t("my-title"), t("my-lead"))} <div class="task">
                    <OwnForm own=Own::SignIn filled button=t("my-send-code") />
                    <p class="mt-6">
                        {t("my-not-yet")} " "
                        <a class="link" href=paths::register().to_string()>
                            {t("my-register")}
                        </a>
                    </p>
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/my/code`: the code that was mailed. It says the same whether there is a registration or not.
#[component]
pub fn SignInCodePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let elsewhere = || NotShown::Elsewhere(paths::my());
        let viewer = asking.viewer().await?;
        let session = viewer.session.ok_or_else(elsewhere)?;
        let email = backend::email_codes::asked_for(&asking.backend, session).await?.ok_or_else(elsewhere)?;
        let lead = t_with("my-code-lead", [("email", isolated(email.as_str()).into())]);
        let filled = words::filled::<SignInCode>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        let has_errors = !errors.is_empty();
        let back = paths::my().to_string();
        Ok(view! {
            <Page title=title(&t("code-title")) viewer errors back=back.clone() navigation=Navigation::Journey islands=Bundle::Registry>
                <CodeAsked lead has_errors again=PostSignInCodeAgain::PATH change=back>
                    <OwnForm own=Own::SignInCode filled button=t("my-sign-in") />
                </CodeAsked>
            </Page>
        }
        .into_any())
    })
}
