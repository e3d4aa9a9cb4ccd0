//! `/my/data`: everything that is held of somebody, to read and to print; for programs there is the same as JSON.

use domain::paths;
use leptos::prelude::*;
use ui::{LinkButton, SummaryList, SummaryRow};

use super::{
    at_mine::{AtMine, at_mine, lead, title},
    said::said,
};
use crate::{
    layout::Page,
    load::load,
    registry::step_words::heading,
    viewer::asking,
    words::{moment_of, t},
};

/// The page.
#[component]
pub fn DataPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtMine { viewer, mine, register, .. } = at_mine(&asking).await?;
        let (stored, draft) = (&mine.changing.stored, &mine.changing.draft);
        let mut rows = vec![
            (t("my-data-number"), stored.confirmation.clone()),
            (t("my-data-state"), t(&format!("my-state-{}", stored.state))),
            (t("my-data-sent"), moment_of(stored.submitted_at)),
            (t("still-right-confirmed"), moment_of(stored.last_confirmed_at)),
        ];
        for step in draft.asked(&register) {
            let lines = said(&step, draft, &register).into_iter();
            let lines: Vec<String> =
                lines.map(|said| format!("{}: {}", said.question, said.answer.join(", "))).collect();
            rows.push((heading(&step, draft, &register), lines.join("; ")));
        }
        rows.extend(mine.consents.iter().map(|consent| {
            let given = if consent.given { "yes" } else { "no" };
            let said = t(&format!("my-data-{given}"));
            (consent.text.clone(), format!("{said}, {}", moment_of(consent.at)))
        }));
        let rows = rows.into_iter().map(|(key, value)| view! { <SummaryRow key>{value}</SummaryRow> }).collect_view();
        let (h1, back) = (t("my-data-title"), paths::my_registration().to_string());
        Ok(view! {
            <Page title=title(&h1) viewer back>
                {lead(h1, "my-data-lead")} <div class="no-print mb-6">
                    <LinkButton href=paths::my_data_json().to_string()>{t("my-data-json")}</LinkButton>
                </div> <SummaryList>{rows}</SummaryList>
            </Page>
        }
        .into_any())
    })
}
