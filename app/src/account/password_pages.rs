//! `/account/password`: sets a password, changes it, or goes without one again.

use domain::{
    account::{ChangePassword, RemovePassword, SetPassword},
    form::Answers,
    paths,
};
use leptos::prelude::*;
use store::sessions::Viewer;

use super::account_form::{AccountForm, AccountForms};
use super::at_account::{AtAccount, as_proved_owner, lead};
use crate::{
    layout::Page,
    load::load,
    viewer::asking,
    words::{self, t},
};

/// The page. Whoever has just opened a link of a message is not asked for the password that there is.
#[component]
pub fn PasswordPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = as_proved_owner(&asking).await?;
        Ok(if account.asks_current_password { change(viewer) } else { set(viewer, account.has_password) })
    })
}

/// The first password, or another one in the place of one that was forgotten.
fn set(viewer: Viewer, has_password: bool) -> AnyView {
    let filled = words::filled::<SetPassword>(&viewer, Answers::default());
    let errors = filled.errors.clone();
    let (title, body) = if has_password {
        ("account-forgotten-title", "account-password-again-lead")
    } else {
        ("account-password-title", "account-password-set-lead")
    };
    view! {
        <Page title=t(title) viewer errors back=paths::account().to_string()>
            {lead(t(title), t(body))}
            <div class="task">
                <AccountForm form=AccountForms::Set filled button=t("account-password-save") />
            </div>
        </Page>
    }
    .into_any()
}

/// Another one, or none.
fn change(viewer: Viewer) -> AnyView {
    let mut changing = words::filled::<ChangePassword>(&viewer, Answers::default());
    // Whoever wanted to set one after all is told here what is lacking.
    let refused = words::refused::<SetPassword>(&viewer);
    changing.errors.extend(refused.iter().flat_map(|rejection| rejection.errors.iter().map(words::shown)));
    let mut removing = words::filled::<RemovePassword>(&viewer, Answers::default());
    "remove".clone_into(&mut removing.prefix);
    let mut errors = changing.errors_at_inputs();
    errors.extend(removing.errors_at_inputs());
    let h1 = t("account-password-title");
    view! {
        <Page title=h1.clone() viewer errors back=paths::account().to_string()>
            <h1 class="text-h1 font-bold">{h1}</h1>
            <section class="task mt-8" aria-labelledby="change-password">
                <h2 id="change-password" class="text-h3 font-bold">{t("account-password-change-title")}</h2>
                <p class="measure mt-2 mb-4">{t("account-password-change-lead")}</p>
                <AccountForm form=AccountForms::Change filled=changing button=t("account-password-save") />
            </section>
            <section class="task mt-8" aria-labelledby="remove-password">
                <h2 id="remove-password" class="text-h3 font-bold">{t("account-password-remove-title")}</h2>
                <p class="measure mt-2 mb-4">{t("account-password-remove-lead")}</p>
                <AccountForm form=AccountForms::Remove filled=removing button=t("account-password-remove-button") />
            </section>
        </Page>
    }
    .into_any()
}
