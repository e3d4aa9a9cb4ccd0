//! Says at the top of the page what is wrong, with a link to each wrong answer.

use leptos::prelude::*;

use crate::ShownError;

/// The summary. `field` of each error is the id of its input here.
#[component]
pub fn ErrorSummary(
    /// "There is a problem".
    title: String,
    /// Errors with the ids of their inputs.
    errors: Vec<ShownError>,
) -> impl IntoView {
    view! {
        <div class="error-summary mb-8 rounded border-4 border-error p-4 md:p-5" tabindex="-1" autofocus="" data-error-summary>
            <div role="alert">
                <h2 class="mb-3 text-h3 font-bold">{title}</h2>
                <ul class="space-y-1">
                    {errors
                        .into_iter()
                        .map(|error| {
                            view! {
                                <li>
                                    <a class="font-bold text-error underline underline-offset-4" href=format!("#{}", error.field)>
                                        {error.text}
                                    </a>
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </div>
        </div>
    }
}
