//! `/account/lists`: one's lists, and saving what lies in the basket as another one.

use domain::{
    account::{MAX_LISTS, SaveList},
    form::Answers,
    paths,
};
use leptos::prelude::*;
use store::saved_lists::ListedList;
use ui::Tag;

use super::account_form::{AccountForm, AccountForms};
use super::at_account::{AtAccount, at_account, lead};
use crate::{
    done::DoneBanner,
    layout::Page,
    load::load,
    viewer::asking,
    words::{self, t, t_with},
};

/// The page.
#[component]
pub fn ListsPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let lists = store::saved_lists::all(&asking.backend.db, account.id).await?;
        let filled = words::filled::<SaveList>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        let has_errors = !errors.is_empty();
        let (h1, back) = (t("lists-title"), paths::account().to_string());
        let in_basket = t_with("lists-save-body", [("lines", viewer.basket_lines.into())]);
        let rows = if lists.is_empty() {
            view! { <p class="measure">{t("lists-none")}</p> }.into_any()
        } else {
            let rows = lists.into_iter().map(row).collect_view();
            view! { <ul class="border-t border-line">{rows}</ul> }.into_any()
        };
        Ok(view! {
            <Page title=h1.clone() viewer errors back>
                <DoneBanner has_errors />
                {lead(h1, t_with("lists-lead", [("max", MAX_LISTS.into())]))} <div class="task-wide">{rows}</div>
                <section class="task mt-8" aria-labelledby="save-list">
                    <h2 id="save-list" class="text-h3 font-bold">{t("lists-save-title")}</h2>
                    <p class="measure mt-2 mb-4">{in_basket}</p>
                    <AccountForm form=AccountForms::SaveList filled button=t("lists-save-button") />
                </section>
            </Page>
        }
        .into_any())
    })
}

fn row(list: ListedList) -> impl IntoView {
    let ListedList { id, name, lines, is_shared } = list;
    let href = paths::account_list(id).to_string();
    let items = t_with("account-order-items", [("lines", lines.into())]);
    view! {
        <li class="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3">
            <div class="min-w-0">
                <p class="font-bold"><a class="link inline-flex min-h-8 items-center" href=href><bdi>{name.to_string()}</bdi></a></p>
                <p class="text-muted">{items}</p>
            </div>
            {is_shared.then(|| view! { <Tag>{t("list-is-shared")}</Tag> })}
        </li>
    }
}
