//! `/my/registration`: everything that a registration says, and what can be done about it.

use backend::registry::mine::{Consented, Mine};
use domain::{
    paths::{self, Path},
    registry::{
        Register, Step, Task,
        deployed::ReportDeployment,
        state::{Actor, RegistrationState, task_of},
    },
};
use islands::registry::my::{
    change::PostDiscardUpdate,
    links::PostStillRightHere,
    sign_in::{PostSignOut, PostSignOutEverywhere},
};
use leptos::{prelude::*, server_fn::ServerFn};
use store::registry::{history::Version, mine::Stored};
use ui::{ButtonForm, LinkButton, Notification, SummaryList, SummaryRow, Tag, TagKind, button::ButtonKind};

use super::at_mine::{SignedIn, nowhere, signed_in};
use crate::{
    done::DoneBanner,
    layout::Page,
    load::load,
    registry::{
        said::title,
        summary::{self, Change},
    },
    viewer::asking,
    words::{day, isolated, registry_day_of, registry_moment_of, t, t_with},
};

/// The page.
#[component]
pub fn RegistrationPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let SignedIn { viewer, session, registrant } = signed_in(&asking).await?;
        let register = backend::registry::register(&asking.backend).await?;
        let mine = backend::registry::mine::mine(&asking.backend, (session, registrant), &register).await?;
        let mine = mine.ok_or_else(nowhere)?;
        let h1 = t("my-registration-title");
        Ok(view! {
            <Page title=title(&h1) viewer>
                <DoneBanner />
                <h1 class="mb-6 text-h1 font-bold">{h1}</h1>
                {standing(&mine.changing.stored)} {not_saved(&mine)} {answers(&mine, &register)} {beside(&mine)}
                {history(&mine.versions)} {ways_out(&mine.changing.stored)}
            </Page>
        }
        .into_any())
    })
}

/// What it counts for, and the button that keeps it so.
fn standing(stored: &Stored) -> AnyView {
    let state = stored.state;
    let kind = if state == RegistrationState::Active { TagKind::Good } else { TagKind::Warning };
    let confirmed = t_with("my-last-confirmed", [("date", registry_day_of(stored.last_confirmed_at).into())]);
    let number = t_with("my-number", [("number", isolated(stored.confirmation.as_str()).into())]);
    let action = if state == RegistrationState::Withdrawn {
        view! { <LinkButton href=paths::my_rejoin().to_string()>{t("my-rejoin-title")}</LinkButton> }.into_any()
    } else {
        view! { <ButtonForm action=PostStillRightHere::PATH kind=ButtonKind::Secondary>{t("still-right-yes")}</ButtonForm> }
            .into_any()
    };
    view! {
        <p class="mb-2">
            <Tag kind>{t(&format!("my-state-{state}"))}</Tag>
        </p>
        <p class="mb-2">{t(&format!("my-state-{state}-body"))}</p>
        <p class="mb-2">{number}</p>
        <p class="mb-4">{confirmed}</p>
        <div class="mb-8">{action}</div>
    }
    .into_any()
}

/// That something was changed and not saved, and how to go on.
fn not_saved(mine: &Mine) -> Option<AnyView> {
    let unsaved = mine.changing.unsaved.as_ref()?;
    let on = if mine.changing.is_stale() { paths::my_changed() } else { paths::my_step(&unsaved.step) };
    Some(
        view! {
            <Notification title=t("important")>
                {t("my-unsaved")} " "
                <a class="link" href=on.to_string()>
                    {t("my-unsaved-go-on")}
                </a>
            </Notification>
            <div class="mb-8">
                <ButtonForm action=PostDiscardUpdate::PATH kind=ButtonKind::Quiet>{t("my-unsaved-discard")}</ButtonForm>
            </div>
        }
        .into_any(),
    )
}

/// The answers, part by part, each with its change.
fn answers(mine: &Mine, register: &Register) -> AnyView {
    let draft = &mine.changing.draft;
    let asked = draft.asked(register);
    let change = (mine.changing.stored.state != RegistrationState::Withdrawn).then_some(change_of as Change);
    let parts = Task::ALL.iter().filter(|task| **task != Task::Check).map(|task| {
        let steps: Vec<Step> = asked.iter().filter(|step| step.task() == *task).cloned().collect();
        view! {
            <h2 class="mb-2 text-h2 font-bold">{t(&format!("reg-task-{task}"))}</h2>
            {summary::stored(&steps, (draft, register), change)}
        }
    });
    parts.collect_view().into_any()
}

/// Where a page is changed: another address has to be proved.
fn change_of(step: &Step) -> Path {
    if *step == Step::Email { paths::my_email() } else { paths::my_step(step) }
}

fn row(key: String, change: Option<String>, answer: AnyView) -> AnyView {
    match change {
        Some(change) => view! { <SummaryRow key change change_text=t("change")>{answer}</SummaryRow> }.into_any(),
        None => view! { <SummaryRow key>{answer}</SummaryRow> }.into_any(),
    }
}

/// A deployment that was reported, in words.
pub(super) fn deployment(said: ReportDeployment) -> String {
    match said {
        ReportDeployment::NotDeployed => t("my-not-deployed"),
        ReportDeployment::Deployed { from, until: None } => t_with("my-deployed-from", [("from", day(from.0).into())]),
        ReportDeployment::Deployed { from, until: Some(until) } => {
            t_with("my-deployed-until", [("from", day(from.0).into()), ("until", day(until.0).into())])
        }
    }
}

/// What was agreed to or not, in words.
pub(super) fn agreed(consent: &Consented) -> String {
    let id = if consent.given { "my-consent-given" } else { "my-consent-refused" };
    let what = t(&format!("consents.{}", consent.purpose));
    t_with(id, [("what", what.into()), ("date", registry_day_of(consent.at).into())])
}

/// What stands beside the answers: deployments and consents.
fn beside(mine: &Mine) -> AnyView {
    let reported = mine.beside.reports.first();
    let deployed = reported.map_or_else(|| t("not-provided"), |report| deployment(report.said));
    let consents = mine.beside.consents.iter().map(|consent| view! { <span class="block">{agreed(consent)}</span> });
    let consents = consents.collect_view();
    let messages = t(if mine.beside.are_messages_stopped { "my-messages-stopped" } else { "my-messages-come" });
    let stop = mine.stop_messages.to_string();
    view! {
        <h2 class="mb-2 text-h2 font-bold">{t("my-beside")}</h2>
        <SummaryList>
            {row(t("my-deployment-title"), Some(paths::my_deployment().to_string()), deployed.into_any())}
            {row(t("my-consents-title"), Some(paths::my_consents().to_string()), consents.into_any())}
            {row(t("my-messages"), Some(stop), messages.into_any())}
        </SummaryList>
    }
    .into_any()
}

/// The versions, the newest first: when, by whom, and which parts.
fn history(versions: &[Version]) -> AnyView {
    let rows = versions.iter().map(|version| {
        let mut tasks: Vec<Task> = version.fields.iter().filter_map(|field| task_of(field)).collect();
        tasks.sort_unstable();
        tasks.dedup();
        let tasks: Vec<String> = tasks.iter().map(|task| t(&format!("reg-task-{task}"))).collect();
        let by = if version.actor == Actor::Registrant { "my-version-by-you" } else { "my-version-by-staff" };
        let line = t_with(by, [("at", registry_moment_of(version.at).into()), ("parts", tasks.join(", ").into())]);
        view! { <li>{line}</li> }
    });
    let rows = rows.collect_view();
    view! {
        <details class="mb-8">
            <summary class="link">{t("my-history")}</summary>
            <ul class="mt-3 list-disc ps-6">{rows}</ul>
        </details>
    }
    .into_any()
}

/// Data, leaving, erasing, and signing out.
fn ways_out(stored: &Stored) -> AnyView {
    let mut ways = vec![(paths::my_data(), "my-data-title"), (paths::my_erase(), "my-erase-title")];
    if stored.state != RegistrationState::Withdrawn {
        ways.insert(1, (paths::my_withdraw(), "withdraw-title"));
    }
    let ways = ways.into_iter().map(|(path, words)| {
        view! {
            <li>
                <a class="link" href=path.to_string()>
                    {t(words)}
                </a>
            </li>
        }
    });
    let ways = ways.collect_view();
    view! {
        <ul class="mb-8">{ways}</ul>
        <div class="no-print flex flex-wrap gap-6">
            <ButtonForm action=PostSignOut::PATH kind=ButtonKind::Secondary>{t("my-sign-out")}</ButtonForm>
            <ButtonForm action=PostSignOutEverywhere::PATH kind=ButtonKind::Quiet>{t("my-sign-out-everywhere")}</ButtonForm>
        </div>
    }
    .into_any()
}
