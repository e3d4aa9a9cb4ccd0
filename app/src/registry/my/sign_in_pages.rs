//! `/my…`: signing in to one's registration.

use domain::{
    form::Answers,
    paths,
    registry::managing::{SIGN_IN_TOKEN, SignIn, SignInCode},
};
use islands::{
    AppError, context,
    registry::my::{
        own_form::{Own, OwnForm},
        sign_in::{PostSignInByLink, PostSignInCodeAgain},
    },
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;
use ui::{ButtonForm, LinkButton};

use crate::{
    Bundle,
    code_asked::CodeAsked,
    layout::{Navigation, Page},
    load::{NotShown, load},
    registry::said::{lead, title},
    viewer::asking,
    words::{self, t, t_with},
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
        let lead = t_with("my-code-lead", [("email", email.to_string().into())]);
        let filled = words::filled::<SignInCode>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        let back = paths::my().to_string();
        Ok(view! {
            <Page title=title(&t("code-title")) viewer errors back=back.clone() navigation=Navigation::Journey islands=Bundle::Registry>
                <CodeAsked lead again=PostSignInCodeAgain::PATH change=back>
                    <OwnForm own=Own::SignInCode filled button=t("my-sign-in") />
                </CodeAsked>
            </Page>
        }
        .into_any())
    })
}

/// `/my/link/{token}`: a button, so that mail scanners use no code up. It works where the code was asked for.
#[component]
pub fn SignInLinkPage() -> impl IntoView {
    let asking = asking();
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    load(async move {
        let is_open = backend::registry::my::linked_code(&asking.backend, &token).is_some();
        let viewer = asking.viewer().await?;
        let h1 = if is_open { "my-link-title" } else { "my-link-ended-title" };
        let action = if is_open {
            let answers = vec![(SIGN_IN_TOKEN.name(), token)];
            view! { <ButtonForm action=PostSignInByLink::PATH answers>{t("my-sign-in")}</ButtonForm> }.into_any()
        } else {
            context::answer_with(AppError::Gone);
            view! { <LinkButton href=paths::my().to_string()>{t("my-ask-again")}</LinkButton> }.into_any()
        };
        let body = if is_open { "my-link-body" } else { "my-link-ended-body" };
        Ok(view! {
            <Page title=title(&t(h1)) viewer navigation=Navigation::Journey>
                {lead(t(h1), t(body))} {action}
            </Page>
        }
        .into_any())
    })
}
