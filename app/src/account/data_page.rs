//! `/account/data`: everything that is held of somebody who has an account, to read and to print; for programs there is
//! the same as JSON.

use domain::paths;
use islands::AppError;
use leptos::prelude::*;
use store::accounts::own::{Own, OwnLine, OwnOrder};
use ui::{LinkButton, SummaryList, SummaryRow};

use super::at_account::{AtAccount, at_account, lead};
use crate::{
    bidi::LeftToRight,
    layout::Page,
    load::load,
    viewer::asking,
    words::{isolated, moment_of, t, t_with},
};

/// The page.
#[component]
pub fn DataPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let own = store::accounts::own::of(&asking.backend.db, account.id).await?.ok_or(AppError::NotFound)?;
        let (h1, back) = (t("account-data-title"), paths::account().to_string());
        Ok(view! {
            <Page title=h1.clone() viewer back>
                {lead(h1, t("account-data-lead"))} <div class="no-print mb-6">
                    <LinkButton href=paths::account_data_json().to_string()>{t("account-data-json")}</LinkButton>
                </div> {account_part(&own)} {places(&own)} {addresses(&own)} {lists(&own)} {orders(&own)} {asked(&own)} {written(&own)}
            </Page>
        }
        .into_any())
    })
}

type Row = (String, Vec<String>);

/// A part of the page; none where there is nothing to say.
fn part(heading: &str, rows: Vec<Row>) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let rows = rows.into_iter().map(|(key, lines)| {
        let lines = lines.into_iter().filter(|line| !line.is_empty());
        let lines = lines.map(|line| view! { <span class="block"><bdi>{line}</bdi></span> }).collect_view();
        view! { <SummaryRow key>{lines}</SummaryRow> }
    });
    let rows = rows.collect_view();
    let part = view! {
        <h2 class="mb-2 text-h2 font-bold">{t(heading)}</h2>
        <SummaryList>{rows}</SummaryList>
    };
    Some(part.into_any())
}

fn row(id: &str, value: impl Into<String>) -> Row {
    (t(id), vec![value.into()])
}

/// What the account says.
fn account_part(own: &Own) -> AnyView {
    let account = &own.account;
    let works = [account.organisation.as_deref(), account.establishment.as_deref()];
    let works = works.into_iter().flatten().collect::<Vec<_>>().join(" · ");
    let password = t(if account.has_password { "account-password-is-set" } else { "account-password-none" });
    let mut rows = vec![
        row("check-name", &*account.full_name),
        row("account-establishment", if works.is_empty() { t("not-provided") } else { works }),
        row("telephone", account.telephone.clone().unwrap_or_else(|| t("not-provided"))),
        row("account_audience", account.audience.clone().unwrap_or_else(|| t("not-provided"))),
        row("account-password", password),
        row("account-data-created", moment_of(account.created_at)),
        row("account-data-changed", moment_of(account.updated_at)),
        row("account-data-confirmed", moment_of(account.email_confirmed_at)),
        row("account-data-signed-in", moment_of(account.last_signed_in_at)),
    ];
    rows.extend(own.new_email.as_deref().map(|email| row("account_new_email", email)));
    let email = account.email.clone();
    view! {
        <SummaryList>
            <SummaryRow key=t("check-email")><LeftToRight text=email /></SummaryRow>
        </SummaryList>
        {part("account-details-title", rows)}
    }
    .into_any()
}

/// Where they are signed in.
fn places(own: &Own) -> Option<AnyView> {
    let rows = own.devices.iter().map(|device| {
        let (browser, system) =
            (t(&format!("account-browser-{}", device.browser)), t(&format!("account-system-{}", device.system)));
        let since = t_with("account-device-since", [("moment", moment_of(device.signed_in_at).into())]);
        let seen = t_with("account-device-seen", [("moment", moment_of(device.last_seen_at).into())]);
        (t_with("account-device", [("browser", browser.into()), ("system", system.into())]), vec![since, seen])
    });
    part("account-devices-title", rows.collect())
}

/// The address book.
fn addresses(own: &Own) -> Option<AnyView> {
    let rows = own.addresses.iter().map(|kept| (t("check-delivery"), kept.address.printed()));
    part("account-addresses-title", rows.collect())
}

fn lines(lines: &[OwnLine]) -> Vec<String> {
    let said = |line: &OwnLine| format!("{}: {}", line.code, t_with("copies", [("copies", line.copies.into())]));
    lines.iter().map(said).collect()
}

/// The basket, what was answered on the way to an order, and lists.
fn lists(own: &Own) -> Option<AnyView> {
    let basket = (!own.basket.is_empty()).then(|| (t("basket-title"), lines(&own.basket)));
    let checkout = own.checkout.as_ref().map(|answers| (t("account-data-checkout"), texts(answers)));
    let saved = own.lists.iter().map(|list| (list.name.to_string(), lines(&list.lines)));
    part("lists-title", basket.into_iter().chain(checkout).chain(saved).collect())
}

/// Every text in a value, as it was typed.
fn texts(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Array(values) => values.iter().flat_map(texts).collect(),
        serde_json::Value::Object(members) => members.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn orders(own: &Own) -> Option<AnyView> {
    part("account-orders-title", own.orders.iter().map(order).collect())
}

fn order(order: &OwnOrder) -> Row {
    let title = t_with("order-title", [("number", isolated(order.number.as_str()).into())]);
    let mut said = vec![
        t(&format!("order-status-{}", order.status)),
        moment_of(order.placed_at),
        order.full_name.clone(),
        order.email.clone(),
        order.telephone.clone().unwrap_or_default(),
        order.address.printed().join(", "),
    ];
    said.extend(lines(&order.lines));
    (title, said)
}

/// Requests for more, and what they wait for.
fn asked(own: &Own) -> Option<AnyView> {
    let requests = own.requests.iter().map(|request| {
        let copies = t_with("copies", [("copies", request.copies.into())]);
        (request.code.clone(), vec![copies, request.reason.clone(), moment_of(request.created_at)])
    });
    let waiting = own.waiting.iter().map(|one| {
        (one.code.clone(), vec![t_with("account-data-waiting", [("moment", moment_of(one.expires_at).into())])])
    });
    part("account-data-asked", requests.chain(waiting).collect())
}

/// What they wrote, and what was written to them.
fn written(own: &Own) -> Option<AnyView> {
    let messages = own.messages.iter().map(|message| {
        (
            message.summary.clone(),
            vec![message.contact_name.clone(), message.message.clone(), moment_of(message.created_at)],
        )
    });
    let letters = own.letters.iter().map(|letter| row("account-data-letter", moment_of(letter.written_at)));
    part("account-data-written", messages.chain(letters).collect())
}
