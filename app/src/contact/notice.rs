//! What stands above every page for a while.

use backend::SharedBackend;
use leptos::prelude::*;

use crate::words::t;

/// The notice that is true now, if there is one.
#[component]
pub fn NoticeBanner() -> impl IntoView {
    let backend = expect_context::<SharedBackend>();
    backend.catalogue.notice(backend.clock.now()).map(|message| {
        view! {
            <section class="notice" aria-label=t("notice-label")>
                <p class="container py-3" dir="auto">{message}</p>
            </section>
        }
    })
}
