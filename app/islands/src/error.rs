//! What a server function may answer when a person cannot repair it. A closed list: no text of
//! ours or of anybody's crosses this line.

use leptos::server_fn::{codec::JsonEncoding, error::FromServerFnError, error::ServerFnErrorErr};
use serde::{Deserialize, Serialize};

/// The answer of every form: the browser is already on its way to the next page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submitted;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum AppError {
    /// The request cannot be read.
    #[error("the request cannot be read")]
    BadRequest,
    /// Whoever asks may not.
    #[error("not allowed")]
    Forbidden,
    /// There is no such thing, or it is not theirs.
    #[error("not found")]
    NotFound,
    /// It was taken back, or has ended.
    #[error("gone")]
    Gone,
    /// A link of the registry's messages leads nowhere: it was used, is too old, was made up, or is about somebody
    /// else. Nobody learns which.
    #[error("the link has ended")]
    LinkEnded,
    /// Nobody is signed in any more; what was typed can be sent again.
    #[error("signed out")]
    SignedOut,
    /// The registration under way is not open in this browser any more; what was typed can be sent again.
    #[error("the draft is not open here")]
    DraftClosed,
    /// A link of a message about an account leads nowhere, for whatever reason.
    #[error("the link to an account has ended")]
    AccountLinkEnded,
    /// The link to a list leads nowhere: it was taken back, or was none of ours. Nobody learns which.
    #[error("the link to a list has ended")]
    ListLinkEnded,
    /// Nobody is signed in to an account any more; what was typed can be sent again.
    #[error("signed out of the account")]
    AccountSignedOut,
    /// Nobody who is staff is signed in any more; what was typed can be sent again.
    #[error("signed out as staff")]
    StaffSignedOut,
    /// Whoever is staff, or waits to be, may not do this.
    #[error("not theirs to do")]
    NotTheirs,
    /// A link of a message to staff leads nowhere, for whatever reason.
    #[error("the invitation has ended")]
    InvitationEnded,
    /// Too often.
    #[error("too many requests")]
    TooManyRequests,
    /// We cannot answer now.
    #[error("unavailable")]
    Unavailable,
    /// We failed.
    #[error("internal error")]
    Internal,
}

impl AppError {
    /// The HTTP status of this answer.
    pub const fn status(self) -> u16 {
        match self {
            Self::BadRequest => 400,
            Self::Forbidden
            | Self::NotTheirs
            | Self::SignedOut
            | Self::DraftClosed
            | Self::AccountSignedOut
            | Self::StaffSignedOut => 403,
            Self::NotFound => 404,
            Self::Gone | Self::LinkEnded | Self::AccountLinkEnded | Self::ListLinkEnded | Self::InvitationEnded => 410,
            Self::TooManyRequests => 429,
            Self::Unavailable => 503,
            Self::Internal => 500,
        }
    }
}

impl AppError {
    /// The words of its page, where it has more to say than its status: `error-{words}-title` and `error-{words}-body`.
    pub const fn words(self) -> Option<&'static str> {
        match self {
            Self::LinkEnded => Some("registry-link"),
            Self::SignedOut => Some("signed-out"),
            Self::DraftClosed => Some("draft-closed"),
            Self::AccountLinkEnded => Some("account-link"),
            Self::ListLinkEnded => Some("list-link"),
            Self::AccountSignedOut => Some("account-signed-out"),
            Self::StaffSignedOut => Some("staff-signed-out"),
            Self::NotTheirs => Some("not-theirs"),
            Self::InvitationEnded => Some("invitation"),
            _ => None,
        }
    }

    /// Whether the same may be accepted another time.
    pub const fn may_pass(self) -> bool {
        Self::may_pass_after(self.status())
    }

    /// Whether what it was about is not open in this browser any more: the same may be accepted once it is.
    pub const fn is_closed(self) -> bool {
        matches!(self, Self::SignedOut | Self::DraftClosed | Self::AccountSignedOut | Self::StaffSignedOut)
    }

    /// Whether what was answered with this HTTP status may be accepted another time.
    pub const fn may_pass_after(status: u16) -> bool {
        matches!(status, 429 | 500 | 503)
    }
}

impl FromServerFnError for AppError {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let answer = match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) | ServerFnErrorErr::Deserialization(_) => {
                Self::BadRequest
            }
            _ => Self::Internal,
        };
        #[cfg(feature = "ssr")]
        crate::context::answer_with(answer);
        answer
    }
}
