//! Searching among staff, and those who wait: what is asked for stands in the address of the page.

use super::{AccountState, AuthorityKey};
use crate::{access::Role, form::Answer};

/// People on one page.
pub const PEOPLE_ON_PAGE: i64 = 25;
/// The most characters of a text that is sought.
const MAX_CHARS: usize = 100;
/// The most pages that are counted.
const MAX_PAGE: u32 = 10_000;

choice! {
    /// By what people are sorted; alike ones by their names.
    PeopleSort {
        /// By their names.
        Name = "name",
        /// By when they were seen last, the newest first.
        Seen = "seen",
        /// By state: who waits first, then who is suspended.
        State = "state",
    }
}

/// What of the people is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeopleQuery {
    /// Part of their name or address, if any.
    pub text: String,
    /// In what state they are.
    pub state: Option<AccountState>,
    /// Which role they have; of staff.
    pub role: Option<Role>,
    /// For which organisation.
    pub organisation: Option<AuthorityKey>,
    /// By what they are sorted.
    pub sort: PeopleSort,
    /// Which page, from 1 on.
    pub page: u32,
}

impl Default for PeopleQuery {
    fn default() -> Self {
        Self { text: String::new(), state: None, role: None, organisation: None, sort: PeopleSort::Name, page: 1 }
    }
}

impl PeopleQuery {
    /// The parameter of a part of a name.
    pub const TEXT: &'static str = "text";
    /// The parameter of a state.
    pub const STATE: &'static str = "state";
    /// The parameter of a role.
    pub const ROLE: &'static str = "role";
    /// The parameter of an organisation.
    pub const ORGANISATION: &'static str = "organisation";
    /// The parameter of what is sorted by.
    pub const SORT: &'static str = "sort";
    /// The parameter of a page.
    pub const PAGE: &'static str = "page";

    /// The roles that may be asked for.
    pub fn roles() -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().skip_while(|role| *role != Role::Publisher)
    }

    /// Reads the parameters of an address. What cannot be read is not asked for.
    pub fn read<'a>(parameters: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut query = Self::default();
        for (name, value) in parameters {
            let value = value.trim();
            match name {
                Self::TEXT => query.text = value.chars().filter(|c| !c.is_control()).take(MAX_CHARS).collect(),
                Self::STATE => query.state = AccountState::from_code(value),
                Self::ROLE => query.role = Self::roles().find(|role| parameter(*role) == value),
                Self::ORGANISATION => query.organisation = AuthorityKey::read(value).ok(),
                Self::SORT => query.sort = PeopleSort::from_code(value).unwrap_or(PeopleSort::Name),
                Self::PAGE => query.page = value.parse().ok().filter(|page| (1..=MAX_PAGE).contains(page)).unwrap_or(1),
                _ => {}
            }
        }
        query
    }

    /// The parameters of its address: only what differs from asking for nothing.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        let mut parameters = Vec::new();
        parameters.extend((!self.text.is_empty()).then(|| (Self::TEXT, self.text.clone())));
        parameters.extend(self.state.map(|state| (Self::STATE, state.to_string())));
        parameters.extend(self.role.map(|role| (Self::ROLE, parameter(role))));
        parameters.extend(self.organisation.as_ref().map(|key| (Self::ORGANISATION, key.to_string())));
        parameters.extend((self.sort != PeopleSort::Name).then(|| (Self::SORT, self.sort.to_string())));
        parameters.extend((self.page > 1).then(|| (Self::PAGE, self.page.to_string())));
        parameters
    }

    /// The same on another page.
    #[must_use]
    pub fn on_page(&self, page: u32) -> Self {
        Self { page, ..self.clone() }
    }

    /// Whether anybody is left out.
    pub fn is_narrowed(&self) -> bool {
        !self.text.is_empty() || self.state.is_some() || self.role.is_some() || self.organisation.is_some()
    }
}

/// A role as it stands in addresses.
fn parameter(role: Role) -> String {
    role.as_str().replace(' ', "-")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read_again(query: &PeopleQuery) -> PeopleQuery {
        let parameters = query.parameters();
        PeopleQuery::read(parameters.iter().map(|(name, value)| (*name, value.as_str())))
    }

    #[test]
    fn what_is_asked_for_comes_back_from_the_address() {
        let query = PeopleQuery {
            text: "O'Brien %".to_owned(),
            state: Some(AccountState::Suspended),
            role: Some(Role::AuthorityAdmin),
            organisation: AuthorityKey::read("FHA").ok(),
            sort: PeopleSort::Seen,
            page: 3,
        };
        assert_eq!(read_again(&query), query);
        assert_eq!(query.parameters()[2], ("role", "authority-admin".to_owned()));
        assert!(PeopleQuery::default().parameters().is_empty());
        assert!(query.is_narrowed() && !PeopleQuery::default().on_page(2).is_narrowed());
    }

    #[test]
    fn what_cannot_be_read_is_not_asked_for() {
        for (name, value) in [
            ("state", "closed"),
            ("role", "guest"),
            ("role", "account-holder"),
            ("organisation", "F HA"),
            ("sort", "password_hash"),
            ("page", "0"),
            ("page", "10001"),
            ("page", "-1"),
            ("other", "x"),
        ] {
            assert_eq!(PeopleQuery::read([(name, value)]), PeopleQuery::default(), "{name} {value}");
        }
        assert_eq!(PeopleQuery::roles().count(), 9);
    }

    proptest! {
        #[test]
        fn no_text_breaks_an_address(text in any::<String>()) {
            let query = PeopleQuery::read([("text", text.as_str())]);
            prop_assert_eq!(read_again(&query).text, query.text.trim());
        }
    }
}
