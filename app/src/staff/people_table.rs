//! The people of a list as a table. On narrow screens each is a block, whose cells stand after the words of their columns.

use domain::{paths, staff::AccountState};
use jiff::Timestamp;
use leptos::prelude::*;
use store::staff::people::Person;
use ui::{Tag, TagKind};

use super::role_words;
use crate::{
    bidi::LeftToRight,
    words::{day_of, t},
};

/// The state of an account, in words.
pub fn state(state: AccountState) -> AnyView {
    let kind = match state {
        AccountState::Active => TagKind::Good,
        AccountState::Suspended => TagKind::Bad,
        AccountState::Pending => TagKind::Warning,
    };
    view! { <Tag kind>{t(&format!("staff-state-{state}"))}</Tag> }.into_any()
}

/// When somebody was there last, or that they never were.
pub fn seen(at: Option<Timestamp>) -> AnyView {
    match at {
        Some(at) => view! { <time datetime=at.to_string()>{day_of(at)}</time> }.into_any(),
        None => t("staff-people-never").into_any(),
    }
}

/// The first row, which names the columns by these words.
pub fn heads(columns: &[&str]) -> AnyView {
    let heads = columns.iter().map(|words| view! { <th role="columnheader" scope="col">{t(words)}</th> });
    let heads = heads.collect_view();
    view! { <thead role="rowgroup"><tr role="row">{heads}</tr></thead> }.into_any()
}

/// A cell, with the words of its column where that is not above it.
pub fn cell(column: &str, inside: AnyView) -> AnyView {
    view! {
        <td role="cell">
            <span class="rows-heading" aria-hidden="true">{t(column)}</span>
            {inside}
        </td>
    }
    .into_any()
}

const COLUMNS: [&str; 5] =
    ["staff-people-name", "staff-people-email", "staff-people-roles", "staff-people-state", "staff-people-seen"];

/// The table.
pub fn table(people: Vec<Person>) -> AnyView {
    let rows = people.into_iter().map(row).collect_view();
    view! {
        <table class="rows mt-4" role="table">
            <caption class="sr-only">{t("staff-people-caption")}</caption>
            {heads(&COLUMNS)}
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(person: Person) -> AnyView {
    let Person { id, full_name, email, state: is_in, roles, organisation_name, last_seen_at, .. } = person;
    let href = paths::staff_member(id).to_string();
    let [_, at_email, at_roles, at_state, at_seen] = COLUMNS;
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="font-bold">
                <a class="link inline-flex min-h-8 items-center" href=href><bdi>{full_name.to_string()}</bdi></a>
            </th>
            {cell(at_email, view! { <LeftToRight text=email.to_string() /> }.into_any())}
            {cell(at_roles, role_words::roles(&roles, organisation_name))}
            {cell(at_state, state(is_in))}
            {cell(at_seen, seen(last_seen_at))}
        </tr>
    }
    .into_any()
}
