//! `/staff/people/{id}`: somebody who is staff or waits to be, and what may be done about them.

use domain::{
    paths::{self, Path},
    staff::{AccountState, may_act_on},
};
use leptos::prelude::*;
use store::staff::people::Person;
use ui::{SummaryList, SummaryRow};

use super::{
    at_work::{AtWork, member_id, with_member},
    people_table::{seen, state},
    role_questions::gives_any,
    role_words,
};
use crate::{
    bidi::LeftToRight,
    done::DoneBanner,
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
    words::t,
};

/// The page. Its title names nobody.
#[component]
pub fn MemberPage() -> impl IntoView {
    let (asking, id) = (asking(), member_id());
    load(async move {
        let (at, person) = with_member(&asking, id, |_, _| true).await?;
        let (acts, back) = (acts(&at, &person), paths::staff_people().to_string());
        let name = person.full_name.to_string();
        Ok(view! {
            <Page title=t("staff-member-title") viewer=at.viewer back navigation=Navigation::Staff>
                <DoneBanner />
                <h1 class="mb-6 text-h1 font-bold wrap-anywhere"><bdi>{name}</bdi></h1>
                <div class="task-wide">{facts(person)} {acts}</div>
            </Page>
        }
        .into_any())
    })
}

/// What is known of them.
fn facts(person: Person) -> AnyView {
    let by = signs_in_by(&person);
    let Person { email, state: is_in, roles, organisation_name, last_seen_at, .. } = person;
    view! {
        <SummaryList>
            <SummaryRow key=t("staff-people-email")><LeftToRight text=email.to_string() /></SummaryRow>
            <SummaryRow key=t("staff-people-state")>{state(is_in)}</SummaryRow>
            <SummaryRow key=t("staff-people-roles")>{role_words::roles(&roles, organisation_name)}</SummaryRow>
            <SummaryRow key=t("staff-member-sign-in")>{by}</SummaryRow>
            <SummaryRow key=t("staff-people-seen")>{seen(last_seen_at)}</SummaryRow>
        </SummaryList>
    }
    .into_any()
}

/// By what they sign in: each way that is whole.
fn signs_in_by(person: &Person) -> AnyView {
    let by_password = (person.has_password && person.has_factor).then_some("staff-member-by-password");
    let by_provider = person.is_provider.then_some("staff-member-by-provider");
    let ways: Vec<&str> = by_password.into_iter().chain(by_provider).collect();
    if ways.is_empty() {
        return t("staff-member-unfinished").into_any();
    }
    ways.into_iter().map(|words| view! { <span class="block">{t(words)}</span> }).collect_view().into_any()
}

/// What somebody may do about them, each on a page that asks once more.
fn acts(at: &AtWork, person: &Person) -> AnyView {
    if person.id == at.account.id {
        return view! { <p class="measure">{t("staff-member-yourself")}</p> }.into_any();
    }
    let (actor, id) = (&at.staff.roles, person.id);
    let (gives, acts) = (gives_any(actor, &person.roles), may_act_on(actor, &person.roles).is_ok());
    let (is_pending, is_active) = (person.state == AccountState::Pending, person.state == AccountState::Active);
    let is_suspended = person.state == AccountState::Suspended;
    let all: [(bool, Path, &str); 5] = [
        (gives && is_pending, paths::staff_member_roles(id), "staff-member-approve"),
        (gives && !is_pending, paths::staff_member_roles(id), "staff-member-change"),
        (acts && is_suspended, paths::staff_member_reactivate(id), "staff-member-reactivate"),
        (acts && is_active, paths::staff_member_reset(id), "staff-member-reset"),
        (acts && is_active, paths::staff_member_suspend(id), "staff-member-suspend"),
    ];
    let ways = all.into_iter().filter(|(is_theirs, ..)| *is_theirs).map(|(_, path, words)| {
        view! { <li><a class="link inline-flex min-h-8 items-center" href=path.to_string()>{t(words)}</a></li> }
    });
    let ways = ways.collect_view();
    view! {
        <section class="no-print" aria-labelledby="acts">
            <h2 id="acts" class="mb-2 text-h3 font-bold">{t("staff-member-acts")}</h2>
            <ul>{ways}</ul>
        </section>
    }
    .into_any()
}
