//! `/orders/{number}`: the confirmation, and later how far the order is.

use domain::{
    order::{OrderNumber, OrderStatus},
    paths,
};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::orders::{Order, OrderLine};
use ui::{Panel, SummaryList, SummaryRow};

use crate::{
    layout::Page,
    load::{NotShown, load},
    viewer::asking,
    words::{day_of, t, t_with},
};

/// The page. Whoever may not read the order is asked for its number and e-mail address, whether it
/// exists or not.
#[component]
pub fn OrderPage() -> impl IntoView {
    let asking = asking();
    let number =
        use_params_map().with_untracked(|params| params.get("number")).and_then(|number| OrderNumber::parse(&number));
    load(async move {
        let elsewhere = || NotShown::Elsewhere(paths::track());
        let viewer = asking.viewer().await?;
        let (number, session) = (number.ok_or_else(elsewhere)?, viewer.session.ok_or_else(elsewhere)?);
        let db = &asking.backend.db;
        let id = store::orders::readable(db, &number, session).await?.ok_or_else(elsewhere)?;
        let order = store::orders::find(db, id).await?.ok_or_else(elsewhere)?;
        let lines = store::orders::lines(db, order.id).await?;
        let title = if order.status == OrderStatus::Placed {
            t("order-placed-title")
        } else {
            t_with("order-title", [("number", number.to_string().into())])
        };
        Ok(view! {
            <Page title=title.clone() viewer>
                <OrderView title order lines />
            </Page>
        }
        .into_any())
    })
}

#[component]
fn OrderView(title: String, order: Order, lines: Vec<OrderLine>) -> impl IntoView {
    let is_waiting = lines.iter().any(|line| line.reserved + line.shipped + line.cancelled < line.ordered);
    let placed_on = day_of(order.placed_at);
    let printed = order.address.printed().into_iter().map(|part| view! { {part} <br /> }).collect_view();
    view! {
        <div class="task-wide">
            <Panel title>
                {t("order-number")} <br /> <strong class="order-number">{order.number.to_string()}</strong>
            </Panel>
            <p class="measure">{t_with("order-keep", [("email", order.email.clone().into())])}</p>
            <h2 class="mt-8 text-h3 font-bold">{t("order-next")}</h2>
            <p class="measure mt-2">{t("order-next-body")} " " {is_waiting.then(|| t("order-next-waiting"))}</p>
            <h2 class="mt-8 mb-2 text-h3 font-bold">{t("order-items")}</h2>
            <ul class="mb-8 border-t border-line">{lines.into_iter().map(item).collect_view()}</ul>
            <SummaryList>
                <SummaryRow key=t("order-status")>{t(&format!("order-status-{}", order.status))}</SummaryRow>
                <SummaryRow key=t("order-placed-on")>{placed_on}</SummaryRow>
                <SummaryRow key=t("check-delivery")>{printed}</SummaryRow>
                <SummaryRow key=t("check-name")>{order.full_name}</SummaryRow>
                <SummaryRow key=t("check-email")>{order.email}</SummaryRow>
                {order.telephone.map(|telephone| view! { <SummaryRow key=t("check-phone")>{telephone}</SummaryRow> })}
            </SummaryList>
            <p class="measure no-print">{t("order-print")}</p>
        </div>
    }
}

fn item(line: OrderLine) -> impl IntoView {
    let waiting = line.ordered - line.reserved - line.shipped - line.cancelled;
    let follows = (waiting > 0).then(|| t_with("check-back-order", [("copies", waiting.into())]));
    view! {
        <li class="flex flex-wrap justify-between gap-x-6 gap-y-1 border-b border-line py-3">
            <div class="min-w-0">
                <p class="font-bold" lang=line.language.to_string() dir="auto">{line.title}</p>
                <p class="text-muted">{line.code.to_string()}</p>
            </div>
            <div class="text-end">
                <p class="font-bold">{t_with("copies", [("copies", line.ordered.into())])}</p>
                {follows.map(|words| view! { <p class="text-muted">{words}</p> })}
            </div>
        </li>
    }
}
