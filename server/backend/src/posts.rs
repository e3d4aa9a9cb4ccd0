//! How often forms are posted: one statement for each, before the form is read. The table of who may do what says how
//! many are taken.

use std::net::IpAddr;

use domain::{
    access::{Per, Permission},
    id::{AccountId, SessionId},
};

use crate::{Backend, StoreError, networks};

/// Whoever posts a form.
#[derive(Clone, Copy, Debug, Default)]
pub struct Poster {
    /// Their network address; where it is not known, nothing is counted.
    pub from: Option<IpAddr>,
    /// The account that they are signed in to.
    pub account: Option<AccountId>,
    /// Their session, if they came with one of ours.
    pub session: Option<SessionId>,
}

impl Poster {
    /// What a post of theirs counts for.
    fn subject(self, permission: Permission) -> Option<String> {
        let network = networks::network(self.from?);
        let who = match permission.rate().per {
            Per::Network => network,
            Per::Person => {
                let session = || self.session.map(|session| session.to_string());
                self.account.map(|account| account.to_string()).or_else(session).unwrap_or(network)
            }
        };
        Some(format!("form {permission}:{who}"))
    }
}

/// Counts a post of a form that asks for a permission. The seconds to wait where there were too many.
pub async fn count(backend: &Backend, permission: Permission, poster: Poster) -> Result<Option<i64>, StoreError> {
    let Some(subject) = poster.subject(permission) else { return Ok(None) };
    let rate = permission.rate();
    networks::wait(backend, &subject, (rate.most, rate.minutes)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cp_56_posts_count_for_a_network_or_for_somebody() {
        let from = Some(IpAddr::from([203, 0, 113, 7]));
        let (account, session) = (AccountId(uuid::Uuid::from_u128(1)), SessionId(uuid::Uuid::from_u128(2)));
        let all = Poster { from, account: Some(account), session: Some(session) };
        let of = |poster: Poster, permission| poster.subject(permission).unwrap_or_default();
        assert_eq!(of(all, Permission::KeepBasket), "form keep a basket:203.0.113.7");
        assert_eq!(of(all, Permission::PlaceOrder), format!("form place an order:{account}"));
        let guest = Poster { account: None, ..all };
        assert_eq!(of(guest, Permission::PlaceOrder), format!("form place an order:{session}"));
        let stranger = Poster { session: None, ..guest };
        assert_eq!(of(stranger, Permission::PlaceOrder), "form place an order:203.0.113.7");
        assert_eq!(Poster::default().subject(Permission::KeepBasket), None);
    }
}
