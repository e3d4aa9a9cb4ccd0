//! Leaving the registry and coming back: signed in, or by the link of a message.

use backend::{
    Backend,
    registry::{OwnerLink, leaving},
};
use domain::{form::Answers, paths, registry::leaving::Withdraw};
use islands::{
    AppError,
    registry::my::{
        own_form::{Own, OwnForm},
        withdraw::PostRejoin,
    },
};
use leptos::{prelude::*, server_fn::ServerFn};
use store::sessions::Viewer;
use ui::{ButtonForm, LinkButton};

use super::at_mine::signed_in;
use crate::{
    Bundle,
    layout::{Navigation, Page},
    load::{NotShown, load},
    registry::said::{lead, title},
    viewer::{asking, link_answers, link_parts},
    words::{self, registry_day_of, t, t_with},
};

/// `/my/withdraw`: signed in.
#[component]
pub fn WithdrawPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = signed_in(&asking).await?;
        let left = leaving::withdrawal(&asking.backend, at.registrant).await?;
        Ok(left.map_or_else(
            || form(&asking.backend, &at.viewer, Answers::default()),
            |left| already(at.viewer.clone(), &left),
        ))
    })
}

/// `/withdraw/{registrant}/{seal}`: by the link of a message, without a code.
#[component]
pub fn WithdrawLinkPage() -> impl IntoView {
    let asking = asking();
    let (registrant, seal) = link_parts("registrant");
    load(async move {
        let opened =
            OwnerLink::Withdraw.opened(&asking.backend, &registrant, &seal).await?.ok_or(AppError::LinkEnded)?;
        let viewer = asking.viewer().await?;
        if let Some(left) = leaving::withdrawal(&asking.backend, opened).await? {
            return Ok(already(viewer, &left));
        }
        let link = link_answers(registrant, seal).into_iter();
        let link = link.fold(Answers::default(), |link, (name, part)| link.with(name, part));
        Ok(form(&asking.backend, &viewer, link))
    })
}

/// Why, and what happens then.
fn form(backend: &Backend, viewer: &Viewer, link: Answers) -> AnyView {
    let mut filled = words::filled::<Withdraw>(viewer, link.clone());
    if let Some(session) = viewer.session {
        filled.answers = backend::sessions::opened::<Withdraw>(backend, session, filled.answers);
    }
    // The link is the page's own, whatever was kept.
    for (name, values) in link.iter() {
        filled.answers.replace(name, values.to_vec());
    }
    let errors = filled.errors.clone();
    let h1 = t("withdraw-title");
    view! {
        <Page title=title(&h1) viewer=viewer.clone() errors navigation=Navigation::Journey islands=Bundle::Registry>
            {lead(h1, t("withdraw-lead"))} {instead()} <div class="task">
                <OwnForm own=Own::Withdraw filled button=t("withdraw-button") />
            </div>
        </Page>
    }
    .into_any()
}

/// What whoever gets too many messages may want in its place, each with its way there.
fn instead() -> AnyView {
    let ways = [
        ("withdraw-instead", paths::my_consents(), "withdraw-instead-consents"),
        ("withdraw-instead-erase", paths::my_erase(), "my-erase-title"),
    ];
    let ways = ways.map(|(says, path, words)| {
        view! {
            <p class="measure mb-3">
                {t(says)} " "
                <a class="link" href=path.to_string()>
                    {t(words)}
                </a>
            </p>
        }
    });
    view! { <div class="mb-6">{ways.collect_view()}</div> }.into_any()
}

/// You have already withdrawn.
fn already(viewer: Viewer, left: &leaving::Withdrawal) -> AnyView {
    let h1 = t("withdrawn-already-title");
    let on = t_with("withdrawn-already-on", [("date", registry_day_of(left.at).into())]);
    view! {
        <Page title=title(&h1) viewer navigation=Navigation::Journey>
            {lead(h1, on)}
            {choices()}
        </Page>
    }
    .into_any()
}

/// Coming back, or being erased at once.
fn choices() -> AnyView {
    view! {
        <div class="flex flex-wrap items-center gap-6">
            <LinkButton href=paths::my_rejoin().to_string()>{t("my-rejoin-title")}</LinkButton>
            <a class="link" href=paths::my_erase().to_string()>
                {t("my-erase-title")}
            </a>
        </div>
    }
    .into_any()
}

/// `/my/withdrawn`: it is done. Whoever left by a link is not signed in.
#[component]
pub fn WithdrawnPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let h1 = t("my-withdrawn-title");
        Ok(view! {
            <Page title=title(&h1) viewer navigation=Navigation::Journey>
                {lead(h1, t("my-withdrawn-body"))} {choices()}
            </Page>
        }
        .into_any())
    })
}

/// `/my/rejoin`: a button, for whoever signed in.
#[component]
pub fn RejoinPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = signed_in(&asking).await?;
        if leaving::withdrawal(&asking.backend, at.registrant).await?.is_none() {
            return Err(NotShown::Elsewhere(paths::my_registration()));
        }
        let h1 = t("my-rejoin-title");
        Ok(view! {
            <Page title=title(&h1) viewer=at.viewer navigation=Navigation::Journey>
                {lead(h1, t("my-rejoin-body"))} <ButtonForm action=PostRejoin::PATH>{t("my-rejoin-button")}</ButtonForm>
            </Page>
        }
        .into_any())
    })
}
