//! What else there is: publications beside one, by what kind of thing they are.

use std::sync::Arc;

use backend::taxonomy::Taxonomy;
use domain::{
    catalogue::{edition::ResourceType, taxonomy::RelatedKind},
    paths,
};
use leptos::prelude::*;
use store::related::Related;

use super::card::text_language;
use crate::words::{t, t_with};

/// Publications of one kind that are shown at once.
const SHOWN: usize = 2;

/// Groups by kind of thing, the best first; two of each, and the rest on request.
#[component]
pub fn RelatedPublications(
    /// What stands beside the publication, the best first.
    related: Vec<Related>,
    /// Names of languages.
    names: Arc<Taxonomy>,
) -> impl IntoView {
    (!related.is_empty()).then(|| {
        let groups = grouped(related)
            .into_iter()
            .map(|(kind, mut best)| {
                let more = best.split_off(SHOWN.min(best.len()));
                let hidden = more.len();
                let shown = best.into_iter().map(|one| item(one, &names)).collect_view();
                let more = more.into_iter().map(|one| item(one, &names)).collect_view();
                view! {
                    <div>
                        <h3 class="text-h4 font-bold">{t(&format!("type-{kind}"))}</h3>
                        <ul class="mt-2 grid gap-2">{shown}</ul>
                        {(hidden > 0)
                            .then(|| {
                                view! {
                                    <details class="mt-2">
                                        <summary class="no-print link">{t_with("related-more", [("count", hidden.into())])}</summary>
                                        <ul class="mt-2 grid gap-2">{more}</ul>
                                    </details>
                                }
                            })}
                    </div>
                }
            })
            .collect_view();
        view! {
            <section class="mt-10" aria-labelledby="related-heading">
                <h2 id="related-heading" class="text-h3 font-bold">{t("related")}</h2>
                <div class="mt-4 grid gap-6 sm:grid-cols-2">{groups}</div>
            </section>
        }
    })
}

/// By kind of thing, in the order in which each kind comes first.
fn grouped(related: Vec<Related>) -> Vec<(ResourceType, Vec<Related>)> {
    let mut groups: Vec<(ResourceType, Vec<Related>)> = Vec::new();
    for one in related {
        match groups.iter_mut().find(|(kind, _)| *kind == one.resource_type) {
            Some((_, group)) => group.push(one),
            None => groups.push((one.resource_type, vec![one])),
        }
    }
    groups
}

fn item(related: Related, names: &Taxonomy) -> impl IntoView + use<> {
    let (lang, dir) = text_language(names, related.title_is_translated, &related.language);
    let href = paths::publication(&related.slug).to_string();
    let together = (related.kind == RelatedKind::Together)
        .then(|| view! { " " <span class="text-small text-muted">{t("related-together")}</span> });
    view! { <li><a class="link" href=href lang=lang dir=dir>{related.title}</a>{together}</li> }
}
