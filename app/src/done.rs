//! What has just been done, at the top of the page that follows.

use islands::context::take_done;
use leptos::prelude::*;
use ui::{Notification, NotificationKind, form::DONE_BANNER};

use crate::words::t;

/// Says it once. A page that says what is wrong says only that.
#[component]
pub fn DoneBanner(
    /// Whether the page says what is wrong.
    #[prop(default = false)]
    has_errors: bool,
) -> impl IntoView {
    take_done().filter(|_| !has_errors).map(|done| {
        let words = t(&format!("done-{done}"));
        view! {
            <div id=DONE_BANNER>
                <Notification kind=NotificationKind::Success title=t("success")>{words}</Notification>
            </div>
        }
    })
}
