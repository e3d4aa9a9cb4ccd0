//! The way to a provider of OpenID Connect and back, with what stands in its addresses.

use super::{
    NEXT, Path, account_sign_in, staff_confirm_then, staff_provider, staff_security, staff_sign_in, staff_sign_in_then,
    staff_signed_out, with_query,
};
use crate::{
    link::LinkPart,
    staff::{Next, ProviderPurpose, ProviderTrouble},
};

/// The parameter that says what somebody is sent there for.
pub const PROVIDER_FOR: &str = "for";
/// The parameter that carries the token of an invitation, as its link does.
pub const PROVIDER_INVITATION: &str = "invitation";
/// The parameter that says what went wrong.
pub const PROVIDER_TROUBLE: &str = "trouble";
/// The parameter of the page after signing out, where that goes on at the provider.
pub const SIGNED_OUT_FROM: &str = "from";
/// Its value.
pub const FROM_PROVIDER: &str = "provider";

/// The way to the provider, for a purpose, and then on.
pub fn staff_provider_for(purpose: ProviderPurpose, next: Option<&Next>) -> Path {
    let mut parameters = vec![(PROVIDER_FOR, purpose.to_string())];
    parameters.extend(next.map(|next| (NEXT, next.to_string())));
    with_query(staff_provider().as_str(), &parameters)
}

/// The way to the provider for whoever has the link of an invitation.
pub fn staff_provider_invited(token: &LinkPart) -> Path {
    let purpose = (PROVIDER_FOR, ProviderPurpose::Invitation.to_string());
    with_query(staff_provider().as_str(), &[purpose, (PROVIDER_INVITATION, token.to_string())])
}

/// What went wrong on the way.
pub fn staff_provider_trouble(trouble: ProviderTrouble, purpose: ProviderPurpose, next: Option<&Next>) -> Path {
    let mut parameters = vec![(PROVIDER_TROUBLE, trouble.to_string()), (PROVIDER_FOR, purpose.to_string())];
    parameters.extend(next.map(|next| (NEXT, next.to_string())));
    with_query(staff_provider().as_str(), &parameters)
}

/// Where somebody tries again whom the way led nowhere.
pub fn staff_provider_again(trouble: ProviderTrouble, purpose: ProviderPurpose, next: Option<&Next>) -> Path {
    match (trouble, purpose) {
        (ProviderTrouble::KnownEmail, _) => account_sign_in(),
        (ProviderTrouble::SignInFirst, _) | (_, ProviderPurpose::SignIn) => staff_sign_in_then(next),
        (_, ProviderPurpose::Confirm) => staff_confirm_then(next),
        (_, ProviderPurpose::Connect) => staff_security(),
        (_, ProviderPurpose::Invitation) => staff_sign_in(),
    }
}

/// Nobody is signed in any more here, and it goes on at the provider.
pub fn staff_signed_out_from_provider() -> Path {
    with_query(staff_signed_out().as_str(), &[(SIGNED_OUT_FROM, FROM_PROVIDER.to_owned())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_says_what_it_is_for_and_where_it_leads() {
        let next = Next::parse("/staff/people?page=2");
        let path = staff_provider_for(ProviderPurpose::Confirm, next.as_ref());
        assert_eq!(path.as_str(), "/staff/provider?for=confirm&next=%2Fstaff%2Fpeople%3Fpage%3D2");
        let trouble = staff_provider_trouble(ProviderTrouble::Away, ProviderPurpose::SignIn, None);
        assert_eq!(trouble.as_str(), "/staff/provider?trouble=provider-away&for=sign_in");
        assert_eq!(staff_signed_out_from_provider().as_str(), "/staff/signed-out?from=provider");
    }
}
