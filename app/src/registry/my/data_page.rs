//! `/my/data`: everything that is held of somebody, to read and to print; for programs there is the same as JSON.

use backend::registry::whole::{Changed, Left, Whole, whole};
use domain::{locale::Locale, paths, registry::Register};
use leptos::prelude::*;
use store::{
    audit::Reading,
    outbox::Kind,
    registry::{letters::Letter, own::Moved},
};
use ui::{LinkButton, SummaryList, SummaryRow};

use super::{
    at_mine::{SignedIn, nowhere, signed_in},
    registration_page::{agreed, deployment},
};
use crate::{
    layout::Page,
    load::load,
    registry::{
        said::{lead, title},
        summary,
    },
    viewer::asking,
    words::{isolated, registry_day_of, registry_moment_of, t, t_with},
};

/// The page.
#[component]
pub fn DataPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let SignedIn { viewer, registrant, .. } = signed_in(&asking).await?;
        let register = backend::registry::register(&asking.backend).await?;
        let whole = whole(&asking.backend, registrant, Reading::Page).await?.ok_or_else(nowhere)?;
        let (h1, back) = (t("my-data-title"), paths::my_registration().to_string());
        Ok(view! {
            <Page title=title(&h1) viewer back>
                {lead(h1, t("my-data-lead"))} <div class="no-print mb-6">
                    <LinkButton href=paths::my_data_json().to_string()>{t("my-data-json")}</LinkButton>
                </div> {facts(&whole)} {answers(&whole, &register)} {beside(&whole)} {changes(&whole, &register)}
                {left(&whole)} {letters(&whole)}
            </Page>
        }
        .into_any())
    })
}

/// A part of the page; none where there is nothing to say.
fn part(heading: String, rows: Vec<(String, AnyView)>) -> Option<AnyView> {
    if rows.is_empty() {
        return None;
    }
    let rows = rows.into_iter().map(|(key, value)| view! { <SummaryRow key>{value}</SummaryRow> }).collect_view();
    let part = view! {
        <h2 class="mb-2 text-h2 font-bold">{heading}</h2>
        <SummaryList>{rows}</SummaryList>
    };
    Some(part.into_any())
}

fn row(id: &str, value: String) -> (String, AnyView) {
    (t(id), view! { <bdi>{value}</bdi> }.into_any())
}

/// A row for what may not be there.
fn row_if(id: &str, value: Option<String>) -> Option<(String, AnyView)> {
    value.filter(|value| !value.is_empty()).map(|value| row(id, value))
}

/// What is known besides what was answered.
fn facts(whole: &Whole) -> Option<AnyView> {
    let (stored, about) = (&whole.stored, &whole.about);
    let known = Locale::of_reader([&about.language]);
    let language = known.map_or_else(|| about.language.clone(), |known| known.endonym().to_owned());
    let certified = format!("{} ({})", about.certified_text, registry_moment_of(about.certified_at));
    let confirmed = about.address_confirmed_at.map_or_else(|| t("my-data-unconfirmed"), registry_moment_of);
    let messages = if whole.beside.are_messages_stopped { "my-messages-stopped" } else { "my-messages-come" };
    let mut rows = vec![
        row("my-data-number", stored.confirmation.to_string()),
        row("my-data-state", t(&format!("my-state-{}", stored.state))),
        row("my-data-first", registry_moment_of(about.registered_at)),
        row("my-data-sent", registry_moment_of(stored.submitted_at)),
        row("my-data-certified", certified),
        row("still-right-confirmed", registry_moment_of(stored.last_confirmed_at)),
        row("my-data-confirmed", confirmed),
        row("my-data-language", language),
        row("my-messages", t(messages)),
    ];
    rows.extend(row_if("my-data-others", Some(about.other_numbers.join(", "))));
    rows.extend(row_if("my-data-seen", Some(about.seen_by.join(", "))));
    rows.extend(row_if("my-data-hold", about.legal_hold.then(|| t("yes"))));
    part(t("my-registration-title"), rows)
}

/// What was answered; what was sent besides and waits; and what was typed and not sent.
fn answers(whole: &Whole, register: &Register) -> AnyView {
    let draft = whole.stored.said.draft(register);
    let stored = summary::stored(&draft.asked(register), (&draft, register), None);
    let waiting = whole.waiting.as_ref().map(|waiting| {
        let sent = t_with("my-held-sent", [("date", registry_day_of(waiting.submitted_at).into())]);
        let draft = waiting.said.draft(register);
        (sent, summary::stored(&draft.asked(register), (&draft, register), None))
    });
    let unfinished = whole.unfinished.iter().map(|unfinished| {
        let typed = t_with("my-data-unfinished", [("at", registry_moment_of(unfinished.at).into())]);
        let (draft, pages) = unfinished.pages(&draft, register);
        (typed, summary::stored(&pages, (&draft, register), None))
    });
    let others = waiting.into_iter().chain(unfinished);
    let others = others.map(|(heading, rows)| view! { <h2 class="mb-2 text-h2 font-bold">{heading}</h2> {rows} });
    let others = others.collect_view();
    view! { {stored} {others} }.into_any()
}

/// Consents and deployments.
fn beside(whole: &Whole) -> Option<AnyView> {
    let reports = whole.beside.reports.iter();
    let reports = reports.map(|report| (registry_moment_of(report.at), deployment(report.said).into_any()));
    let consents = whole.beside.consents.iter().map(|consent| (consent.text.clone(), agreed(consent).into_any()));
    part(t("my-beside"), reports.chain(consents).collect())
}

/// What was changed since it was sent: each answer before and after.
fn changes(whole: &Whole, register: &Register) -> Option<AnyView> {
    let changed = whole.changes.iter().filter(|changed| changed.version > 1);
    part(t("my-history"), changed.map(|changed| change(changed, register)).collect())
}

fn change(changed: &Changed, register: &Register) -> (String, AnyView) {
    let said = |values: &[String]| summary::of_key(&changed.field, values, register);
    let ((question, old), (_, new)) = (said(&changed.old), said(&changed.new));
    let line = |id: &str, answer: Option<AnyView>| {
        let answer = answer.unwrap_or_else(|| t("not-provided").into_any());
        view! { <div>{t(id)} ": " {answer}</div> }
    };
    let before_and_after = view! {
        <p class="text-muted">{registry_moment_of(changed.at)}</p>
        {line("my-data-before", old)}
        {line("my-data-after", new)}
    };
    (question, before_and_after.into_any())
}

/// When they left, and when they changed their address.
fn left(whole: &Whole) -> Option<AnyView> {
    let moves = whole.about.email_changes.iter().map(|moved| (t("my-data-moved"), lines(moved_lines(moved))));
    let left = whole.left.iter().map(|left| (t("withdraw-title"), lines(left_lines(left))));
    part(t("my-data-left"), left.chain(moves).collect())
}

fn left_lines(left: &Left) -> Vec<String> {
    let reason = t(&format!("withdrawal_reason.{}", left.reason));
    let undone = left.undone_at.map(|at| t_with("my-data-undone", [("at", registry_moment_of(at).into())]));
    [Some(registry_moment_of(left.at)), Some(reason), left.text.clone(), undone].into_iter().flatten().collect()
}

fn moved_lines(moved: &Moved) -> Vec<String> {
    let addresses = [("old", isolated(&moved.old_email).into()), ("new", isolated(&moved.new_email).into())];
    let changed = moved.changed_at.map(|at| t_with("my-data-changed", [("at", registry_moment_of(at).into())]));
    let undone = moved.undone_at.map(|at| t_with("my-data-undone", [("at", registry_moment_of(at).into())]));
    let asked = Some(registry_moment_of(moved.asked_at));
    [Some(t_with("my-data-addresses", addresses)), asked, changed, undone].into_iter().flatten().collect()
}

/// What was written to them.
fn letters(whole: &Whole) -> Option<AnyView> {
    let letters = whole.letters.iter().map(|letter| (letter_words(letter.kind), lines(letter_lines(letter))));
    part(t("my-data-letters"), letters.collect())
}

/// What a letter says: its subject, but for what it says of somebody.
fn letter_words(kind: Option<Kind>) -> String {
    let subject = match kind {
        None | Some(Kind::EmailCode) => return t("my-data-letter-code"),
        Some(Kind::RegistrationConfirmation) => "registration-exists".to_owned(),
        Some(Kind::RegistrationUpdated) => "updated".to_owned(),
        Some(Kind::YearlyConfirmation) => "still-right".to_owned(),
        Some(Kind::YearlyReminder) => "still-right-again".to_owned(),
        Some(other) => other.as_str().replace('_', "-"),
    };
    t(&format!("mail-{subject}-subject"))
}

fn letter_lines(letter: &Letter) -> Vec<String> {
    let sent = letter.sent_at.map_or_else(|| t("my-data-letter-waits"), registry_moment_of);
    vec![t_with("my-data-letter-to", [("address", isolated(&letter.recipient).into())]), sent]
}

fn lines(lines: Vec<String>) -> AnyView {
    lines.into_iter().map(|line| view! { <span class="block"><bdi>{line}</bdi></span> }).collect_view().into_any()
}
