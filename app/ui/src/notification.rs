//! Something that has just happened, or that everybody should know.

use leptos::prelude::*;

/// Why it is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NotificationKind {
    /// Worth knowing.
    #[default]
    Important,
    /// It worked.
    Success,
}

/// A region of its own; takes the focus when it reports success.
#[component]
pub fn Notification(
    /// Why it is said.
    #[prop(optional)]
    kind: NotificationKind,
    /// "Important" or "Success".
    #[prop(into)]
    title: String,
    /// What it says: words, and links among them.
    children: Children,
) -> impl IntoView {
    let (role, class) = match kind {
        NotificationKind::Important => ("region", "notification mb-8 rounded border-2 border-brand bg-tint p-4"),
        NotificationKind::Success => ("alert", "notification mb-8 rounded border-2 border-good bg-good-tint p-4"),
    };
    let takes_focus = kind == NotificationKind::Success;
    view! {
        <div
            class=class
            role=role
            aria-labelledby="notification-title"
            tabindex=takes_focus.then_some("-1")
            autofocus=takes_focus.then_some("")
        >
            <h2 id="notification-title" class="mb-1 text-small font-bold">{title}</h2>
            <p>{children()}</p>
        </div>
    }
}
