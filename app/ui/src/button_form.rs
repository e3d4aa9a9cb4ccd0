//! A form that is only a button: what it sends is fixed.

use leptos::prelude::*;

use crate::{Button, ButtonKind};

/// Posts fixed answers to a server function.
#[component]
pub fn ButtonForm(
    /// The path of its server function.
    #[prop(into)]
    action: String,
    /// Names and values.
    #[prop(optional)]
    answers: Vec<(&'static str, String)>,
    /// What the button is for.
    #[prop(optional)]
    kind: ButtonKind,
    /// What the button says.
    children: Children,
) -> impl IntoView {
    view! {
        <form method="post" action=action>
            {answers.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view()}
            <Button kind>{children()}</Button>
        </form>
    }
}
