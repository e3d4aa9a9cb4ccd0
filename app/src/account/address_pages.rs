//! `/account/addresses/add` and `/account/addresses/{id}`: an address is looked up or typed, and changed.

use domain::{
    account::{AddAddress, AddressFor, ChangeAddress, ChooseFound, FOUND_ADDRESS, FindAddress, OWN_ADDRESS},
    address::Address,
    checkout::POSTCODE,
    form::{Answer, Answers, Facts, Form},
    found_address::Found,
    id::AccountAddressId,
    paths,
};
use islands::AppError;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{accounts::address_lookups::LookedUp, sessions::Viewer};
use ui::{Filled, ShownError};

use super::{
    account_form::{AccountForm, AccountForms},
    address_parts::{in_a_line, is_for, knows_of, offered, same, saves},
    at_account::{AtAccount, at_account},
};
use crate::{
    layout::Page,
    load::load,
    viewer::asking,
    words::{self, isolated, t, t_with},
};

/// `/account/addresses/add`: a postcode to look up, what was found for it, and the questions of an address, which are
/// always there for whoever types it.
#[component]
pub fn AddAddressPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let looks_up = !asking.backend.address_lookup.is_nowhere();
        let wanted = asking.parameter(paths::FOR).and_then(|wanted| AddressFor::read(wanted).ok());
        let looked_up = match viewer.session.filter(|_| looks_up) {
            Some(session) => backend::accounts::addresses::looked_up(&asking.backend, session).await?,
            None => None,
        };
        let parse = |answers: &Answers| Address::parse(answers, &Facts::default()).ok();
        let typed = same::<AddAddress>(&asking, &viewer, account.id, None, parse).await?;
        let chosen = |answers: &Answers| chosen(looked_up.as_ref(), answers.first(FOUND_ADDRESS.name()));
        let chosen = same::<ChooseFound>(&asking, &viewer, account.id, None, chosen).await?;
        let [find, mut found, mut by_hand] = forms(&viewer, looked_up.as_ref(), wanted.as_ref());
        knows_of(&mut found, chosen.as_ref());
        knows_of(&mut by_hand, typed.as_ref());
        let errors: Vec<ShownError> =
            [&find, &found, &by_hand].into_iter().flat_map(Filled::errors_at_inputs).collect();
        let save_found = saves("account-address-use", chosen.as_ref());
        let save_typed = saves("account-address-save", typed.as_ref());
        let back = wanted.as_ref().map_or_else(paths::account_addresses, AddressFor::page).to_string();
        let h1 = t("account-address-add-title");
        Ok(view! {
            <Page title=h1.clone() viewer errors back>
                <h1 class="mb-6 text-h1 font-bold">{h1}</h1>
                {offered(typed.or(chosen), wanted.as_ref())}
                {looks_up.then(|| finding(find))}
                {looked_up.map(|looked_up| outcome(looked_up, found, save_found))}
                {typing(by_hand, looks_up, save_typed)}
            </Page>
        }
        .into_any())
    })
}

/// The three forms: of the postcode, of what was found for it, and of an address that is typed.
fn forms(viewer: &Viewer, looked_up: Option<&LookedUp>, wanted: Option<&AddressFor>) -> [Filled; 3] {
    let postcode = looked_up.map_or("", |looked_up| looked_up.postcode.as_str());
    let known = Answers::default().with(POSTCODE.name(), postcode);
    let mut all = [
        words::filled::<FindAddress>(viewer, known.clone()),
        words::filled::<ChooseFound>(viewer, Answers::default()),
        words::filled::<AddAddress>(viewer, known),
    ];
    "find".clone_into(&mut all[0].prefix);
    for form in &mut all {
        is_for(form, wanted);
    }
    all
}

/// One of the addresses that were found.
fn chosen(looked_up: Option<&LookedUp>, id: &str) -> Option<Address> {
    let found = looked_up?.found.as_ref()?;
    found.iter().find(|one| one.id.to_string() == id).map(|one| one.address.clone())
}

/// The postcode to look up.
fn finding(filled: Filled) -> AnyView {
    view! {
        <section class="task" aria-labelledby="find-address">
            <h2 id="find-address" class="mb-4 text-h3 font-bold">{t("account-address-find-title")}</h2>
            <AccountForm form=AccountForms::FindAddress filled button=t("account-address-find-button") />
        </section>
    }
    .into_any()
}

/// What was found, to choose from; or that nothing was, or could be.
fn outcome(looked_up: LookedUp, mut filled: Filled, button: String) -> AnyView {
    let LookedUp { postcode, found } = looked_up;
    let postcode = isolated(postcode.as_str());
    let said = |id: &str| {
        let words = t_with(id, [("postcode", postcode.clone().into())]);
        view! { <p class="measure mt-6" role="status">{words}</p> }.into_any()
    };
    match found {
        None => said("account-address-unavailable"),
        Some(found) if found.is_empty() => said("account-address-nothing-found"),
        Some(found) => {
            offers(&mut filled, &found);
            view! {
                <section class="task mt-8" aria-labelledby="found-addresses">
                    <h2 id="found-addresses" class="mb-4 text-h3 font-bold">
                        {t_with("account-address-found-title", [("postcode", postcode.clone().into())])}
                    </h2>
                    <AccountForm form=AccountForms::FoundAddress filled button />
                </section>
            }
            .into_any()
        }
    }
}

/// Puts what was found on offer.
fn offers(filled: &mut Filled, found: &[Found]) {
    let question = FOUND_ADDRESS.name();
    filled.facts = Facts::default().with_list(question, found.iter().map(|one| one.id.to_string()));
    let words = found.iter().map(|one| (format!("{question}.{}", one.id), in_a_line(&one.address)));
    filled.words.0.extend(words);
}

/// The questions of an address.
fn typing(filled: Filled, looks_up: bool, button: String) -> AnyView {
    let title = looks_up.then(|| {
        view! { <h2 id="type-address" class="mb-4 text-h3 font-bold">{t("account-address-by-hand-title")}</h2> }
    });
    view! {
        <section class="task mt-8" aria-labelledby=looks_up.then_some("type-address")>
            {title} <AccountForm form=AccountForms::AddAddress filled button />
        </section>
    }
    .into_any()
}

/// `/account/addresses/{id}`: changes an address of one's own. There are no others here.
#[component]
pub fn AddressPage() -> impl IntoView {
    let asking = asking();
    let id = use_params_map().with_untracked(|params| params.get("address").unwrap_or_default());
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let id: AccountAddressId = id.parse().map_err(|_| AppError::NotFound)?;
        let own = store::accounts::addresses::find(&asking.backend.db, account.id, id).await?;
        let known = own.ok_or(AppError::NotFound)?.address.answers();
        let parse = |answers: &Answers| Address::parse(answers, &Facts::default()).ok();
        let twin = same::<ChangeAddress>(&asking, &viewer, account.id, Some(id), parse).await?;
        let mut filled = words::filled::<ChangeAddress>(&viewer, known);
        filled.answers.replace(OWN_ADDRESS.name(), vec![id.to_string()]);
        knows_of(&mut filled, twin.as_ref());
        let (errors, button): (Vec<ShownError>, _) =
            (filled.errors.clone(), saves("account-address-save", twin.as_ref()));
        let h1 = t("account-address-change-title");
        Ok(view! {
            <Page title=h1.clone() viewer errors back=paths::account_addresses().to_string()>
                <h1 class="mb-6 text-h1 font-bold">{h1}</h1>
                {offered(twin, None)}
                <div class="task">
                    <AccountForm form=AccountForms::ChangeAddress filled button />
                </div>
            </Page>
        }
        .into_any())
    })
}
