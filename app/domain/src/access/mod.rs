//! Who may do what: one table of permissions, roles and scopes, which permission each form and each address asks, and how
//! often its forms are taken.
//!
//! What is not listed here is refused to everybody. A request gets at the backend only with [`Admitted`], which nobody
//! but this module makes.

mod forms;
mod proofs;
mod rates;
mod routes;
mod table;

pub use forms::FORMS;
pub use proofs::PROVED_BY_STAFF;
pub use rates::{Per, Rate};
pub use routes::ROUTES;
pub use table::TABLE;

choice! {
    /// What somebody proved who they are by. Everybody is a guest, and may be more besides. A role of staff is held in
    /// a session in which more than a link or a password was proved.
    Role {
        /// Anybody.
        Guest = "guest",
        /// Whoever typed a code that was mailed to their address.
        ConfirmedGuest = "confirmed guest",
        /// Whoever is signed in to an account that is not suspended.
        AccountHolder = "account holder",
        /// Whoever is signed in to their registration.
        Registrant = "registrant",
        /// Somebody unknown who signed in through a provider, and waits for approval.
        Pending = "pending",
        /// Staff of the catalogue: edits and publishes.
        Publisher = "publisher",
        /// Staff of the catalogue: sends out what is ordered.
        Fulfiller = "fulfiller",
        /// Staff of the catalogue: administers it.
        CatalogueAdmin = "catalogue admin",
        /// Staff of the registry: reads registrations.
        Viewer = "viewer",
        /// Staff of the registry: checks credentials.
        Verifier = "verifier",
        /// Staff of the registry: finds and deploys people.
        Coordinator = "coordinator",
        /// Staff of the registry: administers what is their organisation's.
        AuthorityAdmin = "authority admin",
        /// Staff of the registry: administers all of it.
        MinistryAdmin = "ministry admin",
        /// Staff of the registry: looks after access, erasure and retention.
        PrivacyOfficer = "privacy officer",
    }
}

choice! {
    /// Of what a role has a permission; each holds more than the one before it.
    Scope {
        /// Of nothing: it is refused.
        Nothing = "nothing",
        /// Of what a link or a number proves that came along.
        Linked = "linked",
        /// Of what is their own. Whose something is, is asked where it is read.
        Own = "own",
        /// Of what is their organisation's. Whose something is, is asked where it is read.
        Organisation = "own organisation",
        /// Of everything there is.
        Everything = "everything",
    }
}

choice! {
    /// Something that one may do.
    Permission {
        /// Read what is published, and download it.
        ReadCatalogue = "read the catalogue",
        /// Ask whether the service is there and what programs may read, and report what browsers forbade.
        WatchService = "watch the service",
        /// Send a message to the support desk, or say what one thinks.
        WriteToUs = "write to us",
        /// Put things into a basket.
        KeepBasket = "keep a basket",
        /// Answer the questions on the way to an order.
        CheckOut = "check out",
        /// Place an order.
        PlaceOrder = "place an order",
        /// Find an order by its number and address, or by the link of a message.
        FindOrder = "find an order",
        /// Read an order, change it and call it off.
        ManageOrder = "manage an order",
        /// Ask for more copies than a limit allows.
        AskForMore = "ask for more",
        /// Ask to be told when something can be ordered.
        WaitForStock = "wait for stock",
        /// Confirm or end that, by the link of a message.
        OpenWaitingLink = "open a link about stock",
        /// Make an account, or sign in to one.
        EnterAccount = "enter an account",
        /// Do what the link of a message about an account is for.
        OpenAccountLink = "open a link about an account",
        /// Read a list that somebody shared, by its link.
        OpenSharedList = "open a shared list",
        /// Look after an account.
        ManageAccount = "manage an account",
        /// Write a registration and send it.
        Register = "register",
        /// Do what the link of a message about a registration is for.
        OpenRegistryLink = "open a link about a registration",
        /// Sign in to a registration, and out of it.
        EnterRegistration = "enter a registration",
        /// Look after a registration.
        ManageRegistration = "manage a registration",
        /// Withdraw a registration.
        Withdraw = "withdraw",
        /// Sign in as staff.
        EnterStaff = "enter as staff",
        /// Do what the link of an invitation is for.
        OpenInvitation = "open an invitation",
        /// Wait for approval, and sign out.
        AwaitApproval = "await approval",
        /// See one's work, and look after what one signs in with.
        StaffArea = "work as staff",
        /// Change what one signs in with as staff.
        ChangeFactors = "change how staff sign in",
        /// Invite people to be staff, and say what they may do.
        ManageStaff = "manage staff",
        /// Try the patterns that pages are made of, in development.
        TryPatterns = "try patterns",
    }
}

impl Permission {
    /// Of what a role has it.
    pub fn scope(self, role: Role) -> Scope {
        let row = TABLE.iter().find(|(permission, _)| *permission == self);
        let scope = row.and_then(|(_, scopes)| Role::ALL.iter().zip(scopes).find(|(column, _)| **column == role));
        scope.map_or(Scope::Nothing, |(_, scope)| *scope)
    }

    /// Of what somebody has it who holds these roles, and is a guest in any case.
    pub fn scope_of(self, roles: impl IntoIterator<Item = Role>) -> Scope {
        roles.into_iter().map(|role| self.scope(role)).fold(self.scope(Role::Guest), Scope::max)
    }

    /// Whether a role has more of it than a guest, so that it has to be known whether somebody holds that.
    pub fn asks_for(self, role: Role) -> bool {
        self.scope(role) > self.scope(Role::Guest)
    }
}

/// Those of these roles that somebody proved.
pub fn proved<const N: usize>(roles: [(Role, bool); N]) -> impl Iterator<Item = Role> {
    roles.into_iter().filter(|(_, is_proved)| *is_proved).map(|(role, _)| role)
}

/// That this table knows what a request asks for. Only with it does the gate give out the backend.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Admitted(Permission);

impl Admitted {
    /// What the request asks for.
    pub const fn permission(self) -> Permission {
        self.0
    }
}

/// What the form asks for that is posted to a path; nothing where the table does not know it.
pub fn of_form(path: &str) -> Option<Admitted> {
    let endpoint = path.strip_prefix("/do/")?;
    listed(FORMS, endpoint)
}

/// What an address asks for, by the pattern of its route, such as `/orders/{number}`; nothing where the table does not
/// know it.
pub fn of_route(route: &str) -> Option<Admitted> {
    listed(ROUTES, route)
}

fn listed(list: &[(&str, Permission)], name: &str) -> Option<Admitted> {
    list.iter().find(|(known, _)| *known == name).map(|(_, permission)| Admitted(*permission))
}

#[cfg(test)]
mod spec_tests;
#[cfg(test)]
mod tests;
