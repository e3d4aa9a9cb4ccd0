//! Every form there is. [`Form`] can only be implemented by what is listed here, so that whoever asks something of
//! every form asks it of each.

use crate::{
    account, address, basket, checkout, contact, form::Form, limit_request, order, patterns, registry, subscription,
};

/// What asks something of every form.
pub trait AsksEach {
    /// Asks one of them.
    fn ask<F: Form>(&mut self);
}

/// A form that [`each`] knows.
pub trait Listed {}

/// Lists the forms.
macro_rules! forms {
    ($($form:ty),+ $(,)?) => {
        $(impl Listed for $form {})+

        /// Asks every form.
        pub fn each(asks: &mut impl AsksEach) {
            $(asks.ask::<$form>();)+
        }
    };
}

forms! {
    basket::AddToBasket,
    basket::ChangeLine,
    basket::SwapLine,
    checkout::BeginCheckout,
    checkout::BeginPartialCheckout,
    address::Address,
    checkout::Contact,
    checkout::ConfirmEmail,
    checkout::SendCode,
    checkout::PlaceOrder,
    checkout::TrackOrder,
    checkout::TrackLink,
    order::ChangeOrderLine,
    order::AddOrderLine,
    order::CancelOrder,
    order::OrderAgain,
    order::Redirect,
    limit_request::AskForMore,
    subscription::TellMe,
    subscription::ConfirmSubscription,
    subscription::EndSubscription,
    account::SignUp,
    account::AskForLink,
    account::Forgotten,
    account::SignInByPassword,
    account::OpenLink,
    account::SetPassword,
    account::ChangePassword,
    account::RemovePassword,
    account::ChooseEstablishment,
    account::ChangeName,
    account::EndDevice,
    account::SignOutOfAccount,
    account::SignOutOfAccountEverywhere,
    account::UndoMerge,
    account::FindAddress,
    account::ChooseFound,
    account::AddAddress,
    account::ChangeAddress,
    account::MakeDefaultAddress,
    account::RemoveAddress,
    account::ChooseAddress,
    account::ChangeAccountEmail,
    account::ConfirmAccountEmail,
    account::CloseAccount,
    account::SaveList,
    account::RenameList,
    account::DeleteList,
    account::ShareList,
    account::StopSharingList,
    account::ChangeListLine,
    account::AddListLine,
    account::ListToBasket,
    account::SharedListToBasket,
    contact::ContactUs,
    contact::GiveFeedback,
    patterns::TryPatterns,
    registry::forms::AnswerStep,
    registry::saving::StartRegistration,
    registry::saving::SaveDraft,
    registry::saving::Resume,
    registry::saving::ResumeCode,
    registry::saving::ResumeCodeAgain,
    registry::saving::ResumeByLink,
    registry::saving::ChooseDraft,
    registry::saving::SettleConflict,
    registry::saving::DiscardDraft,
    registry::sending::SendRegistration,
    registry::sending::SendHumanCode,
    registry::sending::ConfirmHumanCode,
    registry::sending::ConfirmAddress,
    registry::deployed::ReportDeployment,
    registry::leaving::Rejoin,
    registry::leaving::SendEraseCode,
    registry::leaving::Withdraw,
    registry::leaving::Erase,
    registry::leaving::ChooseRegistration,
    registry::managing::SignIn,
    registry::managing::SignInCode,
    registry::managing::SignInCodeAgain,
    registry::managing::SignInByLink,
    registry::managing::SignInElsewhere,
    registry::managing::SignOut,
    registry::managing::SignOutEverywhere,
    registry::managing::ChangeStep,
    registry::managing::DiscardUpdate,
    registry::managing::SettleUpdate,
    registry::managing::ChangeConsents,
    registry::managing::ChangeEmail,
    registry::managing::ConfirmNewEmail,
    registry::managing::NewEmailCodeAgain,
    registry::managing::UndoEmailChange,
    registry::managing::StillRight,
    registry::managing::StillRightHere,
    registry::managing::StopMessages,
    registry::managing::ResumeMessages,
}
