//! `/contact`: write to the support desk.

use domain::{
    contact::{CONTACT_EMAIL, CONTACT_NAME, ContactUs, SUPPORT_MESSAGE, SUPPORT_SUMMARY},
    form::{Answers, Form},
};
use islands::contact::contact_us::PostContactUs;
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, LinkButton, Panel, PostForm, TextArea, TextInput};

use super::form_key::FormKey;
use crate::{
    layout::Page,
    load::load,
    viewer::asking,
    words::{self, t},
};

/// The page.
#[component]
pub fn ContactUsPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let filled = words::filled::<ContactUs>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        Ok(view! {
            <Page title=t("contact-us-title") viewer errors>
                <h1 class="text-h1 font-bold">{t("contact-us-title")}</h1>
                <p class="measure mt-3 mb-6">{t("contact-us-lead")}</p>
                <div class="task">
                    <PostForm action=PostContactUs::PATH check=ContactUs::check fields=ContactUs::FIELDS filled>
                        <TextInput field=SUPPORT_SUMMARY.declared() />
                        <TextArea field=SUPPORT_MESSAGE.declared() />
                        <TextInput field=CONTACT_NAME.declared() />
                        <TextInput field=CONTACT_EMAIL.declared() />
                        <FormKey />
                        <Button>{t("contact-us-button")}</Button>
                    </PostForm>
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/contact/sent`: the message was taken.
#[component]
pub fn ContactSentPage() -> impl IntoView {
    thanks("contact-us-sent-title", "contact-us-sent-body")
}

/// A page that says that something was taken.
pub(super) fn thanks(title: &'static str, body: &'static str) -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        Ok(view! {
            <Page title=t(title) viewer>
                <div class="task-wide">
                    <Panel title=t(title)>{t(body)}</Panel>
                    <p class="mt-6"><LinkButton href="/publications">{t("basket-empty-link")}</LinkButton></p>
                </div>
            </Page>
        }
        .into_any())
    })
}
