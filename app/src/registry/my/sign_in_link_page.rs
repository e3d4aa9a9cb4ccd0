//! `/my/link/{token}`: what the link of a message with a code leads to.

use domain::{
    form::{Answers, Form},
    one_time_code::CODE,
    paths,
    registry::managing::{SIGN_IN_TOKEN, SignInElsewhere},
};
use islands::{
    AppError, context,
    registry::my::sign_in::{PostSignInByLink, PostSignInElsewhere},
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;
use store::sessions::Viewer;
use ui::{Button, ButtonForm, HiddenInput, LinkButton, PostForm, TextInput};

use crate::{
    layout::{Navigation, Page},
    load::{NotShown, load},
    registry::said::{lead, title},
    viewer::asking,
    words::{self, t},
};

/// A button where the code was asked for, so that mail scanners use none up; in any other browser the code is typed. A
/// link that a program of before wrote leads to where the code is typed.
#[component]
pub fn SignInLinkPage() -> impl IntoView {
    let asking = asking();
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    load(async move {
        let linked = backend::registry::my::linked(&asking.backend, &token);
        let viewer = asking.viewer().await?;
        Ok(match linked.map(|linked| linked.session) {
            // It does not say where it was asked for: the code is typed there.
            Some(None) => return Err(NotShown::Elsewhere(paths::my_code())),
            Some(asked_in) if asked_in == viewer.session => here(viewer, token),
            Some(_) => elsewhere(&viewer, token),
            None => ended(viewer),
        })
    })
}

/// The browser that asked: a button.
fn here(viewer: Viewer, token: String) -> AnyView {
    let answers = vec![(SIGN_IN_TOKEN.name(), token)];
    view! {
        <Page title=title(&t("my-link-title")) viewer navigation=Navigation::Journey>
            {lead(t("my-link-title"), t("my-link-body"))}
            <ButtonForm action=PostSignInByLink::PATH answers>{t("my-sign-in")}</ButtonForm>
        </Page>
    }
    .into_any()
}

/// Any other: the code of the same message, and where to ask for another one.
fn elsewhere(viewer: &Viewer, token: String) -> AnyView {
    let mut filled = words::filled::<SignInElsewhere>(viewer, Answers::default());
    // The link is the page's own, whatever was kept.
    filled.answers.replace(SIGN_IN_TOKEN.name(), vec![token]);
    let errors = filled.errors.clone();
    view! {
        <Page title=title(&t("my-link-title")) viewer=viewer.clone() errors navigation=Navigation::Journey>
            {lead(t("my-link-title"), t("my-link-elsewhere"))} <div class="task">
                <PostForm
                    action=PostSignInElsewhere::PATH
                    check=SignInElsewhere::check
                    fields=SignInElsewhere::FIELDS
                    filled
                >
                    <HiddenInput field=SIGN_IN_TOKEN.declared() />
                    <TextInput field=CODE.declared() />
                    <Button>{t("my-sign-in")}</Button>
                </PostForm>
                <p class="mt-6">
                    <a class="link" href=paths::my().to_string()>
                        {t("my-ask-again")}
                    </a>
                </p>
            </div>
        </Page>
    }
    .into_any()
}

/// It is not ours, or too old.
fn ended(viewer: Viewer) -> AnyView {
    context::answer_with(AppError::Gone);
    view! {
        <Page title=title(&t("my-link-ended-title")) viewer navigation=Navigation::Journey>
            {lead(t("my-link-ended-title"), t("my-link-ended-body"))}
            <LinkButton href=paths::my().to_string()>{t("my-ask-again")}</LinkButton>
        </Page>
    }
    .into_any()
}
