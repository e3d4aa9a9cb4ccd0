//! `/register`: what the registry is, and where signing up starts.

use domain::paths;
use islands::registry::start::PostStartRegistration;
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{ButtonForm, ButtonKind, LinkButton};

use super::said::{Mailbox, title};
use crate::{
    contact::{content_pages::html, texts},
    layout::Page,
    load::load,
    viewer::asking,
    words::{locale, t, t_with},
};

/// Questions that people ask before they begin.
const FAQ: [&str; 6] =
    ["reg-faq-duty", "reg-faq-choose", "reg-faq-pay", "reg-faq-student", "reg-faq-change", "reg-faq-access"];

/// The page.
#[component]
pub fn StartPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let has_draft = viewer.draft.is_some();
        let minutes = backend::registry::registering::minutes(&asking.backend).await?;
        let before = t_with("reg-start-before", [("minutes", minutes.into())]);
        let address = asking.backend.support_email.clone();
        Ok(view! {
            <Page title=title(&t("reg-start-title")) viewer>
                <h1 class="text-h1 font-bold">{t("reg-start-title")}</h1>
                <div class="prose measure mt-4" inner_html=html(texts::register(locale()))></div>
                <p class="measure mt-6 font-bold">{before}</p>
                <Begin has_draft />
                <h2 class="mt-10 text-h2 font-bold">{t("reg-faq-title")}</h2>
                <div class="measure">{FAQ.map(question).collect_view()}</div>
                <h2 class="mt-10 text-h2 font-bold">{t("reg-start-help")}</h2>
                <Mailbox address />
            </Page>
        }
        .into_any())
    })
}

/// The ways in. Who has begun already goes on there, unless they want to begin anew.
#[component]
fn Begin(has_draft: bool) -> impl IntoView {
    let (tasks, resume) = (paths::register_tasks().to_string(), paths::register_resume().to_string());
    let now = (ButtonKind::Primary, "reg-start-now");
    let (kind, words) = if has_draft { (ButtonKind::Secondary, "reg-start-anew") } else { now };
    view! {
        <div class="no-print mt-4 flex flex-wrap items-center gap-x-6 gap-y-4">
            {has_draft.then(|| view! { <LinkButton href=tasks>{t("reg-start-go-on")}</LinkButton> })}
            <ButtonForm action=PostStartRegistration::PATH kind>{t(words)}</ButtonForm>
            <a class="link" href=resume>{t("reg-start-resume")}</a>
        </div>
        {has_draft.then(|| view! { <p class="no-print measure mt-3">{t("reg-start-anew-body")}</p> })}
    }
}

/// A question that opens to its answer.
fn question(id: &'static str) -> AnyView {
    view! {
        <details class="facet">
            <summary><span class="font-bold">{t(id)}</span></summary>
            <p class="mb-3">{t(&format!("{id}-answer"))}</p>
        </details>
    }
    .into_any()
}
