//! `/checkout/contact`: whom to tell.

use domain::{
    checkout::{Contact, EMAIL, FULL_NAME, Stage, TELEPHONE},
    form::Answers,
    paths,
    text::TelephoneNumber,
};
use islands::checkout::contact::ContactForm;
use leptos::prelude::*;
use store::sessions::Viewer;

use super::at_checkout::at_checkout;
use crate::{
    Bundle,
    done::DoneBanner,
    layout::{Navigation, Page},
    load::{NotShown, load},
    viewer::asking,
    words::{self, t},
};

/// The page.
#[component]
pub fn ContactPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let at = at_checkout(&asking).await?;
        if at.stage == Stage::Delivery {
            return Err(NotShown::Elsewhere(paths::delivery()));
        }
        let known = at.checkout.contact.as_ref().map_or_else(|| of_account(&at.viewer), Contact::answers);
        let filled = words::filled::<Contact>(&at.viewer, known);
        let (errors, has_errors) = (filled.errors.clone(), !filled.errors.is_empty());
        let back = if matches!(at.stage, Stage::Check(..)) { paths::check() } else { paths::delivery() };
        Ok(view! {
            <Page title=t("contact-title") viewer=at.viewer errors back=back.to_string() navigation=Navigation::Journey islands=Bundle::Public>
                <DoneBanner has_errors />
                <h1 class="mb-6 text-h1 font-bold">{t("contact-title")}</h1>
                <div class="task"><ContactForm filled button=t("continue") /></div>
            </Page>
        }
        .into_any())
    })
}

/// What the account of whoever is signed in says already.
fn of_account(viewer: &Viewer) -> Answers {
    let known = viewer.account.as_ref().map(|account| {
        Answers::default()
            .with(FULL_NAME.name(), account.full_name.to_string())
            .with(EMAIL.name(), account.email.to_string())
            .with(TELEPHONE.name(), account.telephone.as_ref().map_or("", TelephoneNumber::as_str))
    });
    known.unwrap_or_default()
}
