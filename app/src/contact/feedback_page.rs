//! `/feedback`: say what you think of the service.

use domain::{
    contact::{
        DID_YOU_GET_IT, GiveFeedback, HOW_SATISFIED, IMPROVE, WHERE_DID_YOU_HEAR, WHY_DID_YOU_COME, WOULD_RECOMMEND,
    },
    form::{Answers, Form},
};
use islands::contact::feedback::PostFeedback;
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, PostForm, Radios, TextArea, TextInput};

use super::{contact_us_page::thanks, form_key::FormKey};
use crate::{
    layout::Page,
    load::load,
    viewer::asking,
    words::{self, t},
};

/// The page.
#[component]
pub fn FeedbackPage() -> impl IntoView {
    let asking = asking();
    load(async move {
        let viewer = asking.viewer().await?;
        let filled = words::filled::<GiveFeedback>(&viewer, Answers::default());
        let errors = filled.errors.clone();
        Ok(view! {
            <Page title=t("feedback-title") viewer errors>
                <h1 class="text-h1 font-bold">{t("feedback-title")}</h1>
                <p class="measure mt-3 mb-6">{t("feedback-lead")}</p>
                <div class="task">
                    <PostForm action=PostFeedback::PATH check=GiveFeedback::check fields=GiveFeedback::FIELDS filled>
                        <Radios field=HOW_SATISFIED.declared() />
                        <TextInput field=WHY_DID_YOU_COME.declared() />
                        <TextInput field=DID_YOU_GET_IT.declared() />
                        <TextInput field=WOULD_RECOMMEND.declared() />
                        <TextInput field=WHERE_DID_YOU_HEAR.declared() />
                        <TextArea field=IMPROVE.declared() />
                        <FormKey />
                        <Button>{t("feedback-button")}</Button>
                    </PostForm>
                </div>
            </Page>
        }
        .into_any())
    })
}

/// `/feedback/sent`: it was kept.
#[component]
pub fn FeedbackSentPage() -> impl IntoView {
    thanks("feedback-sent-title", "feedback-sent-body")
}
