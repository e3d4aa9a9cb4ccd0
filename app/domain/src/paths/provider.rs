//! The way to a provider of OpenID Connect and back, with what stands in its addresses.

use super::{
    NEXT, Path, account, account_sign_in, staff_confirm_then, staff_next, staff_provider, staff_security,
    staff_sign_in, staff_sign_in_then, staff_signed_out, with_query,
};
use crate::staff::{Next, ProviderPurpose, ProviderTrouble};

/// The parameter that says what somebody is sent there for.
pub const PROVIDER_FOR: &str = "for";
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

/// The way to the provider for staff who connect their account; whoever has no role comes from its page, and goes on
/// there.
pub fn staff_provider_connecting() -> Path {
    staff_provider_for(ProviderPurpose::Connect, Next::parse(staff_security().as_str()).as_ref())
}

/// Where somebody signs in who has to be signed in before they are sent there.
pub fn staff_provider_first(purpose: ProviderPurpose, next: Option<&Next>) -> Path {
    match (purpose, next) {
        (ProviderPurpose::Connect, None) => account_sign_in(),
        _ => staff_sign_in_then(next),
    }
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
        // Staff prove it by a second step; everybody else signs in anew.
        (ProviderTrouble::SignInFirst, ProviderPurpose::Connect) => {
            next.map_or_else(account_sign_in, |next| staff_confirm_then(Some(next)))
        }
        (ProviderTrouble::SignInFirst, _) | (_, ProviderPurpose::SignIn) => staff_sign_in_then(next),
        (_, ProviderPurpose::Confirm) => staff_confirm_then(next),
        (_, ProviderPurpose::Connect) => next.map_or_else(account, staff_next),
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
        let connecting = staff_provider_connecting();
        assert_eq!(connecting.as_str(), "/staff/provider?for=connect&next=%2Fstaff%2Fsecurity");
    }

    #[test]
    fn whoever_connects_an_account_goes_back_to_where_they_came_from() {
        use ProviderPurpose::Connect;
        use ProviderTrouble::{OtherAccount, SignInFirst};
        let security = Next::parse("/staff/security");
        let again = |trouble, next: Option<&Next>| staff_provider_again(trouble, Connect, next).to_string();
        assert_eq!(again(OtherAccount, None), "/account");
        assert_eq!(again(OtherAccount, security.as_ref()), "/staff/security");
        assert_eq!(again(SignInFirst, None), "/account/sign-in");
        assert_eq!(again(SignInFirst, security.as_ref()), "/staff/confirm?next=%2Fstaff%2Fsecurity");
        assert_eq!(staff_provider_first(Connect, None), account_sign_in());
        assert_eq!(staff_provider_first(Connect, security.as_ref()), staff_sign_in_then(security.as_ref()));
    }
}
