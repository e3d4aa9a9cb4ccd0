//! The places of the province as a tree: regions that open, their service delivery areas, and in them the local
//! health areas that one can choose.

use std::sync::Arc;

use domain::{
    catalogue::file::size_words,
    registry::{
        Register,
        fields::LOCATIONS,
        forms::{THEN, Then},
        register::{Area, Map, Region},
    },
};
use leptos::prelude::*;

use crate::{catalogue::names::EnglishName, words::t_with};

/// The tree, inside of the form. The first place has the id of the question, where errors lead.
#[component]
pub fn Places(
    /// What is on offer.
    register: Arc<Register>,
    /// Ids of the places that are chosen.
    chosen: Vec<String>,
) -> impl IntoView {
    let is_chosen = |id: &str| chosen.iter().any(|given| given == id);
    let is_new = !register.places().any(|place| is_chosen(place.id.as_str()));
    let first = register.places().next().map(|place| place.id.as_str()).unwrap_or_default();
    let regions = register
        .regions
        .iter()
        .filter(|region| region.places().next().is_some())
        .enumerate()
        .map(|(at, region)| {
            let here = region.places().filter(|place| is_chosen(place.id.as_str())).count();
            let is_open = here > 0 || (is_new && at == 0);
            let areas = region.areas.iter().map(|area| of_area(area, first, &is_chosen)).collect_view();
            of_region(region, here, is_open, areas.into_any())
        })
        .collect_view();
    view! {
        // Return presses the first button of a form, which is not to choose a whole region.
        <button type="submit" class="sr-only" name=THEN.name() value=Then::CONTINUE tabindex="-1" aria-hidden="true"></button>
        {regions}
    }
}

/// A region: how many of its places are chosen, two buttons for all of them, and its map beside it.
fn of_region(region: &Region, here: usize, is_open: bool, areas: AnyView) -> AnyView {
    let all = region.places().count();
    let counted = t_with("reg-chosen", [("chosen", here.into()), ("all", all.into())]);
    let pattern = t_with("reg-chosen", [("chosen", "{n}".into()), ("all", "{m}".into())]);
    view! {
        <details class="facet" open=is_open data-region="">
            <summary>
                <span class="font-bold"><EnglishName name=region.name.clone() /></span>
                " "
                <span class="ms-4 text-muted" data-chosen=pattern>{counted}</span>
            </summary>
            <div class="no-print flex flex-wrap gap-x-6">
                {of_button(region, Then::ALL, here == all)} {of_button(region, Then::NONE, here == 0)}
            </div>
            {areas}
        </details>
        {region.map.as_ref().map(|map| of_map(region, map))}
    }
    .into_any()
}

/// Chooses all places of a region, or none; disabled where that would change nothing.
fn of_button(region: &Region, which: &'static str, is_useless: bool) -> AnyView {
    let words = t_with(&format!("reg-choose-{which}"), [("region", region.name.as_str().into())]);
    let value = format!("{which}:{}", region.id);
    view! {
        <button type="submit" class="btn-quiet" name=THEN.name() value=value formnovalidate=true disabled=is_useless data-choose=which>
            {words}
        </button>
    }
    .into_any()
}

fn of_area(area: &Area, first: &str, is_chosen: &impl Fn(&str) -> bool) -> AnyView {
    let name = LOCATIONS.name();
    let places = area
        .places
        .iter()
        .map(|place| {
            let value = place.id.to_string();
            let id = if value == first { name.to_owned() } else { format!("{name}-{value}") };
            let checked = is_chosen(&value);
            view! {
                <div class="checkbox">
                    <input id=id.clone() name=name type="checkbox" value=value checked=checked />
                    <label for=id><EnglishName name=place.name.clone() /></label>
                </div>
            }
        })
        .collect_view();
    view! {
        <fieldset class="mb-4">
            <legend class="mb-1 font-bold"><EnglishName name=area.name.clone() /></legend>
            {places}
        </fieldset>
    }
    .into_any()
}

/// The link to a map, with what it is and how large.
fn of_map(region: &Region, map: &Map) -> AnyView {
    let size = size_words(map.bytes);
    let values = [("region", region.name.clone()), ("kind", map.kind.clone()), ("size", size)];
    let words = t_with("reg-map", values.map(|(name, value)| (name, value.into())));
    view! { <p class="no-print my-2" data-map=""><a class="link" href=map.url.clone()>{words}</a></p> }.into_any()
}
