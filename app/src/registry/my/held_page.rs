//! `/my/which`: a registration was sent for an address that has one. Its owner chooses, or leaves it be.

use backend::registry::held;
use domain::{
    paths,
    registry::leaving::{KEEP_REGISTRATION, KeptRegistration},
};
use islands::registry::my::held::PostChooseRegistration;
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{ButtonForm, button::ButtonKind};

use super::at_mine::signed_in;
use crate::{
    layout::{Navigation, Page},
    load::{NotShown, load},
    registry::{
        said::{lead, title},
        summary::stored,
    },
    viewer::asking,
    words::{registry_day_of, t, t_with},
};

/// The page.
#[component]
pub fn HeldPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = signed_in(&asking).await?;
        let waiting = held::waiting(&asking.backend, at.registrant).await?;
        let waiting = waiting.ok_or_else(|| NotShown::Elsewhere(paths::my_registration()))?;
        let register = backend::registry::register(&asking.backend).await?;
        let sent = t_with("my-held-sent", [("date", registry_day_of(waiting.submitted_at).into())]);
        let draft = waiting.said.draft(&register);
        let answers = stored(&draft.asked(&register), (&draft, &register), None);
        let button = |keep: KeptRegistration, kind, words| {
            let answers = vec![(KEEP_REGISTRATION.name(), keep.to_string())];
            view! { <ButtonForm action=PostChooseRegistration::PATH answers kind>{t(words)}</ButtonForm> }
        };
        let h1 = t("my-held-title");
        Ok(view! {
            <Page title=title(&h1) viewer=at.viewer navigation=Navigation::Journey>
                {lead(h1, t("my-held-body"))} <h2 class="mb-2 text-h2 font-bold">{sent}</h2> {answers}
                <div class="flex flex-wrap items-center gap-4">
                    {button(KeptRegistration::New, ButtonKind::Primary, "my-held-new")}
                    {button(KeptRegistration::Old, ButtonKind::Secondary, "my-held-old")}
                    <a class="link" href=paths::my_registration().to_string()>
                        {t("my-held-later")}
                    </a>
                </div>
            </Page>
        }
        .into_any())
    })
}
