//! The ways to the sign-in of an organisation, where one is set up.

use domain::{
    id::AccountId,
    paths::{self, Path},
    staff::{INVITATION_TOKEN, Next, ProviderPurpose},
};
use http::{HeaderValue, header};
use islands::staff::invitations::PostAcceptByProvider;
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_axum::ResponseOptions;
use store::{StoreError, staff::provider_sign_ins};
use ui::{ButtonForm, LinkButton, button::ButtonKind};

use crate::{
    viewer::Asking,
    words::{isolated, t, t_with},
};

/// Words in which the provider is named.
pub fn naming(id: &str, name: &str) -> String {
    t_with(id, [("name", isolated(name).into())])
}

/// A section with one way to the provider: `provider-{what}-lead`, and what leads there, with the words
/// `provider-{what}`; nothing where there is none.
fn section(asking: &Asking, what: &str, leads: impl FnOnce(String) -> AnyView) -> AnyView {
    let Some(provider) = asking.backend.provider.as_ref() else { return ().into_any() };
    let lead = naming(&format!("provider-{what}-lead"), provider.name());
    let leads = leads(naming(&format!("provider-{what}"), provider.name()));
    view! {
        <section class="task mt-8" aria-labelledby="by-provider">
            <h2 id="by-provider" class="text-h3 font-bold">{t("provider-title")}</h2>
            <p class="measure mt-2 mb-4">{lead}</p>
            {leads}
        </section>
    }
    .into_any()
}

/// The same with a link.
fn way(asking: &Asking, what: &str, path: &Path) -> AnyView {
    let href = path.to_string();
    section(asking, what, |words| view! { <LinkButton href kind=ButtonKind::Secondary>{words}</LinkButton> }.into_any())
}

fn going_on(asking: &Asking, purpose: ProviderPurpose) -> Path {
    let next = asking.parameter(paths::NEXT).and_then(Next::parse);
    paths::staff_provider_for(purpose, next.as_ref())
}

/// Signs in with the provider, and leads on to where somebody was going; nothing where there is none.
pub fn provider_link(asking: &Asking) -> AnyView {
    way(asking, "sign-in", &going_on(asking, ProviderPurpose::SignIn))
}

/// Proves with the provider once more who somebody is.
pub fn provider_confirm_link(asking: &Asking) -> AnyView {
    way(asking, "confirm", &going_on(asking, ProviderPurpose::Confirm))
}

/// Connects the account of staff with the provider.
pub fn provider_connect_link(asking: &Asking) -> AnyView {
    way(asking, "connect", &paths::staff_provider_connecting())
}

/// The same on the page of an account without a role, unless a provider signs in to it already.
pub async fn provider_account_link(asking: &Asking, account: AccountId) -> Result<AnyView, StoreError> {
    let is_offered =
        asking.backend.provider.is_some() && provider_sign_ins::may_connect(&asking.backend.db, account).await?;
    let path = paths::staff_provider_for(ProviderPurpose::Connect, None);
    Ok(if is_offered { way(asking, "account", &path) } else { ().into_any() })
}

/// Accepts an invitation with the provider. It is a form, so that the token of its link stands in no other address.
pub fn provider_invitation_form(asking: &Asking, token: &str) -> AnyView {
    let answers = vec![(INVITATION_TOKEN.name(), token.to_owned())];
    section(asking, "invitation", |words| {
        view! {
            <ButtonForm action=PostAcceptByProvider::PATH answers kind=ButtonKind::Secondary>
                {words}
            </ButtonForm>
        }
        .into_any()
    })
}

/// Has the browser go on at once from the page at hand, which links there too. A form could not lead to a provider: it
/// leads to pages of ours only, wherever these lead on.
pub fn goes_on(url: &str) {
    let refresh = HeaderValue::from_str(&format!("0; url={url}"));
    if let (Some(response), Ok(refresh)) = (use_context::<ResponseOptions>(), refresh) {
        response.insert_header(header::REFRESH, refresh);
    }
}

/// On the page that follows signing out, of whoever had signed in with the provider: leads on at once to where they
/// sign out there as well.
pub async fn leaves_provider(asking: &Asking) -> AnyView {
    let has_come_by_it = asking.parameter(paths::SIGNED_OUT_FROM) == Some(paths::FROM_PROVIDER);
    let Some(provider) = asking.backend.provider.clone().filter(|_| has_come_by_it) else { return ().into_any() };
    let Some(url) = backend::provider::signs_out_at(&asking.backend).await else { return ().into_any() };
    goes_on(&url);
    let [lead, link] = ["provider-sign-out-lead", "provider-sign-out"].map(|id| naming(id, provider.name()));
    view! {
        <p class="measure mt-4">{lead}</p>
        <p class="mt-4">
            <a class="link" href=url>{link}</a>
        </p>
    }
    .into_any()
}
