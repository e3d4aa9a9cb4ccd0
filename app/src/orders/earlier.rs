//! What an order was before it was changed.

use domain::{
    address::Address,
    catalogue::{code::ProductCode, taxonomy::title_language},
    order::OrderStatus,
};
use leptos::prelude::*;
use store::{
    order_changes::{Revision, RevisionLine},
    orders::{Order, OrderLine},
};

use crate::{
    bidi::LeftToRight,
    words::{isolated, moment_of, t, t_with},
};

/// The earlier versions of an order, the newest first, each with what became of it; nothing where there are none.
#[component]
pub fn EarlierVersions(
    /// The order before each change, oldest first.
    revisions: Vec<Revision>,
    /// The order as it is.
    order: Order,
    /// Its lines.
    lines: Vec<OrderLine>,
) -> impl IntoView {
    let followers = revisions.iter().skip(1).map(Follower::revision).chain([Follower::now(&order, &lines)]);
    let versions = revisions.iter().zip(followers).map(|(revision, next)| version(revision, &next, &lines));
    let mut versions: Vec<AnyView> = versions.collect();
    versions.reverse();
    (!versions.is_empty()).then(|| {
        view! {
            <details class="mb-8">
                <summary class="link cursor-pointer py-1">{t("order-earlier")}</summary>
                <ol class="mt-2 grid gap-4">{versions}</ol>
            </details>
        }
    })
}

/// What took the place of a version.
struct Follower {
    copies: Vec<(ProductCode, i32)>,
    address: Address,
}

impl Follower {
    fn revision(revision: &Revision) -> Self {
        let copies = revision.lines.iter().map(|line| (line.product_code.clone(), line.open())).collect();
        Self { copies, address: revision.address.clone() }
    }

    /// Calling an order off is no version of it: then what was ordered counts.
    fn now(order: &Order, lines: &[OrderLine]) -> Self {
        let is_cancelled = order.status == OrderStatus::Cancelled;
        let copies = |line: &OrderLine| if is_cancelled { line.counts.ordered } else { line.counts.open() };
        let copies = lines.iter().map(|line| (line.code.clone(), copies(line))).collect();
        Self { copies, address: order.address.clone() }
    }

    /// What a version did not have.
    fn added_to(&self, revision: &Revision) -> Vec<(ProductCode, i32)> {
        let had = |code: &ProductCode| revision.lines.iter().any(|line| line.product_code == *code && line.open() > 0);
        self.copies.iter().filter(|(code, copies)| *copies > 0 && !had(code)).cloned().collect()
    }

    fn copies_of(&self, code: &ProductCode) -> i32 {
        self.copies.iter().find(|(known, _)| known == code).map_or(0, |(_, copies)| *copies)
    }
}

fn version(revision: &Revision, next: &Follower, lines: &[OrderLine]) -> AnyView {
    let until = moment_of(revision.replaced_at);
    let heading = t_with("order-revision", [("version", revision.number.into()), ("moment", until.into())]);
    let had = revision.lines.iter().filter(|line| line.open() > 0);
    let mut items: Vec<AnyView> = had.map(|line| item(line, next.copies_of(&line.product_code), lines)).collect();
    items.extend(next.added_to(revision).iter().map(|(code, copies)| added(code, *copies, lines)));
    let printed: Vec<String> = revision.address.printed().iter().map(|line| isolated(line)).collect();
    let address = t_with("order-revision-address", [("address", printed.join(", ").into())]);
    let moved = (revision.address != next.address).then(|| changed(t("order-revision-moved")));
    view! {
        <li>
            <h3 class="font-bold">{heading}</h3>
            <ul>{items}</ul>
            <p class="text-muted">{address} {moved}</p>
        </li>
    }
    .into_any()
}

/// The title of a line; it stands in the order still, as lines are called off and not deleted.
fn title(code: &ProductCode, lines: &[OrderLine]) -> Option<AnyView> {
    lines.iter().find(|known| known.code == *code).map(|known| {
        let lang = title_language(known.title_is_translated, &known.language).to_string();
        view! { <bdi lang=lang>{known.title.clone()}</bdi> ", " }.into_any()
    })
}

fn copies(copies: i32) -> String {
    t_with("copies", [("copies", copies.into())])
}

/// A line that came with the next version.
fn added(code: &ProductCode, number: i32, lines: &[OrderLine]) -> AnyView {
    let (title, change) = (title(code, lines), changed(t("order-revision-added")));
    view! { <li>{title} <LeftToRight text=code.to_string() /> ": " {copies(number)} {change}</li> }.into_any()
}

/// A line as it was.
fn item(line: &RevisionLine, next: i32, lines: &[OrderLine]) -> AnyView {
    let title = title(&line.product_code, lines);
    let change = match next {
        0 => Some(changed(t("order-revision-removed"))),
        next if next != line.open() => Some(changed(t_with("order-revision-now", [("copies", copies(next).into())]))),
        _ => None,
    };
    let code = line.product_code.to_string();
    view! { <li>{title} <LeftToRight text=code /> ": " {copies(line.open())} {change}</li> }.into_any()
}

fn changed(words: String) -> AnyView {
    view! { " – " <strong>{words}</strong> }.into_any()
}
