//! `/lists/{token}`: a list, as whoever has its link reads it.

use backend::{
    refills::{self, Source},
    secrets::hash_token,
};
use domain::account::{SHARE, SharedListToBasket};
use islands::{AppError, account::lists::PostSharedListToBasket};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;

use super::at_account::lead;
use crate::{basket::refill, layout::Page, load::load, viewer::asking, words::t};

/// The page. It does not say whose list it is; a link that was taken back leads to a page that says so, and so does one
/// that never was.
#[component]
pub fn SharedListPage() -> impl IntoView {
    let asking = asking();
    let token = use_params_map().with_untracked(|params| params.get("token").unwrap_or_default());
    load(async move {
        let viewer = asking.viewer().await?;
        let mut db = asking.connection().await?;
        let found = store::saved_lists::shared(&mut *db, hash_token(&token)).await?;
        let (id, name) = found.ok_or(AppError::ListLinkEnded)?;
        let (holding, orderer) = ((viewer.basket, viewer.basket_lines), viewer.orderer());
        let refills = refills::look(&asking.backend, &mut db, Source::List(id), holding, &orderer).await?;
        drop(db);
        let errors = refill::refused::<SharedListToBasket>(&viewer);
        let button = refill::button(PostSharedListToBasket::PATH, (SHARE.name(), token), &refills);
        let rows = refills.iter().map(|line| refill::row(line, None)).collect_view();
        let summary = if refills.is_empty() { t("list-empty") } else { refill::summary(&refills) };
        Ok(view! {
            <Page title=t("saved-list-title") viewer errors>
                {lead(name.to_string(), t("list-shared-lead"))} <p class="measure font-bold">{summary}</p>
                <ul class="task-wide mt-6 border-t border-line">{rows}</ul>
                <div class="mt-6">{button}</div>
            </Page>
        }
        .into_any())
    })
}
