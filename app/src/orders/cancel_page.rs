//! `/orders/{number}/cancel`: asks once more before an order is called off.

use domain::{order::ORDER, paths};
use islands::orders::cancel::PostCancelOrder;
use leptos::{prelude::*, server_fn::ServerFn};
use ui::ButtonForm;

use super::at_order::{AtOrder, at_open_order, number};
use crate::{
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
    words::{t, t_with},
};

/// The page.
#[component]
pub fn CancelPage() -> impl IntoView {
    let (asking, number) = (asking(), number());
    load(async move {
        let AtOrder { viewer, order, .. } = at_open_order(&asking, number).await?;
        let back = paths::order(&order.number).to_string();
        let answers = vec![(ORDER.name(), order.number.to_string())];
        let title = t_with("order-cancel-title", [("number", order.number.to_string().into())]);
        Ok(view! {
            <Page title=title.clone() viewer back=back.clone() navigation=Navigation::Journey>
                <h1 class="text-h1 font-bold">{title}</h1>
                <p class="measure mt-3 mb-6">{t("order-cancel-body")}</p>
                <div class="flex flex-wrap items-center gap-6">
                    <ButtonForm action=PostCancelOrder::PATH answers>{t("order-cancel-yes")}</ButtonForm>
                    <a class="link" href=back>{t("order-cancel-no")}</a>
                </div>
            </Page>
        }
        .into_any())
    })
}
