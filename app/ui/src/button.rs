//! Buttons.

use leptos::prelude::*;

/// What a button is for; its look follows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one thing to do on the page.
    #[default]
    Primary,
    /// Something else one may do.
    Secondary,
    /// A small act beside a line, drawn as a link.
    Quiet,
}

impl ButtonKind {
    /// How it looks.
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn btn-primary",
            Self::Secondary => "btn btn-secondary",
            Self::Quiet => "btn-quiet",
        }
    }
}

/// Posts the form it stands in.
#[component]
pub fn Button(
    /// What it is for.
    #[prop(optional)]
    kind: ButtonKind,
    /// What the button sends, where a form has several.
    #[prop(optional, into)]
    name: Option<String>,
    /// The value it sends.
    #[prop(optional, into)]
    value: Option<String>,
    /// Whether it takes whatever was typed, right or wrong.
    #[prop(optional)]
    unchecked: bool,
    /// What it says.
    children: Children,
) -> impl IntoView {
    view! {
        <button type="submit" class=kind.class() name=name value=value formnovalidate=unchecked>
            {children()}
        </button>
    }
}
