//! `/account/addresses`: the address book of an account.

use domain::{account::OWN_ADDRESS, paths};
use islands::account::addresses::{PostMakeDefaultAddress, PostRemoveAddress};
use leptos::{prelude::*, server_fn::ServerFn};
use store::accounts::addresses::OwnAddress;
use ui::{ButtonForm, LinkButton, Tag, TagKind, button::ButtonKind};

use super::{
    address_parts::in_a_line,
    at_account::{AtAccount, at_account, lead},
};
use crate::{bidi::Printed, done::DoneBanner, layout::Page, load::load, viewer::asking, words::t};

/// The page.
#[component]
pub fn AddressesPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let own = store::accounts::addresses::list(&asking.backend.db, account.id).await?;
        let (h1, add) = (t("account-addresses-title"), paths::account_add_address().to_string());
        Ok(view! {
            <Page title=h1.clone() viewer back=paths::account().to_string()>
                <DoneBanner />
                {lead(h1, t("account-addresses-lead"))}
                <div class="task-wide">
                    {rows(own)} <p class="no-print mt-6">
                        <LinkButton href=add>{t("account-address-add-title")}</LinkButton>
                    </p>
                </div>
            </Page>
        }
        .into_any())
    })
}

fn rows(own: Vec<OwnAddress>) -> AnyView {
    if own.is_empty() {
        return view! { <p class="measure">{t("account-addresses-none")}</p> }.into_any();
    }
    let rows = own.into_iter().map(row).collect_view();
    view! { <ul class="border-t border-line">{rows}</ul> }.into_any()
}

/// An address, what is known of it, and what may be done with it.
fn row(own: OwnAddress) -> impl IntoView {
    let OwnAddress { id, address, is_default, is_verified } = own;
    let hidden = format!(": {}", in_a_line(&address));
    let answers = vec![(OWN_ADDRESS.name(), id.to_string())];
    let (change, of_change, of_default) = (paths::account_address(id).to_string(), hidden.clone(), hidden.clone());
    let (kind, checked) = if is_verified {
        (TagKind::Good, "account-address-verified")
    } else {
        (TagKind::Neutral, "account-address-unverified")
    };
    let default = is_default.then(|| view! { <Tag>{t("account-address-default")}</Tag> " " });
    let make_default = (!is_default).then(|| {
        let answers = answers.clone();
        view! {
            <ButtonForm action=PostMakeDefaultAddress::PATH answers kind=ButtonKind::Quiet>
                {t("account-address-make-default")} <span class="sr-only">{of_default}</span>
            </ButtonForm>
        }
    });
    view! {
        <li class="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-b border-line py-4">
            <div class="min-w-0">
                <p><Printed address /></p>
                <p class="mt-1">{default} <Tag kind>{t(checked)}</Tag></p>
            </div>
            <div class="no-print flex flex-wrap items-center gap-x-6 gap-y-1">
                <a class="link inline-flex min-h-8 items-center" href=change>
                    {t("change")} <span class="sr-only">{of_change}</span>
                </a>
                {make_default}
                <ButtonForm action=PostRemoveAddress::PATH answers kind=ButtonKind::Quiet>
                    {t("account-address-remove")} <span class="sr-only">{hidden}</span>
                </ButtonForm>
            </div>
        </li>
    }
}
