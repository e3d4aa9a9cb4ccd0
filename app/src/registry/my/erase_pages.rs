//! `/my/erase`: asks once more, and for a code, before everything is erased.

use domain::{form::Answers, paths, registry::leaving::Erase};
use islands::registry::my::{
    erase::PostSendEraseCode,
    own_form::{Own, OwnForm},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{ButtonForm, button::ButtonKind};

use super::at_mine::signed_in;
use crate::{
    Bundle,
    done::DoneBanner,
    layout::{Navigation, Page},
    load::load,
    registry::said::{lead, title},
    viewer::asking,
    words::{self, t},
};

/// The page.
#[component]
pub fn ErasePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = signed_in(&asking).await?;
        let filled = words::filled::<Erase>(&at.viewer, Answers::default());
        let errors = filled.errors.clone();
        let has_errors = !errors.is_empty();
        let (h1, back) = (t("my-erase-title"), paths::my_registration().to_string());
        Ok(view! {
            <Page title=title(&h1) viewer=at.viewer errors back navigation=Navigation::Journey islands=Bundle::Registry>
                <DoneBanner has_errors />
                {lead(h1, t("my-erase-lead"))} <p class="measure mb-6">{t("my-erase-left")}</p>
                <div class="mb-6">
                    <ButtonForm action=PostSendEraseCode::PATH kind=ButtonKind::Secondary>{t("my-send-code")}</ButtonForm>
                </div>
                <div class="task">
                    <OwnForm own=Own::Erase filled button=t("my-erase-button") />
                </div>
            </Page>
        }
        .into_any())
    })
}
