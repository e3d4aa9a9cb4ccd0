//! What keeps its own direction on a page that runs from right to left. Without an element that isolates it, a text that
//! begins with a number changes the places of its parts there: "1 Some Street" would be "Some Street 1" (UAX #9).

use domain::address::Address;
use leptos::prelude::*;

/// A code, a telephone number or an e-mail address: from left to right in every language. What people typed in words
/// stands in a `<bdi>` of its own, which takes its direction from its letters.
#[component]
pub fn LeftToRight(
    /// The text.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <bdi dir="ltr">{text}</bdi> }
}

/// An address as it is printed, line by line.
#[component]
pub fn Printed(
    /// The address.
    address: Address,
) -> impl IntoView {
    address.printed().into_iter().map(|line| view! { <bdi>{line}</bdi> <br /> }).collect_view()
}
