//! `/orders/{number}/address`: sends the order somewhere else.

use domain::{
    checkout::COUNTRY,
    order::{ORDER, Redirect},
    paths,
};
use islands::checkout::delivery::AddressForm;
use leptos::prelude::*;
use ui::Select;

use super::at_order::{AtOrder, at_open_order, number};
use crate::{
    Bundle,
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
    words::{self, t},
};

/// The page.
#[component]
pub fn RedirectPage() -> impl IntoView {
    let (asking, number) = (asking(), number());
    load(async move {
        let AtOrder { viewer, order, .. } = at_open_order(&asking, number).await?;
        let known = order.address.answers().with(ORDER.name(), order.number.as_str());
        let filled = words::filled::<Redirect>(&viewer, known);
        let errors = filled.errors.clone();
        let back = paths::order(&order.number).to_string();
        Ok(view! {
            <Page title=t("order-redirect-title") viewer errors back navigation=Navigation::Journey islands=Bundle::Public>
                <h1 class="text-h1 font-bold">{t("order-redirect-title")}</h1>
                <p class="measure mt-3 mb-6">{t("delivery-lead")}</p>
                <div class="task">
                    <AddressForm filled of_order=true button=t("order-redirect-save")>
                        <Select field=COUNTRY.declared() />
                    </AddressForm>
                </div>
            </Page>
        }
        .into_any())
    })
}
