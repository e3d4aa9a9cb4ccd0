//! How often forms are taken: a rate for each permission, and so for each form that asks for it. Whatever a form counts
//! by itself besides is stricter.

use std::fmt;

use super::Permission::{
    self, AskForMore, AwaitApproval, ChangeFactors, CheckOut, EnterAccount, EnterRegistration, EnterStaff, FindOrder,
    KeepBasket, ManageAccount, ManageOrder, ManageRegistration, ManageStaff, OpenAccountLink, OpenInvitation,
    OpenRegistryLink, OpenSharedList, OpenWaitingLink, PlaceOrder, ReadCatalogue, Register, StaffArea, TryPatterns,
    WaitForStock, WatchService, Withdraw, WriteToUs,
};

choice! {
    /// Whose posts are counted together.
    Per {
        /// Those of a network: a hospital may be behind one address.
        Network = "network",
        /// Those of somebody: of an account, else of a session; of their network where there is neither.
        Person = "person",
    }
}

/// How many posts are taken in how many minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rate {
    /// So many.
    pub most: i32,
    /// In so many minutes.
    pub minutes: i32,
    /// Of whom.
    pub per: Per,
}

impl Rate {
    const fn of(most: i32, minutes: i32, per: Per) -> Self {
        Self { most, minutes, per }
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { most, minutes, per } = self;
        match minutes {
            1 => write!(f, "{most} a minute, {per}"),
            many => write!(f, "{most} in {many} minutes, {per}"),
        }
    }
}

impl Permission {
    /// How often forms that ask for it are posted, all of them together.
    pub const fn rate(self) -> Rate {
        match self {
            // Each writes an order and a message.
            PlaceOrder => Rate::of(10, 1, Per::Person),
            // Whoever is signed in is known, wherever they work.
            ManageAccount | ManageRegistration | AwaitApproval | StaffArea | ChangeFactors | ManageStaff => {
                Rate::of(600, 10, Per::Person)
            }
            // Page after page, by everybody of a workplace at once.
            Register => Rate::of(1_200, 10, Per::Network),
            // A basket changes with each press; mail services press for many people. The first two have no form.
            ReadCatalogue | WatchService | KeepBasket | CheckOut | ManageOrder | OpenSharedList | OpenWaitingLink
            | OpenRegistryLink | TryPatterns => Rate::of(600, 10, Per::Network),
            // Somebody reads each, or it is guessed at.
            WriteToUs | AskForMore | WaitForStock | FindOrder | EnterAccount | OpenAccountLink | EnterRegistration
            | Withdraw | EnterStaff | OpenInvitation => Rate::of(120, 10, Per::Network),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::access::FORMS;

    #[test]
    fn cp_56_every_form_has_a_rate_that_lets_people_work() {
        for (form, permission) in FORMS {
            let Rate { most, minutes, per } = permission.rate();
            assert!(minutes == 1 || minutes == 10, "{form}");
            let bounds = if per == Per::Person { 10..=60 } else { 12..=120 };
            assert!(bounds.contains(&(most / minutes)), "{form}: {most} in {minutes} minutes");
        }
    }

    #[test]
    fn cp_56_somebody_places_ten_orders_a_minute() {
        assert_eq!(PlaceOrder.rate().to_string(), "10 a minute, person");
        assert_eq!(KeepBasket.rate().to_string(), "600 in 10 minutes, network");
    }
}
