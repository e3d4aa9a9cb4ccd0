//! How staff sign in, in two steps, and for how long they are in.

use super::{Control, edit};

const CONTEXT: &str = "app/islands/src/context/staff.rs";
const FACTORS: &str = "server/store/src/staff/factors.rs";
const RECOVERY: &str = "server/store/src/staff/recovery.rs";
const SIGNING_IN: &str = "server/backend/src/staff/signing_in.rs";
const STORED: &str = "server/store/src/staff/signing_in.rs";
const SESSIONS: &str = "server/store/src/sessions/mod.rs";
const VIEWER: &str = "server/store/src/sessions/viewer.rs";
const ONCE: &str = "it::staff_secrets::cp_46_recovery_codes_are_shown_once_and_only_where_they_were_made";
const OUTSIDE: &str = "it::staff_sign_in::eh_59_a_link_a_password_or_one_step_alone_opens_nothing";
const FIVE_CODES: &str = "it::staff_sign_in::cp_46_five_wrong_codes_or_a_quarter_of_an_hour_end_what_was_begun";
const JUST_NOW: &str = "it::staff_secrets::cp_46_recovery_codes_are_shown_to_whoever_proved_just_now_who_they_are";
const ONE_IS_IN: &str = "it::single_use_staff::g_a11_a_code_of_either_kind_lets_one_of_a_hundred_in";
const NEXT_REQUEST: &str = "it::staff_sessions::g_a4_another_role_or_state_holds_from_the_next_request_on";

pub const CONTROLS: &[Control] = &[
    Control {
        goal: "CP-46",
        name: "A password alone signs nobody in as staff",
        edits: &[edit(
            SIGNING_IN,
            "Ok(Entered { path, token })",
            "drop(token);\n    let mut tx = backend.db.begin().await.map_err(StoreError::from)?;\n    \
             let entered = enter(backend, &mut tx, browser, account.id, super::How::Code).await?;\n    \
             tx.commit().await.map_err(StoreError::from)?;\n    Ok(Entered { path, ..entered })",
        )],
        tests: &[OUTSIDE],
    },
    Control {
        goal: "CP-46",
        name: "A form of staff wants a session in which both steps were taken",
        edits: &[edit(SESSIONS, "s.staff_since > $8", "s.signed_in_at > $8")],
        tests: &[OUTSIDE, "it::staff_sessions::a_link_or_a_password_alone_makes_nobody_staff"],
    },
    Control {
        goal: "EH-59",
        name: "A password does not stand in for the provider that signs somebody in",
        edits: &[edit(SIGNING_IN, "|| is_new && !account.has_provider", "|| true")],
        tests: &["it::staff_limits::g_a9_whoever_may_not_sign_in_is_told_the_same_as_whoever_guessed_wrong"],
    },
    Control {
        goal: "CP-46",
        name: "A code of an authenticator works once",
        edits: &[edit(
            FACTORS,
            "and secret is not null and last_step < $2",
            "and secret is not null and (last_step < $2 or true)",
        )],
        tests: &["it::staff_sign_in::cp_46_a_code_works_once_and_no_earlier_one_after_it", ONE_IS_IN],
    },
    Control {
        goal: "CP-46",
        name: "A recovery code works once",
        edits: &[edit(FACTORS, "array_remove(recovery_hashes, $2::bytea)", "recovery_hashes")],
        tests: &["it::staff_again::cp_46_a_recovery_code_proves_it_as_well_and_once", ONE_IS_IN],
    },
    Control {
        goal: "CP-46",
        name: "A password alone leads to setting up the second step for a day after an invitation was accepted",
        edits: &[edit(SIGNING_IN, "now - SET_UP_HOURS.hours()", "now - (100 * SET_UP_HOURS).hours()")],
        tests: &["it::staff_secrets::cp_46_the_first_second_step_is_set_up_within_a_day_of_accepting"],
    },
    Control {
        goal: "CP-46",
        name: "An authenticator that is being set up ends after a quarter of an hour",
        edits: &[
            edit(FACTORS, "= $2 and next_expires_at > $3 then", "= $2 and (next_expires_at > $3 or true) then"),
            edit(FACTORS, "= $2 and u.next_expires_at > $3, false", "= $2 and (u.next_expires_at > $3 or true), false"),
            edit(FACTORS, "= $2 and next_expires_at > $4", "= $2 and (next_expires_at > $4 or true)"),
        ],
        tests: &["it::staff_secrets::cp_46_an_authenticator_is_set_up_within_a_quarter_of_an_hour"],
    },
    Control {
        goal: "CP-46",
        name: "Recovery codes are shown in the session that made them",
        edits: &[edit(RECOVERY, "where s.id = $2 and m.id = $1", "where (s.id = $2 or true) and m.id = $1")],
        tests: &[ONCE],
    },
    Control {
        goal: "CP-46",
        name: "Recovery codes are shown once",
        edits: &[edit(
            RECOVERY,
            "update sessions s set recovery_generation = null",
            "update sessions s set recovery_generation = s.recovery_generation",
        )],
        tests: &[ONCE, "it::staff_journey::work_comes_first_and_recovery_codes_are_shown_once"],
    },
    Control {
        goal: "CP-46",
        name: "Recovery codes are shown to whoever proved a short while ago who they are",
        edits: &[edit(RECOVERY, "_until > $3 and $4", "_until > $3 and ($4 or true)")],
        tests: &[JUST_NOW],
    },
    Control {
        goal: "CP-46",
        name: "Recovery codes are shown for ten minutes",
        edits: &[edit(RECOVERY, "m.recovery_shown_until > $3 and", "(m.recovery_shown_until > $3 or true) and")],
        tests: &[JUST_NOW],
    },
    Control {
        goal: "CP-46",
        name: "Five wrong codes end what was begun",
        edits: &[edit(
            SIGNING_IN,
            "signing_in::count_try(&backend.db, browser.session).await?;",
            "signing_in::count_try(&backend.db, browser.session).await?.min(1);",
        )],
        tests: &[FIVE_CODES],
    },
    Control {
        goal: "CP-46",
        name: "The second step is waited for a quarter of an hour",
        edits: &[edit(
            STORED,
            "s.session_id = $1 and s.expires_at > $2",
            "s.session_id = $1 and (s.expires_at > $2 or true)",
        )],
        tests: &[FIVE_CODES],
    },
    Control {
        goal: "CP-46",
        name: "Whoever has a second step sets up no other with the password alone",
        edits: &[
            edit("server/backend/src/staff/second_step.rs", "step.filter(|step| !step.has_factor()).map(", "step.map("),
            edit(
                "server/backend/src/staff/second_step.rs",
                "own.is_some_and(|own| !own.has_authenticator && own.passkeys == 0)",
                "own.is_some()",
            ),
        ],
        tests: &[OUTSIDE, "it::staff_sign_in::who_left_before_the_second_step_was_set_up_comes_back_to_it"],
    },
    Control {
        goal: "G-A4",
        name: "The first step gives the session another token",
        edits: &[
            edit(
                STORED,
                "with renewed as (update sessions set token_hash = $3, account_id = null",
                "with renewed as (update sessions set token_hash = coalesce(token_hash, $3), account_id = null",
            ),
            edit(
                CONTEXT,
                "self.newcomer().await?, form).await?;\n        Ok(self.enters(entered))",
                "self.newcomer().await?, form).await?;\n        Ok(entered.path)",
            ),
        ],
        tests: &["it::staff_sign_in::g_a4_a_planted_session_is_worth_nothing"],
    },
    Control {
        goal: "G-A10",
        name: "An address has three tries at its password where staff sign in",
        edits: &[edit(
            SIGNING_IN,
            "    networks::count_subject(backend, &format!(\"staff-password:{email_norm}:{network}\"), TRIES).await?;\n",
            "",
        )],
        tests: &["it::staff_limits::g_a10_an_address_is_tried_three_times_in_a_quarter_of_an_hour"],
    },
    Control {
        goal: "G-A10",
        name: "A network has ten tries at passwords where staff sign in",
        edits: &[edit(
            SIGNING_IN,
            "    networks::count_in(backend, browser.from, \"staff-password-net\", NETWORK_TRIES).await?;\n",
            "",
        )],
        tests: &["it::staff_limits::g_a10_a_network_tries_ten_passwords_in_ten_minutes"],
    },
    Control {
        goal: "G-A10",
        name: "An account has ten tries at codes in an hour",
        edits: &[edit(
            SIGNING_IN,
            "    networks::count_subject(backend, &format!(\"staff-code:{account}\"), CODES).await?;\n",
            "",
        )],
        tests: &["it::staff_limits::g_a10_an_account_is_tried_with_ten_codes_an_hour"],
    },
    Control {
        goal: "G-A4",
        name: "Whoever is staff and does nothing for half an hour is not any more",
        edits: &[edit(SESSIONS, "now - STAFF_IDLE_MINUTES.minutes()", "now - (100 * STAFF_IDLE_MINUTES).minutes()")],
        tests: &["it::staff_sessions::g_a4_whoever_does_nothing_for_30_minutes_is_not_staff_any_more"],
    },
    Control {
        goal: "G-A4",
        name: "Nobody is staff for longer than twelve hours, by either of two limits",
        edits: &[
            edit(SESSIONS, "now - STAFF_HOURS.hours()", "now - (100 * STAFF_HOURS).hours()"),
            edit(SESSIONS, "now - SIGNED_IN_HOURS.hours()", "now - (100 * SIGNED_IN_HOURS).hours()"),
        ],
        tests: &["it::staff_sessions::g_a4_after_12_hours_it_ends_whatever_they_do"],
    },
    Control {
        goal: "G-A4",
        name: "A page of staff asks each time whether they are suspended",
        edits: &[
            edit(VIEWER, "a.state in ('active', 'pending') and s.signed_in_at > $8", "s.signed_in_at > $8"),
            edit(
                VIEWER,
                "case when a.state = 'active' then a.id end as \"account?",
                "case when a.state <> 'pending' then a.id end as \"account?",
            ),
            edit(VIEWER, "coalesce(a.state = 'active' and s.staff_since > $12", "coalesce(s.staff_since > $12"),
        ],
        tests: &[NEXT_REQUEST],
    },
    Control {
        goal: "G-A4",
        name: "A form of staff asks each time whether they are suspended",
        edits: &[
            edit(SESSIONS, "a.state in ('active', 'pending') and s.signed_in_at > $6", "s.signed_in_at > $6"),
            edit(SESSIONS, "coalesce(a.state = 'active' and s.staff_since > $8", "coalesce(s.staff_since > $8"),
        ],
        tests: &[NEXT_REQUEST],
    },
    Control {
        goal: "EH-60",
        name: "Whoever changes what others may do proved a short while ago who they are",
        edits: &[edit(
            "server/backend/src/staff/confirming.rs",
            "now - CONFIRMED_MINUTES.minutes()",
            "now - (100 * CONFIRMED_MINUTES).minutes()",
        )],
        tests: &[
            "backend::staff::confirming::tests::a_proof_holds_for_ten_minutes",
            "it::staff_again::eh_60_everything_that_changes_what_others_may_do_asks_once_more",
            "it::staff_again::eh_60_whoever_signed_in_a_while_ago_is_asked_once_more_and_loses_nothing",
        ],
    },
    Control {
        goal: "G-P1",
        name: "Of a proof that was refused no code is kept",
        edits: &[edit(
            "app/domain/src/staff/sign_in_forms.rs",
            "paths::staff_confirm_then(next_of(answers).as_ref())\n    }\n\n    \
             fn kept(answers: &Answers) -> Answers {\n        answers.only(&[STAFF_NEXT.declared()])",
            "paths::staff_confirm_then(next_of(answers).as_ref())\n    }\n\n    \
             fn kept(answers: &Answers) -> Answers {\n        answers.only(Self::FIELDS)",
        )],
        tests: &["it::staff_canary::nothing_that_staff_sign_in_with_stands_anywhere_in_the_clear"],
    },
];
