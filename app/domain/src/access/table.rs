//! The table: of what each role has each permission.

use super::{
    Permission, Role,
    Scope::{self, Everything, Linked, Nothing, Organisation, Own},
};

/// Of what each role has a permission, in the order of [`Role::ALL`].
type Row = [Scope; Role::ALL.len()];

/// The same for everybody.
const fn all(scope: Scope) -> Row {
    [scope; Role::ALL.len()]
}

/// Staff are account holders, and whoever waits is a guest: guests, those with a confirmed address, account holders and
/// registrants in turn.
const fn people([guest, confirmed, holder, registrant]: [Scope; 4]) -> Row {
    [
        guest, confirmed, holder, registrant, guest, holder, holder, holder, holder, holder, holder, holder, holder,
        holder,
    ]
}

/// Nothing for whoever is not staff: whoever waits; publishers, fulfillers and administrators of the catalogue; then
/// viewers, verifiers, coordinators, administrators of an authority and of the ministry, and privacy officers.
const fn staff(pending: Scope, [publisher, fulfiller, admin]: [Scope; 3], registry: [Scope; 6]) -> Row {
    let [viewer, verifier, coordinator, authority, ministry, privacy] = registry;
    [
        Nothing,
        Nothing,
        Nothing,
        Nothing,
        pending,
        publisher,
        fulfiller,
        admin,
        viewer,
        verifier,
        coordinator,
        authority,
        ministry,
        privacy,
    ]
}

/// A permission, and of what each role has it.
#[rustfmt::skip]
pub const TABLE: &[(Permission, Row)] = &[
    (Permission::ReadCatalogue,      all(Everything)),
    (Permission::WatchService,       all(Everything)),
    (Permission::WriteToUs,          all(Everything)),
    (Permission::KeepBasket,         all(Own)),
    (Permission::CheckOut,           all(Own)),
    //                                       Guest    ConfirmedGuest AccountHolder Registrant
    (Permission::PlaceOrder,         people([Nothing, Own,           Own,          Nothing])),
    (Permission::FindOrder,          all(Linked)),
    (Permission::ManageOrder,        all(Own)),
    (Permission::AskForMore,         all(Everything)),
    (Permission::WaitForStock,       all(Everything)),
    (Permission::OpenWaitingLink,    all(Linked)),
    (Permission::EnterAccount,       all(Everything)),
    (Permission::OpenAccountLink,    all(Linked)),
    (Permission::OpenSharedList,     all(Linked)),
    (Permission::ManageAccount,      people([Nothing, Nothing,       Own,          Nothing])),
    (Permission::Register,           all(Own)),
    (Permission::OpenRegistryLink,   all(Linked)),
    (Permission::EnterRegistration,  all(Everything)),
    (Permission::ManageRegistration, people([Nothing, Nothing,       Nothing,      Own])),
    (Permission::Withdraw,           people([Linked,  Linked,        Linked,       Own])),
    (Permission::EnterStaff,         all(Everything)),
    (Permission::OpenInvitation,     all(Linked)),
    (Permission::AwaitApproval,      staff(Own, [Own; 3], [Own; 6])),
    (Permission::StaffArea,          staff(Nothing, [Own; 3], [Own; 6])),
    (Permission::ChangeFactors,      staff(Nothing, [Own; 3], [Own; 6])),
    (Permission::ManageStaff,        staff(
        Nothing,
        // Publisher Fulfiller Admin
        [Nothing,    Nothing,  Everything],
        // Viewer  Verifier Coordinator AuthorityAdmin MinistryAdmin PrivacyOfficer
        [Nothing,  Nothing, Nothing,    Organisation,  Everything,   Nothing],
    )),
    (Permission::TryPatterns,        all(Everything)),
];
