//! `/orders/{number}/again`: what can be had of an order once more, before it is put into the basket.

use backend::refills::{self, Source};
use domain::{
    order::{ORDER, OrderAgain},
    paths,
};
use islands::orders::again::PostOrderAgain;
use leptos::{prelude::*, server_fn::ServerFn};

use super::at_order::{AtOrder, at_order, number};
use crate::{
    basket::refill,
    layout::Page,
    load::load,
    viewer::asking,
    words::{t, t_with},
};

/// The page.
#[component]
pub fn AgainPage() -> impl IntoView {
    let (asking, number) = (asking(), number());
    load(async move {
        let AtOrder { viewer, order, .. } = at_order(&asking, number).await?;
        let mut db = asking.connection().await?;
        let (holding, orderer) = ((viewer.basket, viewer.basket_lines), viewer.orderer());
        let source = Source::Order(order.id);
        let refills = refills::look(&asking.backend, &mut db, source, holding, &orderer).await?;
        drop(db);
        let (back, errors) = (paths::order(&order.number).to_string(), refill::refused::<OrderAgain>(&viewer));
        let title = t_with("order-again-title", [("number", order.number.to_string().into())]);
        let button = refill::button(PostOrderAgain::PATH, (ORDER.name(), order.number.to_string()), &refills);
        let rows = refills.iter().map(|line| refill::row(line, None)).collect_view();
        let summary = refill::summary(&refills);
        Ok(view! {
            <Page title=title.clone() viewer errors back=back.clone()>
                <h1 class="text-h1 font-bold">{title}</h1>
                <p class="measure mt-3">{t("order-again-body")}</p>
                <p class="measure mt-3 font-bold">{summary}</p>
                <ul class="task-wide mt-6 border-t border-line">{rows}</ul>
                <div class="mt-6 flex flex-wrap items-center gap-6">
                    {button} <a class="link" href=back>{t("order-again-not")}</a>
                </div>
            </Page>
        }
        .into_any())
    })
}
