//! `/checkout/delivery`: where to send it. Whoever is signed in chooses among the addresses of their book, or types
//! another one.

use domain::{
    account::{AddressFor, ChooseAddress, DELIVER_TO, DeliverTo, KEEP_ADDRESS},
    address::Address,
    checkout::{COUNTRY, Stage},
    form::{Answers, Facts},
    paths,
};
use islands::checkout::delivery::AddressForm;
use leptos::prelude::*;
use store::accounts::addresses::OwnAddress;
use ui::{Checkboxes, Filled, Select};

use super::at_checkout::{AtCheckout, at_checkout};
use crate::{
    Bundle,
    account::{
        account_form::{AccountForm, AccountForms},
        address_parts::{find_link, in_a_line},
    },
    layout::{Navigation, Page},
    load::load,
    viewer::{Asking, asking},
    words::{self, t},
};

/// The page.
#[component]
pub fn DeliveryPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_checkout(&asking).await?;
        let own = match &at.viewer.account {
            Some(account) => store::accounts::addresses::list(&asking.backend.db, account.id).await?,
            None => Vec::new(),
        };
        let find = find_link(&asking, &at.viewer, &AddressFor::Checkout);
        let is_typed = own.is_empty() || types(&asking, &at);
        Ok(if is_typed { typing(at, &own, find) } else { choosing(at, &own, (asking.parameter(paths::TO), find)) })
    })
}

/// Whether an address is typed by somebody who has others: they asked for it, or theirs was refused.
fn types(asking: &Asking, at: &AtCheckout) -> bool {
    match asking.parameter(paths::TO) {
        Some(to) => to == paths::TO_ANOTHER,
        None => words::refused::<Address>(&at.viewer).is_some(),
    }
}

/// Whoever came to change an answer goes back to where they came from.
fn back(at: &AtCheckout) -> String {
    let back = if matches!(at.stage, Stage::Check(..)) { paths::check() } else { paths::basket() };
    back.to_string()
}

/// An address is typed. Whoever is signed in may keep it.
fn typing(at: AtCheckout, own: &[OwnAddress], find: AnyView) -> AnyView {
    let known = at.checkout.address.as_ref().filter(|address| own.iter().all(|one| one.address != **address));
    let filled = words::filled::<Address>(&at.viewer, known.map(Address::answers).unwrap_or_default());
    let (errors, back, may_keep) = (filled.errors.clone(), back(&at), at.viewer.account.is_some());
    let choose = (!own.is_empty()).then(|| {
        let others = paths::delivery_to_own().to_string();
        view! { <p class="mb-6"><a class="link" href=others>{t("delivery-own")}</a></p> }
    });
    view! {
        <Page title=t("delivery-title") viewer=at.viewer errors back navigation=Navigation::Journey islands=Bundle::Public>
            <h1 class="text-h1 font-bold">{t("delivery-title")}</h1>
            <p class="measure mt-3 mb-6">{t("delivery-lead")}</p>
            {choose}
            {find}
            <div class="task">
                <AddressForm filled of_order=false button=t("continue")>
                    <Select field=COUNTRY.declared() />
                    {may_keep.then(|| view! { <Checkboxes field=KEEP_ADDRESS.declared() /> })}
                </AddressForm>
            </div>
        </Page>
    }
    .into_any()
}

/// One of the book is chosen, or another one is typed after all.
fn choosing(at: AtCheckout, own: &[OwnAddress], (to, find): (Option<&str>, AnyView)) -> AnyView {
    let filled = offers(&at, own, to);
    let (errors, back) = (filled.errors.clone(), back(&at));
    view! {
        <Page title=t("delivery-title") viewer=at.viewer errors back navigation=Navigation::Journey>
            <h1 class="text-h1 font-bold">{t("delivery-title")}</h1>
            <p class="measure mt-3 mb-6">{t("delivery-lead")}</p>
            {find}
            <div class="task">
                <AccountForm form=AccountForms::DeliverTo filled button=t("continue") />
            </div>
        </Page>
    }
    .into_any()
}

/// The addresses of the book on offer: the one that was looked up just now is chosen, or that which was chosen before, or
/// the default, which is the first.
fn offers(at: &AtCheckout, own: &[OwnAddress], to: Option<&str>) -> Filled {
    let looked_up = to.and_then(|to| own.iter().find(|one| one.id.to_string() == to));
    let chosen = looked_up.or_else(|| match &at.checkout.address {
        Some(address) => own.iter().find(|one| one.address == *address),
        None => own.first(),
    });
    let chosen = chosen.map_or_else(|| DeliverTo::ANOTHER.to_owned(), |one| one.id.to_string());
    let question = DELIVER_TO.name();
    let mut filled = words::filled::<ChooseAddress>(&at.viewer, Answers::default().with(question, chosen));
    let mut offered: Vec<(String, String)> =
        own.iter().map(|one| (one.id.to_string(), in_a_line(&one.address))).collect();
    offered.push((DeliverTo::ANOTHER.to_owned(), t("delivery-another")));
    filled.facts = Facts::default().with_list(question, offered.iter().map(|(value, _)| value.clone()));
    filled.words.0.extend(offered.into_iter().map(|(value, words)| (format!("{question}.{value}"), words)));
    filled
}
