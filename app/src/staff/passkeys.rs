//! Passkeys on other pages of staff: the ones that somebody has, and the button that uses one in the place of a code.
//! And who somebody is whose page asks for one.

use backend::staff::{self, passkeys};
use domain::{
    form::Answers,
    id::{AccountId, SessionId},
    paths,
    staff::{Next, PASSKEY, PasskeyPurpose, RemovePasskey, STAFF_NEXT},
};
use islands::staff::passkeys::{
    PostBeginAddPasskey, PostBeginConfirmByPasskey, PostBeginPasskeyCode, PostRemovePasskey,
};
use leptos::{prelude::*, server_fn::ServerFn};
use store::{StoreError, sessions::Viewer, staff::passkeys::OwnPasskey};
use ui::{ButtonForm, ShownError, button::ButtonKind};

use crate::{
    load::NotShown,
    viewer::Asking,
    words::{self, day_of, moment_of, t, t_with},
};

/// Somebody whose page asks for a passkey.
pub struct AtPasskey {
    /// Who is looking.
    pub viewer: Viewer,
    /// What the script asks the browser, where a button has begun it.
    pub options: Option<String>,
}

/// Whoever is asked for a passkey, for this purpose; anybody else belongs where they sign in, or where they were going.
pub async fn at_passkey(asking: &Asking, purpose: PasskeyPurpose, next: Option<&Next>) -> Result<AtPasskey, NotShown> {
    let viewer = asking.viewer().await?;
    let somebody = match purpose {
        PasskeyPurpose::SignIn => halfway(asking, &viewer).await?,
        PasskeyPurpose::Confirm => viewer.session.zip(of_staff(&viewer)),
        PasskeyPurpose::Register => {
            let holder = staff::holder(&asking.backend, viewer.session, of_staff(&viewer)).await?;
            holder.map(|holder| (holder.session, holder.account))
        }
    };
    // Whoever is in already goes on.
    let elsewhere = if viewer.staff.is_some() { Next::page(next) } else { paths::staff_sign_in_then(next) };
    let somebody = somebody.ok_or(NotShown::Elsewhere(elsewhere))?;
    let options = passkeys::options(&asking.backend, somebody, purpose).await?;
    Ok(AtPasskey { viewer, options })
}

/// The account of whoever is signed in as staff.
fn of_staff(viewer: &Viewer) -> Option<AccountId> {
    viewer.account.as_ref().filter(|_| viewer.staff.is_some()).map(|account| account.id)
}

/// Whoever is halfway in, and has a passkey.
async fn halfway(asking: &Asking, viewer: &Viewer) -> Result<Option<(SessionId, AccountId)>, StoreError> {
    let Some(session) = viewer.session else { return Ok(None) };
    let now = asking.backend.clock.now();
    let step = store::staff::signing_in::step(&asking.backend.db, session, now).await?;
    Ok(step.filter(|step| step.passkeys > 0).map(|step| (session, step.account)))
}

/// What is wrong with the passkeys on the page that lists them, for its summary.
pub fn wrong(viewer: &Viewer) -> Vec<ShownError> {
    words::filled::<RemovePasskey>(viewer, Answers::default()).errors
}

/// The passkeys of an account, each with a way to do without it, and the way to another one. Nothing where passkeys do
/// not work at this address of the service.
pub async fn section(asking: &Asking, account: AccountId) -> Result<AnyView, StoreError> {
    if !passkeys::is_offered(&asking.backend) {
        return Ok(().into_any());
    }
    let own = store::staff::passkeys::list(&asking.backend.db, account).await?;
    let list = if own.is_empty() {
        view! { <p class="measure mb-4">{t("staff-passkeys-none")}</p> }.into_any()
    } else {
        let rows = own.into_iter().map(row).collect_view();
        view! { <ul class="mb-4 border-t border-line">{rows}</ul> }.into_any()
    };
    Ok(view! {
        <section class="task-wide mt-8" aria-labelledby="passkeys-title">
            <h2 id="passkeys-title" class="text-h3 font-bold">{t("staff-passkeys-title")}</h2>
            <p class="measure mt-2 mb-4">{t("staff-passkeys-body")}</p>
            <div id=PASSKEY.name() tabindex="-1">
                {list}
            </div>
            <ButtonForm action=PostBeginAddPasskey::PATH kind=ButtonKind::Secondary>{t("staff-passkeys-add")}</ButtonForm>
        </section>
    }
    .into_any())
}

/// A passkey; what takes it away stands behind a word that opens.
fn row(passkey: OwnPasskey) -> impl IntoView {
    let OwnPasskey { id, name, created_at, last_used_at } = passkey;
    let added = t_with("staff-passkeys-added", [("day", day_of(created_at).into())]);
    let used = match last_used_at {
        Some(at) => t_with("staff-passkeys-used", [("moment", moment_of(at).into())]),
        None => t("staff-passkeys-unused"),
    };
    let hidden = name.to_string();
    view! {
        <li class="border-b border-line py-3">
            <p class="font-bold wrap-anywhere"><bdi>{name.to_string()}</bdi></p>
            <p class="text-muted">{added} " · " {used}</p>
            <details class="no-print mt-1">
                <summary class="link inline-flex min-h-8 items-center">
                    {t("staff-passkeys-remove")} <span class="sr-only">" " {hidden.clone()}</span>
                </summary>
                <p class="measure mt-2 mb-3">{t("staff-passkeys-remove-body")}</p>
                <ButtonForm action=PostRemovePasskey::PATH answers=vec![(PASSKEY.name(), id.to_string())] kind=ButtonKind::Secondary>
                    {t("staff-passkeys-remove-button")} <span class="sr-only">" " {hidden}</span>
                </ButtonForm>
            </details>
        </li>
    }
}

/// The button that begins to use a passkey in the place of a code; for whoever has one. Nothing for any other purpose.
pub fn instead(asking: &Asking, purpose: PasskeyPurpose, next: Option<&Next>) -> AnyView {
    let action = match purpose {
        PasskeyPurpose::SignIn => PostBeginPasskeyCode::PATH,
        PasskeyPurpose::Confirm => PostBeginConfirmByPasskey::PATH,
        PasskeyPurpose::Register => return ().into_any(),
    };
    if !passkeys::is_offered(&asking.backend) {
        return ().into_any();
    }
    let answers: Vec<_> = next.map(|next| (STAFF_NEXT.name(), next.to_string())).into_iter().collect();
    view! {
        <section class="task mt-8" aria-labelledby="passkey-instead">
            <h2 id="passkey-instead" class="mb-4 text-h3 font-bold">{t("staff-passkey-or")}</h2>
            <ButtonForm action answers kind=ButtonKind::Secondary>{t("staff-passkey-use")}</ButtonForm>
        </section>
    }
    .into_any()
}
