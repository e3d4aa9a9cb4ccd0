//! Which page answers which address.

use islands::AppError;
use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

use crate::{
    account::{
        account_page::AccountPage,
        address_pages::{AddAddressPage, AddressPage},
        addresses_page::AddressesPage,
        alerts_page::AlertsPage,
        closing_pages::{ClosePage, ClosedPage},
        data_page::DataPage as AccountDataPage,
        devices_page::DevicesPage,
        email_pages::{EmailLinkPage, EmailPage as AccountEmailPage},
        link_page::LinkPage as AccountLinkPage,
        list_page::ListPage as SavedListPage,
        lists_page::ListsPage,
        orders_page::OrdersPage,
        password_pages::PasswordPage,
        profile_pages::{AudiencePage, EstablishmentPage, NamePage, TelephonePage},
        shared_list_page::SharedListPage,
        sign_in_pages::{
            ForgottenPage, PasswordSignInPage, SignInPage as AccountSignInPage, SignedOutPage as AccountSignedOutPage,
        },
        sign_up_pages::{MailedPage, SignUpPage},
    },
    basket::basket_page::BasketPage,
    catalogue::{
        home_page::HomePage,
        list_page::ListPage,
        programme_pages::{ProgrammePage, ProgrammesPage},
        publication_page::PublicationPage,
    },
    checkout::{check_page::CheckPage, code_page::CodePage, contact_page::ContactPage, delivery_page::DeliveryPage},
    contact::{
        contact_us_page::{ContactSentPage, ContactUsPage},
        content_pages::{AboutPage, AccessibilityPage, CookiesPage, PrivacyPage},
        feedback_page::{FeedbackPage, FeedbackSentPage},
    },
    error_page::ErrorPage,
    orders::{
        again_page::AgainPage,
        ask_page::{AskPage, AskedPage},
        cancel_page::CancelPage,
        change_page::ChangePage,
        order_page::OrderPage,
        redirect_page::RedirectPage,
        track_link_page::TrackLinkPage,
        track_page::TrackPage,
    },
    patterns::{PatternsBasketPage, PatternsPage, PatternsTakenPage},
    registry::{
        changed_page::ChangedPage as RegisterChangedPage,
        check_page::CheckPage as RegisterCheckPage,
        done_page::DonePage as RegisterDonePage,
        human_code_page::HumanCodePage,
        link_pages::{
            ConfirmLinkPage, ConfirmedPage as AddressConfirmedPage, DiscardLinkPage, DiscardedPage, ResumeLinkPage,
        },
        my::{
            change_page::{ChangeStepPage, ChangedPage},
            consents_page::ConsentsPage,
            data_page::DataPage,
            deployment_page::DeploymentPage,
            done_pages::{EmailUndonePage, ErasedPage, SignedOutPage, StillRightDonePage},
            email_pages::{EmailCodePage, EmailPage},
            erase_pages::ErasePage,
            held_page::HeldPage,
            link_pages::{StillRightPage, StopMessagesPage, UndoEmailPage},
            registration_page::RegistrationPage,
            sign_in_link_page::SignInLinkPage,
            sign_in_pages::{SignInCodePage, SignInPage},
            withdraw_pages::{RejoinPage, WithdrawLinkPage, WithdrawPage, WithdrawnPage},
        },
        resume_pages::{ResumeCodePage, ResumePage},
        save_pages::{SavePage, SavedPage},
        start_page::StartPage,
        step_page::StepPage,
        tasks_page::TasksPage,
        which_page::WhichPage,
    },
    staff::{
        acts_pages::{CancelInvitationPage, ReactivatePage, ResetPage, SuspendPage},
        code_page::CodePage as StaffCodePage,
        confirm_page::ConfirmPage as StaffConfirmPage,
        invitation_page::InvitationPage,
        invite_page::InvitePage,
        member_page::MemberPage,
        passkey_pages::{AddPasskeyPage, ConfirmByPasskeyPage, PasskeyCodePage},
        people_page::PeoplePage,
        provider_page::ProviderInvitationPage,
        roles_page::RolesPage,
        security_pages::{RecoveryCodesPage, RemoveAuthenticatorPage, SecurityPage},
        sign_in_pages::{SignInPage as StaffSignInPage, SignedOutPage as StaffSignedOutPage},
        work_pages::{WaitingPage as StaffWaitingPage, WorkPage},
    },
    waiting::waiting_pages::{ConfirmPage, ConfirmedPage, EndPage, EndedPage, WaitingPage},
};

/// All pages. Each is rendered whole before its first byte leaves, so nothing depends on scripts.
#[expect(clippy::too_many_lines, reason = "one table: which page answers which address")]
#[component]
pub fn App() -> impl IntoView {
    let not_found = || {
        islands::context::answer_with(AppError::NotFound);
        view! { <ErrorPage error=AppError::NotFound /> }
    };
    view! {
        <Router>
            <Routes fallback=not_found>
                <Route path=path!("/") view=HomePage ssr=SsrMode::Async />
                <Route path=path!("/publications") view=ListPage ssr=SsrMode::Async />
                <Route path=path!("/publications/:slug") view=PublicationPage ssr=SsrMode::Async />
                <Route path=path!("/programmes") view=ProgrammesPage ssr=SsrMode::Async />
                <Route path=path!("/programmes/:slug") view=ProgrammePage ssr=SsrMode::Async />
                <Route path=path!("/basket") view=BasketPage ssr=SsrMode::Async />
                <Route path=path!("/checkout/delivery") view=DeliveryPage ssr=SsrMode::Async />
                <Route path=path!("/checkout/contact") view=ContactPage ssr=SsrMode::Async />
                <Route path=path!("/checkout/code") view=CodePage ssr=SsrMode::Async />
                <Route path=path!("/checkout/check") view=CheckPage ssr=SsrMode::Async />
                <Route path=path!("/orders/:number") view=OrderPage ssr=SsrMode::Async />
                <Route path=path!("/orders/:number/change") view=ChangePage ssr=SsrMode::Async />
                <Route path=path!("/orders/:number/address") view=RedirectPage ssr=SsrMode::Async />
                <Route path=path!("/orders/:number/cancel") view=CancelPage ssr=SsrMode::Async />
                <Route path=path!("/orders/:number/again") view=AgainPage ssr=SsrMode::Async />
                <Route path=path!("/more/:code") view=AskPage ssr=SsrMode::Async />
                <Route path=path!("/asked-for-more") view=AskedPage ssr=SsrMode::Async />
                <Route path=path!("/waiting") view=WaitingPage ssr=SsrMode::Async />
                <Route path=path!("/waiting/confirmed") view=ConfirmedPage ssr=SsrMode::Async />
                <Route path=path!("/waiting/ended") view=EndedPage ssr=SsrMode::Async />
                <Route path=path!("/waiting/confirm/:subscription/:seal") view=ConfirmPage ssr=SsrMode::Async />
                <Route path=path!("/waiting/end/:subscription/:seal") view=EndPage ssr=SsrMode::Async />
                <Route path=path!("/contact") view=ContactUsPage ssr=SsrMode::Async />
                <Route path=path!("/contact/sent") view=ContactSentPage ssr=SsrMode::Async />
                <Route path=path!("/feedback") view=FeedbackPage ssr=SsrMode::Async />
                <Route path=path!("/feedback/sent") view=FeedbackSentPage ssr=SsrMode::Async />
                <Route path=path!("/patterns") view=PatternsPage ssr=SsrMode::Async />
                <Route path=path!("/patterns/basket") view=PatternsBasketPage ssr=SsrMode::Async />
                <Route path=path!("/patterns/taken") view=PatternsTakenPage ssr=SsrMode::Async />
                <Route path=path!("/about") view=AboutPage ssr=SsrMode::Async />
                <Route path=path!("/accessibility") view=AccessibilityPage ssr=SsrMode::Async />
                <Route path=path!("/privacy") view=PrivacyPage ssr=SsrMode::Async />
                <Route path=path!("/cookies") view=CookiesPage ssr=SsrMode::Async />
                <Route path=path!("/track") view=TrackPage ssr=SsrMode::Async />
                <Route path=path!("/track/:order/:seal") view=TrackLinkPage ssr=SsrMode::Async />
                <Route path=path!("/account") view=AccountPage ssr=SsrMode::Async />
                <Route path=path!("/account/sign-up") view=SignUpPage ssr=SsrMode::Async />
                <Route path=path!("/account/mailed") view=MailedPage ssr=SsrMode::Async />
                <Route path=path!("/account/link/:token") view=AccountLinkPage ssr=SsrMode::Async />
                <Route path=path!("/account/sign-in") view=AccountSignInPage ssr=SsrMode::Async />
                <Route path=path!("/account/sign-in/password") view=PasswordSignInPage ssr=SsrMode::Async />
                <Route path=path!("/account/signed-out") view=AccountSignedOutPage ssr=SsrMode::Async />
                <Route path=path!("/account/orders") view=OrdersPage ssr=SsrMode::Async />
                <Route path=path!("/account/name") view=NamePage ssr=SsrMode::Async />
                <Route path=path!("/account/telephone") view=TelephonePage ssr=SsrMode::Async />
                <Route path=path!("/account/audience") view=AudiencePage ssr=SsrMode::Async />
                <Route path=path!("/account/alerts") view=AlertsPage ssr=SsrMode::Async />
                <Route path=path!("/account/establishment") view=EstablishmentPage ssr=SsrMode::Async />
                <Route path=path!("/account/password") view=PasswordPage ssr=SsrMode::Async />
                <Route path=path!("/account/password/forgotten") view=ForgottenPage ssr=SsrMode::Async />
                <Route path=path!("/account/addresses") view=AddressesPage ssr=SsrMode::Async />
                <Route path=path!("/account/addresses/add") view=AddAddressPage ssr=SsrMode::Async />
                <Route path=path!("/account/addresses/:address") view=AddressPage ssr=SsrMode::Async />
                <Route path=path!("/account/devices") view=DevicesPage ssr=SsrMode::Async />
                <Route path=path!("/account/email") view=AccountEmailPage ssr=SsrMode::Async />
                <Route path=path!("/account/email/:token") view=EmailLinkPage ssr=SsrMode::Async />
                <Route path=path!("/account/data") view=AccountDataPage ssr=SsrMode::Async />
                <Route path=path!("/account/close") view=ClosePage ssr=SsrMode::Async />
                <Route path=path!("/account/closed") view=ClosedPage ssr=SsrMode::Async />
                <Route path=path!("/account/lists") view=ListsPage ssr=SsrMode::Async />
                <Route path=path!("/account/lists/:list") view=SavedListPage ssr=SsrMode::Async />
                <Route path=path!("/lists/:token") view=SharedListPage ssr=SsrMode::Async />
                <Route path=path!("/register") view=StartPage ssr=SsrMode::Async />
                <Route path=path!("/register/check") view=RegisterCheckPage ssr=SsrMode::Async />
                <Route path=path!("/register/human-code") view=HumanCodePage ssr=SsrMode::Async />
                <Route path=path!("/register/save") view=SavePage ssr=SsrMode::Async />
                <Route path=path!("/register/saved") view=SavedPage ssr=SsrMode::Async />
                <Route path=path!("/register/resume") view=ResumePage ssr=SsrMode::Async />
                <Route path=path!("/register/resume/code") view=ResumeCodePage ssr=SsrMode::Async />
                <Route path=path!("/register/resume/:draft/:seal") view=ResumeLinkPage ssr=SsrMode::Async />
                <Route path=path!("/register/which") view=WhichPage ssr=SsrMode::Async />
                <Route path=path!("/register/discard/:draft/:seal") view=DiscardLinkPage ssr=SsrMode::Async />
                <Route path=path!("/register/discarded") view=DiscardedPage ssr=SsrMode::Async />
                <Route path=path!("/register/changed") view=RegisterChangedPage ssr=SsrMode::Async />
                <Route path=path!("/register/done") view=RegisterDonePage ssr=SsrMode::Async />
                <Route path=path!("/register/confirm/:registrant/:seal") view=ConfirmLinkPage ssr=SsrMode::Async />
                <Route path=path!("/register/confirmed") view=AddressConfirmedPage ssr=SsrMode::Async />
                <Route path=path!("/register/tasks") view=TasksPage ssr=SsrMode::Async />
                <Route path=path!("/register/subspecialties/:id") view=StepPage ssr=SsrMode::Async />
                <Route path=path!("/register/:step") view=StepPage ssr=SsrMode::Async />
                <Route path=path!("/my") view=SignInPage ssr=SsrMode::Async />
                <Route path=path!("/my/code") view=SignInCodePage ssr=SsrMode::Async />
                <Route path=path!("/my/link/:token") view=SignInLinkPage ssr=SsrMode::Async />
                <Route path=path!("/my/signed-out") view=SignedOutPage ssr=SsrMode::Async />
                <Route path=path!("/my/registration") view=RegistrationPage ssr=SsrMode::Async />
                <Route path=path!("/my/registration/:step") view=ChangeStepPage ssr=SsrMode::Async />
                <Route path=path!("/my/registration/subspecialties/:id") view=ChangeStepPage ssr=SsrMode::Async />
                <Route path=path!("/my/changed") view=ChangedPage ssr=SsrMode::Async />
                <Route path=path!("/my/which") view=HeldPage ssr=SsrMode::Async />
                <Route path=path!("/my/consents") view=ConsentsPage ssr=SsrMode::Async />
                <Route path=path!("/my/deployment") view=DeploymentPage ssr=SsrMode::Async />
                <Route path=path!("/my/email") view=EmailPage ssr=SsrMode::Async />
                <Route path=path!("/my/email/code") view=EmailCodePage ssr=SsrMode::Async />
                <Route path=path!("/my/email/undone") view=EmailUndonePage ssr=SsrMode::Async />
                <Route path=path!("/my/email/undo/:change/:seal") view=UndoEmailPage ssr=SsrMode::Async />
                <Route path=path!("/my/withdraw") view=WithdrawPage ssr=SsrMode::Async />
                <Route path=path!("/my/withdrawn") view=WithdrawnPage ssr=SsrMode::Async />
                <Route path=path!("/my/rejoin") view=RejoinPage ssr=SsrMode::Async />
                <Route path=path!("/my/data") view=DataPage ssr=SsrMode::Async />
                <Route path=path!("/my/erase") view=ErasePage ssr=SsrMode::Async />
                <Route path=path!("/my/erased") view=ErasedPage ssr=SsrMode::Async />
                <Route path=path!("/still-right/done") view=StillRightDonePage ssr=SsrMode::Async />
                <Route path=path!("/still-right/:registrant/:seal") view=StillRightPage ssr=SsrMode::Async />
                <Route path=path!("/stop-messages/:registrant/:seal") view=StopMessagesPage ssr=SsrMode::Async />
                <Route path=path!("/withdraw/:registrant/:seal") view=WithdrawLinkPage ssr=SsrMode::Async />
                <Route path=path!("/staff") view=WorkPage ssr=SsrMode::Async />
                <Route path=path!("/staff/sign-in") view=StaffSignInPage ssr=SsrMode::Async />
                <Route path=path!("/staff/code") view=StaffCodePage ssr=SsrMode::Async />
                <Route path=path!("/staff/code/passkey") view=PasskeyCodePage ssr=SsrMode::Async />
                <Route path=path!("/staff/signed-out") view=StaffSignedOutPage ssr=SsrMode::Async />
                <Route path=path!("/staff/waiting") view=StaffWaitingPage ssr=SsrMode::Async />
                <Route path=path!("/staff/invitation/:token") view=InvitationPage ssr=SsrMode::Async />
                <Route path=path!("/staff/provider/invitation") view=ProviderInvitationPage ssr=SsrMode::Async />
                <Route path=path!("/staff/confirm") view=StaffConfirmPage ssr=SsrMode::Async />
                <Route path=path!("/staff/confirm/passkey") view=ConfirmByPasskeyPage ssr=SsrMode::Async />
                <Route path=path!("/staff/security") view=SecurityPage ssr=SsrMode::Async />
                <Route path=path!("/staff/security/authenticator") view=RemoveAuthenticatorPage ssr=SsrMode::Async />
                <Route path=path!("/staff/security/recovery-codes") view=RecoveryCodesPage ssr=SsrMode::Async />
                <Route path=path!("/staff/security/passkey") view=AddPasskeyPage ssr=SsrMode::Async />
                <Route path=path!("/staff/people") view=PeoplePage ssr=SsrMode::Async />
                <Route path=path!("/staff/people/invite") view=InvitePage ssr=SsrMode::Async />
                <Route path=path!("/staff/people/:member") view=MemberPage ssr=SsrMode::Async />
                <Route path=path!("/staff/people/:member/roles") view=RolesPage ssr=SsrMode::Async />
                <Route path=path!("/staff/people/:member/suspend") view=SuspendPage ssr=SsrMode::Async />
                <Route path=path!("/staff/people/:member/reactivate") view=ReactivatePage ssr=SsrMode::Async />
                <Route path=path!("/staff/people/:member/reset") view=ResetPage ssr=SsrMode::Async />
                <Route path=path!("/staff/invitations/:invitation/cancel") view=CancelInvitationPage ssr=SsrMode::Async />
            </Routes>
        </Router>
    }
}
