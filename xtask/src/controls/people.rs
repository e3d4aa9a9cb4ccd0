//! Who looks after whom among staff, who gives which role, and what an invitation is worth.

use super::{Control, edit};

const ACCEPTING: &str = "server/backend/src/staff/accepting.rs";
const GRANTS: &str = "app/domain/src/staff/grants.rs";
const INVITATIONS: &str = "server/store/src/staff/invitations.rs";
const LISTED: &str = "server/store/src/staff/people.rs";
const PEOPLE: &str = "server/backend/src/staff/people.rs";
const RIGHTS: &str = "server/backend/src/staff/rights.rs";
const SECRETS: &str = "server/backend/src/secrets.rs";
const GIVEN: &str = "it::staff_grants::eh_71_roles_are_given_and_taken_by_whose_they_are";
const INVITED: &str = "it::staff_grants::eh_71_others_are_invited_and_approved_to_what_is_theirs_to_give";
const LOCKED: &str = "backend::staff::rights::tests::eh_71_whoever_may_not_any_more_finds_nobody";
const LOOKS_AFTER: &str = "it::staff_rights::eh_66_who_looks_after_an_authority_finds_its_people_and_nobody_else";
const ONCE_IN_TIME: &str = "it::staff_invitations::eh_67_an_invitation_is_open_for_14_days_and_works_once";
const RESET: &str = "it::staff_links::g_a11_a_reset_ends_what_was_mailed_before_it";
const TABLE: &str = "domain::staff::grants::tests::roles_are_given_as_the_table_says";
const TAKEN_BACK: &str = "it::staff_invitations::eh_67_an_invitation_is_sent_again_and_taken_back";

pub const CONTROLS: &[Control] = &[
    Control {
        goal: "EH-71",
        name: "Roles of the catalogue are given by whoever administers it",
        edits: &[edit(
            GRANTS,
            "if before.catalogue != after.catalogue && !actor",
            "if false && before.catalogue != after.catalogue && !actor",
        )],
        tests: &[
            TABLE,
            GIVEN,
            INVITED,
            "it::staff_grants::eh_71_whom_somebody_could_take_nothing_from_they_do_not_suspend",
        ],
    },
    Control {
        goal: "EH-71",
        name: "Roles of an organisation, and of the ministry, are given by whoever administers it",
        edits: &[edit(GRANTS, "if organisation == own {", "if organisation == own || true {")],
        tests: &[TABLE, GIVEN, INVITED],
    },
    Control {
        goal: "EH-71",
        name: "Nobody changes what they may do themselves",
        edits: &[edit(PEOPLE, "if member == manager.account {", "if false && member == manager.account {")],
        tests: &["it::staff_rights::eh_71_nobody_changes_what_they_may_do_themselves"],
    },
    Control {
        goal: "EH-71",
        name: "Nobody suspends the last who administers either half, or takes that from them",
        edits: &[edit(RIGHTS, "!counts(target) || after", "true || !counts(target) || after")],
        tests: &["backend::staff::rights::tests::eh_71_the_last_administrator_of_either_half_stays"],
    },
    Control {
        goal: "EH-71",
        name: "The last who administers does not close their account",
        edits: &[edit(
            "server/backend/src/staff/mod.rs",
            "Ok(!store::staff::rights::is_last_admin(db, account).await?)",
            "let _ = store::staff::rights::is_last_admin(db, account).await?;\n    Ok(true)",
        )],
        tests: &[
            "it::staff_leaving::eh_71_the_last_who_administers_does_not_close_their_account",
            "it::staff_leaving::hp_71_whoever_is_the_last_of_one_half_stays",
        ],
    },
    Control {
        goal: "EH-71",
        name: "Whoever acts is asked once more, locked, whether they may",
        edits: &[edit(RIGHTS, "find(actor).filter(|one| one.state == AccountState::Active)?", "find(actor)?")],
        tests: &[LOCKED],
    },
    Control {
        goal: "EH-66",
        name: "Of whoever is somebody else's to look after nothing is found to change",
        edits: &[edit(RIGHTS, "find(target).filter(|one| is_seen(&actor, one))?", "find(target)?")],
        tests: &[LOCKED, LOOKS_AFTER],
    },
    Control {
        goal: "EH-66",
        name: "The list shows whoever looks after one organisation its people",
        edits: &[edit(
            LISTED,
            "($1::text is null or a.registry_organisation = $1 or a.state = 'pending')",
            "($1::text is null or a.registry_organisation = $1 or true)",
        )],
        tests: &[LOOKS_AFTER],
    },
    Control {
        goal: "EH-66",
        name: "A page about somebody is there for whoever looks after them",
        edits: &[edit(
            LISTED,
            "($2::text is null or a.registry_organisation = $2 or a.state = 'pending')",
            "($2::text is null or a.registry_organisation = $2 or true)",
        )],
        tests: &[LOOKS_AFTER],
    },
    Control {
        goal: "G-A4",
        name: "Whoever is suspended is signed out everywhere",
        edits: &[edit(
            PEOPLE,
            "    case.ends_invitations(backend, manager).await?;\n    end(&mut case.tx, target.id).await?;\n",
            "    case.ends_invitations(backend, manager).await?;\n",
        )],
        tests: &["it::staff_rights::eh_71_what_is_taken_is_gone_with_the_next_request"],
    },
    Control {
        goal: "G-A11",
        name: "An invitation is accepted once",
        edits: &[edit(
            INVITATIONS,
            "where id = $1 and expires_at > $2 and accepted_at is null and",
            "where id = $1 and expires_at > $2 and",
        )],
        tests: &["it::staff_invitations::g_a11_of_a_hundred_who_take_an_invitation_one_does"],
    },
    Control {
        goal: "G-A11",
        name: "An invitation is open for fourteen days",
        edits: &[
            edit(
                INVITATIONS,
                "i.token_hash = $1 and i.expires_at > $2 and",
                "i.token_hash = $1 and (i.expires_at > $2 or true) and",
            ),
            edit(
                INVITATIONS,
                "where id = $1 and expires_at > $2 and accepted_at",
                "where id = $1 and (expires_at > $2 or true) and accepted_at",
            ),
        ],
        tests: &[ONCE_IN_TIME],
    },
    Control {
        goal: "G-A11",
        name: "The link of an invitation that was taken back opens nothing",
        edits: &[
            edit(
                INVITATIONS,
                "and i.accepted_at is null and i.cancelled_at is null\n               and (i.account_id is null",
                "and i.accepted_at is null\n               and (i.account_id is null",
            ),
            edit(
                INVITATIONS,
                "and accepted_at is null and cancelled_at is null\n               returning id, email",
                "and accepted_at is null\n               returning id, email",
            ),
        ],
        tests: &[TAKEN_BACK],
    },
    Control {
        goal: "G-A11",
        name: "Of the link of an invitation only its hash is stored",
        edits: &[
            edit(
                SECRETS,
                "/// A random token for a cookie, 256 bits.",
                "/// The bytes of a token.\npub fn bare(token: &str) -> [u8; 32] {\n    \
                 let bytes = BASE64_URL_SAFE_NO_PAD.decode(token).unwrap_or_default();\n    \
                 bytes.try_into().unwrap_or_default()\n}\n\n/// A random token for a cookie, 256 bits.",
            ),
            edit(
                "server/backend/src/staff/inviting.rs",
                "token: token.hash(), email: self.email",
                "token: crate::secrets::bare(token.as_str()), email: self.email",
            ),
            edit(
                ACCEPTING,
                "hash_token(token), backend.clock.now()",
                "crate::secrets::bare(token), backend.clock.now()",
            ),
        ],
        tests: &[TAKEN_BACK],
    },
    Control {
        goal: "G-A11",
        name: "Whoever is approved has no invitation open any more",
        edits: &[edit(
            PEOPLE,
            "    case.ends_invitations(backend, manager).await?;\n    tell(backend, &mut case, manager, (Kind::StaffApproved",
            "    tell(backend, &mut case, manager, (Kind::StaffApproved",
        )],
        tests: &["it::staff_links::g_a11_whoever_is_approved_has_no_invitation_open_any_more"],
    },
    Control {
        goal: "G-A11",
        name: "A reset ends the links to its account that were mailed before",
        edits: &[edit(
            PEOPLE,
            "    end(&mut case.tx, target.id).await?;\n    let of_target",
            "    store::accounts::signing_in::end_all(&mut *case.tx, target.id, None).await?;\n    let of_target",
        )],
        tests: &[RESET],
    },
    Control {
        goal: "G-A11",
        name: "A reset ends the link of a reset before it",
        edits: &[edit(
            INVITATIONS,
            "set cancelled_at = $2\n           where email_norm = $1 and accepted_at is null",
            "set cancelled_at = $2\n           where email_norm = $1 and false and accepted_at is null",
        )],
        tests: &[RESET],
    },
    Control {
        goal: "EH-69",
        name: "Whoever accepts an invitation signs everybody out of its account",
        edits: &[edit(
            ACCEPTING,
            "    store::accounts::signing_in::end_all(&mut *tx, account, Some(browser.session)).await?;\n",
            "",
        )],
        tests: &["it::staff_invitations::eh_69_an_account_that_is_there_already_takes_the_roles"],
    },
    Control {
        goal: "Audit",
        name: "Whoever tried to come in as staff and did not is written down",
        edits: &[edit(
            "server/store/src/staff/mod.rs",
            "from counted where used <= $8",
            "from counted where used > $8",
        )],
        tests: &[
            "it::staff_watching::whoever_tried_and_did_not_come_in_is_written_down",
            "it::staff_watching::a_passkey_that_proves_nothing_is_written_down",
            "it::staff_watching::what_is_refused_as_too_often_fills_no_trail",
        ],
    },
    Control {
        goal: "Audit",
        name: "What is done to people is written down",
        edits: &[edit(
            "server/store/src/staff/mod.rs",
            "(id, actor, action, subject, detail, at) values ($1, $2, $3, $4, $5, $6)",
            "(id, actor, action, subject, detail, at) select $1, $2, $3, $4, $5, $6 where false",
        )],
        tests: &["it::staff_rights::eh_71_what_is_taken_is_gone_with_the_next_request", TAKEN_BACK],
    },
];
