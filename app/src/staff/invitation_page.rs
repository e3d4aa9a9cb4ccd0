//! `/staff/invitation/{token}`: where the link of an invitation leads. It says what somebody is invited to be, and names
//! nobody: whoever opens it may be a program.

use domain::{
    form::Answers,
    staff::{AcceptInvitation, INVITATION_TOKEN},
};
use islands::AppError;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::staff::invitations::Invitation;

use super::{
    provider_link::provider_invitation_form,
    role_words::explained,
    staff_form::{StaffForm, StaffForms},
};
use crate::{
    account::at_account::lead,
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
    words::{self, day_of, t, t_with},
};

/// The page. Accepting is a press of its button.
#[component]
pub fn InvitationPage() -> impl IntoView {
    let asking = asking();
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    load(async move {
        let found = backend::staff::opened(&asking.backend, &token).await?;
        let Invitation { account, roles, organisation_name, expires_at, .. } =
            found.ok_or(AppError::InvitationEnded)?;
        let viewer = asking.viewer().await?;
        let mut filled = words::filled::<AcceptInvitation>(&viewer, Answers::default());
        filled.answers.replace(INVITATION_TOKEN.name(), vec![token.clone()]);
        let errors = filled.errors.clone();
        let what = if account.is_some() { "staff-invitation-reset" } else { "staff-invitation" };
        let [h1, body, button] = ["title", "lead", "button"].map(|part| t(&format!("{what}-{part}")));
        let until = t_with("staff-invitation-until", [("day", day_of(expires_at).into())]);
        Ok(view! {
            <Page title=h1.clone() viewer errors navigation=Navigation::Journey>
                {lead(h1, body)} <h2 class="mb-3 text-h3 font-bold">{t("staff-roles-title")}</h2>
                {explained(&roles, organisation_name)} <p class="mt-3 mb-6 text-muted">{until}</p> <div class="task">
                    <StaffForm form=StaffForms::Accept filled button />
                </div>
                {provider_invitation_form(&asking, &token)}
            </Page>
        }
        .into_any())
    })
}
