//! The ways to the sign-in of an organisation, where one is set up.

use domain::{
    form::Answer,
    link::LinkPart,
    paths::{self, Path},
    staff::{Next, ProviderPurpose},
};
use http::{HeaderValue, header};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use ui::{LinkButton, button::ButtonKind};

use crate::{
    viewer::Asking,
    words::{isolated, t, t_with},
};

/// Words in which the provider is named.
fn naming(id: &str, name: &str) -> String {
    t_with(id, [("name", isolated(name).into())])
}

/// A section with one way to the provider: `provider-{what}-lead`, and a button with the words `provider-{what}`.
fn way(asking: &Asking, what: &str, path: Option<Path>) -> AnyView {
    let Some((provider, path)) = asking.backend.provider.as_ref().zip(path) else { return ().into_any() };
    let lead = naming(&format!("provider-{what}-lead"), provider.name());
    let button = naming(&format!("provider-{what}"), provider.name());
    view! {
        <section class="task mt-8" aria-labelledby="by-provider">
            <h2 id="by-provider" class="text-h3 font-bold">{t("provider-title")}</h2>
            <p class="measure mt-2 mb-4">{lead}</p>
            <LinkButton href=path.to_string() kind=ButtonKind::Secondary>{button}</LinkButton>
        </section>
    }
    .into_any()
}

fn going_on(asking: &Asking, purpose: ProviderPurpose) -> Path {
    let next = asking.parameter(paths::NEXT).and_then(Next::parse);
    paths::staff_provider_for(purpose, next.as_ref())
}

/// Signs in with the provider, and leads on to where somebody was going; nothing where there is none.
pub fn provider_link(asking: &Asking) -> AnyView {
    way(asking, "sign-in", Some(going_on(asking, ProviderPurpose::SignIn)))
}

/// Proves with the provider once more who somebody is.
pub fn provider_confirm_link(asking: &Asking) -> AnyView {
    way(asking, "confirm", Some(going_on(asking, ProviderPurpose::Confirm)))
}

/// Connects an account with the provider.
pub fn provider_connect_link(asking: &Asking) -> AnyView {
    way(asking, "connect", Some(paths::staff_provider_for(ProviderPurpose::Connect, None)))
}

/// Accepts an invitation with the provider, by the token of its link.
pub fn provider_invitation_link(asking: &Asking, token: &str) -> AnyView {
    let token = LinkPart::read(token).ok();
    way(asking, "invitation", token.map(|token| paths::staff_provider_invited(&token)))
}

/// On the page that follows signing out, of whoever had signed in with the provider: leads on at once to where they
/// sign out there as well. A form could not: it leads to pages of ours only.
pub async fn leaves_provider(asking: &Asking) -> AnyView {
    let has_come_by_it = asking.parameter(paths::SIGNED_OUT_FROM) == Some(paths::FROM_PROVIDER);
    let Some(provider) = asking.backend.provider.clone().filter(|_| has_come_by_it) else { return ().into_any() };
    let Some(url) = backend::provider::signs_out_at(&asking.backend).await else { return ().into_any() };
    let refresh = HeaderValue::from_str(&format!("0; url={url}"));
    if let (Some(response), Ok(refresh)) = (use_context::<ResponseOptions>(), refresh) {
        response.insert_header(header::REFRESH, refresh);
    }
    let [lead, link] = ["provider-sign-out-lead", "provider-sign-out"].map(|id| naming(id, provider.name()));
    view! {
        <p class="measure mt-4">{lead}</p>
        <p class="mt-4">
            <a class="link" href=url>{link}</a>
        </p>
    }
    .into_any()
}
