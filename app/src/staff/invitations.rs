//! Open invitations, each with the ways to send it again and to take it back.

use domain::{
    id::InvitationId,
    paths,
    staff::{INVITATION, Roles, may_give},
};
use islands::staff::invitations::PostResendInvitation;
use jiff::Timestamp;
use leptos::{prelude::*, server_fn::ServerFn};
use store::staff::invitations::Invitation;
use ui::{ButtonForm, Tag, TagKind, button::ButtonKind};

use super::{
    people_table::{cell, heads},
    role_words,
};
use crate::{
    bidi::LeftToRight,
    words::{day_of, isolated, t, t_with},
};

const COLUMNS: [&str; 4] =
    ["staff-people-email", "staff-people-roles", "staff-invitations-until", "staff-invitations-acts"];

/// Those that are open, for somebody with these roles, at this moment.
pub fn section(invitations: Vec<Invitation>, actor: &Roles, now: Timestamp) -> AnyView {
    let inside = if invitations.is_empty() {
        view! { <p class="measure mt-2">{t("staff-invitations-none")}</p> }.into_any()
    } else {
        let rows = invitations.into_iter().map(|invitation| row(invitation, actor, now)).collect_view();
        view! {
            <table class="rows mt-4" role="table">
                <caption class="sr-only">{t("staff-invitations-caption")}</caption>
                {heads(&COLUMNS)}
                <tbody role="rowgroup">{rows}</tbody>
            </table>
        }
        .into_any()
    };
    view! {
        <section class="mt-10" aria-labelledby="open-invitations">
            <h2 id="open-invitations" class="text-h3 font-bold">{t("staff-invitations-title")}</h2>
            {inside}
        </section>
    }
    .into_any()
}

fn row(invitation: Invitation, actor: &Roles, now: Timestamp) -> AnyView {
    let Invitation { id, email, roles, organisation_name, expires_at, .. } = invitation;
    let [_, at_roles, at_until, at_acts] = COLUMNS;
    let is_theirs = may_give(actor, &Roles::default(), &roles).is_ok();
    let acts = is_theirs.then(|| acts(id, email.as_str())).into_any();
    let day = day_of(expires_at);
    let until = if expires_at <= now {
        view! { <Tag kind=TagKind::Warning>{t_with("staff-invitations-ended", [("day", day.into())])}</Tag> }.into_any()
    } else {
        view! { <time datetime=expires_at.to_string()>{day}</time> }.into_any()
    };
    view! {
        <tr role="row">
            <th role="rowheader" scope="row" class="font-bold"><LeftToRight text=email.to_string() /></th>
            {cell(at_roles, role_words::roles(&roles, organisation_name))}
            {cell(at_until, until)}
            {cell(at_acts, acts)}
        </tr>
    }
    .into_any()
}

/// What may be done with one.
fn acts(id: InvitationId, email: &str) -> AnyView {
    let hidden = format!(": {}", isolated(email));
    let resent = hidden.clone();
    let (answers, cancel) = (vec![(INVITATION.name(), id.to_string())], paths::staff_cancel_invitation(id).to_string());
    view! {
        <div class="no-print flex flex-wrap items-center gap-x-6 gap-y-1">
            <ButtonForm action=PostResendInvitation::PATH answers kind=ButtonKind::Quiet>
                {t("staff-invitations-resend")} <span class="sr-only">{resent}</span>
            </ButtonForm>
            <a class="link inline-flex min-h-11 items-center" href=cancel>
                {t("staff-invitations-cancel")} <span class="sr-only">{hidden}</span>
            </a>
        </div>
    }
    .into_any()
}
