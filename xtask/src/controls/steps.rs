//! What a session of staff is worth between the two steps, after each proof, and once somebody signed out.

use super::{Control, edit};

const CONTEXT: &str = "app/islands/src/context/staff.rs";
const STORED: &str = "server/store/src/staff/signing_in.rs";
const PLANTED: &str = "it::staff_sign_in::g_a4_a_planted_session_is_worth_nothing";

pub const CONTROLS: &[Control] = &[
    Control {
        goal: "G-A4",
        name: "Nobody stays signed in between the two steps",
        edits: &[edit(
            STORED,
            "set token_hash = $3, account_id = null, signed_in_at = null, proved_at = null,\n             \
             browser = null, system = null, staff_since = null, staff_confirmed_at = null, provider_issuer = null \
             where id = $1)",
            "set token_hash = $3 where id = $1)",
        )],
        tests: &["it::staff_sign_in::nobody_stays_signed_in_between_the_two_steps"],
    },
    Control {
        goal: "G-A4",
        name: "A first step counts in its own session, for the code and for its tries",
        edits: &[
            edit(
                STORED,
                "where s.session_id = $1 and s.expires_at > $2",
                "where (s.session_id = $1 or true) and s.expires_at > $2",
            ),
            edit(
                STORED,
                "where session_id = $1 and tries < 1000 returning",
                "where (session_id = $1 or true) and tries < 1000 returning",
            ),
            edit(
                "server/store/src/staff/locked.rs",
                "where session_id = $1 and account_id = $2 and expires_at > $3 for update",
                "where (session_id = $1 or true) and account_id = $2 and expires_at > $3 for update",
            ),
        ],
        tests: &["it::staff_sign_in::g_a4_a_step_counts_in_its_own_session"],
    },
    Control {
        goal: "G-A4",
        name: "The second step gives the session another token",
        edits: &[
            edit(
                STORED,
                "update sessions set account_id = $2, token_hash = $3, signed_in_at = $4",
                "update sessions set account_id = $2, token_hash = coalesce(token_hash, $3), signed_in_at = $4",
            ),
            edit(
                CONTEXT,
                "match staff::code(&self.backend, self.newcomer().await?, form).await {\n            \
                 Ok(entered) => Ok(self.enters(entered)),",
                "match staff::code(&self.backend, self.newcomer().await?, form).await {\n            \
                 Ok(entered) => Ok(entered.path),",
            ),
            edit(
                CONTEXT,
                "Ok(entered.map_or_else(paths::staff_security, |entered| self.enters(entered)))",
                "Ok(entered.map_or_else(paths::staff_security, |entered| entered.path))",
            ),
        ],
        tests: &[PLANTED],
    },
    Control {
        goal: "G-A4",
        name: "Proving once more who one is gives the session another token",
        edits: &[
            edit(
                STORED,
                "update sessions set token_hash = $2, staff_confirmed_at = $3",
                "update sessions set token_hash = coalesce(token_hash, $2), staff_confirmed_at = $3",
            ),
            edit(
                CONTEXT,
                "staff::confirm(&self.backend, self.staff()?, form).await.map_err(Refusal::of_staff)?;\n        Ok(self.enters(entered))",
                "staff::confirm(&self.backend, self.staff()?, form).await.map_err(Refusal::of_staff)?;\n        Ok(entered.path)",
            ),
            edit(
                "app/islands/src/context/passkeys.rs",
                "passkeys::confirm(&self.backend, self.staff()?, form).await.map_err(Refusal::of_staff)?;\n        Ok(self.enters(entered))",
                "passkeys::confirm(&self.backend, self.staff()?, form).await.map_err(Refusal::of_staff)?;\n        Ok(entered.path)",
            ),
        ],
        tests: &[PLANTED, "it::staff_passkeys::rp_52_a_passkey_proves_anew_who_one_is_and_leads_back"],
    },
    Control {
        goal: "G-A4",
        name: "With another password whoever was halfway in begins anew",
        edits: &[edit(
            "server/store/src/accounts/signing_in.rs",
            "with halfway as (delete from staff_sign_ins where account_id = $1 and session_id is distinct from $2)\n         \
             delete from sessions where account_id",
            "delete from sessions where account_id",
        )],
        tests: &["it::staff_leaving::g_a4_with_another_password_whoever_was_halfway_in_begins_anew"],
    },
    Control {
        goal: "G-A4",
        name: "Staff who sign out leave no session behind",
        edits: &[edit(
            STORED,
            "delete from sessions where id = $1 and account_id is not null returning provider_issuer",
            "select provider_issuer from sessions where id = $1 and account_id is not null",
        )],
        tests: &["it::staff_journey::eh_61_who_signs_out_leaves_nothing_and_comes_back_with_both_steps"],
    },
];
