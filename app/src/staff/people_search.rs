//! What people are searched by: one form that asks for their page anew.

use domain::{
    paths,
    staff::{AccountState, PeopleQuery, PeopleSort},
};
use leptos::prelude::*;
use store::staff::Authority;

use super::role_words::searched;
use crate::words::t;

/// Value and words of something that may be chosen.
type Choice = (String, String);

/// The form. Where there are no organisations, nobody is asked for one.
pub fn search(query: &PeopleQuery, authorities: Vec<Authority>) -> AnyView {
    let states = AccountState::ALL.iter().map(|state| (state.to_string(), t(&format!("staff-state-{state}"))));
    let roles = PeopleQuery::roles().map(|role| (PeopleQuery { role: Some(role), ..PeopleQuery::default() }, role));
    let roles = roles.filter_map(|(asked, role)| Some((value_of(&asked, PeopleQuery::ROLE)?, searched(role))));
    let sorts = PeopleSort::ALL.iter().map(|sort| (sort.to_string(), t(&format!("staff-people-sort-{sort}"))));
    let organisations: Vec<Choice> =
        authorities.into_iter().map(|authority| (authority.key.to_string(), authority.short_name)).collect();
    let chosen = |name: &str| value_of(query, name).unwrap_or_default();
    let organisations = (!organisations.is_empty()).then(|| {
        let (name, words) = (PeopleQuery::ORGANISATION, "staff-people-organisation");
        choose((name, words), Some(t("staff-people-any")), organisations, &chosen(name))
    });
    let any =
        |name, words, choices: Vec<Choice>| choose((name, words), Some(t("staff-people-any")), choices, &chosen(name));
    let state = any(PeopleQuery::STATE, "staff-people-state", states.collect());
    let role = any(PeopleQuery::ROLE, "staff-people-role", roles.collect());
    let sort = choose((PeopleQuery::SORT, "staff-people-sort"), None, sorts.collect(), &query.sort.to_string());
    let clear = query.is_narrowed().then(|| {
        view! { <a class="link inline-flex min-h-8 items-center" href=paths::staff_people().to_string()>{t("staff-people-clear")}</a> }
    });
    let text = PeopleQuery::TEXT;
    view! {
        <form action=paths::staff_people().to_string() method="get" role="search" class="order-box no-print">
            <label class="mb-1 block font-bold" for=text>{t("staff-people-search")}</label>
            <input class="input w-full max-w-120" id=text name=text type="search" value=query.text.clone() autocomplete="off" spellcheck="false" maxlength="100" />
            <div class="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">{state} {role} {organisations} {sort}</div>
            <div class="mt-4 flex flex-wrap items-center gap-6">
                <button type="submit" class="btn btn-primary">{t("staff-people-find")}</button>
                {clear}
            </div>
        </form>
    }
    .into_any()
}

/// What stands for a part of a query in the address, if it is asked for.
fn value_of(query: &PeopleQuery, name: &str) -> Option<String> {
    query.parameters().into_iter().find(|(known, _)| *known == name).map(|(_, value)| value)
}

/// One of a list, or none where there are words for that.
fn choose((name, words): (&'static str, &str), none: Option<String>, choices: Vec<Choice>, chosen: &str) -> AnyView {
    let none = none.map(|words| view! { <option value="">{words}</option> });
    let options = choices.into_iter().map(|(value, words)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{words}</option> }
    });
    let options = options.collect_view();
    view! {
        <div class="min-w-0">
            <label class="mb-1 block font-bold" for=name>{t(words)}</label>
            <select class="input w-full" id=name name=name>{none} {options}</select>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_of_staff_can_be_searched_by_in_words_of_its_own() {
        let words: Vec<String> = PeopleQuery::roles().map(searched).collect();
        for (at, role) in words.iter().enumerate() {
            assert!(!role.starts_with("Unknown localization"), "{role}");
            assert_eq!(words.iter().position(|other| other == role), Some(at), "{role} is there once");
        }
    }
}
