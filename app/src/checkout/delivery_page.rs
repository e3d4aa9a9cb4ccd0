//! `/checkout/delivery`: where to send it.

use domain::{
    address::Address,
    checkout::{COUNTRY, Stage},
    paths,
};
use islands::checkout::delivery::AddressForm;
use leptos::prelude::*;
use ui::Select;

use super::at_checkout::at_checkout;
use crate::{
    Bundle,
    layout::{Navigation, Page},
    load::load,
    viewer::asking,
    words::{self, t},
};

/// The page.
#[component]
pub fn DeliveryPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_checkout(&asking).await?;
        let known = at.checkout.address.as_ref().map(Address::answers).unwrap_or_default();
        let filled = words::filled::<Address>(&at.viewer, known);
        let errors = filled.errors.clone();
        // Whoever came to change an answer goes back to where they came from.
        let back = if matches!(at.stage, Stage::Check(..)) { paths::check() } else { paths::basket() };
        Ok(view! {
            <Page title=t("delivery-title") viewer=at.viewer errors back=back.to_string() navigation=Navigation::Journey islands=Bundle::Public>
                <h1 class="text-h1 font-bold">{t("delivery-title")}</h1>
                <p class="measure mt-3 mb-6">{t("delivery-lead")}</p>
                <div class="task">
                    <AddressForm filled of_order=false button=t("continue")>
                        <Select field=COUNTRY.declared() />
                    </AddressForm>
                </div>
            </Page>
        }
        .into_any())
    })
}
