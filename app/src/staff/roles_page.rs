//! `/staff/people/{id}/roles`: gives somebody other roles, or the first ones to somebody who waits for approval.

use domain::{
    form::{Answers, Form},
    paths,
    staff::{
        AccountState, ApproveAccount, AuthorityKey, CATALOGUE_ROLE, ChangeRoles, ORGANISATION, REGISTRY_ROLE,
        STAFF_MEMBER, STAFF_VERSION,
    },
};
use leptos::prelude::*;
use store::{
    sessions::Viewer,
    staff::{Authority, people::Person},
};
use ui::Filled;

use super::{
    at_work::{AtWork, member_id, with_member},
    role_questions::{RoleQuestions, role_questions},
    staff_form::{StaffForm, StaffForms},
};
use crate::{
    account::at_account::lead,
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
    words::{self, isolated, t, t_with},
};

/// The page. Nobody changes what they may do themselves.
#[component]
pub fn RolesPage() -> impl IntoView {
    let (asking, id) = (asking(), member_id());
    load(async move {
        let (at, person) = with_member(&asking, id, |at, person| person.id != at.account.id).await?;
        let mut db = asking.connection().await?;
        let authorities = store::staff::authorities(&mut *db).await?;
        if person.state == AccountState::Pending {
            let suggested = store::staff::suggested(&mut *db, &person.email).await?;
            return Ok(approve(at, &person, suggested, authorities));
        }
        Ok(change(at, &person, authorities))
    })
}

/// What a form says of somebody's roles: what was refused, unless the account was changed meanwhile; else what is so.
fn filled<F: Form>(viewer: &Viewer, person: &Person, known: Answers) -> Filled {
    let (member, version) = (person.id.to_string(), person.version.to_string());
    let known = known.with(STAFF_MEMBER.name(), member).with(STAFF_VERSION.name(), version.as_str());
    let mut filled = words::filled::<F>(viewer, known.clone());
    if filled.answers.first(STAFF_VERSION.name()) != version {
        filled.answers = known;
    }
    filled
}

/// Gives first roles. The organisation that the address suggests is chosen already, and said to be a suggestion.
fn approve(at: AtWork, person: &Person, suggested: Option<AuthorityKey>, authorities: Vec<Authority>) -> AnyView {
    let named = suggested.as_ref().and_then(|key| authorities.iter().find(|authority| authority.key == *key));
    let name = named.map(|authority| authority.short_name.clone());
    let nothing = filled::<ApproveAccount>(&at.viewer, person, Answers::default());
    let mut questions = role_questions(&at.staff.roles, &person.roles, nothing, authorities);
    let is_answered = words::refused::<ApproveAccount>(&at.viewer).is_some();
    let offered = |key: &AuthorityKey| questions.filled.facts.list(ORGANISATION.name()).contains(&key.to_string());
    let suggested = suggested.filter(offered).filter(|_| questions.asks_organisation());
    let suggestion = questions.asks_organisation().then(|| match (&suggested, name) {
        (Some(_), Some(name)) => t_with("staff-approve-suggested", [("organisation", isolated(&name).into())]),
        _ => t("staff-approve-unknown"),
    });
    if let Some(key) = suggested.filter(|_| !is_answered) {
        questions.filled.answers.replace(ORGANISATION.name(), vec![key.to_string()]);
    }
    questions.notes.extend(suggestion);
    page(at, person, questions, (StaffForms::Approve, "staff-approve"))
}

/// Gives other roles.
fn change(at: AtWork, person: &Person, authorities: Vec<Authority>) -> AnyView {
    let roles = &person.roles;
    let known = Answers::default()
        .with(CATALOGUE_ROLE.name(), roles.catalogue.map_or("", |role| role.as_str()))
        .with(REGISTRY_ROLE.name(), roles.registry_role().map_or("", |role| role.as_str()))
        .with(ORGANISATION.name(), roles.organisation().map_or("", AuthorityKey::as_str));
    let filled = filled::<ChangeRoles>(&at.viewer, person, known);
    let questions = role_questions(&at.staff.roles, roles, filled, authorities);
    page(at, person, questions, (StaffForms::ChangeRoles, "staff-roles-change"))
}

/// The page around the form. Its title names nobody.
fn page(at: AtWork, person: &Person, questions: RoleQuestions, (form, what): (StaffForms, &str)) -> AnyView {
    let h1 = t_with(&format!("{what}-title"), [("name", isolated(person.full_name.as_str()).into())]);
    let [title, body, button] = ["page", "lead", "button"].map(|part| t(&format!("{what}-{part}")));
    let RoleQuestions { filled, unseen, notes: said } = questions;
    let (errors, back) = (filled.errors.clone(), paths::staff_member(person.id).to_string());
    view! {
        <Page title viewer=at.viewer errors back navigation=Navigation::Staff>
            {lead(h1, body)} {notes(said)} <div class="task">
                <StaffForm form filled unseen button />
            </div>
        </Page>
    }
    .into_any()
}

/// What there is to know about the questions before they are answered.
pub(super) fn notes(said: Vec<String>) -> AnyView {
    said.into_iter().map(|words| view! { <p class="measure mb-6">{words}</p> }).collect_view().into_any()
}
