//! The table holds together.

use std::collections::BTreeSet;

use super::*;

#[test]
fn every_permission_has_one_row_and_is_asked_by_something() {
    let rows: Vec<Permission> = TABLE.iter().map(|(permission, _)| *permission).collect();
    assert_eq!(rows, Permission::ALL, "in the order in which they are declared");
    let asked: BTreeSet<Permission> = FORMS.iter().chain(ROUTES).map(|(_, permission)| *permission).collect();
    assert_eq!(asked, Permission::ALL.iter().copied().collect());
}

#[test]
fn nothing_is_listed_twice() {
    for list in [FORMS, ROUTES] {
        let names: BTreeSet<&str> = list.iter().map(|(name, _)| *name).collect();
        assert_eq!(names.len(), list.len());
    }
}

#[test]
fn what_is_not_listed_is_admitted_nowhere() {
    for path in ["", "/", "/do", "/do/", "/do/nothing", "/do/basket/add/", "basket/add", "/do/BASKET/ADD"] {
        assert_eq!(of_form(path), None, "{path}");
    }
    for route in ["", "/nothing", "/basket/", "/do/basket/add", "/orders/HP-1"] {
        assert_eq!(of_route(route), None, "{route}");
    }
    assert_eq!(of_form("/do/basket/add").map(Admitted::permission), Some(Permission::KeepBasket));
    assert_eq!(of_route("/orders/{number}").map(Admitted::permission), Some(Permission::ManageOrder));
}

#[test]
fn whoever_proves_more_may_do_no_less() {
    for permission in Permission::ALL {
        let guest = permission.scope(Role::Guest);
        for role in Role::ALL {
            assert!(permission.scope_of([*role]) >= guest, "{permission} {role}");
        }
    }
}

#[test]
fn what_is_ones_own_is_refused_to_whoever_did_not_prove_it() {
    let may = |permission: Permission, roles: &[Role]| permission.scope_of(roles.iter().copied());
    assert_eq!(may(Permission::ManageAccount, &[Role::ConfirmedGuest, Role::Registrant]), Scope::Nothing);
    assert_eq!(may(Permission::ManageAccount, &[Role::AccountHolder]), Scope::Own);
    assert_eq!(may(Permission::ManageRegistration, &[Role::AccountHolder]), Scope::Nothing);
    assert_eq!(may(Permission::ManageRegistration, &[Role::Registrant, Role::AccountHolder]), Scope::Own);
    let orders = [&[] as &[Role], &[Role::ConfirmedGuest]].map(|roles| may(Permission::PlaceOrder, roles));
    assert_eq!(orders, [Scope::Nothing, Scope::Own]);
    assert!(Permission::Withdraw.asks_for(Role::Registrant) && !Permission::Register.asks_for(Role::Registrant));
}

#[test]
fn staff_order_as_others_do_and_whoever_waits_may_do_what_a_guest_may() {
    let staff = Role::ALL.iter().skip_while(|role| **role != Role::Publisher);
    for permission in Permission::ALL {
        let waits = *permission == Permission::AwaitApproval;
        assert!(waits || permission.scope(Role::Pending) == permission.scope(Role::Guest), "{permission}");
        for role in staff.clone() {
            assert!(permission.scope(*role) >= permission.scope(Role::AccountHolder), "{permission} {role}");
        }
    }
}

#[test]
fn staff_are_managed_by_administrators_each_of_their_own() {
    let managed = |role: &&Role| Permission::ManageStaff.scope(**role) > Scope::Nothing;
    let managers: Vec<Role> = Role::ALL.iter().filter(managed).copied().collect();
    assert_eq!(managers, [Role::CatalogueAdmin, Role::AuthorityAdmin, Role::MinistryAdmin]);
    assert_eq!(Permission::ManageStaff.scope(Role::AuthorityAdmin), Scope::Organisation);
    assert!(Scope::Own < Scope::Organisation && Scope::Organisation < Scope::Everything);
}
