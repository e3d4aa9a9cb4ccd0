//! What is read once more of somebody of staff when their account is locked: it may have changed since.

use super::{Control, edit};

const ENTERING: &str = "server/backend/src/accounts/entering.rs";
const CEREMONY: &str = "server/backend/src/staff/passkeys/ceremony.rs";
const PASSKEYS: &str = "server/backend/src/staff/passkeys/mod.rs";
const PROVIDER: &str = "server/backend/src/provider/people.rs";
const SECOND_STEP: &str = "server/backend/src/staff/second_step.rs";
const SIGNING_IN: &str = "server/backend/src/staff/signing_in.rs";
const AT_WORK: &str = "it::staff_races::g_a4_nor_is_anything_set_up_or_proved";
const BY_CODE: &str = "it::staff_races::g_a4_a_code_lets_nobody_in_who_was_suspended_or_reset_meanwhile";
const BY_PASSKEY: &str = "it::staff_races::g_a4_nor_does_a_passkey";
const BY_PROVIDER: &str = "it::staff_races::g_a4_nor_does_a_provider";
const BY_RECOVERY: &str = "it::staff_races::g_a4_nor_does_a_recovery_code";

pub const CONTROLS: &[Control] = &[
    Control {
        goal: "G-A4",
        name: "Whoever comes in waits for whoever suspends or resets them",
        edits: &[edit(
            "server/store/src/staff/locked.rs",
            "from accounts where id = $1 for no key update",
            "from accounts where id = $1",
        )],
        tests: &[BY_CODE, BY_RECOVERY, BY_PASSKEY, BY_PROVIDER],
    },
    Control {
        goal: "G-A4",
        name: "A code lets nobody in who is not halfway in any more",
        edits: &[edit(SIGNING_IN, "if !locked::halfway(", "if false && !locked::halfway(")],
        tests: &[BY_CODE, BY_RECOVERY],
    },
    Control {
        goal: "G-A4",
        name: "A passkey lets nobody in who is not halfway in any more",
        edits: &[edit(
            CEREMONY,
            "if !is_there(backend, &mut tx, somebody, purpose).await? {",
            "if !is_there(backend, &mut tx, somebody, purpose).await? && false {",
        )],
        tests: &[BY_PASSKEY],
    },
    Control {
        goal: "G-A4",
        name: "A password leads halfway in while it is that of the account",
        edits: &[edit(SIGNING_IN, "account.id == fits.id && account.hash == fits.hash", "account.id == fits.id")],
        tests: &["it::staff_races::g_a4_nor_does_a_password_lead_halfway"],
    },
    Control {
        goal: "G-A4",
        name: "A first authenticator lets nobody in who is not halfway in any more",
        edits: &[edit(
            SECOND_STEP,
            "if !holder.holds(backend, &mut tx).await? {",
            "if !holder.holds(backend, &mut tx).await? && false {",
        )],
        tests: &["it::staff_races::g_a4_nor_does_what_a_newcomer_sets_up"],
    },
    Control {
        goal: "G-A4",
        name: "A passkey is set up by whoever is still in",
        edits: &[edit(
            PASSKEYS,
            "if !holder.holds(backend, &mut tx).await? {",
            "if !holder.holds(backend, &mut tx).await? && false {",
        )],
        tests: &[AT_WORK],
    },
    Control {
        goal: "G-A4",
        name: "Recovery codes are made by whoever is still in",
        edits: &[edit(
            SECOND_STEP,
            "if !locked::at_work(&mut tx, (session, account)).await? {",
            "if !locked::at_work(&mut tx, (session, account)).await? && false {",
        )],
        tests: &[AT_WORK],
    },
    Control {
        goal: "G-A4",
        name: "Who one is is proved anew by whoever is still in",
        edits: &[edit(
            "server/backend/src/staff/confirming.rs",
            "if !locked::at_work(&mut tx, (session, account)).await? {",
            "if !locked::at_work(&mut tx, (session, account)).await? && false {",
        )],
        tests: &[AT_WORK],
    },
    Control {
        goal: "G-A4",
        name: "A provider signs in to an account as it is when it is locked",
        edits: &[edit(
            PROVIDER,
            "Ok(self.owner(db).await?.filter(|owner| owner.account == found.account))",
            "Ok(Some(found))",
        )],
        tests: &[BY_PROVIDER],
    },
    Control {
        goal: "G-A4",
        name: "A provider is connected to an account by whoever is still in",
        edits: &[edit(
            PROVIDER,
            "let here = provider_sign_ins::signed_in(db, session).await?;",
            "let here = Some(found);",
        )],
        tests: &["it::staff_races::g_a4_a_provider_is_not_connected_by_whoever_was_signed_out_meanwhile"],
    },
    Control {
        goal: "G-A4",
        name: "A password signs in to an account while it is its password",
        edits: &[edit(ENTERING, "now.id == fits.id && now.hash == fits.hash", "now.id == fits.id")],
        tests: &["it::account_races::g_a4_nobody_comes_in_by_a_password_that_was_changed_meanwhile"],
    },
    Control {
        goal: "G-A4",
        name: "Another password is set by whoever is still in",
        edits: &[edit(
            "server/backend/src/accounts/secret.rs",
            "if !still.is_some_and(|still|",
            "if false && !still.is_some_and(|still|",
        )],
        tests: &["it::account_races::g_a4_of_two_who_change_a_password_at_once_one_does"],
    },
    Control {
        goal: "G-A4",
        name: "A link waits for whoever signs out everywhere",
        edits: &[edit(ENTERING, "        locked::account(&mut tx, account).await?;\n", "        let _ = account;\n")],
        tests: &["it::account_races::g_a4_a_link_lets_nobody_in_who_was_signed_out_everywhere_meanwhile"],
    },
];
