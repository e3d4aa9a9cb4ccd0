//! `/staff/sign-in`, the first step of signing in as staff, and what follows signing out.

use domain::{
    paths,
    staff::{Next, STAFF_NEXT, StaffSignIn},
};
use leptos::prelude::*;
use ui::LinkButton;

use super::{
    at_work::{going, next_of},
    provider_link::{leaves_provider, provider_link},
    staff_form::{StaffForm, StaffForms},
};
use crate::{
    account::at_account::lead,
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::asking,
    words::{self, t},
};

/// The page. Whoever is signed in as staff goes on; whoever waits to be, to where it says so.
#[component]
pub fn SignInPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let (viewer, next) = (asking.viewer().await?, next_of(&asking));
        if viewer.staff.is_some() {
            return Err(NotShown::Elsewhere(Next::page(next.as_ref())));
        }
        if viewer.is_pending {
            return Err(NotShown::Elsewhere(paths::staff_waiting()));
        }
        let mut filled = words::filled::<StaffSignIn>(&viewer, going(next.as_ref()));
        if filled.answers.first(STAFF_NEXT.name()).is_empty() {
            filled.answers.replace(STAFF_NEXT.name(), next.iter().map(ToString::to_string).collect());
        }
        let errors = filled.errors.clone();
        let h1 = t("staff-sign-in-title");
        Ok(view! {
            <Page title=h1.clone() viewer errors navigation=Navigation::Staff>
                {lead(h1, t("staff-sign-in-lead"))} <div class="task">
                    <StaffForm form=StaffForms::SignIn filled button=t("continue") />
                    <p class="mt-6">
                        <a class="link" href=paths::account_forgotten().to_string()>{t("account-sign-in-forgotten")}</a>
                    </p>
                </div>
                {provider_link(&asking)} <p class="mt-8">
                    {t("staff-sign-in-others")} " "
                    <a class="link" href=paths::account_sign_in().to_string()>{t("account-sign-in-title")}</a>
                </p>
            </Page>
        }
        .into_any())
    })
}

/// `/staff/signed-out`.
#[component]
pub fn SignedOutPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let goes_on = leaves_provider(&asking).await;
        let (h1, again) = (t("staff-signed-out-title"), paths::staff_sign_in().to_string());
        Ok(view! {
            <Page title=h1.clone() viewer navigation=Navigation::Staff>
                {lead(h1, t("staff-signed-out-body"))}
                <LinkButton href=again>{t("account-signed-out-again")}</LinkButton>
                {goes_on}
            </Page>
        }
        .into_any())
    })
}
