//! The form of the gallery of patterns, in development builds only.

use domain::{
    form::{Answers, Form},
    patterns::{READ_BEST_IN, READ_IN, READER, READER_NOTE, READS_IN, READS_SINCE, TryPatterns},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Checkboxes, DateInput, Filled, PostForm, Radios, Select, TextArea, TextInput};

use crate::{AppError, Submitted};

/// Takes the form and keeps nothing of it.
#[server(name = PostPatterns, prefix = "/do", endpoint = "patterns/try")]
pub async fn try_patterns(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use crate::context::{Cx, submit_knowing};
    let know = |cx: Cx| async move { backend::patterns::facts(&cx.backend).await };
    submit_knowing(answers, know, |_, _: TryPatterns| async move { Ok(domain::paths::patterns_taken()) }).await
}

/// A question of each kind.
#[island]
pub fn PatternsForm(
    /// What was typed.
    filled: Filled,
    /// The languages on offer, with their names.
    languages: Vec<(String, String)>,
) -> impl IntoView {
    view! {
        <PostForm action=PostPatterns::PATH check=TryPatterns::check fields=TryPatterns::FIELDS filled>
            <TextInput field=READER.declared() />
            <Checkboxes field=READ_IN.declared() />
            <Select field=READS_IN.declared() options=languages />
            <Radios field=READ_BEST_IN.declared() />
            <DateInput field=&READS_SINCE />
            <TextArea field=READER_NOTE.declared() />
            <Button>"Continue"</Button>
        </PostForm>
    }
}
