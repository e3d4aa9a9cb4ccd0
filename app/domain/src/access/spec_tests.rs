//! The table against what was asked for, typed out apart from it: who has which capability, line by line, in the
//! catalogue and in the registry, and where each stands with us.

use std::collections::BTreeSet;

use super::{
    Scope::{Everything, Linked, Nothing, Organisation, Own},
    *,
};

/// What a capability is with us.
enum Ours {
    /// These permissions, in every cell.
    Here(&'static [Permission]),
    /// These permissions, and nobody has more than was asked for; what some lack waits for something.
    Part(&'static [Permission], &'static str),
    /// Not here yet, and what it waits for.
    Waits(&'static str),
    /// A rule about two people, and no permission: [`staff::may_give`](crate::staff::may_give).
    Rule,
}

use Ours::{Here, Part, Rule, Waits};

/// Columns of the catalogue: a guest, whose address may be confirmed; a user; publisher, fulfiller, administrator.
const CATALOGUE: [Role; 5] =
    [Role::ConfirmedGuest, Role::AccountHolder, Role::Publisher, Role::Fulfiller, Role::CatalogueAdmin];

const PUBLISHING: &str = "pages of publishers";
const FULFILLING: &str = "pages of fulfillers";
const SETTINGS: &str = "pages of settings";

#[rustfmt::skip]
const OF_CATALOGUE: &[(&str, [&str; 5], Ours)] = &[
    ("View live catalogue, download, feeds, contact, feedback",
        ["yes", "yes", "yes", "yes", "yes"], Here(&[Permission::ReadCatalogue, Permission::WriteToUs])),
    ("Basket, order, ask for more",
        ["yes", "yes", "yes", "yes", "yes"],
        Here(&[Permission::KeepBasket, Permission::CheckOut, Permission::PlaceOrder, Permission::AskForMore])),
    ("Track, cancel, amend, re-order",
        ["by reference", "own", "own", "all", "all"], Part(&[Permission::ManageOrder], FULFILLING)),
    ("Address book, profile, lists, alerts",
        ["alerts", "own", "own", "own", "own"], Here(&[Permission::ManageAccount])),
    ("Order on behalf", ["-", "-", "-", "yes", "yes"], Waits(FULFILLING)),
    ("See drafts, archived, withdrawn", ["-", "-", "yes", "yes", "yes"], Waits(PUBLISHING)),
    ("Edit publications, editions, files, collections, kits, synonyms",
        ["-", "-", "yes", "-", "yes"], Waits(PUBLISHING)),
    ("Publish, schedule, archive, withdraw", ["-", "-", "yes", "-", "yes"], Waits(PUBLISHING)),
    ("Restore a withdrawn edition", ["-", "-", "-", "-", "yes"], Waits(PUBLISHING)),
    ("Taxonomies, notices", ["-", "-", "yes", "-", "yes"], Waits(PUBLISHING)),
    ("Limits of an edition", ["-", "-", "yes", "yes", "yes"], Waits(PUBLISHING)),
    ("Default limits, limits of an account or establishment", ["-", "-", "-", "-", "yes"], Waits(SETTINGS)),
    ("Decide limit requests", ["-", "-", "-", "yes", "yes"], Waits(FULFILLING)),
    ("Stock: see / record movements", ["-", "-", "see", "yes", "yes"], Waits(FULFILLING)),
    ("Fulfilment deliveries, replay, CSV", ["-", "-", "-", "yes", "yes"], Waits(FULFILLING)),
    ("Support inbox / feedback with contact", ["-", "-", "-", "yes", "yes"], Waits(FULFILLING)),
    ("Statistics, dashboards, KPIs", ["-", "-", "yes", "yes", "yes"], Waits("figures for staff")),
    ("Import: catalogue / stock / orders, users, addresses",
        ["-", "-", "catalogue", "stock", "yes"], Waits("imports that are not at the command line")),
    ("Export with personal data (logged)",
        ["own", "own", "-", "orders", "yes"], Waits("exports of staff; people download what is their own")),
    ("Users, roles, organisations, keys, settings, audit trail",
        ["-", "-", "-", "-", "yes"], Here(&[Permission::ManageStaff])),
];

/// Columns of the registry: a registrant; viewer, verifier, coordinator; administrators of an authority and of the
/// ministry; privacy officer.
const REGISTRY: [Role; 7] = [
    Role::Registrant,
    Role::Viewer,
    Role::Verifier,
    Role::Coordinator,
    Role::AuthorityAdmin,
    Role::MinistryAdmin,
    Role::PrivacyOfficer,
];

const READING: &str = "pages on which staff read registrations";
const DEPLOYING: &str = "campaigns and missions";
const PRIVACY: &str = "pages of privacy officers";

#[rustfmt::skip]
const OF_REGISTRY: &[(&str, [&str; 7], Ours)] = &[
    ("Own registration: view, update, withdraw, download, erase",
        ["yes", "-", "-", "-", "-", "-", "-"], Here(&[Permission::ManageRegistration])),
    ("List, search, cohort (own), registrant page", ["own", "yes", "yes", "yes", "yes", "yes", "r"], Waits(READING)),
    ("History, messages", ["own", "-", "yes", "yes", "yes", "yes", "yes"], Waits(READING)),
    ("Notes read / write", ["-", "-", "yes", "yes", "yes", "yes", "r"], Waits(READING)),
    ("Correct answers", ["own", "-", "r", "r", "r", "r", "-"], Waits(READING)),
    ("Evidence read, set verification", ["own upload", "-", "yes", "-", "yes", "yes", "-"], Waits(READING)),
    ("Merge, undo merge", ["-", "-", "yes", "-", "yes", "yes", "-"], Waits(READING)),
    ("Extract / scheduled extract", ["-", "-", "-", "r / -", "r / r", "r / r", "r / -"], Waits(READING)),
    ("Campaign compose, send, pause, history", ["-", "-", "-", "yes", "yes", "yes", "history"], Waits(DEPLOYING)),
    ("Mission, request, call-out, assignment, badge, kit",
        ["answer", "view", "view", "yes", "yes", "yes", "-"], Waits(DEPLOYING)),
    ("Accounts: invite, approve, role, revoke",
        ["-", "-", "-", "-", "own org", "all", "-"], Here(&[Permission::ManageStaff])),
    ("Give role A / M, P", ["-", "-", "-", "-", "A", "A M P", "-"], Rule),
    ("Withdrawn registrations", ["own", "-", "-", "-", "-", "yes", "yes"], Waits(READING)),
    ("Settings, reference data, templates, feature switches",
        ["-", "-", "-", "-", "own footer", "yes", "retention"], Waits(SETTINGS)),
    ("Access and erasure requests, legal hold", ["own", "-", "-", "-", "-", "yes", "yes"], Waits(PRIVACY)),
    ("Audit log", ["reads of self", "-", "-", "-", "own org", "yes", "yes"], Waits("a page of the trail")),
    ("Jobs screen, replay", ["-", "-", "-", "-", "-", "yes", "-"], Waits("a page of jobs")),
];

/// What neither matrix speaks of, and everybody has alike.
const BESIDE: [(Permission, Scope); 13] = [
    (Permission::WatchService, Everything),
    (Permission::FindOrder, Linked),
    (Permission::WaitForStock, Everything),
    (Permission::OpenWaitingLink, Linked),
    (Permission::EnterAccount, Everything),
    (Permission::OpenAccountLink, Linked),
    (Permission::OpenSharedList, Linked),
    (Permission::Register, Own),
    (Permission::OpenRegistryLink, Linked),
    (Permission::EnterRegistration, Everything),
    (Permission::EnterStaff, Everything),
    (Permission::OpenInvitation, Linked),
    (Permission::TryPatterns, Everything),
];

/// What a word of a matrix means: at least, and at most.
fn meant(word: &str) -> (Scope, Scope) {
    match word {
        // Alerts are of no account: whoever waits for stock has them.
        "-" | "alerts" => (Nothing, Nothing),
        "yes" => (Linked, Everything),
        // What a reference opens is as much as one's own.
        "by reference" => (Linked, Own),
        "own" => (Own, Own),
        "own org" => (Organisation, Organisation),
        "all" => (Everything, Everything),
        other => panic!("{other:?} is compared with nothing"),
    }
}

/// What is wrong with a line, and the permissions that it names.
fn compare<const N: usize>(
    columns: [Role; N],
    lines: &[(&str, [&str; N], Ours)],
    named: &mut BTreeSet<Permission>,
) -> Vec<String> {
    let mut found = Vec::new();
    for (capability, words, ours) in lines {
        let (permissions, is_part) = match ours {
            Here(permissions) => (*permissions, false),
            Part(permissions, why) => (*permissions, !why.is_empty()),
            Waits(why) => (&[] as &[Permission], !why.is_empty()),
            Rule => (&[] as &[Permission], false),
        };
        named.extend(permissions);
        let mut lacking = 0;
        for permission in permissions {
            for (role, word) in columns.into_iter().zip(words) {
                let (scope, (least, most)) = (permission.scope_of([role]), meant(word));
                lacking += usize::from(scope < least);
                if scope > most || (scope < least && !is_part) {
                    found.push(format!("{capability}: {role} is to have {word:?}, and {permission} is {scope}"));
                }
            }
        }
        if is_part && !permissions.is_empty() && lacking == 0 {
            found.push(format!("{capability}: nobody waits for anything any more"));
        }
    }
    found
}

#[test]
fn g_a1_the_table_says_what_both_matrices_say() {
    let mut named: BTreeSet<Permission> = BESIDE.iter().map(|(permission, _)| *permission).collect();
    let mut found = compare(CATALOGUE, OF_CATALOGUE, &mut named);
    found.extend(compare(REGISTRY, OF_REGISTRY, &mut named));
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert_eq!(Permission::WaitForStock.scope(Role::Guest), Everything, "alerts without an account");
    for (permission, scope) in BESIDE {
        for role in Role::ALL {
            assert_eq!(permission.scope(*role), scope, "{permission} {role}");
        }
    }
    // These are in no line, and below.
    named.extend([Permission::Withdraw, Permission::AwaitApproval, Permission::StaffArea, Permission::ChangeFactors]);
    assert_eq!(named, Permission::ALL.iter().copied().collect(), "each permission is of a line, or beside them");
}

#[test]
fn g_a1_staff_work_and_whoever_waits_may_only_wait() {
    let outside = [Role::Guest, Role::ConfirmedGuest, Role::AccountHolder, Role::Registrant];
    for role in Role::ALL {
        let (is_outside, is_pending) = (outside.contains(role), *role == Role::Pending);
        let work = if is_outside || is_pending { Nothing } else { Own };
        assert_eq!(Permission::StaffArea.scope(*role), work, "{role}");
        assert_eq!(Permission::ChangeFactors.scope(*role), work, "{role}");
        assert_eq!(Permission::AwaitApproval.scope(*role), if is_outside { Nothing } else { Own }, "{role}");
        // By the link of a message, whoever they are besides.
        let withdrawn = if *role == Role::Registrant { Own } else { Linked };
        assert_eq!(Permission::Withdraw.scope(*role), withdrawn, "{role}");
    }
}

#[test]
fn g_a1_an_authority_gives_its_administrators_and_the_ministry_gives_all() {
    use crate::{
        form::Answer,
        staff::{AuthorityKey, MINISTRY, RegistryRole, Roles, may_give},
    };
    let roles = |role, key: &str| Roles::of(None, Some(role), AuthorityKey::read(key).ok());
    let given = [
        roles(RegistryRole::Admin, "FHA"),
        roles(RegistryRole::Admin, MINISTRY),
        roles(RegistryRole::PrivacyOfficer, MINISTRY),
    ];
    for (actor, expected) in [
        (roles(RegistryRole::Viewer, "FHA"), [false, false, false]),
        (roles(RegistryRole::Coordinator, MINISTRY), [false, false, false]),
        (roles(RegistryRole::Admin, "FHA"), [true, false, false]),
        (roles(RegistryRole::Admin, MINISTRY), [true, true, true]),
        (roles(RegistryRole::PrivacyOfficer, MINISTRY), [false, false, false]),
    ] {
        let allowed = given.each_ref().map(|role| may_give(&actor, &Roles::default(), role).is_ok());
        assert_eq!(allowed, expected, "{actor:?}");
    }
}
