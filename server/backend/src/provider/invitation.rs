//! Accepting an invitation with the provider. The way there is opened (GET), and what opens an invitation stands in no
//! address but that of its link: a form keeps under the session which one it is.

use std::net::IpAddr;

use domain::{
    id::{InvitationId, SessionId},
    link::LinkPart,
    staff::{PROVIDER_MINUTES, ProviderPurpose, ProviderTrouble},
};
use jiff::ToSpan;
use store::staff::provider_sign_ins::{self, NewProviderSignIn};

use super::{Asks, NotSignedIn};
use crate::{
    Backend, FormError, networks,
    secrets::{Token, hash_token},
};

/// Links of invitations that one network may press in an hour, whatever becomes of them; counted with those that a
/// password accepts.
const NETWORK_PRESSES_PER_HOUR: i32 = 60;

/// Keeps under a session which invitation somebody accepts who goes to the provider next. They are waited for as long as
/// whoever is there; nobody comes back with what is kept.
///
/// # Errors
/// Too often where a network pressed too many; nothing is found where the invitation has ended.
pub async fn invited(
    backend: &Backend,
    (session, from): (SessionId, Option<IpAddr>),
    token: &LinkPart,
) -> Result<(), FormError> {
    networks::count(backend, from, "staff-invitation-open", NETWORK_PRESSES_PER_HOUR).await?;
    let (now, token) = (backend.clock.now(), hash_token(token.as_str()));
    let invitation = provider_sign_ins::open_invitation(&backend.db, token, now).await?;
    let kept = NewProviderSignIn {
        // Nobody is given it.
        state: Token::draw().hash(),
        nonce: "",
        pkce_verifier: "",
        purpose: ProviderPurpose::Invitation,
        invitation: Some(invitation.ok_or(FormError::NotFound)?),
        next: None,
        expires_at: now + PROVIDER_MINUTES.minutes(),
    };
    Ok(provider_sign_ins::begin(&backend.db, session, kept).await?)
}

/// The invitation that somebody accepts, kept before under their session; nothing where they go there for something else.
pub(super) async fn accepted(backend: &Backend, asks: &Asks) -> Result<Option<InvitationId>, NotSignedIn> {
    if asks.purpose != ProviderPurpose::Invitation {
        return Ok(None);
    }
    let session = asks.session.ok_or(ProviderTrouble::InvitationEnded)?;
    let kept = provider_sign_ins::invited(&backend.db, session, backend.clock.now()).await?;
    Ok(Some(kept.ok_or(ProviderTrouble::InvitationEnded)?))
}
