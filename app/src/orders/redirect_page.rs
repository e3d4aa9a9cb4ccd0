//! `/orders/{number}/address`: sends the order somewhere else. Whoever is signed in begins with an address of their book.

use domain::{
    account::AddressFor,
    checkout::COUNTRY,
    order::{ORDER, OrderNumber, Redirect},
    paths,
};
use islands::checkout::delivery::AddressForm;
use leptos::prelude::*;
use store::accounts::addresses::OwnAddress;
use ui::{Filled, Select};

use super::at_order::{AtOrder, at_open_order, number};
use crate::{
    Bundle,
    account::address_parts::{find_link, in_a_line},
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
        let own = match &viewer.account {
            Some(account) => store::accounts::addresses::list(&asking.backend.db, account.id).await?,
            None => Vec::new(),
        };
        let chosen = asking.parameter(paths::TO).and_then(|to| own.iter().find(|one| one.id.to_string() == to));
        let known = chosen.map_or(&order.address, |one| &one.address).answers();
        let mut filled = words::filled::<Redirect>(&viewer, known.clone());
        if chosen.is_some() {
            // What was typed before and refused is not what they chose since.
            filled = Filled { answers: known, errors: Vec::new(), ..filled };
        }
        filled.answers.replace(ORDER.name(), vec![order.number.to_string()]);
        let errors = filled.errors.clone();
        let back = paths::order(&order.number).to_string();
        let find = find_link(&asking, &viewer, &AddressFor::Order(order.number.clone()));
        let offered = book(&own, &order.number);
        Ok(view! {
            <Page title=t("order-redirect-title") viewer errors back navigation=Navigation::Journey islands=Bundle::Public>
                <h1 class="text-h1 font-bold">{t("order-redirect-title")}</h1>
                <p class="measure mt-3 mb-6">{t("delivery-lead")}</p>
                {offered}
                {find}
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

/// The addresses of the book, each of which fills the form in.
fn book(own: &[OwnAddress], number: &OrderNumber) -> AnyView {
    if own.is_empty() {
        return ().into_any();
    }
    let links = own.iter().map(|one| {
        let (href, words) = (paths::redirect_order_to(number, one.id).to_string(), in_a_line(&one.address));
        view! { <li class="mb-2"><a class="link" href=href>{words}</a></li> }
    });
    let links = links.collect_view();
    view! {
        <section class="mb-6" aria-labelledby="own-addresses">
            <h2 id="own-addresses" class="mb-4 text-h3 font-bold">{t("delivery-own")}</h2>
            <ul>{links}</ul>
        </section>
    }
    .into_any()
}
