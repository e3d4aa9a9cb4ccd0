//! Addresses of staff.

use super::{Path, with_query};
use crate::{
    id::{AccountId, InvitationId},
    staff::{Next, PeopleQuery},
};

fixed! {
    /// Where staff begin: their work.
    staff = "/staff",
    /// Where they sign in.
    staff_sign_in = "/staff/sign-in",
    /// The second step of it: a code.
    staff_code = "/staff/code",
    /// Where they prove anew who they are.
    staff_confirm = "/staff/confirm",
    /// What they sign in with.
    staff_security = "/staff/security",
    /// Where one goes without an authenticator.
    staff_remove_authenticator = "/staff/security/authenticator",
    /// Where recovery codes are made anew.
    staff_renew_recovery_codes = "/staff/security/recovery-codes",
    /// Where a passkey is added to it.
    staff_add_passkey = "/staff/security/passkey",
    /// The secret of an authenticator that is being set up, as a QR code.
    staff_authenticator_qr = "/staff/authenticator.svg",
    /// All of them, and who is invited or waits.
    staff_people = "/staff/people",
    /// Where somebody is invited.
    staff_invite = "/staff/people/invite",
    /// Where whoever is not approved yet waits.
    staff_waiting = "/staff/waiting",
    /// Nobody is signed in any more.
    staff_signed_out = "/staff/signed-out",
    /// The way to a provider.
    staff_provider = "/staff/provider",
    /// Leads whoever accepts an invitation on to it.
    staff_provider_invitation = "/staff/provider/invitation",
    /// The way back from it.
    staff_provider_callback = "/staff/provider/callback",
}

/// The parameter that says where somebody was going.
pub const NEXT: &str = "next";
/// The parameter that leaves an authenticator which is being set up for later.
pub const LATER: &str = "later";

/// What they sign in with, without what is being set up.
pub fn staff_security_later() -> Path {
    with_query(staff_security().as_str(), &[(LATER, "yes".to_owned())])
}

/// The page that somebody was going to.
pub fn staff_next(next: &Next) -> Path {
    Path(next.as_str().to_owned())
}

/// Where staff sign in, and then go on.
pub fn staff_sign_in_then(next: Option<&Next>) -> Path {
    then(staff_sign_in(), next)
}

/// The second step of signing in, before they go on.
pub fn staff_code_then(next: Option<&Next>) -> Path {
    then(staff_code(), next)
}

/// Where staff prove anew who they are, and then go on.
pub fn staff_confirm_then(next: Option<&Next>) -> Path {
    then(staff_confirm(), next)
}

/// Where a passkey stands in for the code of the second step.
pub fn staff_passkey_then(next: Option<&Next>) -> Path {
    then(Path("/staff/code/passkey".to_owned()), next)
}

/// Where a passkey proves anew who staff are.
pub fn staff_confirm_passkey_then(next: Option<&Next>) -> Path {
    then(Path("/staff/confirm/passkey".to_owned()), next)
}

/// The way to a provider, and then on.
pub fn staff_provider_then(next: Option<&Next>) -> Path {
    then(staff_provider(), next)
}

fn then(page: Path, next: Option<&Next>) -> Path {
    match next {
        Some(next) => with_query(page.as_str(), &[(NEXT, next.to_string())]),
        None => page,
    }
}

/// What the link of an invitation leads to: a page with a form.
pub fn staff_invitation(token: &str) -> Path {
    Path(format!("/staff/invitation/{token}"))
}

/// Those of the people who are asked for.
pub fn staff_people_found(query: &PeopleQuery) -> Path {
    with_query(staff_people().as_str(), &query.parameters())
}

/// Somebody's account.
pub fn staff_member(id: AccountId) -> Path {
    Path(format!("/staff/people/{id}"))
}

/// Where their roles are changed, or they are let in.
pub fn staff_member_roles(id: AccountId) -> Path {
    Path(format!("/staff/people/{id}/roles"))
}

/// Where they are suspended.
pub fn staff_member_suspend(id: AccountId) -> Path {
    Path(format!("/staff/people/{id}/suspend"))
}

/// Where they are let in again.
pub fn staff_member_reactivate(id: AccountId) -> Path {
    Path(format!("/staff/people/{id}/reactivate"))
}

/// Where it is taken from them what they sign in with.
pub fn staff_member_reset(id: AccountId) -> Path {
    Path(format!("/staff/people/{id}/reset"))
}

/// Where an invitation is taken back.
pub fn staff_cancel_invitation(id: InvitationId) -> Path {
    Path(format!("/staff/invitations/{id}/cancel"))
}
