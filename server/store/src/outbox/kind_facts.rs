//! What there is to know of messages of a kind: to whom they are written, and what is kept of them.

use super::Kind;

impl Kind {
    /// Whether it is written to somebody who registers or is registered. Codes may be: what one was for is not known
    /// any more once it left.
    #[expect(clippy::too_many_lines, reason = "one line for each kind")]
    const fn is_of_registry(self) -> bool {
        match self {
            Self::OrderPlaced
            | Self::OrderAmended
            | Self::OrderCancelled
            | Self::LimitAsked
            | Self::LimitReferred
            | Self::LimitDecided
            | Self::WaitingConfirm
            | Self::BackInStock
            | Self::LowStock
            | Self::Support
            | Self::SupportReceived
            | Self::AccountConfirm
            | Self::AccountExists
            | Self::AccountSignIn
            | Self::AccountReset
            | Self::AccountNone
            | Self::PasswordChanged
            | Self::AccountNewEmail
            | Self::AccountOldEmail
            | Self::AccountEmailTaken
            | Self::AccountEmailChanged
            | Self::AccountClosed
            | Self::SignInChanged
            | Self::StaffInvitation
            | Self::StaffSignInReset
            | Self::StaffApproved
            | Self::StaffRolesChanged
            | Self::StaffSuspended
            | Self::StaffReactivated => false,
            Self::EmailCode
            | Self::DraftSaved
            | Self::DraftExists
            | Self::DraftReminder
            | Self::NoDraft
            | Self::RegistrationConfirmation
            | Self::AddressReminder
            | Self::RegistrationExists
            | Self::PossibleDuplicate
            | Self::NoRegistration
            | Self::RegistrationUpdated
            | Self::Withdrawn
            | Self::Rejoined
            | Self::EmailChanged
            | Self::YearlyConfirmation
            | Self::YearlyReminder
            | Self::RegistrationLapsed
            | Self::RegistrationErased => true,
        }
    }

    /// Whether it keeps where it went once it is over. Of the last one that somebody gets who was erased, or whose account
    /// was closed, of those which say that nothing is held for an address, and of those to an address that an account
    /// does not have, or not any more, nothing is known of the address from then on.
    const fn keeps_address(self) -> bool {
        !matches!(
            self,
            Self::NoDraft
                | Self::NoRegistration
                | Self::RegistrationErased
                | Self::AccountNone
                | Self::AccountNewEmail
                | Self::AccountEmailTaken
                | Self::AccountEmailChanged
                | Self::AccountClosed
                | Self::StaffInvitation
        )
    }

    /// Whether it holds a code or a link that works for minutes: it comes in time or is of no use.
    pub const fn ends_soon(self) -> bool {
        matches!(
            self,
            Self::EmailCode
                | Self::AccountConfirm
                | Self::AccountExists
                | Self::AccountSignIn
                | Self::AccountReset
                | Self::AccountNewEmail
                | Self::AccountOldEmail
        )
    }

    /// The names of those that end soon.
    pub(super) fn ending_soon() -> Vec<String> {
        Self::names(Self::ends_soon)
    }

    /// The names of those that are written to somebody who registers or is registered.
    pub fn of_registry() -> Vec<String> {
        Self::names(Self::is_of_registry)
    }

    /// The names of those that do not keep where they went.
    pub(super) fn without_address() -> Vec<String> {
        Self::names(|kind| !kind.keeps_address())
    }

    fn names(are: impl Fn(Self) -> bool) -> Vec<String> {
        Self::ALL.into_iter().filter(|kind| are(*kind)).map(|kind| kind.as_str().to_owned()).collect()
    }
}
