//! Before what whoever is signed in as staff proves anew who they are: somebody may have sat down at their screen, and
//! what comes next would outlast that.

use super::Permission;

impl Permission {
    /// Whether its forms are taken only of whoever proved in the last minutes who they are. A form with mistakes says so
    /// first; what was typed stands in it again afterwards.
    pub const fn is_proved_anew(self) -> bool {
        matches!(self, Self::ChangeFactors | Self::ManageStaff)
    }
}

/// Forms that others send as well, or send before they are staff: whoever sends one and is staff proves anew who they are.
/// Whether they are is asked where the account is locked.
pub const PROVED_BY_STAFF: &[&str] = &[
    "account/change-password",
    "account/close",
    "account/confirm-email",
    "account/email",
    "account/remove-password",
    "account/set-password",
    "staff/authenticator",
    "staff/authenticator-confirm",
    "staff/passkey-add",
    "staff/passkey-begin-add",
];
