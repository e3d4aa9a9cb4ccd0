//! What whoever has a role proves before they change their account.

use super::{Control, edit};

const CONTEXT: &str = "app/islands/src/context/staff.rs";
const ENTERING: &str = "server/backend/src/accounts/entering.rs";
const GUARDING: &str = "server/backend/src/accounts/guarding.rs";
const ALONE: &str = "it::staff_owners::hp_71_a_link_or_a_password_alone_changes_no_account_with_a_role";
const MEANWHILE: &str = "it::staff_owners::a_role_that_was_given_meanwhile_counts";
const FORGOTTEN: &str = "it::staff_owners::whoever_forgot_their_password_takes_the_second_step_before_they_set_another";

pub const CONTROLS: &[Control] = &[
    Control {
        goal: "HP-71",
        name: "A link or a password alone closes no account with a role, and gives it no other address or password",
        edits: &[edit(GUARDING, "if has_role && self.proof < least {", "if false && has_role && self.proof < least {")],
        tests: &[
            ALONE,
            MEANWHILE,
            "it::staff_owners::hp_70_links_to_another_address_are_pressed_by_staff",
            "backend::accounts::guarding::tests::whoever_has_a_role_proves_more_than_that_an_account_is_theirs",
        ],
    },
    Control {
        goal: "HP-71",
        name: "Whether an account has a role is asked once more when it is locked",
        edits: &[edit(GUARDING, "    owner.proves(least, locked.has_role)?;\n", "    let _ = least;\n")],
        tests: &[ALONE, MEANWHILE],
    },
    Control {
        goal: "EH-60",
        name: "Whoever has a role proved a short while ago who they are before they change their account",
        edits: &[edit(CONTEXT, "Some(_) => Proof::Staff,", "Some(_) => Proof::Fresh,")],
        tests: &["it::staff_owners::eh_60_whoever_proved_it_a_while_ago_does_so_again_and_loses_nothing"],
    },
    Control {
        goal: "CP-46",
        name: "The link for a forgotten password stands in for no second step",
        edits: &[edit(
            ENTERING,
            "if link.purpose == LinkPurpose::Reset\n        && let Some(path)",
            "if false\n        && let Some(path)",
        )],
        tests: &[FORGOTTEN],
    },
    Control {
        goal: "G-A4",
        name: "Whoever types their password has opened no link, whatever was begun in their session",
        edits: &[edit(
            "server/store/src/staff/signing_in.rs",
            "started_at = $4, expires_at = $5, proved_at = null\"",
            "started_at = $4, expires_at = $5\"",
        )],
        tests: &[FORGOTTEN],
    },
    Control {
        goal: "G-A4",
        name: "Whoever sets anew how they sign in is signed out everywhere",
        edits: &[edit(
            "server/backend/src/staff/people.rs",
            "    end(&mut case.tx, target.id).await?;\n    let of_target",
            "    let of_target",
        )],
        tests: &["it::staff_leaving::who_is_reset_signs_in_by_the_link_alone_and_with_nothing_of_before"],
    },
    Control {
        goal: "G-A11",
        name: "No invitation outlives the account of its address",
        edits: &[
            edit(
                "server/backend/src/accounts/closing.rs",
                "    staff::cancels_invitations(backend, &mut tx, account, (account, &email.normalised())).await?;\n",
                "",
            ),
            edit(
                "server/store/src/accounts/closing.rs",
                "(delete from staff_invitations where email_norm = $1)",
                "(delete from staff_invitations where email_norm = $1 and false)",
            ),
        ],
        tests: &["it::staff_links::g_a11_nothing_that_was_mailed_outlives_a_closed_account"],
    },
    Control {
        goal: "EH-60",
        name: "A form whose permission asks for a fresh proof is taken with one only",
        edits: &[edit(
            "app/islands/src/context/admission.rs",
            "if permission.is_proved_anew() {",
            "if false && permission.is_proved_anew() {",
        )],
        tests: &[
            "it::access_proofs::eh_60_staff_prove_anew_who_they_are_before_what_the_table_says",
            "it::staff_again::eh_60_everything_that_changes_what_others_may_do_asks_once_more",
        ],
    },
    Control {
        goal: "G-A11",
        name: "Of several links to an account for the same the newest works",
        edits: &[
            edit(
                "server/store/src/accounts/links.rs",
                "(l.expires_at, l.id))\"#",
                "(l.expires_at, l.id) and false)\"#",
            ),
            edit(
                "server/store/src/accounts/links.rs",
                "(l.expires_at, l.id))\n               returning",
                "(l.expires_at, l.id) and false)\n               returning",
            ),
        ],
        tests: &["it::account_journey::of_several_links_for_the_same_the_newest_works"],
    },
];
