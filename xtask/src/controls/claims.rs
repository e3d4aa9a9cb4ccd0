//! What a provider's answer is held against, beside what `provider` says.

use super::{Control, edit};

const CLAIMS: &str = "server/backend/src/provider/claims.rs";
const FLOW: &str = "server/backend/src/provider/flow.rs";
const HOLDS: &str = "it::staff_provider_faults::what_does_not_hold_signs_nobody_in";
const SENT: &str = "it::staff_provider_faults::only_whoever_was_sent_has_what_the_challenge_was_made_of";

pub const CONTROLS: &[Control] = &[
    Control {
        goal: "EH-59",
        name: "A code is exchanged by whoever has what its challenge was made of",
        edits: &[
            edit(
                FLOW,
                "from_code_verifier_sha256(&PkceCodeVerifier::new(verifier))",
                "from_code_verifier_sha256(&PkceCodeVerifier::new({\n                drop(verifier);\n                \
                 \"b\".repeat(43)\n            }))",
            ),
            edit(
                FLOW,
                "PkceCodeVerifier::new(sign_in.pkce_verifier.clone())",
                "PkceCodeVerifier::new(\"b\".repeat(43))",
            ),
        ],
        tests: &[SENT],
    },
    Control {
        goal: "EH-59",
        name: "Whoever comes back comes from the issuer that they were sent to",
        edits: &[edit(FLOW, "if came.issuer.is_some_and(", "if false && came.issuer.is_some_and(")],
        tests: &[SENT],
    },
    Control {
        goal: "EH-59",
        name: "A token is of the issuer",
        edits: &[edit(CLAIMS, ".set_allowed_algs(", ".require_issuer_match(false)\n        .set_allowed_algs(")],
        tests: &[HOLDS],
    },
    Control {
        goal: "EH-59",
        name: "A token was not given to another party",
        edits: &[edit(CLAIMS, "if claims.authorized_party()", "if false && claims.authorized_party()")],
        tests: &[HOLDS],
    },
    Control {
        goal: "EH-59",
        name: "A token came with its access token",
        edits: &[edit(
            CLAIMS,
            "fits_access_token(answer, token, &verifier, claims)?;",
            "let _ = fits_access_token(answer, token, &verifier, claims);",
        )],
        tests: &[HOLDS],
    },
    Control {
        goal: "EH-59",
        name: "Whoever proves anew who they are signed in there since they left",
        edits: &[edit(CLAIMS, "if is_anew {", "if is_anew || true {")],
        tests: &["it::staff_provider_people::staff_prove_anew_who_they_are"],
    },
];
