//! What is asked once more before it is done: suspending somebody, letting them in again, resetting how they sign in, and
//! taking an invitation back.

use domain::{
    form::Form,
    id::InvitationId,
    paths,
    staff::{
        AccountState, CancelInvitation, INVITATION, Reactivate, ResetFactors, STAFF_MEMBER, STAFF_VERSION, Suspend,
    },
};
use islands::{
    AppError,
    staff::{
        invitations::PostCancelInvitation,
        people::{PostReactivate, PostResetFactors, PostSuspend},
    },
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;
use store::{sessions::Viewer, staff::people::Person};
use ui::{ButtonForm, ShownError};

use super::at_work::{AtWork, at_work, member_id, refusal, refused_at, with_member};
use crate::{
    account::at_account::lead,
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
    words::{isolated, t, t_with},
};

/// What is asked about somebody: its words begin with `words`, and it is for accounts in one of these states.
struct Act {
    words: &'static str,
    posts: &'static str,
    of: &'static [AccountState],
}

/// What a page asks, and the ways on from it.
struct Asked {
    viewer: Viewer,
    errors: Vec<ShownError>,
    /// Where what is wrong is said.
    place: &'static str,
    title: String,
    h1: String,
    body: String,
    /// Where the answer is posted, and what it says.
    posts: &'static str,
    answers: Vec<(&'static str, String)>,
    button: String,
    /// Where nothing changes.
    back: String,
    keep: String,
}

impl Asked {
    fn page(self) -> AnyView {
        let Self { viewer, errors, place, title, h1, body, posts, answers, button, back, keep } = self;
        let said = refusal(place, &errors);
        view! {
            <Page title viewer errors back=back.clone() navigation=Navigation::Staff>
                {lead(h1, body)} {said} <div class="flex flex-wrap items-center gap-6">
                    <ButtonForm action=posts answers>{button}</ButtonForm>
                    <a class="link" href=back>{keep}</a>
                </div>
            </Page>
        }
        .into_any()
    }
}

/// The page of an act about somebody. Nobody does it to themselves, and where it does not fit any more there is only
/// their account.
fn about<F: Form>(act: Act) -> impl IntoView {
    let (asking, id) = (asking(), member_id());
    load(async move {
        let fits = |at: &AtWork, person: &Person| person.id != at.account.id && act.of.contains(&person.state);
        let (at, person) = with_member(&asking, id, fits).await?;
        let of_act = |part: &str| format!("{}-{part}", act.words);
        let place = STAFF_MEMBER.name();
        let asked = Asked {
            errors: refused_at::<F>(&at.viewer, place),
            viewer: at.viewer,
            place,
            title: t(&of_act("page")),
            h1: t_with(&of_act("title"), [("name", isolated(person.full_name.as_str()).into())]),
            body: t(&of_act("body")),
            posts: act.posts,
            answers: vec![(place, person.id.to_string()), (STAFF_VERSION.name(), person.version.to_string())],
            button: t(&of_act("button")),
            back: paths::staff_member(person.id).to_string(),
            keep: t("staff-act-keep"),
        };
        Ok(asked.page())
    })
}

/// `/staff/people/{id}/suspend`.
#[component]
pub fn SuspendPage() -> impl IntoView {
    let of = &[AccountState::Active];
    about::<Suspend>(Act { words: "staff-suspend", posts: PostSuspend::PATH, of })
}

/// `/staff/people/{id}/reactivate`.
#[component]
pub fn ReactivatePage() -> impl IntoView {
    let of = &[AccountState::Suspended];
    about::<Reactivate>(Act { words: "staff-reactivate", posts: PostReactivate::PATH, of })
}

/// `/staff/people/{id}/reset`.
#[component]
pub fn ResetPage() -> impl IntoView {
    about::<ResetFactors>(Act { words: "staff-reset", posts: PostResetFactors::PATH, of: &[AccountState::Active] })
}

/// `/staff/invitations/{id}/cancel`.
#[component]
pub fn CancelInvitationPage() -> impl IntoView {
    let asking = asking();
    let id = use_params_map().with_untracked(|params| params.get("invitation"));
    let id = id.and_then(|id| id.parse::<InvitationId>().ok());
    load(async move {
        let at = at_work(&asking).await?;
        let id = id.ok_or(AppError::NotFound)?;
        let found = store::staff::invitations::of(&asking.backend.db, id, at.scope()).await?;
        let email = found.ok_or(AppError::NotFound)?.email;
        let (title, place) = (t("staff-cancel-title"), INVITATION.name());
        let asked = Asked {
            errors: refused_at::<CancelInvitation>(&at.viewer, place),
            viewer: at.viewer,
            place,
            h1: title.clone(),
            title,
            body: t_with("staff-cancel-body", [("email", isolated(email.as_str()).into())]),
            posts: PostCancelInvitation::PATH,
            answers: vec![(place, id.to_string())],
            button: t("staff-cancel-button"),
            back: paths::staff_people().to_string(),
            keep: t("staff-cancel-keep"),
        };
        Ok(asked.page())
    })
}
