//! `/account/orders`: one's own orders, the newest first.

use backend::accounts::ORDERS_A_PAGE;
use domain::{
    order::{OrderNumber, OrderStatus},
    paths,
};
use leptos::prelude::*;
use store::orders::{ListedOrder, OrdersPage as Found};
use ui::{Pagination, Tag, TagKind};

use super::at_account::{AtAccount, at_account};
use crate::{
    layout::Page,
    load::{NotShown, load},
    viewer::asking,
    words::{day_of, isolated, t, t_with},
};

/// The page. After what is no order of theirs, or after the oldest, it begins where the list does.
#[component]
pub fn OrdersPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let before = asking.parameter(paths::BEFORE).and_then(OrderNumber::parse);
        let db = &asking.backend.db;
        let found = store::orders::of_account(db, account.id, before.as_ref(), ORDERS_A_PAGE).await?;
        if before.is_some() && found.orders.is_empty() {
            return Err(NotShown::Elsewhere(paths::account_orders()));
        }
        let h1 = t("account-orders-title");
        let (title, ways) = (title(&h1, &found), ways(&found));
        Ok(view! {
            <Page title viewer back=paths::account().to_string()>
                <h1 class="mb-6 text-h1 font-bold">{h1}</h1>
                <div class="task-wide">{rows(found.orders)} {ways}</div>
            </Page>
        }
        .into_any())
    })
}

/// The title of the page, with its number where there are several.
fn title(h1: &str, found: &Found) -> String {
    let Found { number, pages, .. } = *found;
    if pages == 1 {
        return h1.to_owned();
    }
    t_with("list-title-page", [("title", h1.into()), ("page", number.into()), ("pages", pages.into())])
}

/// The ways to the pages around this one.
fn ways(found: &Found) -> AnyView {
    let before = found.previous.as_ref().map_or_else(paths::account_orders, paths::account_orders_before);
    let previous = (found.number > 1).then(|| (before.to_string(), t("list-previous")));
    let last = found.orders.last().filter(|_| found.number < found.pages);
    let next = last.map(|last| (paths::account_orders_before(&last.number).to_string(), t("list-next")));
    view! { <Pagination label=t("account-orders-pages") previous next /> }.into_any()
}

/// Orders, each with the way to it; or that there are none.
pub fn rows(orders: Vec<ListedOrder>) -> AnyView {
    if orders.is_empty() {
        return view! { <p class="measure">{t("account-orders-none")}</p> }.into_any();
    }
    let rows = orders.into_iter().map(row).collect_view();
    view! { <ul class="border-t border-line">{rows}</ul> }.into_any()
}

fn row(order: ListedOrder) -> impl IntoView {
    let ListedOrder { number, status, placed_at, address, lines, copies } = order;
    let href = paths::order(&number).to_string();
    let title = t_with("order-title", [("number", isolated(number.as_str()).into())]);
    let items = t_with("account-order-items", [("lines", lines.into())]);
    let copies = t_with("copies", [("copies", copies.into())]);
    let to = t_with("account-order-to", [("address", isolated(&address.printed().join(", ")).into())]);
    view! {
        <li class="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-b border-line py-3">
            <div class="min-w-0">
                <p class="font-bold"><a class="link inline-flex min-h-8 items-center" href=href>{title}</a></p>
                <p class="text-muted">
                    <time datetime=placed_at.to_string()>{day_of(placed_at)}</time> " · " {items} " · " {copies}
                </p>
                <p class="text-small text-muted wrap-anywhere">{to}</p>
            </div>
            <Tag kind=kind(status)>{t(&format!("order-status-{status}"))}</Tag>
        </li>
    }
}

const fn kind(status: OrderStatus) -> TagKind {
    match status {
        OrderStatus::Shipped => TagKind::Good,
        OrderStatus::Cancelled => TagKind::Bad,
        OrderStatus::Placed | OrderStatus::Accepted | OrderStatus::Picking | OrderStatus::PartShipped => {
            TagKind::Neutral
        }
    }
}
