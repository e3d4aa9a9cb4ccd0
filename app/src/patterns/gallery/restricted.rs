//! What only some people may have.

use std::sync::Arc;

use backend::taxonomy::Taxonomy;
use domain::catalogue::group::Group;
use jiff::civil::Date;
use leptos::prelude::*;
use store::search::Card;

use super::part;
use crate::catalogue::{card::PublicationCard, only_for::OnlyFor};

/// A publication that is not for everybody, in a list and on its page.
pub fn of_restricted(card: Option<Card>, names: Arc<Taxonomy>, today: Date) -> impl IntoView {
    let groups = ["audience:health-professionals", "organisation:NH"];
    let groups: Vec<Group> = groups.into_iter().filter_map(Group::parse).collect();
    let of_card = names.clone();
    let drawn = card.map(|mut card| {
        card.orderability.is_restricted = true;
        view! { <ul class="grid gap-4 lg:grid-cols-2"><PublicationCard card names=of_card today /></ul> }
    });
    part(
        "Only for some groups",
        "What only some people may have is found by everybody. Its card says so in place of availability; its page names the groups before the copies, and offers no files.",
        view! { {drawn} <OnlyFor groups names /> }.into_any(),
    )
}
