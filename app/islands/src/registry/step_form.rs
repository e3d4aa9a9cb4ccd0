//! The form of every page of the wizard.

use domain::{
    form::{Declared, Form, Kind},
    registry::{
        Step,
        fields::LAST_DEPLOYMENT_DATE,
        forms::{AnswerStep, SHOWN_VERSION, STEP, THEN, Then, check_step},
        managing::ChangeStep,
    },
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{
    Button, ButtonKind, ChoiceGroup, DateInput, Filled, HiddenInput, OfferedChoices, PostForm, Select, TextInput,
    form::FormState,
};

use super::{answer::PostAnswer, my::change::PostChangeStep};

/// The form of a page: one island for all of them, in the wizard and where a registration is changed.
#[island]
pub fn StepForm(
    /// The page.
    step: Step,
    /// What was typed.
    filled: Filled,
    /// "Continue".
    button: String,
    /// "Save and come back later", of the wizard alone: answers of a registration are saved at once.
    save: Option<String>,
    /// The language of names on offer, where it is not the page's.
    names_lang: Option<String>,
    /// The answers to choose from, where they are a tree that the server draws.
    children: Children,
) -> impl IntoView {
    let (action, fields) = match save {
        Some(_) => (PostAnswer::PATH, AnswerStep::FIELDS),
        None => (PostChangeStep::PATH, ChangeStep::FIELDS),
    };
    let save = save.map(|save| {
        view! { <Button name=THEN.name() value=Then::SAVE kind=ButtonKind::Secondary unchecked=true>{save}</Button> }
    });
    view! {
        <PostForm action check=check_step fields filled>
            <HiddenInput field=STEP.declared() />
            <HiddenInput field=SHOWN_VERSION.declared() />
            {questions(&step, names_lang.as_ref(), children)}
            <div class="flex flex-wrap gap-4">
                <Button name=THEN.name() value=Then::CONTINUE>{button}</Button>
                {save}
            </div>
        </PostForm>
    }
}

/// The questions of a page.
fn questions(step: &Step, names_lang: Option<&String>, children: Children) -> AnyView {
    match step.fields() {
        [tree] if *step == Step::Locations => view! { <ChoiceGroup field=*tree>{children()}</ChoiceGroup> }.into_any(),
        fields => fields.iter().filter_map(|field| question(*field, names_lang)).collect_view().into_any(),
    }
}

/// A question as it is declared; nothing where nothing is on offer.
fn question(field: Declared, names_lang: Option<&String>) -> Option<AnyView> {
    let options = expect_context::<FormState>().options(field);
    let drawn = match field.kind {
        Kind::DatePart => return None,
        Kind::Date => view! { <DateInput field=&LAST_DEPLOYMENT_DATE /> }.into_any(),
        Kind::Radios | Kind::Checkboxes => {
            // What is on offer has names; what the question declares has words.
            let lang = names_lang.filter(|_| field.options.is_empty()).cloned();
            view! { <OfferedChoices field options lang /> }.into_any()
        }
        Kind::Select if options.is_empty() => return None,
        Kind::Select => view! { <Select field options /> }.into_any(),
        _ => view! { <TextInput field /> }.into_any(),
    };
    Some(drawn)
}
