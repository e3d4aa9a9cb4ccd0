//! Every form of staff in which something is typed or chosen. They are plain: what is wrong is said by the server, and
//! the pages load no code.

use domain::{
    form::{Answers, Declared, Facts, FieldErrors, Form, Kind},
    staff::{
        AcceptInvitation, ApproveAccount, ChangeRoles, ConfirmAuthenticator, ConfirmIdentity, InviteStaff, STAFF_CODE,
        STAFF_NEXT, StaffSecondStep, StaffSignIn,
    },
};
use islands::staff::{
    invitations::{PostAcceptInvitation, PostInviteStaff},
    people::{PostApproveAccount, PostChangeRoles},
    security::PostConfirmAuthenticator,
    sign_in::{PostConfirmIdentity, PostStaffSecondStep, PostStaffSignIn},
};
use leptos::{prelude::*, server_fn::ServerFn};
use ui::{Button, Filled, HiddenInput, PostForm, Select, TextInput, form::FormState};

/// Which form it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffForms {
    /// The first step of signing in.
    SignIn,
    /// The second one, with a code.
    SecondStep,
    /// Proves once more who is signed in.
    Confirm,
    /// The same, of whoever has no password.
    ConfirmByCode,
    /// Sets up an authenticator by its first code.
    Authenticator,
    /// Accepts an invitation.
    Accept,
    /// Invites somebody.
    Invite,
    /// Gives roles to somebody who waits.
    Approve,
    /// Gives somebody other roles.
    ChangeRoles,
}

/// Without the password, where there is none.
const CODE_ALONE: &[Declared] = &[STAFF_CODE.declared(), STAFF_NEXT.declared()];

/// Where a form is sent, its rule, and its questions.
type Parts = (&'static str, fn(&Answers, &Facts) -> FieldErrors, &'static [Declared]);

impl StaffForms {
    fn parts(self) -> Parts {
        match self {
            Self::SignIn => (PostStaffSignIn::PATH, StaffSignIn::check, StaffSignIn::FIELDS),
            Self::SecondStep => (PostStaffSecondStep::PATH, StaffSecondStep::check, StaffSecondStep::FIELDS),
            Self::Confirm => (PostConfirmIdentity::PATH, ConfirmIdentity::check, ConfirmIdentity::FIELDS),
            Self::ConfirmByCode => (PostConfirmIdentity::PATH, ConfirmIdentity::check, CODE_ALONE),
            Self::Authenticator => {
                (PostConfirmAuthenticator::PATH, ConfirmAuthenticator::check, ConfirmAuthenticator::FIELDS)
            }
            Self::Accept => (PostAcceptInvitation::PATH, AcceptInvitation::check, AcceptInvitation::FIELDS),
            Self::Invite => (PostInviteStaff::PATH, InviteStaff::check, InviteStaff::FIELDS),
            Self::Approve => (PostApproveAccount::PATH, ApproveAccount::check, ApproveAccount::FIELDS),
            Self::ChangeRoles => (PostChangeRoles::PATH, ChangeRoles::check, ChangeRoles::FIELDS),
        }
    }

    /// A question as it is drawn here. Recovery codes have letters, which a keyboard of digits cannot type.
    fn drawn(self, field: Declared) -> Declared {
        let takes_letters = field.kind == Kind::OneTimeCode && self != Self::Authenticator;
        if takes_letters { Declared { kind: Kind::Text, ..field } } else { field }
    }
}

/// A question as it is declared. What is not theirs to choose travels with the form unseen.
fn question(field: Declared, is_unseen: bool) -> AnyView {
    if is_unseen || field.kind == Kind::Hidden {
        return view! { <HiddenInput field /> }.into_any();
    }
    if field.kind == Kind::Select {
        // Nothing may be chosen, whatever is on offer.
        let options = expect_context::<FormState>().options(field);
        return view! { <Select field options /> }.into_any();
    }
    view! { <TextInput field /> }.into_any()
}

/// The form.
#[component]
pub fn StaffForm(
    /// Which one.
    form: StaffForms,
    /// What was typed, or is known.
    filled: Filled,
    /// What its button says.
    button: String,
    /// Questions that are not theirs to answer.
    #[prop(optional)]
    unseen: Vec<&'static str>,
) -> impl IntoView {
    let (action, check, fields) = form.parts();
    let questions =
        move || fields.iter().map(|field| question(form.drawn(*field), unseen.contains(&field.name))).collect_view();
    view! {
        <PostForm action check fields filled>
            {questions()}
            <Button>{button}</Button>
        </PostForm>
    }
}
