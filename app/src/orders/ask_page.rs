//! `/more/{code}`: asks for more copies than the limit allows.

use domain::{
    basket::{EDITION, PAGE, Quantity},
    catalogue::code::ProductCode,
    form::{Answer, Answers, Facts},
    limit_request::{ASKED_QUANTITY, AskForMore},
    paths::{self, AskedFrom},
    time::Day,
};
use islands::{AppError, orders::ask_for_more::AskForMoreForm};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use ui::{LinkButton, Panel};

use crate::{
    Bundle,
    layout::Page,
    load::load,
    viewer::asking,
    words::{self, isolated, t, t_with},
};

/// The page.
#[component]
pub fn AskPage() -> impl IntoView {
    let asking = asking();
    let code = use_params_map().with_untracked(|params| params.get("code")).and_then(|code| ProductCode::parse(&code));
    load(async move {
        let code = code.ok_or(AppError::NotFound)?;
        let viewer = asking.viewer().await?;
        let mut db = asking.connection().await?;
        let id = store::baskets::edition_by_code(&mut *db, &code.normalised()).await?.ok_or(AppError::NotFound)?;
        let edition = store::subscriptions::edition(&mut *db, id).await?.ok_or(AppError::NotFound)?;
        drop(db);
        if !backend::limit_requests::may_be_asked_for(&asking.backend, id).await? {
            return Err(AppError::NotFound.into());
        }
        let wanted = asking.parameter(paths::COPIES).and_then(|copies| Quantity::read(copies).ok());
        let back = match asking.parameter(paths::FROM).and_then(AskedFrom::read) {
            Some(from) => from.page(),
            None => paths::edition(&edition.slug, &edition.language, edition.format, None),
        };
        let known = Answers::default()
            .with(EDITION.name(), edition.code.as_str())
            .with(ASKED_QUANTITY.name(), wanted.map_or_else(String::new, |wanted| wanted.copies().to_string()));
        let mut filled = words::filled::<AskForMore>(&viewer, known);
        filled.answers.replace(PAGE.name(), vec![back.to_string()]);
        filled.facts = Facts { today: Some(Day(asking.backend.clock.today())), ..Facts::default() };
        let errors = filled.errors.clone();
        let (title, code) = (isolated(&edition.title), isolated(edition.code.as_str()));
        let lead = t_with("ask-lead", [("title", title.into()), ("code", code.into())]);
        Ok(view! {
            <Page title=t("ask-title") viewer errors back=back.to_string() islands=Bundle::Public>
                <h1 class="text-h1 font-bold">{t("ask-title")}</h1>
                <p class="measure mt-3 mb-6">{lead}</p>
                <div class="task"><AskForMoreForm filled button=t("ask-button") /></div>
            </Page>
        }
        .into_any())
    })
}

/// `/asked-for-more`: the request was taken.
#[component]
pub fn AskedPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        Ok(view! {
            <Page title=t("asked-title") viewer>
                <div class="task-wide">
                    <Panel title=t("asked-title")>{t("asked-panel")}</Panel>
                    <h2 class="text-h3 font-bold">{t("order-next")}</h2>
                    <p class="measure mt-2">{t("asked-body")}</p>
                    <p class="mt-6"><LinkButton href="/publications">{t("basket-empty-link")}</LinkButton></p>
                </div>
            </Page>
        }
        .into_any())
    })
}
