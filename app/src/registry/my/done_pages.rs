//! Pages that say that something is done.

use domain::paths::{self, Path};
use leptos::prelude::*;
use ui::LinkButton;

use crate::{
    layout::{Navigation, Page},
    load::load,
    registry::said::{lead, title},
    viewer::asking,
    words::t,
};

fn done(h1: &'static str, body: &'static str, (path, link): (Path, &'static str)) -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        Ok(view! {
            <Page title=title(&t(h1)) viewer navigation=Navigation::Journey>
                {lead(t(h1), t(body))} <LinkButton href=path.to_string()>{t(link)}</LinkButton>
            </Page>
        }
        .into_any())
    })
}

/// `/my/signed-out`.
#[component]
pub fn SignedOutPage() -> impl IntoView {
    done("signed-out-title", "signed-out-body", (paths::my(), "my-sign-in"))
}

/// `/still-right/done`: everything is still right.
#[component]
pub fn StillRightDonePage() -> impl IntoView {
    done("still-right-done-title", "still-right-done-body", (paths::my(), "my-sign-in"))
}

/// `/my/email/undone`: the registration has its old address again.
#[component]
pub fn EmailUndonePage() -> impl IntoView {
    done("email-undone-title", "email-undone-body", (paths::my(), "my-sign-in"))
}

/// `/my/erased`: nothing is left but dates.
#[component]
pub fn ErasedPage() -> impl IntoView {
    done("erased-title", "erased-body", (paths::home(), "erased-home"))
}
