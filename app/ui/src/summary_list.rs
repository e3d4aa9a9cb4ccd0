//! Questions with their answers, each with a way to change it.

use leptos::prelude::*;

/// A list of [`SummaryRow`]s.
#[component]
pub fn SummaryList(
    /// The rows.
    children: Children,
) -> impl IntoView {
    view! { <dl class="summary-list mb-8 border-t border-line">{children()}</dl> }
}

/// A question, its answer, and where to change it.
#[component]
pub fn SummaryRow(
    /// The question.
    #[prop(into)]
    key: String,
    /// Where to change the answer.
    #[prop(optional, into)]
    change: Option<String>,
    /// "Change".
    #[prop(optional, into)]
    change_text: Option<String>,
    /// The answer.
    children: Children,
) -> impl IntoView {
    let hidden = key.to_lowercase();
    view! {
        <div class="flex flex-col gap-1 border-b border-line py-3 md:flex-row md:gap-6">
            <dt class="font-bold md:w-1/3 md:shrink-0">{key}</dt>
            <dd class="grow wrap-anywhere">{children()}</dd>
            {change
                .map(|href| {
                    view! {
                        <dd class="md:shrink-0 md:text-end">
                            <a class="link" href=href>
                                {change_text}
                                <span class="sr-only">" " {hidden}</span>
                            </a>
                        </dd>
                    }
                })}
        </div>
    }
}
