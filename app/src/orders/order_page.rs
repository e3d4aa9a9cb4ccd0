//! `/orders/{number}`: the confirmation, and later how far the order is.

use domain::{
    basket::LineProblem,
    catalogue::taxonomy::title_language,
    order::{EventKind, LineCounts, LineStatus, OrderStatus},
    paths,
};
use jiff::Timestamp;
use leptos::prelude::*;
use store::{
    lines::{Line, Of},
    order_changes::History,
    orders::{Order, OrderLine},
    sessions::Viewer,
};
use ui::{LinkButton, Notification, Panel, SummaryList, SummaryRow, button::ButtonKind};

use super::{
    at_order::{AtOrder, at_order, number},
    earlier::EarlierVersions,
};
use crate::{
    allowance::packs_words,
    bidi::{LeftToRight, Printed},
    checkout::check_page::Staying,
    done::DoneBanner,
    layout::Page,
    load::load,
    viewer::{Asking, asking},
    words::{day_of, isolated, moment_of, t, t_with},
};

/// The page.
#[component]
pub fn OrderPage() -> impl IntoView {
    let (asking, number) = (asking(), number());
    load(async move {
        let AtOrder { viewer, order, lines } = at_order(&asking, number).await?;
        let history = store::order_changes::history(&asking.backend.db, order.id).await?;
        let is_fresh = order.status == OrderStatus::Placed && history.events.len() == 1;
        let title = if is_fresh {
            t("order-placed-title")
        } else {
            t_with("order-title", [("number", order.number.to_string().into())])
        };
        let staying = if is_fresh { staying(&asking, &viewer, &order).await? } else { Vec::new() };
        Ok(view! {
            <Page title=title.clone() viewer>
                <DoneBanner />
                <OrderView title is_fresh order lines history staying />
            </Page>
        }
        .into_any())
    })
}

/// What an order left in the basket, as it could not be had. What came into that basket since is not of this order.
async fn staying(asking: &Asking, viewer: &Viewer, order: &Order) -> Result<Vec<Line>, backend::StoreError> {
    let basket = viewer.basket.filter(|basket| viewer.basket_lines > 0 && order.basket == *basket);
    let Some(basket) = basket else { return Ok(Vec::new()) };
    let (db, clock) = (&asking.backend.db, &asking.backend.clock);
    let lines = store::lines::find(db, Of::Basket(basket), &viewer.orderer(), clock.now(), clock.today()).await?;
    let was_left = |line: &Line| line.added_at.is_some_and(|at| at <= order.placed_at);
    let has_a_problem = |line: &Line| !LineProblem::of(&line.facts).is_empty();
    Ok(lines.into_iter().filter(|line| was_left(line) && has_a_problem(line)).collect())
}

#[component]
fn OrderView(
    title: String,
    is_fresh: bool,
    order: Order,
    lines: Vec<OrderLine>,
    history: History,
    staying: Vec<Line>,
) -> impl IntoView {
    let is_waiting = lines.iter().any(|line| line.counts.waiting() > 0);
    let address = order.address.clone();
    let number = order.number.to_string();
    let head = if is_fresh {
        view! { <Panel title>{t("order-number")} <br /> <strong class="order-number">{number}</strong></Panel> }
            .into_any()
    } else {
        view! { <h1 class="mb-4 text-h1 font-bold">{title}</h1> }.into_any()
    };
    let next = (order.status != OrderStatus::Cancelled && order.status != OrderStatus::Shipped).then(|| {
        view! {
            <h2 class="mt-8 text-h3 font-bold">{t("order-next")}</h2>
            <p class="measure mt-2">{t("order-next-body")} " " {is_waiting.then(|| t("order-next-waiting"))}</p>
        }
    });
    view! {
        <div class="task-wide">
            {head}
            {(order.status == OrderStatus::Cancelled).then(|| view! { <Notification title=t("important")>{t("order-cancelled-body")}</Notification> })}
            <p class="measure">{t_with("order-keep", [("email", isolated(&order.email).into())])}</p>
            {next}
            <Choices order=order.clone() />
            <p class="no-print mt-4"><a class="link" href=paths::order_again(&order.number).to_string()>{t("order-again")}</a></p>
            <h2 class="mt-8 mb-2 text-h3 font-bold">{t("order-items")}</h2>
            <ul class="mb-8 border-t border-line">{lines.iter().cloned().map(item).collect_view()}</ul>
            <Staying lines=staying />
            <h2 class="mb-2 text-h3 font-bold">{t("order-timeline")}</h2>
            <Timeline events=history.events />
            <EarlierVersions revisions=history.revisions order=order.clone() lines />
            <SummaryList>
                <SummaryRow key=t("order-status")>{t(&format!("order-status-{}", order.status))}</SummaryRow>
                <SummaryRow key=t("order-placed-on")>{day_of(order.placed_at)}</SummaryRow>
                <SummaryRow key=t("check-delivery")><Printed address /></SummaryRow>
                <SummaryRow key=t("check-name")><bdi>{order.full_name}</bdi></SummaryRow>
                <SummaryRow key=t("check-email")><LeftToRight text=order.email /></SummaryRow>
                {order.telephone.map(|telephone| view! { <SummaryRow key=t("check-phone")><LeftToRight text=telephone /></SummaryRow> })}
            </SummaryList>
            <p class="measure no-print">{t("order-print")}</p>
            <p class="no-print mt-4"><a class="link" href=paths::feedback().to_string()>{t("order-feedback")}</a></p>
        </div>
    }
}

/// What may still be done with the order, or why nothing may; and whom to ask about it.
#[component]
fn Choices(order: Order) -> impl IntoView {
    let choices = if order.status.may_change() {
        let number = &order.number;
        view! {
            <p class="no-print mt-6 flex flex-wrap gap-4">
                <LinkButton href=paths::change_order(number).to_string() kind=ButtonKind::Secondary>{t("order-change")}</LinkButton>
                <LinkButton href=paths::redirect_order(number).to_string() kind=ButtonKind::Secondary>{t("order-redirect")}</LinkButton>
                <LinkButton href=paths::cancel_order(number).to_string() kind=ButtonKind::Secondary>{t("order-cancel")}</LinkButton>
            </p>
        }
        .into_any()
    } else {
        let why = match order.status {
            OrderStatus::Cancelled => None,
            OrderStatus::Shipped => Some("order-too-late-sent"),
            _ => Some("order-too-late"),
        };
        why.map(|words| view! { <p class="measure mt-6">{t(words)}</p> }).into_any()
    };
    view! {
        {choices}
        <p class="measure mt-4">
            {t("order-contact")} " "
            <a class="link no-print" href=paths::contact_us().to_string()>{t("contact-us-title")}</a>
        </p>
    }
}

/// What happened so far, the newest first.
#[component]
fn Timeline(events: Vec<(EventKind, Timestamp)>) -> impl IntoView {
    let rows = events
        .into_iter()
        .rev()
        .map(|(kind, at)| {
            view! {
                <li class="timeline-entry">
                    <p class="font-bold">{t(&format!("order-event-{kind}"))}</p>
                    <p class="text-muted"><time datetime=at.to_string()>{moment_of(at)}</time></p>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline mb-8">{rows}</ol> }
}

/// How many copies of a line are how far, where not all of them are equally far; and how many wait.
fn parts(counts: &LineCounts) -> Vec<String> {
    let parts = counts.parts();
    let is_whole = parts.len() == 1;
    let said = parts.into_iter().filter(|(status, _)| !is_whole || *status == LineStatus::BackOrdered);
    said.map(|(status, copies)| {
        if status == LineStatus::BackOrdered {
            return t_with("check-back-order", [("copies", copies.into())]);
        }
        let (far, copies) = (t(&format!("line-status-{status}")), t_with("copies", [("copies", copies.into())]));
        t_with("order-line-part", [("status", far.into()), ("copies", copies.into())])
    })
    .collect()
}

fn item(line: OrderLine) -> impl IntoView {
    let parts = parts(&line.counts).into_iter().map(|words| view! { <p class="text-muted">{words}</p> }).collect_view();
    let copies = if line.counts.open() > 0 { line.counts.open() } else { line.counts.ordered };
    let packs = packs_words(copies, line.unit_of_issue);
    view! {
        <li class="flex flex-wrap justify-between gap-x-6 gap-y-1 border-b border-line py-3">
            <div class="min-w-0">
                <p class="font-bold" lang=title_language(line.title_is_translated, &line.language).to_string() dir="auto">{line.title}</p>
                <p class="text-muted"><LeftToRight text=line.code.to_string() /></p>
            </div>
            <div class="sm:text-end">
                <p class="font-bold">{t_with("copies", [("copies", copies.into())])}</p>
                {packs.map(|words| view! { <p class="text-muted">{words}</p> })}
                <p class="text-muted">{t(&format!("line-status-{}", line.counts.status()))}</p>
                {parts}
            </div>
        </li>
    }
}
