//! What the pages of addresses share: an address in one line, and that one is in the book already.

use domain::{
    account::{ADDRESS_KNOWN, KNOWN_ADDRESS},
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

/// What the button of a form says that keeps an address: these words, unless the same one is there.
pub fn saves(words: &str, same: Option<&OwnAddress>) -> String {
    t(if same.is_some() { "account-address-anyway" } else { words })
}

/// The address that is there already, and the way to it.
pub fn offered(same: Option<OwnAddress>) -> AnyView {
    let offered = same.map(|same| {
        let book = paths::account_addresses().to_string();
        view! {
            <Notification title=t("important")>
                <Printed address=same.address /> <a class="link" href=book>{t("account-address-use-it")}</a>
            </Notification>
        }
    });
    offered.into_any()
}
