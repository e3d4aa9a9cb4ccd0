//! `/account/name`, `/account/telephone`, `/account/establishment` and `/account/audience`: what an account says of its
//! owner.

use domain::{
    account::{AUDIENCE, AudienceKey, ChangeName, ChangeTelephone, ChooseAudience, ChooseEstablishment, ESTABLISHMENT},
    checkout::{FULL_NAME, TELEPHONE},
    form::{Answers, Facts},
    paths,
    text::TelephoneNumber,
};
use leptos::prelude::*;
use store::accounts::Establishment;

use super::account_form::{AccountForm, AccountForms};
use super::at_account::{AtAccount, at_account, lead};
use crate::{
    basket::merged::MergedBanner,
    layout::Page,
    load::load,
    viewer::asking,
    words::{self, t},
};

/// `/account/name`.
#[component]
pub fn NamePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let known = Answers::default().with(FULL_NAME.name(), account.full_name.to_string());
        let filled = words::filled::<ChangeName>(&viewer, known);
        let errors = filled.errors.clone();
        let (h1, back) = (t("account-name-title"), paths::account().to_string());
        Ok(view! {
            <Page title=h1.clone() viewer errors back>
                <h1 class="mb-6 text-h1 font-bold">{h1}</h1>
                <div class="task">
                    <AccountForm form=AccountForms::Name filled button=t("account-save") />
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/account/telephone`.
#[component]
pub fn TelephonePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let known = account.telephone.as_ref().map_or("", TelephoneNumber::as_str);
        let filled = words::filled::<ChangeTelephone>(&viewer, Answers::default().with(TELEPHONE.name(), known));
        let errors = filled.errors.clone();
        let (h1, back) = (t("account-telephone-title"), paths::account().to_string());
        Ok(view! {
            <Page title=h1.clone() viewer errors back>
                {lead(h1, t("account-telephone-lead"))} <div class="task">
                    <AccountForm form=AccountForms::Telephone filled button=t("account-save") />
                </div>
            </Page>
        }
        .into_any())
    })
}

/// What an establishment is called: with its organisation, and with its code where another one of the same is called so.
fn called(offer: &Establishment, all: &[Establishment]) -> String {
    let Establishment { key, name, organisation } = offer;
    let alike = all.iter().filter(|other| other.name == *name && other.organisation == *organisation);
    if alike.count() > 1 {
        format!("{name} ({organisation}, {})", key.codes().1)
    } else {
        format!("{name} ({organisation})")
    }
}

/// `/account/establishment`: where somebody works, which decides how many copies they may order.
#[component]
pub fn EstablishmentPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let offered = store::accounts::establishments(&asking.backend.db).await?;
        let question = ESTABLISHMENT.name();
        let chosen = account.establishment.as_ref().map(ToString::to_string).unwrap_or_default();
        let mut filled = words::filled::<ChooseEstablishment>(&viewer, Answers::default().with(question, chosen));
        let keys = offered.iter().map(|offer| offer.key.to_string());
        filled.facts = Facts::default().with_list(question, keys);
        let names = offered.iter().map(|offer| (format!("{question}.{}", offer.key), called(offer, &offered)));
        filled.words.0.extend(names);
        let errors = filled.errors.clone();
        let (h1, merged) = (t("account-establishment-title"), viewer.merged);
        let later = paths::account().to_string();
        Ok(view! {
            <Page title=h1.clone() viewer errors>
                {lead(h1, t("account-establishment-lead"))} <MergedBanner merged />
                <div class="task">
                    <AccountForm form=AccountForms::Establishment filled button=t("account-save") />
                    <p class="mt-6"><a class="link" href=later>{t("account-later")}</a></p>
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/account/audience`: which audience somebody belongs to, as limits may be written for it.
#[component]
pub fn AudiencePage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let offered = store::accounts::profile::audiences(&asking.backend.db).await?;
        let question = AUDIENCE.name();
        let chosen = account.audience.as_ref().map_or("", AudienceKey::as_str);
        let mut filled = words::filled::<ChooseAudience>(&viewer, Answers::default().with(question, chosen));
        filled.facts = Facts::default().with_list(question, offered.iter().map(|offer| offer.key.to_string()));
        filled.words.0.extend(offered.into_iter().map(|offer| (format!("{question}.{}", offer.key), offer.name)));
        let errors = filled.errors.clone();
        let (h1, back) = (t("account-audience-title"), paths::account().to_string());
        Ok(view! {
            <Page title=h1.clone() viewer errors back>
                {lead(h1, t("account-audience-lead"))} <div class="task">
                    <AccountForm form=AccountForms::Audience filled button=t("account-save") />
                </div>
            </Page>
        }
        .into_any())
    })
}
