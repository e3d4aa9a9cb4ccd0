//! The parts of something that takes more than one sitting, and how far each is.

use leptos::prelude::*;

/// The list.
#[component]
pub fn TaskList(
    /// Its rows.
    children: Children,
) -> impl IntoView {
    view! { <ul class="task-list">{children()}</ul> }
}

/// One part. The whole row leads there.
#[component]
pub fn TaskRow(
    /// A name for the id of its state.
    #[prop(into)]
    id: String,
    /// What it is called.
    #[prop(into)]
    name: String,
    /// Where it leads; nowhere as long as it cannot start.
    href: Option<String>,
    /// How far it is, in words.
    children: Children,
) -> impl IntoView {
    let status = format!("{id}-status");
    let title = match href {
        Some(href) => {
            view! { <a class="link task-link" href=href aria-describedby=status.clone()>{name}</a> }.into_any()
        }
        None => view! { <span>{name}</span> }.into_any(),
    };
    view! {
        <li class="task-row">
            <div>{title}</div>
            <div id=status>{children()}</div>
        </li>
    }
}
