//! `/staff/provider/invitation`: leads whoever accepts an invitation on to the provider. What they pressed before keeps
//! which one it is.

use domain::{paths, staff::ProviderPurpose};
use islands::AppError;
use leptos::prelude::*;
use ui::LinkButton;

use super::provider_link::{goes_on, naming};
use crate::{
    account::at_account::lead,
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
};

/// The page. Browsers go on at once; whoever stays follows its link.
#[component]
pub fn ProviderInvitationPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let provider = asking.backend.provider.clone().ok_or(AppError::NotFound)?;
        let way = paths::staff_provider_for(ProviderPurpose::Invitation, None).to_string();
        goes_on(&way);
        let [h1, body] = ["provider-invitation", "provider-invitation-lead"].map(|id| naming(id, provider.name()));
        Ok(view! {
            <Page title=h1.clone() viewer navigation=Navigation::Journey>
                {lead(h1.clone(), body)} <LinkButton href=way>{h1}</LinkButton>
            </Page>
        }
        .into_any())
    })
}
