//! `/register/done`: the registration was sent. Only the session that sent it sees this.

use backend::registry::sending::{Done, done};
use domain::{form::Answer, paths, text::EmailAddress};
use leptos::prelude::*;
use ui::Panel;

use super::said::{Mailbox, title};
use crate::{
    bidi::LeftToRight,
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::asking,
    words::{isolated, t, t_with},
};

/// What happens next, step by step.
const NEXT: [&str; 2] = ["reg-done-next-match", "reg-done-next-change"];
/// And before that, unless the address was proved on the way.
const CONFIRM: &str = "reg-done-next-confirm";

/// The page. Who has sent nothing is led to the start.
#[component]
pub fn DonePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let nowhere = || NotShown::Elsewhere(paths::register());
        let viewer = asking.viewer().await?;
        let session = viewer.session.ok_or_else(nowhere)?;
        let Done { confirmation, email, .. } = done(&asking.backend, session).await?.ok_or_else(nowhere)?;
        let (address, number) = (asking.backend.support_email.clone(), confirmation.to_string());
        let feedback = paths::feedback().to_string();
        let sent_for = EmailAddress::read(&email).ok().map(|email| email.normalised());
        let is_proved = sent_for.is_some() && sent_for == viewer.confirmed_email;
        let next = (!is_proved).then_some(CONFIRM).into_iter().chain(NEXT);
        let next = next.map(|step| view! { <li>{t(step)}</li> }).collect_view();
        Ok(view! {
            <Page title=title(&t("reg-done-title")) viewer navigation=Navigation::Journey>
                <div class="task-wide">
                    <Panel title=t("reg-done-title")>
                        {t("reg-done-number")} <br /> <strong id="confirmation"><LeftToRight text=number /></strong>
                    </Panel>
                    <p class="measure">{t("reg-done-use")}</p>
                    <p class="measure mt-3 wrap-anywhere">{t_with("reg-done-email", [("email", isolated(&email).into())])}</p>
                    <p class="no-print measure mt-3">{t("reg-done-print")}</p>
                    <h2 class="mt-8 text-h3 font-bold">{t("reg-done-next")}</h2>
                    <ol class="measure mt-2 list-decimal space-y-2 ps-6">{next}</ol>
                    <h2 class="mt-8 text-h3 font-bold">{t("reg-start-help")}</h2>
                    <Mailbox address />
                    <p class="no-print mt-6"><a class="link" href=feedback>{t("feedback-title")}</a></p>
                </div>
            </Page>
        }
        .into_any())
    })
}
