//! Who waits, who is approved and invited, and what they and others learn of it.

use super::{Control, edit};

const GRANTS: &str = "app/domain/src/staff/grants.rs";
const INVITING: &str = "server/backend/src/staff/inviting.rs";
const PEOPLE: &str = "server/backend/src/staff/people.rs";
const APPROVED: &str = "it::staff_rights::eh_70_who_waits_may_do_nothing_until_they_are_approved";
const INVITED_ONCE: &str = "it::staff_invitations::eh_68_nobody_is_invited_twice_and_nothing_is_sent";
const MATRICES: &str = "domain::access::spec_tests::g_a1_staff_work_and_whoever_waits_may_only_wait";
const OTHERS: &str = "it::staff_strangers::eh_68_of_others_people_nothing_is_learned_by_inviting_them";
const WAITS: &str = "it::staff_provider_people::eh_62_somebody_unknown_waits_for_approval_and_may_do_nothing";

pub const CONTROLS: &[Control] = &[
    Control {
        goal: "EH-62",
        name: "Whoever waits for approval may do nothing of what staff do",
        edits: &[edit(
            "app/domain/src/access/table.rs",
            "StaffArea,          staff(Nothing, [Own; 3]",
            "StaffArea,          staff(Own, [Own; 3]",
        )],
        tests: &[MATRICES, APPROVED, WAITS],
    },
    Control {
        goal: "EH-62",
        name: "Whoever waits for approval is refused at the address that they asked for",
        edits: &[edit("app/src/viewer.rs", "if viewer.is_pending {", "if false && viewer.is_pending {")],
        tests: &[APPROVED, WAITS],
    },
    Control {
        goal: "EH-64",
        name: "The host of an address suggests an organisation as a whole",
        edits: &[edit("server/store/src/staff/mod.rs", "where d.domain = $1", "where $1 like '%' || d.domain")],
        tests: &["it::staff_rights::eh_64_the_whole_host_of_an_address_suggests_and_nothing_decides"],
    },
    Control {
        goal: "EH-68",
        name: "Whoever has a role, or is suspended, is not invited",
        edits: &[edit(INVITING, "if taken.as_ref().is_some_and(", "if false && taken.as_ref().is_some_and(")],
        tests: &[INVITED_ONCE, OTHERS],
    },
    Control {
        goal: "EH-68",
        name: "An address has one open invitation",
        edits: &[edit(INVITING, "if !is_written {", "if false && !is_written {")],
        tests: &[INVITED_ONCE, OTHERS],
    },
    Control {
        goal: "EH-68",
        name: "Inviting tells nobody of people whom they do not see",
        edits: &[edit(
            INVITING,
            "sees(&actor, account.state, &account.roles)",
            "sees(&actor, account.state, &account.roles) || true",
        )],
        tests: &[OTHERS],
    },
    Control {
        goal: "EH-68",
        name: "An invitation is mailed to nobody who has a role",
        edits: &[edit(
            INVITING,
            "invited.write_unsent(backend, &mut tx, by)",
            "invited.write(backend, &mut tx, (by, manager.locale))",
        )],
        tests: &[OTHERS],
    },
    Control {
        goal: "EH-68",
        name: "An invitation that is sent again is mailed to nobody who has a role",
        edits: &[edit(INVITING, "if invitation.account.is_some() ||", "if true || invitation.account.is_some() ||")],
        tests: &[OTHERS],
    },
    Control {
        goal: "EH-70",
        name: "Whoever is approved gets roles that are somebody's to give",
        edits: &[edit(PEOPLE, "may_give(&case.rights.actor, &Roles::default(), &form.roles).map_err(not_given)?;", "")],
        tests: &["it::staff_grants::eh_71_others_are_invited_and_approved_to_what_is_theirs_to_give"],
    },
    Control {
        goal: "EH-70",
        name: "Whoever waits is approved, once, and nobody else",
        edits: &[edit(
            PEOPLE,
            "if case.rights.target.state != AccountState::Pending {",
            "if false && case.rights.target.state != AccountState::Pending {",
        )],
        tests: &[APPROVED],
    },
    Control {
        goal: "EH-70",
        name: "Whoever is approved is told",
        edits: &[edit(
            PEOPLE,
            "tell(backend, &mut case, manager, (Kind::StaffApproved, &form.roles)).await?;",
            "let _ = Kind::StaffApproved;",
        )],
        tests: &[APPROVED],
    },
    Control {
        goal: "EH-71",
        name: "Whoever administers neither half of somebody does not suspend them",
        edits: &[edit(GRANTS, "if halves.iter().any(", "if true || halves.iter().any(")],
        tests: &[
            "domain::staff::grants::tests::whoever_administers_a_half_acts_on_whoever_is_of_it",
            "it::staff_grants::eh_71_whom_somebody_could_take_nothing_from_they_do_not_suspend",
        ],
    },
];
