//! `/staff/people/invite`: invites somebody to be staff.

use domain::{
    form::Answers,
    paths,
    staff::{INVITATION_DAYS, InviteStaff, Roles},
};
use leptos::prelude::*;

use super::{
    at_work::at_work,
    role_questions::role_questions,
    roles_page::notes,
    staff_form::{StaffForm, StaffForms},
};
use crate::{
    account::at_account::lead,
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
    words::{self, t, t_with},
};

/// The page.
#[component]
pub fn InvitePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_work(&asking).await?;
        let authorities = store::staff::authorities(&asking.backend.db).await?;
        let filled = words::filled::<InviteStaff>(&at.viewer, Answers::default());
        let questions = role_questions(&at.staff.roles, &Roles::default(), filled, authorities);
        let errors = questions.filled.errors.clone();
        let (h1, back) = (t("staff-invite-title"), paths::staff_people().to_string());
        let body = t_with("staff-invite-lead", [("days", INVITATION_DAYS.into())]);
        let (filled, unseen) = (questions.filled, questions.unseen);
        Ok(view! {
            <Page title=h1.clone() viewer=at.viewer errors back navigation=Navigation::Staff>
                {lead(h1, body)} {notes(questions.notes)} <div class="task">
                    <StaffForm form=StaffForms::Invite filled unseen button=t("staff-invite-button") />
                </div>
            </Page>
        }
        .into_any())
    })
}
