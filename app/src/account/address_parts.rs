//! What the pages of addresses share: an address in one line, and that one is in the book already.

use domain::{
    account::{ADDRESS_FOR, ADDRESS_KNOWN, AddressFor, KNOWN_ADDRESS},
    address::Address,
    form::{Answers, Form},
    id::{AccountAddressId, AccountId},
    paths,
};
use leptos::prelude::*;
use store::{StoreError, accounts::addresses::OwnAddress, sessions::Viewer};
use ui::{Filled, Notification};

use crate::{
    bidi::Printed,
    viewer::Asking,
    words::{self, isolated, t},
};

/// An address in one line, as an answer to choose.
pub fn in_a_line(address: &Address) -> String {
    isolated(&address.printed().join(", "))
}

/// The address of the book that is the same as the one that a form was refused for; `typed` says which that was.
pub async fn same<F: Form>(
    asking: &Asking,
    viewer: &Viewer,
    account: AccountId,
    but: Option<AccountAddressId>,
    typed: impl FnOnce(&Answers) -> Option<Address>,
) -> Result<Option<OwnAddress>, StoreError> {
    let refused = words::refused::<F>(viewer);
    let refused = refused.filter(|refused| refused.errors.iter().any(|error| error.problem.key == ADDRESS_KNOWN));
    let Some(typed) = refused.and_then(|refused| typed(&refused.answers)) else {
        return Ok(None);
    };
    let own = store::accounts::addresses::list(&asking.backend.db, account).await?;
    Ok(own.into_iter().find(|one| Some(one.id) != but && one.address.same_as(&typed)))
}

/// Has a form say that its owner knows of the same address; whoever was not told of one does not.
pub fn knows_of(filled: &mut Filled, same: Option<&OwnAddress>) {
    let known = same.map(|same| same.id.to_string());
    filled.answers.replace(KNOWN_ADDRESS.name(), known.into_iter().collect());
}

/// Has a form say what its address is wanted for, if not for the book alone.
pub fn is_for(filled: &mut Filled, wanted: Option<&AddressFor>) {
    filled.answers.replace(ADDRESS_FOR.name(), wanted.map(ToString::to_string).into_iter().collect());
}

/// What the button of a form says that keeps an address: these words, unless the same one is there.
pub fn saves(words: &str, same: Option<&OwnAddress>) -> String {
    t(if same.is_some() { "account-address-anyway" } else { words })
}

/// The way to look an address up for something, where there is a look-up and somebody has a book.
pub fn find_link(asking: &Asking, viewer: &Viewer, wanted: &AddressFor) -> AnyView {
    let looks_up = viewer.account.is_some() && !asking.backend.address_lookup.is_nowhere();
    let link = looks_up.then(|| {
        let find = paths::account_add_address_for(wanted).to_string();
        view! { <p class="mb-6"><a class="link" href=find>{t("delivery-find")}</a></p> }
    });
    link.into_any()
}

/// The address that is there already, and the way on with it.
pub fn offered(same: Option<OwnAddress>, wanted: Option<&AddressFor>) -> AnyView {
    let offered = same.map(|same| {
        let on = wanted.map_or_else(paths::account_addresses, |wanted| wanted.page_with(same.id)).to_string();
        view! {
            <Notification title=t("important")>
                <Printed address=same.address /> <a class="link" href=on>{t("account-address-use-it")}</a>
            </Notification>
        }
    });
    offered.into_any()
}
