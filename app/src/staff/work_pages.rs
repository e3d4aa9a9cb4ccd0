//! `/staff`, where the work of staff begins, and `/staff/waiting`, where whoever is not approved yet waits.

use domain::{
    access::{Permission, Scope},
    paths::{self, Path},
    staff::{AccountState, PeopleQuery},
};
use leptos::prelude::*;
use store::sessions::Viewer;

use super::{
    at_work::{AtWork, at_work},
    header,
    role_words::explained,
};
use crate::{
    account::at_account::lead,
    done::DoneBanner,
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::asking,
    words::{isolated, t, t_with},
};

/// `/staff`: a greeting, what waits for somebody, and what they may do.
#[component]
pub fn WorkPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtWork { viewer, account, staff } = at_work(&asking).await?;
        let manages = Permission::ManageStaff.scope_of(viewer.roles()) > Scope::Nothing;
        let waiting = if manages { Some(store::staff::people::waiting(&asking.backend.db).await?) } else { None };
        let greeting = t_with("staff-greeting", [("name", isolated(account.full_name.as_str()).into())]);
        let people = manages.then(|| way(&paths::staff_people(), "staff-people-title", "staff-people-lead"));
        let h1 = t("staff-title");
        Ok(view! {
            <Page title=h1.clone() viewer navigation=Navigation::Staff>
                <DoneBanner />
                {lead(h1, greeting)}
                <div class="task-wide">
                    {waiting.map(who_waits)} <ul class="border-t border-line">
                        {people} {way(&paths::staff_security(), "staff-security-title", "staff-security-lead")}
                    </ul>
                    <h2 class="mt-8 mb-3 text-h3 font-bold">{t("staff-roles-title")}</h2>
                    {explained(&staff.roles, staff.organisation_name)}
                </div>
            </Page>
        }
        .into_any())
    })
}

/// How many wait for approval, with the way to them.
fn who_waits(people: i64) -> AnyView {
    let said = t_with("staff-waiting-people", [("people", people.into())]);
    if people == 0 {
        return view! { <p class="measure mb-6">{said}</p> }.into_any();
    }
    let query = PeopleQuery { state: Some(AccountState::Pending), ..PeopleQuery::default() };
    let href = paths::staff_people_found(&query).to_string();
    view! { <p class="measure mb-6"><a class="link font-bold" href=href>{said}</a></p> }.into_any()
}

/// The way to a part of the work.
fn way(path: &Path, title: &str, body: &str) -> AnyView {
    view! {
        <li class="border-b border-line py-3">
            <p class="font-bold"><a class="link inline-flex min-h-8 items-center" href=path.to_string()>{t(title)}</a></p>
            <p class="text-muted">{t(body)}</p>
        </li>
    }
    .into_any()
}

/// `/staff/waiting`: says whom to ask.
#[component]
pub fn WaitingPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        if viewer.staff.is_some() {
            return Err(NotShown::Elsewhere(paths::staff()));
        }
        Ok(waiting(viewer))
    })
}

/// What it says; every other page of staff says the same to whoever waits.
pub fn waiting(viewer: Viewer) -> AnyView {
    let h1 = t("staff-waiting-title");
    view! {
        <Page title=h1.clone() viewer navigation=Navigation::Journey>
            {lead(h1, t("staff-waiting-body"))} <p class="measure mb-3">
                {t("staff-waiting-whom")} " " <a class="link" href=paths::contact_us().to_string()>{t("contact-us-title")}</a>
            </p> <p class="measure mb-6">{t("staff-waiting-told")}</p> {header::sign_out()}
        </Page>
    }
    .into_any()
}
