//! Every form of one's own registration but the pages of the wizard: one island for all of them.

use domain::{
    form::{Answers, Declared, Facts, FieldErrors, Form, Kind},
    registry::{
        deployed::{DEPLOYED_FROM, DEPLOYED_UNTIL, ReportDeployment},
        leaving::{Erase, Withdraw},
        managing::{ChangeConsents, ChangeEmail, ConfirmNewEmail, SignIn, SignInCode},
    },
};
use leptos::{prelude::*, server_fn::ServerFn};
use serde::{Deserialize, Serialize};
use ui::{Button, Checkboxes, DateInput, Filled, HiddenInput, PostForm, Radios, TextArea, TextInput};

use super::{
    consents::PostConsents,
    deployment::PostDeployment,
    email::{PostChangeEmail, PostConfirmNewEmail},
    erase::PostErase,
    sign_in::{PostSignIn, PostSignInCode},
    withdraw::PostWithdraw,
};

/// Which form it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Own {
    /// Asks for an address to sign in with.
    SignIn,
    /// The code that was mailed for it.
    SignInCode,
    /// Another address.
    Email,
    /// The code that was mailed there.
    EmailCode,
    /// What somebody agrees to besides.
    Consents,
    /// Whether they are deployed.
    Deployment,
    /// Why they leave.
    Withdraw,
    /// The code without which nothing is erased.
    Erase,
}

/// Where a form is sent, its rule, and its questions.
type Parts = (&'static str, fn(&Answers, &Facts) -> FieldErrors, &'static [Declared]);

impl Own {
    fn parts(self) -> Parts {
        match self {
            Self::SignIn => (PostSignIn::PATH, SignIn::check, SignIn::FIELDS),
            Self::SignInCode => (PostSignInCode::PATH, SignInCode::check, SignInCode::FIELDS),
            Self::Email => (PostChangeEmail::PATH, ChangeEmail::check, ChangeEmail::FIELDS),
            Self::EmailCode => (PostConfirmNewEmail::PATH, ConfirmNewEmail::check, ConfirmNewEmail::FIELDS),
            Self::Consents => (PostConsents::PATH, ChangeConsents::check, ChangeConsents::FIELDS),
            Self::Deployment => (PostDeployment::PATH, ReportDeployment::check, ReportDeployment::FIELDS),
            Self::Withdraw => (PostWithdraw::PATH, Withdraw::check, Withdraw::FIELDS),
            Self::Erase => (PostErase::PATH, Erase::check, Erase::FIELDS),
        }
    }
}

/// A question as it is declared. The inputs of a day are drawn with it.
fn question(field: Declared) -> Option<AnyView> {
    Some(match field.kind {
        Kind::DatePart => return None,
        Kind::Hidden => view! { <HiddenInput field /> }.into_any(),
        Kind::Date if field.name == DEPLOYED_FROM.name() => view! { <DateInput field=&DEPLOYED_FROM /> }.into_any(),
        Kind::Date => view! { <DateInput field=&DEPLOYED_UNTIL /> }.into_any(),
        Kind::Radios => view! { <Radios field /> }.into_any(),
        Kind::Checkboxes => view! { <Checkboxes field /> }.into_any(),
        Kind::TextArea => view! { <TextArea field /> }.into_any(),
        _ => view! { <TextInput field /> }.into_any(),
    })
}

/// The form.
#[island]
pub fn OwnForm(
    /// Which one.
    own: Own,
    /// What was typed, or is known.
    filled: Filled,
    /// What its button says.
    button: String,
) -> impl IntoView {
    let (action, check, fields) = own.parts();
    let questions = move || fields.iter().filter_map(|field| question(*field)).collect_view();
    view! {
        <PostForm action check fields filled>
            {questions()}
            <Button>{button}</Button>
        </PostForm>
    }
}
