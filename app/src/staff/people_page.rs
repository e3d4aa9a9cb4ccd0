//! `/staff/people`: everybody who is staff or waits to be, whom somebody looks after; and who is invited.

use domain::{paths, staff::PeopleQuery};
use leptos::prelude::*;
use store::staff::people::Found;
use ui::{LinkButton, Pagination, button::ButtonKind};

use super::{at_work::at_work, invitations, people_search::search, people_table::table};
use crate::{
    account::at_account::lead,
    done::DoneBanner,
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
    words::{t, t_with},
};

/// The page. What is searched for stands in its address.
#[component]
pub fn PeoplePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_work(&asking).await?;
        let query = PeopleQuery::read(asking.query.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        let mut db = asking.connection().await?;
        let found = store::staff::people::list(&mut *db, &query, at.scope()).await?;
        let open = store::staff::invitations::open(&mut *db, at.scope()).await?;
        // Of one organisation there is nothing to choose from.
        let authorities = match at.scope() {
            Some(_) => Vec::new(),
            None => store::staff::authorities(&mut *db).await?,
        };
        let shown = (&query, found.people.len());
        backend::staff::listed(&asking.backend, &mut *db, at.account.id, shown).await?;
        drop(db);
        let (h1, now) = (t("staff-people-title"), asking.backend.clock.now());
        let (title, pages) = (title(&h1, &found), pages(&query, &found));
        let count = t_with("staff-people-found", [("people", found.total.into())]);
        let invite = paths::staff_invite().to_string();
        let open = invitations::section(open, &at.staff.roles, now);
        let people = if found.people.is_empty() {
            view! { <p class="measure mt-2">{t("staff-people-none")}</p> }.into_any()
        } else {
            table(found.people)
        };
        Ok(view! {
            <Page title viewer=at.viewer navigation=Navigation::Staff>
                <DoneBanner />
                {lead(h1, t("staff-people-lead"))}
                <p class="no-print mb-6"><LinkButton href=invite kind=ButtonKind::Secondary>{t("staff-people-invite")}</LinkButton></p>
                {search(&query, authorities)} <section class="mt-8" aria-labelledby="people">
                    <h2 id="people" class="text-h3 font-bold">{count}</h2>
                    {people} {pages}
                </section> {open}
            </Page>
        }
        .into_any())
    })
}

/// The title of the page, with its number where there are several.
fn title(h1: &str, found: &Found) -> String {
    let pages = found.pages();
    if pages == 1 {
        return h1.to_owned();
    }
    t_with("staff-people-page-title", [("title", h1.into()), ("page", found.page.into()), ("pages", pages.into())])
}

/// The ways to the pages around this one.
fn pages(query: &PeopleQuery, found: &Found) -> AnyView {
    let at = |page: u32| paths::staff_people_found(&query.on_page(page)).to_string();
    let previous = (found.page > 1).then(|| (at(found.page - 1), t("staff-people-previous")));
    let next = (found.page < found.pages()).then(|| (at(found.page + 1), t("staff-people-next")));
    view! { <Pagination label=t("staff-people-pages") previous next /> }.into_any()
}
