//! Addresses where people look after their own registration.

use super::Path;
use crate::{id::RegistrantId, registry::Step};

fixed! {
    /// Two windows changed it: whose answers to keep.
    my_changed = "/my/changed",
    /// A registration that was sent for the same address: which answers to keep.
    my_held = "/my/which",
    /// What one agreed to besides.
    my_consents = "/my/consents",
    /// Whether one is deployed now.
    my_deployment = "/my/deployment",
    /// Another e-mail address.
    my_email = "/my/email",
    /// The code that was mailed there.
    my_email_code = "/my/email/code",
    /// The change of address was undone.
    my_email_undone = "/my/email/undone",
    /// Withdraw.
    my_withdraw = "/my/withdraw",
    /// It is withdrawn.
    my_withdrawn = "/my/withdrawn",
    /// Come back.
    my_rejoin = "/my/rejoin",
    /// Everything that is held of oneself, to read.
    my_data = "/my/data",
    /// The same for programs.
    my_data_json = "/my/data.json",
    /// Have it erased.
    my_erase = "/my/erase",
    /// It is erased.
    my_erased = "/my/erased",
    /// Nobody is signed in any more.
    my_signed_out = "/my/signed-out",
    /// The details of a registration are still right.
    still_right_done = "/still-right/done",
}

/// Where one page of one's registration is changed.
pub fn my_step(step: &Step) -> Path {
    Path(format!("/my/registration/{step}"))
}

/// The link that signs in: by its button in the browser that asked for it, with the code beside it in any other.
pub fn my_link(token: &str) -> Path {
    Path(format!("/my/link/{token}"))
}

/// The link of the yearly question; `seal` proves that we wrote it, as in those that follow.
pub fn still_right(registrant: RegistrantId, seal: &str) -> Path {
    Path(format!("/still-right/{registrant}/{seal}"))
}

/// The link that stops messages of campaigns.
pub fn stop_messages(registrant: RegistrantId, seal: &str) -> Path {
    Path(format!("/stop-messages/{registrant}/{seal}"))
}

/// The link of a message by which its reader withdraws.
pub fn withdraw_link(registrant: RegistrantId, seal: &str) -> Path {
    Path(format!("/withdraw/{registrant}/{seal}"))
}

/// The link that undoes a change of address.
pub fn undo_email(change: uuid::Uuid, seal: &str) -> Path {
    Path(format!("/my/email/undo/{change}/{seal}"))
}
