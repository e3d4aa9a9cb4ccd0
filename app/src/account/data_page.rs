//! `/account/data`: everything that is held of somebody who has an account, to read and to print; for programs there is
//! the same as JSON.

use domain::{paths, staff::AuthorityKey};
use islands::AppError;
use leptos::prelude::*;
use store::{
    accounts::{
        own::{Own, OwnLine},
        own_traces::OwnInvitation,
    },
    audit::Reading,
};
use ui::{LinkButton, SummaryList, SummaryRow};

use super::{
    at_account::{AtAccount, at_account, lead},
    data_orders::orders,
};
use crate::{
    bidi::LeftToRight,
    layout::Page,
    load::load,
    staff::role_words,
    viewer::asking,
    words::{self, isolated, moment_of, t, t_with},
};

/// The page.
#[component]
pub fn DataPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let own = backend::accounts::read_own(&asking.backend, account.id, Reading::Page).await?;
        let own = own.ok_or(AppError::NotFound)?;
        let (h1, back) = (t("account-data-title"), paths::account().to_string());
        Ok(view! {
            <Page title=h1.clone() viewer back>
                {lead(h1, t("account-data-lead"))} <div class="no-print mb-6">
                    <LinkButton href=paths::account_data_json().to_string()>{t("account-data-json")}</LinkButton>
                </div> {account_part(&own)} {places(&own)} {addresses(&own)} {lists(&own)} {orders(&own)} {asked(&own)} {written(&own)}
                {invited(&own)} {kept(&own)} <p class="measure mb-2">{t("account-data-registration")}</p>
                <p class="no-print">
                    <a class="link" href=paths::my().to_string()>{t("account-registration-link")}</a>
                </p>
            </Page>
        }
        .into_any())
    })
}

/// What something is called, and what is said of it.
pub type Row = (String, Vec<String>);

/// A part of the page; none where there is nothing to say.
pub fn part(heading: &str, rows: Vec<Row>) -> Option<AnyView> {
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
    let organisation = account.registry_organisation.as_ref().map(AuthorityKey::as_str);
    let roles = role_words::lines(account.catalogue_role, account.registry_role, organisation);
    let ways = [("account-data-roles", roles), ("account-data-second-step", second_step(own))];
    let providers = account.providers.iter().map(|provider| provider.issuer.clone()).collect();
    let ways = ways.into_iter().chain([("account-data-provider", providers)]);
    rows.extend(ways.filter(|(_, lines)| !lines.is_empty()).map(|(id, lines)| (t(id), lines)));
    let email = account.email.clone();
    view! {
        <SummaryList>
            <SummaryRow key=t("check-email")><LeftToRight text=email /></SummaryRow>
        </SummaryList>
        {part("account-details-title", rows)}
    }
    .into_any()
}

/// What they prove besides their password that it is them.
fn second_step(own: &Own) -> Vec<String> {
    let account = &own.account;
    let authenticator =
        account.authenticator_since.map(|at| t_with("account-data-authenticator", [("moment", moment_of(at).into())]));
    let passkeys = account.passkeys.iter().map(|passkey| {
        let (name, since) = (isolated(passkey.name.as_str()), moment_of(passkey.created_at));
        t_with("account-data-passkey", [("name", name.into()), ("moment", since.into())])
    });
    let codes = (account.recovery_codes > 0)
        .then(|| t_with("account-data-recovery", [("codes", account.recovery_codes.into())]));
    authenticator.into_iter().chain(passkeys).chain(codes).collect()
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
pub fn texts(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Array(values) => values.iter().flat_map(texts).collect(),
        serde_json::Value::Object(members) => members.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// Requests for more, and what they wait for.
fn asked(own: &Own) -> Option<AnyView> {
    let requests = own.requests.iter().map(|request| {
        let copies = t_with("copies", [("copies", request.copies.into())]);
        let mut said = vec![copies, request.reason.clone(), moment_of(request.created_at)];
        said.extend(request.needed_by.map(|day| t_with("account-data-needed", [("day", words::day(day).into())])));
        if request.granted > 0 {
            let (granted, used) = (request.granted.into(), request.used.into());
            said.push(t_with("account-data-granted", [("granted", granted), ("used", used)]));
        }
        said.extend(request.note.clone());
        (request.code.clone(), said)
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

/// What they were invited to.
fn invited(own: &Own) -> Option<AnyView> {
    part("account-data-invitations", own.traces.invitations.iter().map(invitation).collect())
}

fn invitation(invitation: &OwnInvitation) -> Row {
    let (from, until) = (moment_of(invitation.created_at), moment_of(invitation.expires_at));
    let lasted = t_with("account-data-invited", [("moment", from.into()), ("until", until.into())]);
    let organisation = invitation.registry_organisation.as_ref().map(AuthorityKey::as_str);
    (lasted, role_words::lines(invitation.catalogue_role, invitation.registry_role, organisation))
}

/// Limits of their own, and how much of them stands in the audit trail, which the download tells.
fn kept(own: &Own) -> AnyView {
    let limits = own.traces.limits.iter().map(|limit| {
        let what = limit.code.clone().unwrap_or_else(|| t("account-data-limit-of-all"));
        (what, vec![t_with("copies", [("copies", limit.copies.into())])])
    });
    let entries = i64::try_from(own.traces.trail.len()).unwrap_or(i64::MAX);
    let entries = t_with("account-data-journal-entries", [("entries", entries.into())]);
    let limits = part("account-data-limits", limits.collect());
    let journal = part("account-data-journal", vec![(t("account-data-journal"), vec![entries])]);
    view! { {limits} {journal} }.into_any()
}
