//! Every form of accounts in which something is typed. They are plain: what is wrong is said by the server, and the
//! pages load no code.

use domain::{
    account::{
        ACCOUNT_NEW_EMAIL, AddAddress, AskForLink, ChangeAccountEmail, ChangeAddress, ChangeName, ChangePassword,
        ChangeTelephone, ChooseAddress, ChooseAudience, ChooseEstablishment, ChooseFound, CloseAccount, FindAddress,
        Forgotten, RemovePassword, SaveList, SetPassword, SignInByPassword, SignUp,
    },
    form::{Answers, Declared, Facts, FieldErrors, Form, Kind},
};
use islands::account::{
    addresses::{PostAddAddress, PostChangeAddress, PostChooseAddress, PostChooseFound, PostFindAddress},
    closing::PostCloseAccount,
    email::PostAccountEmail,
    lists::PostSaveList,
    password::{PostChangePassword, PostForgotten, PostRemovePassword, PostSetPassword},
    profile::{PostAccountName, PostAudience, PostEstablishment, PostTelephone},
    sign_in::{PostAskForLink, PostSignInByPassword},
    sign_up::PostAccountSignUp,
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Filled, HiddenInput, PostForm, Radios, Select, TextInput, form::FormState};

/// Which form it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountForms {
    /// Makes an account.
    SignUp,
    /// Asks for a link that signs in.
    Link,
    /// Signs in with a password.
    Password,
    /// Asks for a link by which another password is set.
    Forgotten,
    /// Sets a password.
    Set,
    /// Changes it.
    Change,
    /// Removes it.
    Remove,
    /// Where somebody works.
    Establishment,
    /// Their name.
    Name,
    /// Their telephone number.
    Telephone,
    /// The audience they belong to.
    Audience,
    /// Looks a postcode up.
    FindAddress,
    /// One of the addresses that were found.
    FoundAddress,
    /// An address that is typed.
    AddAddress,
    /// Changes one.
    ChangeAddress,
    /// Which of them an order goes to.
    DeliverTo,
    /// Another address.
    Email,
    /// The same, where the password is asked for.
    EmailAndPassword,
    /// Saves what lies in the basket as a list.
    SaveList,
    /// Closes the account.
    Close,
}

/// Without the password, where nobody is asked for it.
const EMAIL_ALONE: &[Declared] = &[ACCOUNT_NEW_EMAIL.declared()];

/// Where a form is sent, its rule, and its questions.
type Parts = (&'static str, fn(&Answers, &Facts) -> FieldErrors, &'static [Declared]);

impl AccountForms {
    fn parts(self) -> Parts {
        match self {
            Self::SignUp => (PostAccountSignUp::PATH, SignUp::check, SignUp::FIELDS),
            Self::Link => (PostAskForLink::PATH, AskForLink::check, AskForLink::FIELDS),
            Self::Password => (PostSignInByPassword::PATH, SignInByPassword::check, SignInByPassword::FIELDS),
            Self::Forgotten => (PostForgotten::PATH, Forgotten::check, Forgotten::FIELDS),
            Self::Set => (PostSetPassword::PATH, SetPassword::check, SetPassword::FIELDS),
            Self::Change => (PostChangePassword::PATH, ChangePassword::check, ChangePassword::FIELDS),
            Self::Remove => (PostRemovePassword::PATH, RemovePassword::check, RemovePassword::FIELDS),
            Self::Establishment => (PostEstablishment::PATH, ChooseEstablishment::check, ChooseEstablishment::FIELDS),
            Self::Name => (PostAccountName::PATH, ChangeName::check, ChangeName::FIELDS),
            Self::Telephone => (PostTelephone::PATH, ChangeTelephone::check, ChangeTelephone::FIELDS),
            Self::Audience => (PostAudience::PATH, ChooseAudience::check, ChooseAudience::FIELDS),
            Self::FindAddress => (PostFindAddress::PATH, FindAddress::check, FindAddress::FIELDS),
            Self::FoundAddress => (PostChooseFound::PATH, ChooseFound::check, ChooseFound::FIELDS),
            Self::AddAddress => (PostAddAddress::PATH, AddAddress::check, AddAddress::FIELDS),
            Self::ChangeAddress => (PostChangeAddress::PATH, ChangeAddress::check, ChangeAddress::FIELDS),
            Self::DeliverTo => (PostChooseAddress::PATH, ChooseAddress::check, ChooseAddress::FIELDS),
            Self::Email => (PostAccountEmail::PATH, ChangeAccountEmail::check, EMAIL_ALONE),
            Self::EmailAndPassword => (PostAccountEmail::PATH, ChangeAccountEmail::check, ChangeAccountEmail::FIELDS),
            Self::SaveList => (PostSaveList::PATH, SaveList::check, SaveList::FIELDS),
            Self::Close => (PostCloseAccount::PATH, CloseAccount::check, CloseAccount::FIELDS),
        }
    }
}

/// A question as it is declared.
fn question(field: Declared) -> AnyView {
    match field.kind {
        Kind::Hidden => view! { <HiddenInput field /> }.into_any(),
        Kind::Radios => view! { <Radios field /> }.into_any(),
        // What is on offer now; a few answers are the question's own.
        Kind::Select if field.options.is_empty() => {
            let options = expect_context::<FormState>().options(field);
            view! { <Select field options /> }.into_any()
        }
        Kind::Select => view! { <Select field /> }.into_any(),
        _ => view! { <TextInput field /> }.into_any(),
    }
}

/// The form.
#[component]
pub fn AccountForm(
    /// Which one.
    form: AccountForms,
    /// What was typed, or is known.
    filled: Filled,
    /// What its button says.
    button: String,
) -> impl IntoView {
    let (action, check, fields) = form.parts();
    let questions = move || fields.iter().map(|field| question(*field)).collect_view();
    view! {
        <PostForm action check fields filled>
            {questions()}
            <Button>{button}</Button>
        </PostForm>
    }
}
