//! Orders on the page of what is held of somebody: what is known of each, what happened to it, and what it was before.

use leptos::prelude::*;
use store::accounts::{
    own::Own,
    own_orders::{OwnOrder, OwnOrderLine, OwnVersion},
};

use super::data_page::{Row, part, texts};
use crate::words::{isolated, moment_of, t, t_with};

/// All orders.
pub fn orders(own: &Own) -> Option<AnyView> {
    part("account-orders-title", own.orders.iter().map(order).collect())
}

fn order(order: &OwnOrder) -> Row {
    let title = t_with("order-title", [("number", isolated(order.number.as_str()).into())]);
    let mut said = vec![
        t(&format!("order-status-{}", order.status)),
        moment_of(order.placed_at),
        if order.with_account { String::new() } else { t("account-data-as-guest") },
        order.full_name.clone(),
        order.email.clone(),
        order.telephone.clone().unwrap_or_default(),
        order.address.printed().join(", "),
    ];
    said.extend(order.lines.iter().map(line));
    let events = order.events.iter();
    said.extend(events.map(|event| format!("{}: {}", t(&format!("order-event-{}", event.kind)), moment_of(event.at))));
    if !order.earlier_versions.is_empty() {
        said.push(t("order-earlier"));
        said.extend(order.earlier_versions.iter().flat_map(version));
    }
    (title, said)
}

fn line(line: &OwnOrderLine) -> String {
    let copies = |id: &str, copies: i32| t_with(id, [("copies", copies.into())]);
    let mut said = vec![format!("{}: {}", line.code, copies("copies", line.copies)), line.title.clone()];
    said.extend((line.shipped > 0).then(|| copies("account-data-sent", line.shipped)));
    said.extend((line.cancelled > 0).then(|| copies("account-data-cancelled", line.cancelled)));
    said.join(" · ")
}

/// What an order was until it was changed.
fn version(version: &OwnVersion) -> Vec<String> {
    let mut said = vec![t_with("account-data-version", [("moment", moment_of(version.replaced_at).into())])];
    said.extend(version.lines.iter().map(|line| {
        let copies = line.ordered - line.cancelled;
        format!("{}: {}", line.product_code, t_with("copies", [("copies", copies.into())]))
    }));
    said.push(texts(&version.address).join(", "));
    said
}
