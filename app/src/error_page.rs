//! Pages for what cannot be shown.

use domain::paths::{self, Path};
use islands::{
    AppError,
    context::{Sent, SentForm},
};
use leptos::prelude::*;
use store::sessions::Viewer;
use ui::{ButtonForm, LinkButton, button::ButtonKind};

use crate::{
    catalogue::suggestions::SearchInput,
    layout::Page,
    words::{find, isolated, t, t_with},
};

/// The reference under which the log knows a request.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// What a route has to say in place of the words of its status.
#[derive(Clone, Debug)]
pub struct Said {
    /// The words: `error-{words}-title`, `error-{words}-body` and, where the way back is called otherwise than one to
    /// a publication, `error-{words}-back`.
    pub words: &'static str,
    /// Where one can choose again.
    pub back: Path,
}

/// After how many seconds what was refused for now may be done again.
#[derive(Clone, Copy, Debug)]
pub struct RetryAfter(pub u64);

impl RetryAfter {
    /// The id of the words, and how many minutes or hours they mention: whole ones, so that nobody comes too early.
    const fn said(self) -> (&'static str, u64) {
        match self.0.div_ceil(60) {
            0 => ("error-429-minutes", 1),
            minutes @ ..60 => ("error-429-minutes", minutes),
            minutes => ("error-429-hours", minutes.div_ceil(60)),
        }
    }
}

/// That a request was about the provider registry.
#[derive(Clone, Copy, Debug)]
pub struct OfRegistry;

/// Says what happened and what to do now, in words for people.
#[component]
pub fn ErrorPage(
    /// What happened.
    error: AppError,
) -> impl IntoView {
    view! { <StatusPage status=error.status() error /> }
}

/// The page of an HTTP status.
#[component]
pub fn StatusPage(
    /// The status.
    status: u16,
    /// What happened, where it is known; a form that was sent knows it as well.
    #[prop(optional)]
    error: Option<AppError>,
) -> impl IntoView {
    let (said, form) = (use_context::<Said>(), use_context::<SentForm>());
    let error = error.or_else(|| form.as_ref()?.error()).filter(|error| error.status() == status);
    let words = said.as_ref().map(|said| said.words).or_else(|| error?.words());
    let wait = use_context::<RetryAfter>().filter(|_| status == 429 && words.is_none()).map(RetryAfter::said);
    let wait = wait.map(|(id, count)| t_with(id, [("count", count.into())]));
    let words = words.map_or_else(|| status.to_string(), str::to_owned);
    let title = find(&format!("error-{words}-title")).unwrap_or_else(|| t("error-500-title"));
    // Whoever registers has answers to lose, and no basket.
    let own = use_context::<OfRegistry>().and_then(|OfRegistry| find(&format!("error-registry-{words}-body")));
    let body = wait.or(own).or_else(|| find(&format!("error-{words}-body"))).unwrap_or_else(|| t("error-500-body"));
    let back = said.map(|said| {
        let label = find(&format!("error-{}-back", said.words)).unwrap_or_else(|| t("error-back"));
        view! { <LinkButton href=said.back.to_string()>{label}</LinkButton> }
    });
    let is_sent_again = AppError::may_pass_after(status) || error.is_some_and(AppError::is_closed);
    let sent = form.filter(|_| is_sent_again).and_then(|form| form.get().cloned());
    let has_box = status == 404 && back.is_none();
    let is_answered = has_box || back.is_some() || sent.is_some();
    let search = if is_answered { ButtonKind::Secondary } else { ButtonKind::Primary };
    let reference = use_context::<RequestId>().filter(|_| status >= 500);
    view! {
        <Page title=title.clone() viewer=Viewer::default()>
            <h1 class="text-h1 font-bold">{title}</h1>
            <p class="measure mt-4">{body}</p>
            {reference.map(|id| view! { <p class="measure mt-4">{t_with("error-reference", [("id", isolated(&id.0).into())])}</p> })}
            {error.and_then(way_on)}
            {sent.map(|sent| view! { <SendAgain sent body=error.map_or("error-again-body", send_again) /> })}
            {has_box.then(|| view! { <form action="/publications" method="get" role="search" class="mt-6"><SearchInput words=String::new() /></form> })}
            <p class="mt-8 flex flex-wrap gap-4">
                {back}
                <LinkButton href="/publications" kind=search>{t("error-search")}</LinkButton>
                <LinkButton href="/" kind=ButtonKind::Secondary>{t("error-home")}</LinkButton>
            </p>
        </Page>
    }
}

/// Where somebody goes on whose page is not shown: back into the registry, or to their account. Who was signed out, or whose
/// registration is not open here any more, keeps the page, which has what they typed.
fn way_on(error: AppError) -> Option<AnyView> {
    let keeps_page = matches!(
        error,
        AppError::SignedOut | AppError::DraftClosed | AppError::AccountSignedOut | AppError::StaffSignedOut
    );
    let target = keeps_page.then_some("_blank");
    let ways = ways(error).into_iter().map(|(path, words)| {
        view! { <a class="link" href=path.to_string() target=target>{t(words)}</a> }
    });
    let ways: Vec<_> = ways.collect();
    (!ways.is_empty()).then(|| view! { <p class="mt-4 flex flex-wrap gap-6">{ways}</p> }.into_any())
}

/// Each way, and its words.
fn ways(error: AppError) -> Vec<(Path, &'static str)> {
    match error {
        AppError::LinkEnded => vec![(paths::register_resume(), "reg-start-resume"), (paths::my(), "my-title")],
        AppError::SignedOut => vec![(paths::my(), "error-signed-out-sign-in")],
        AppError::DraftClosed => vec![
            (paths::register_resume(), "error-draft-closed-resume"),
            (paths::register(), "error-draft-closed-start"),
        ],
        AppError::AccountLinkEnded => vec![(paths::account_sign_in(), "error-account-link-again")],
        AppError::AccountSignedOut => vec![(paths::account_sign_in(), "error-account-sign-in")],
        AppError::StaffSignedOut => vec![(paths::staff_sign_in(), "error-staff-sign-in")],
        AppError::NotTheirs => vec![(paths::staff(), "error-not-theirs-work")],
        AppError::InvitationEnded => vec![(paths::staff_sign_in(), "error-invitation-sign-in")],
        _ => Vec::new(),
    }
}

/// When to send again what was not accepted.
const fn send_again(error: AppError) -> &'static str {
    match error {
        AppError::SignedOut => "error-signed-out-again",
        AppError::DraftClosed => "error-draft-closed-again",
        AppError::AccountSignedOut => "error-account-signed-out-again",
        AppError::StaffSignedOut => "error-staff-signed-out-again",
        AppError::TooManyRequests => "error-429-again",
        _ => "error-again-body",
    }
}

/// What a form sent, as it was, behind a button: nothing is lost where nothing could be kept.
#[component]
fn SendAgain(sent: Sent, body: &'static str) -> impl IntoView {
    let Sent { action, answers } = sent;
    view! {
        <p class="measure mt-4">{t(body)}</p>
        <div class="mt-6">
            <ButtonForm action answers>
                {t("error-again-button")}
            </ButtonForm>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_asked_to_come_back_too_early() {
        for (seconds, said) in [
            (0, ("error-429-minutes", 1)),
            (1, ("error-429-minutes", 1)),
            (61, ("error-429-minutes", 2)),
            (3_540, ("error-429-minutes", 59)),
            (3_541, ("error-429-hours", 1)),
            (3_600, ("error-429-hours", 1)),
            (3_601, ("error-429-hours", 2)),
            (54_000, ("error-429-hours", 15)),
        ] {
            assert_eq!(RetryAfter(seconds).said(), said, "{seconds}");
        }
    }
}
