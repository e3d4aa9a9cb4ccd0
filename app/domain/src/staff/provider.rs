//! Signing in through a provider of OpenID Connect: what somebody is sent there for, and why it may lead nowhere.

use super::INVITATION_TOKEN;
use crate::{
    form::{Answers, Declared, Facts, FieldErrors, Form, Reader},
    link::LinkPart,
    paths::{self, Path},
};

/// Minutes that somebody has to come back from the provider.
pub const PROVIDER_MINUTES: i64 = 10;

choice! {
    /// What somebody is sent to the provider for.
    ProviderPurpose {
        /// To sign in.
        SignIn = "sign_in",
        /// To prove once more who is signed in.
        Confirm = "confirm",
        /// To accept an invitation.
        Invitation = "invitation",
        /// To sign in there from now on to the account that they are signed in to.
        Connect = "connect",
    }
}

impl ProviderPurpose {
    /// Whether they sign in there anew, whoever is signed in there already.
    pub const fn is_anew(self) -> bool {
        matches!(self, Self::Confirm | Self::Connect)
    }
}

choice! {
    /// Why somebody was not signed in by the provider. Their page says it: `error-{code}-title`, `error-{code}-body`
    /// and, on the way back, `error-{code}-back`.
    ProviderTrouble {
        /// The provider gives no answer that can be used.
        Away = "provider-away",
        /// They did not sign in there.
        Declined = "provider-declined",
        /// What came back belongs to nothing that was begun in this browser in the last minutes.
        Lost = "provider-lost",
        /// What the provider says of them does not hold.
        Unproved = "provider-unproved",
        /// The provider does not vouch for their address.
        Unverified = "provider-unverified",
        /// An account has their address already, and an address alone opens none.
        KnownEmail = "provider-known-email",
        /// Somebody else was invited.
        OtherEmail = "provider-other-email",
        /// They are known there as the owner of another account.
        OtherAccount = "provider-other-account",
        /// The invitation was accepted, taken back or is too old.
        InvitationEnded = "provider-invitation",
        /// Their account is suspended.
        Suspended = "provider-suspended",
        /// They have to sign in here first.
        SignInFirst = "provider-sign-in-first",
        /// The service itself failed when they came back.
        Failed = "provider-failed",
    }
}

impl ProviderTrouble {
    /// The HTTP status of its page.
    pub const fn status(self) -> u16 {
        match self {
            Self::Away | Self::Failed => 503,
            Self::Declined | Self::Lost | Self::Unproved | Self::Unverified => 400,
            Self::InvitationEnded => 410,
            Self::KnownEmail | Self::OtherEmail | Self::OtherAccount | Self::Suspended | Self::SignInFirst => 403,
        }
    }

    /// What the provider says in place of a code (RFC 6749 §4.1.2.1, OpenID Connect Core 1.0 §3.1.2.6).
    pub fn of_error(error: &str) -> Self {
        match error {
            "access_denied"
            | "login_required"
            | "interaction_required"
            | "consent_required"
            | "account_selection_required" => Self::Declined,
            _ => Self::Away,
        }
    }
}

/// Accepts an invitation with the provider: keeps which, so that the way there names none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AcceptByProvider {
    /// What the link carries.
    pub token: LinkPart,
}

impl Form for AcceptByProvider {
    const NAME: &'static str = "staff-accept-by-provider";
    const FIELDS: &'static [Declared] = &[INVITATION_TOKEN.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let token = read.required(&INVITATION_TOKEN);
        read.finish(|| Some(Self { token: token? }))
    }

    fn page(_: &Answers) -> Path {
        paths::staff_sign_in()
    }

    /// The link is the page's own, and nothing of it is stored but its hash.
    fn kept(_: &Answers) -> Answers {
        Answers::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_invitation_that_the_provider_accepts_nothing_is_kept() {
        let sent = Answers::default().with("invitation_token", "abc");
        assert!(AcceptByProvider::parse(&sent, &Facts::default()).is_ok());
        assert_eq!(AcceptByProvider::kept(&sent), Answers::default());
        assert_eq!(AcceptByProvider::page(&sent).as_str(), "/staff/sign-in");
    }

    #[test]
    fn whoever_declined_is_told_so_and_everything_else_is_the_providers_fault() {
        assert_eq!(ProviderTrouble::of_error("access_denied"), ProviderTrouble::Declined);
        for error in ["server_error", "temporarily_unavailable", "invalid_request", "", "<b>"] {
            assert_eq!(ProviderTrouble::of_error(error), ProviderTrouble::Away, "{error}");
        }
    }

    #[test]
    fn every_trouble_is_a_failure() {
        for trouble in ProviderTrouble::ALL {
            assert!((400..600).contains(&trouble.status()), "{trouble}");
            assert_eq!(ProviderTrouble::from_code(trouble.as_str()), Some(*trouble));
        }
    }
}
