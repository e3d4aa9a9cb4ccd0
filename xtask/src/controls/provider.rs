//! What a provider and a passkey say of somebody, and what of it is believed.

use super::{Control, edit};

const CEREMONY: &str = "server/backend/src/staff/passkeys/ceremony.rs";
const CLAIMS: &str = "server/backend/src/provider/claims.rs";
const PASSKEYS: &str = "server/store/src/staff/passkeys.rs";
const ROUTES: &str = "server/src/routes/staff.rs";
const SIGN_INS: &str = "server/store/src/staff/provider_sign_ins.rs";
const ASKED_HERE: &str =
    "it::staff_passkeys_refused::cp_46_only_the_answer_to_what_was_asked_on_this_page_of_this_site_counts";
const COMES_BACK: &str = "it::staff_provider::whoever_comes_back_does_so_once_in_time_and_in_their_own_browser";
const HOLDS: &str = "it::staff_provider_faults::what_does_not_hold_signs_nobody_in";
const INVITED: &str = "it::staff_provider_people::eh_69_an_invitation_is_accepted_with_the_address_that_was_invited";
const ON_THE_WAY: &str =
    "it::staff_provider_invited::the_way_there_is_of_the_session_that_pressed_the_button_and_for_some_minutes";
const OWN_SESSION: &str = "it::staff_passkeys_refused::cp_46_an_answer_counts_once_in_its_own_session_and_in_time";
const SENT_BY: &str = "it::staff_provider::other_sites_and_whoever_only_looks_send_nobody_there";

pub const CONTROLS: &[Control] = &[
    Control {
        goal: "EH-59",
        name: "Whoever comes back from the provider does so in their own session",
        edits: &[edit(
            SIGN_INS,
            "where session_id = $1 and state_hash = $2",
            "where (session_id = $1 or true) and state_hash = $2",
        )],
        tests: &[COMES_BACK],
    },
    Control {
        goal: "G-A11",
        name: "Whoever comes back from the provider does so once",
        edits: &[edit(
            SIGN_INS,
            "delete from provider_sign_ins where session_id = $1 and state_hash = $2\n               \
             returning nonce, pkce_verifier, purpose, invitation_id, next, expires_at)",
            "select nonce, pkce_verifier, purpose, invitation_id, next, expires_at from provider_sign_ins \
             where session_id = $1 and state_hash = $2)",
        )],
        tests: &[COMES_BACK, "it::single_use_provider::g_a11_of_a_hundred_who_come_back_at_once_one_is_in"],
    },
    Control {
        goal: "EH-59",
        name: "Whoever comes back from the provider does so within ten minutes",
        edits: &[edit(SIGN_INS, "from taken where expires_at > $3", "from taken where (expires_at > $3 or true)")],
        tests: &[COMES_BACK],
    },
    Control {
        goal: "EH-59",
        name: "A token answers the question that was asked",
        edits: &[edit(
            CLAIMS,
            "token.claims(&verifier, expected.nonce)",
            "token.claims(&verifier, |said: Option<&Nonce>| -> Result<(), String> {\n        \
             let _ = (said, expected.nonce);\n        Ok(())\n    })",
        )],
        tests: &[HOLDS],
    },
    Control {
        goal: "EH-59",
        name: "A token is for us",
        edits: &[edit(CLAIMS, ".set_allowed_algs(", ".require_audience_match(false)\n        .set_allowed_algs(")],
        tests: &[HOLDS],
    },
    Control {
        goal: "EH-59",
        name: "A token is signed with one of the keys of the provider",
        edits: &[edit(CLAIMS, ".set_allowed_algs(", ".insecure_disable_signature_check()\n        .set_allowed_algs(")],
        tests: &[HOLDS],
    },
    Control {
        goal: "EH-59",
        name: "A token is signed in one of two ways, and never with the secret that both know",
        edits: &[
            edit(
                CLAIMS,
                "new_public_client(provider.client_id.clone(), provider",
                "new_confidential_client(provider.client_id.clone(), provider.secret(), provider",
            ),
            edit(CLAIMS, ".set_allowed_algs(algorithms(metadata))", ".allow_any_alg()"),
            edit(
                CLAIMS,
                "let Some(said) = claims.access_token_hash() else",
                "let hmac = openidconnect::core::CoreJwsSigningAlgorithm::HmacSha256;\n    \
                 let is_shared = token.signing_alg().is_ok_and(|alg| *alg == hmac);\n    \
                 let Some(said) = claims.access_token_hash().filter(|_| !is_shared) else",
            ),
        ],
        tests: &[HOLDS],
    },
    Control {
        goal: "EH-59",
        name: "A token holds as long as it says",
        edits: &[edit(
            CLAIMS,
            "expected.now - SKEW_SECONDS.seconds()",
            "expected.now - (20_000_000 * SKEW_SECONDS).seconds()",
        )],
        tests: &[HOLDS],
    },
    Control {
        goal: "EH-59",
        name: "Whoever answers in the place of the provider is not believed",
        edits: &[edit(
            "server/backend/src/provider/flow.rs",
            "if came.issuer.is_some_and(",
            "if false && came.issuer.is_some_and(",
        )],
        tests: &["it::staff_provider_faults::only_whoever_was_sent_has_what_the_challenge_was_made_of"],
    },
    Control {
        goal: "EH-63",
        name: "An address counts where the provider vouches for it",
        edits: &[edit(CLAIMS, ".filter(|_| claims.email_verified() == Some(true))", ".filter(|_| true)")],
        tests: &["it::staff_provider_people::eh_63_an_address_alone_takes_no_account_over", INVITED],
    },
    Control {
        goal: "EH-69",
        name: "An invitation is accepted with the address that it went to",
        edits: &[edit(
            "server/backend/src/provider/people.rs",
            "if invitation.email.normalised() != ",
            "if false && invitation.email.normalised() != ",
        )],
        tests: &[INVITED],
    },
    Control {
        goal: "G-A11",
        name: "An invitation is accepted with the provider in the session that pressed its button",
        edits: &[edit(
            SIGN_INS,
            "where p.session_id = $1 and p.purpose",
            "where (p.session_id = $1 or true) and p.purpose",
        )],
        tests: &[ON_THE_WAY],
    },
    Control {
        goal: "G-A11",
        name: "Whoever accepts an invitation with the provider goes there within ten minutes",
        edits: &[edit(SIGN_INS, "and p.expires_at > $2 and", "and (p.expires_at > $2 or true) and")],
        tests: &[ON_THE_WAY],
    },
    Control {
        goal: "EH-59",
        name: "Whatever fails, nobody stays at the address that the provider sent them back to",
        edits: &[edit(
            "server/src/layers/came_back.rs",
            "if !has_come_back || !has_failed {",
            "if true || !has_come_back || !has_failed {",
        )],
        tests: &["it::staff_provider_failed::nor_where_a_layer_answers_in_the_place_of_the_route"],
    },
    Control {
        goal: "EH-59",
        name: "Whoever connects an account with the provider signed in here a short while ago",
        edits: &[edit(
            "server/backend/src/provider/people.rs",
            "if !self.may_connect(&here) {",
            "if false && !self.may_connect(&here) {",
        )],
        tests: &[
            "it::staff_provider_accounts::an_account_is_connected_by_its_owner_who_signed_in_just_now",
            "it::staff_provider_accounts::a_link_or_a_password_alone_connects_nobody_who_is_staff",
            "it::staff_provider_accounts::staff_connect_where_they_look_after_what_they_sign_in_with",
        ],
    },
    Control {
        goal: "CP-46",
        name: "A passkey verifies whoever uses it",
        edits: &[edit(
            CEREMONY,
            "serde_json::from_value(asked)",
            "serde_json::from_str(&asked.to_string().replace(\"\\\"required\\\"\", \"\\\"discouraged\\\"\"))",
        )],
        tests: &[ASKED_HERE, "it::staff_passkeys_refused::cp_46_a_passkey_is_made_as_it_was_asked_or_not_known"],
    },
    Control {
        goal: "CP-46",
        name: "A passkey answers what was asked in its own session",
        edits: &[edit(
            PASSKEYS,
            "delete from passkey_ceremonies where session_id = $1 and",
            "delete from passkey_ceremonies where (session_id = $1 or true) and",
        )],
        tests: &[OWN_SESSION],
    },
    Control {
        goal: "CP-46",
        name: "What a passkey was asked is answered once",
        edits: &[edit(
            PASSKEYS,
            "delete from passkey_ceremonies where session_id = $1 and purpose = $2 and expires_at > $3 returning state",
            "select state from passkey_ceremonies where session_id = $1 and purpose = $2 and expires_at > $3",
        )],
        tests: &[OWN_SESSION, "it::single_use_staff::g_a11_a_passkey_answers_once_what_it_was_asked"],
    },
    Control {
        goal: "CP-46",
        name: "A passkey that counts too few uses is a copy",
        edits: &[edit(CEREMONY, "&& said <= known", "&& said <= known && false")],
        tests: &["it::staff_passkeys_refused::cp_46_a_copy_of_a_passkey_shows_itself_and_is_written_down"],
    },
    Control {
        goal: "CP-46",
        name: "Nobody signs in with a passkey of somebody else",
        edits: &[
            edit(CEREMONY, "if of == account { Ok(state) }", "if of == account || true { Ok(state) }"),
            edit(
                PASSKEYS,
                "where account_id = $1 and credential_id = $2 for update",
                "where (account_id = $1 or true) and credential_id = $2 for update",
            ),
        ],
        tests: &["it::staff_passkeys_refused::cp_46_nobody_signs_in_with_somebody_elses_passkey"],
    },
    Control {
        goal: "G-A8",
        name: "Signing in leads to pages of staff only",
        edits: &[edit("app/domain/src/staff/factors.rs", "if is_next {", "if is_next || text.starts_with('/') {")],
        tests: &[
            "domain::staff::factors::tests::signing_in_leads_to_pages_of_staff_only",
            "it::staff_again::g_a8_signing_in_leads_nobody_away",
            "it::staff_provider::signing_in_leads_to_pages_of_staff_only",
        ],
    },
    Control {
        goal: "G-A3",
        name: "Another site sends nobody to the provider",
        edits: &[edit(
            ROUTES,
            "if is_from_elsewhere(&parts.headers) {",
            "if false && is_from_elsewhere(&parts.headers) {",
        )],
        tests: &[SENT_BY],
    },
    Control {
        goal: "G-A3",
        name: "Whoever asks for headers alone begins and ends nothing at the provider",
        edits: &[edit(
            ROUTES,
            "if parts.method == Method::HEAD { Err(StatusCode::NO_CONTENT) } else { Ok(provider) }",
            "let _ = parts;\n    Ok(provider)",
        )],
        tests: &[SENT_BY],
    },
];
