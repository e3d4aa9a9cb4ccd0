//! The table: of what each role has each permission.

use super::{
    Permission, Role,
    Scope::{self, Everything, Linked, Nothing, Own},
};

/// A permission, and of what each role has it, in the order of [`Role::ALL`].
#[rustfmt::skip]
pub const TABLE: &[(Permission, [Scope; Role::ALL.len()])] = &[
    //                                Guest       ConfirmedGuest AccountHolder Registrant
    (Permission::ReadCatalogue,      [Everything, Everything,    Everything,   Everything]),
    (Permission::WatchService,       [Everything, Everything,    Everything,   Everything]),
    (Permission::WriteToUs,          [Everything, Everything,    Everything,   Everything]),
    (Permission::KeepBasket,         [Own,        Own,           Own,          Own]),
    (Permission::CheckOut,           [Own,        Own,           Own,          Own]),
    (Permission::PlaceOrder,         [Nothing,    Own,           Own,          Nothing]),
    (Permission::FindOrder,          [Linked,     Linked,        Linked,       Linked]),
    (Permission::ManageOrder,        [Own,        Own,           Own,          Own]),
    (Permission::AskForMore,         [Everything, Everything,    Everything,   Everything]),
    (Permission::WaitForStock,       [Everything, Everything,    Everything,   Everything]),
    (Permission::OpenWaitingLink,    [Linked,     Linked,        Linked,       Linked]),
    (Permission::EnterAccount,       [Everything, Everything,    Everything,   Everything]),
    (Permission::OpenAccountLink,    [Linked,     Linked,        Linked,       Linked]),
    (Permission::OpenSharedList,     [Linked,     Linked,        Linked,       Linked]),
    (Permission::ManageAccount,      [Nothing,    Nothing,       Own,          Nothing]),
    (Permission::Register,           [Own,        Own,           Own,          Own]),
    (Permission::OpenRegistryLink,   [Linked,     Linked,        Linked,       Linked]),
    (Permission::EnterRegistration,  [Everything, Everything,    Everything,   Everything]),
    (Permission::ManageRegistration, [Nothing,    Nothing,       Nothing,      Own]),
    (Permission::Withdraw,           [Linked,     Linked,        Linked,       Own]),
    (Permission::TryPatterns,        [Everything, Everything,    Everything,   Everything]),
];
