//! Roles in words.

use domain::{
    access::Role,
    staff::{CATALOGUE_ROLE, CatalogueRole, REGISTRY_ROLE, RegistryRole, Roles},
};
use leptos::prelude::*;

use crate::{
    catalogue::names::EnglishName,
    words::{t, t_with},
};

/// "Catalogue: Publisher".
fn catalogue(role: CatalogueRole) -> String {
    let role = t(&format!("{}.{role}", CATALOGUE_ROLE.name()));
    t_with("staff-role-of-catalogue", [("role", role.into())])
}

/// "Registry: Coordinator".
fn registry(role: RegistryRole) -> String {
    let role = t(&format!("{}.{role}", REGISTRY_ROLE.name()));
    t_with("staff-role-of-registry", [("role", role.into())])
}

/// The same of both, as lines; that of the registry with the code of its organisation.
pub fn lines(
    of_catalogue: Option<CatalogueRole>,
    of_registry: Option<RegistryRole>,
    organisation: Option<&str>,
) -> Vec<String> {
    let of_registry = of_registry.map(|role| match organisation {
        Some(organisation) => format!("{} · {organisation}", registry(role)),
        None => registry(role),
    });
    of_catalogue.map(catalogue).into_iter().chain(of_registry).collect()
}

/// The roles of somebody, each on a line, with the organisation of the second; or that there is none.
pub fn roles(roles: &Roles, organisation: Option<String>) -> AnyView {
    if !roles.is_staff() {
        return t("staff-role-none").into_any();
    }
    let organisation = organisation.map(|name| {
        view! { <span class="block text-muted"><EnglishName name /></span> }
    });
    let of_catalogue = roles.catalogue.map(|role| view! { <span class="block">{catalogue(role)}</span> });
    let of_registry = roles.registry_role();
    let of_registry = of_registry.map(|role| view! { <span class="block">{registry(role)} {organisation}</span> });
    view! { {of_catalogue} {of_registry} }.into_any()
}

/// A role of the table of who may do what, as it is searched by.
pub fn searched(role: Role) -> String {
    match role {
        Role::Publisher => catalogue(CatalogueRole::Publisher),
        Role::Fulfiller => catalogue(CatalogueRole::Fulfiller),
        Role::CatalogueAdmin => catalogue(CatalogueRole::Admin),
        Role::Viewer => registry(RegistryRole::Viewer),
        Role::Verifier => registry(RegistryRole::Verifier),
        Role::Coordinator => registry(RegistryRole::Coordinator),
        Role::AuthorityAdmin => registry(RegistryRole::Admin),
        Role::MinistryAdmin => t("staff-role-ministry"),
        Role::PrivacyOfficer => registry(RegistryRole::PrivacyOfficer),
        Role::Guest | Role::ConfirmedGuest | Role::AccountHolder | Role::Registrant | Role::Pending => {
            t("staff-role-none")
        }
    }
}

/// What somebody with a role does: the id of a sentence; nothing for roles that are not of staff.
const fn does(role: Role) -> Option<&'static str> {
    match role {
        Role::Publisher => Some("staff-role-publisher"),
        Role::Fulfiller => Some("staff-role-fulfiller"),
        Role::CatalogueAdmin => Some("staff-role-catalogue-admin"),
        Role::Viewer => Some("staff-role-viewer"),
        Role::Verifier => Some("staff-role-verifier"),
        Role::Coordinator => Some("staff-role-coordinator"),
        Role::AuthorityAdmin => Some("staff-role-registry-admin"),
        Role::MinistryAdmin => Some("staff-role-ministry-admin"),
        Role::PrivacyOfficer => Some("staff-role-privacy-officer"),
        Role::Guest | Role::ConfirmedGuest | Role::AccountHolder | Role::Registrant | Role::Pending => None,
    }
}

/// The roles of somebody, with what each is for.
pub fn explained(roles: &Roles, organisation: Option<String>) -> AnyView {
    let rows = roles.access_roles().filter_map(|role| {
        let does = does(role)?;
        Some(view! {
            <li>
                <strong>{searched(role)}</strong> <span class="block">{t(does)}</span>
            </li>
        })
    });
    let rows = rows.collect_view();
    let organisation = organisation.map(|name| view! { <p class="mt-3 text-muted"><EnglishName name /></p> });
    view! {
        <ul class="measure space-y-3">{rows}</ul>
        {organisation}
    }
    .into_any()
}
