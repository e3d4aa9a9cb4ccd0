//! Who may have a publication that is not for everybody.

use std::sync::Arc;

use backend::taxonomy::Taxonomy;
use domain::{
    catalogue::{
        group::{Group, GroupKind},
        search::Facet,
    },
    paths,
};
use leptos::prelude::*;

use super::names::Called;
use crate::words::t;

/// The groups that may have a publication, and where to ask; nothing where everybody may.
#[component]
pub fn OnlyFor(
    /// The groups.
    groups: Vec<Group>,
    /// Names of audiences.
    names: Arc<Taxonomy>,
) -> impl IntoView {
    (!groups.is_empty()).then(|| {
        let rows = called(&groups, &names)
            .into_iter()
            .map(|group| {
                let group = group.shown();
                view! { <li>{group}</li> }
            })
            .collect_view();
        view! {
            <div class="only-for measure mt-6">
                <p class="font-bold">{t("publication-only-for")}</p>
                <ul class="mt-1 grid gap-1">{rows}</ul>
                <p class="mt-2 no-print"><a class="link" href=paths::contact_us().to_string()>{t("publication-only-for-ask")}</a></p>
            </div>
        }
    })
}

/// Audiences by their names; of other groups what kind they are of, each kind once.
fn called(groups: &[Group], names: &Taxonomy) -> Vec<Called> {
    let mut unnamed = Vec::new();
    let mut called = Vec::new();
    for (kind, key) in groups.iter().filter_map(Group::known) {
        let name = if kind == GroupKind::Audience { names.name(Facet::Audience, key) } else { None };
        if let Some(name) = name {
            called.push(Called::Name(name));
        } else if !unnamed.contains(&kind) {
            unnamed.push(kind);
        }
    }
    called.extend(unnamed.into_iter().map(|kind| Called::Words(t(&format!("group-{kind}")))));
    called
}
