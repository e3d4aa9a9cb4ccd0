//! Where links of messages lead: whether everything is still right, no more messages, and the old address again. Each
//! is a page with a button, so that mail scanners do nothing, and shows next to nothing.

use backend::registry::{email, leaving};
use domain::paths;
use islands::{
    AppError,
    registry::my::links::{PostResumeMessages, PostStillRight, PostStopMessages, PostUndoEmail},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{ButtonForm, LinkButton, SummaryList, SummaryRow};

use crate::{
    layout::{Navigation, Page},
    load::load,
    registry::said::{lead, title},
    viewer::{asking, link_answers, link_parts},
    words::{registry_day_of, t, t_with},
};

/// `/still-right/{registrant}/{seal}`: first name, profession and date only.
#[component]
pub fn StillRightPage() -> impl IntoView {
    let asking = asking();
    let (registrant, seal) = link_parts("registrant");
    load(async move {
        let shown = leaving::still_right_page(&asking.backend, &registrant, &seal).await?.ok_or(AppError::LinkEnded)?;
        let viewer = asking.viewer().await?;
        let h1 = t_with("still-right-title", [("name", shown.first_name.clone().into())]);
        // It stands in tabs, histories and bookmarks: without the name.
        let page = t("still-right-page");
        let yes = if shown.is_withdrawn {
            view! { <LinkButton href=paths::my_rejoin().to_string()>{t("my-rejoin-title")}</LinkButton> }.into_any()
        } else {
            let answers = link_answers(registrant, seal);
            view! { <ButtonForm action=PostStillRight::PATH answers>{t("still-right-yes")}</ButtonForm> }.into_any()
        };
        let withdraw = (!shown.is_withdrawn).then(|| {
            view! {
                <a class="link" href=shown.withdraw.to_string()>
                    {t("still-right-no")}
                </a>
            }
        });
        let profession = shown.profession.unwrap_or_else(|| t("not-provided"));
        Ok(view! {
            <Page title=title(&page) viewer navigation=Navigation::Journey>
                {lead(h1, t("still-right-body"))} <SummaryList>
                    <SummaryRow key=t("still-right-profession")>{profession}</SummaryRow>
                    <SummaryRow key=t("still-right-confirmed")>{registry_day_of(shown.last_confirmed_at)}</SummaryRow>
                </SummaryList> <div class="flex flex-wrap items-center gap-6">
                    {yes} <a class="link" href=paths::my().to_string()>
                        {t("still-right-change")}
                    </a> {withdraw}
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/stop-messages/{registrant}/{seal}`: stops them, and lets them come again.
#[component]
pub fn StopMessagesPage() -> impl IntoView {
    let asking = asking();
    let (registrant, seal) = link_parts("registrant");
    load(async move {
        let stopped = leaving::stop_page(&asking.backend, &registrant, &seal).await?.ok_or(AppError::LinkEnded)?;
        let viewer = asking.viewer().await?;
        let answers = link_answers(registrant, seal);
        let (h1, body, button, action) = if stopped {
            ("stopped-title", "stopped-body", "stopped-undo", PostResumeMessages::PATH)
        } else {
            ("stop-title", "stop-body", "stop-button", PostStopMessages::PATH)
        };
        Ok(view! {
            <Page title=title(&t(h1)) viewer navigation=Navigation::Journey>
                {lead(t(h1), t(body))} <ButtonForm action answers>{t(button)}</ButtonForm>
            </Page>
        }
        .into_any())
    })
}

/// `/my/email/undo/{change}/{seal}`: gives a registration its old address again.
#[component]
pub fn UndoEmailPage() -> impl IntoView {
    let asking = asking();
    let (change, seal) = link_parts("change");
    load(async move {
        if !email::is_undo_link(&asking.backend, &change, &seal) {
            return Err(AppError::LinkEnded.into());
        }
        let viewer = asking.viewer().await?;
        let answers = link_answers(change, seal);
        let h1 = t("undo-email-title");
        Ok(view! {
            <Page title=title(&h1) viewer navigation=Navigation::Journey>
                {lead(h1, t("undo-email-body"))}
                <ButtonForm action=PostUndoEmail::PATH answers>{t("undo-email-button")}</ButtonForm>
            </Page>
        }
        .into_any())
    })
}
