//! The forms that begin a draft, save it, come back to it, and settle what two of anything leave open.

use crate::{
    form::{Field, Kind},
    one_time_code::CODE,
    paths,
    text::{EmailAddress, OneTimeCode},
};

button! {
    /// Begins a registration.
    StartRegistration, "start-registration", paths::register()
}
button! {
    /// Asks for another code to come back with.
    ResumeCodeAgain, "resume-code-again", paths::register_resume_code()
}

/// Where to send the way back.
pub const SAVE_EMAIL: Field<EmailAddress> = Field::new("save_email").kind(Kind::Email).autocomplete("email").hint();
/// The address a draft was saved for.
pub const RESUME_EMAIL: Field<EmailAddress> = Field::new("resume_email").kind(Kind::Email).autocomplete("email").hint();
/// Which button of the page about two windows was pressed.
pub const SETTLE: Field<Settled> = Field::new("settle").kind(Kind::Hidden);
/// Which button of the page about two drafts was pressed.
pub const KEEP_DRAFT: Field<KeptDraft> = Field::new("keep_draft").kind(Kind::Hidden);

choice! {
    /// Which answers are kept when two windows gave different ones.
    Settled {
        /// "Use what I typed here".
        Typed = "typed",
        /// "Keep the stored answers".
        Stored = "stored",
    }
}
choice! {
    /// Which of two drafts is kept.
    KeptDraft {
        /// "Keep the earlier answers".
        Earlier = "earlier",
        /// "Keep the newer answers".
        Newer = "newer",
    }
}
answers_by_code!(Settled, KeptDraft);

asks_one! {
    /// Saves a draft for an address.
    SaveDraft {
        /// Where to send the way back.
        email: EmailAddress = SAVE_EMAIL
    }, "save-draft", paths::register_save()
}
asks_one! {
    /// Asks for a code to come back with.
    Resume {
        /// The address the draft was saved for.
        email: EmailAddress = RESUME_EMAIL
    }, "resume", paths::register_resume()
}
asks_one! {
    /// Comes back to a draft.
    ResumeCode {
        /// The code that was mailed.
        code: OneTimeCode = CODE
    }, "resume-code", paths::register_resume_code()
}
asks_one! {
    /// Settles what two windows left open.
    SettleConflict {
        /// Which answers are kept.
        keep: Settled = SETTLE
    }, "settle-conflict", paths::register_changed()
}
asks_one! {
    /// Chooses between two drafts of one address.
    ChooseDraft {
        /// Which one is kept.
        keep: KeptDraft = KEEP_DRAFT
    }, "choose-draft", paths::register_which()
}

by_link! {
    /// Asks for a code, by the link in a message about a draft.
    ResumeByLink, "resume-by-link", paths::register_resume()
}
by_link! {
    /// Deletes a draft, by the link in a message about it.
    DiscardDraft, "discard-draft", paths::register_resume()
}
