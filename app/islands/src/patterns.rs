//! The form of the gallery of patterns, in development builds only.

use domain::{
    form::{Answers, Form},
    patterns::{READ_BEST_IN, READ_IN, READER, READER_NOTE, READS_SINCE, TryPatterns},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Checkboxes, DateInput, Filled, PostForm, Radios, TextArea, TextInput};

use crate::{AppError, Submitted};

/// Takes the form and keeps nothing of it.
#[server(name = PostPatterns, prefix = "/do", endpoint = "patterns/try")]
pub async fn try_patterns(#[server(flatten)] answers: Answers) -> Result<Submitted, AppError> {
    use crate::context::submit;
    submit(answers, |_, _: TryPatterns| async move { Ok(domain::paths::patterns_taken()) }).await
}

/// A question of each kind.
#[island]
pub fn PatternsForm(
    /// What was typed.
    filled: Filled,
) -> impl IntoView {
    view! {
        <PostForm action=PostPatterns::PATH check=TryPatterns::check fields=TryPatterns::FIELDS filled>
            <TextInput field=READER.declared() />
            <Checkboxes field=READ_IN.declared() />
            <Radios field=READ_BEST_IN.declared() />
            <DateInput field=&READS_SINCE />
            <TextArea field=READER_NOTE.declared() />
            <Button>"Continue"</Button>
        </PostForm>
    }
}
