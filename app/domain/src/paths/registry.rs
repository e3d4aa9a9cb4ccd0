//! Addresses of the provider registry.

use super::Path;
use crate::{
    id::{DraftId, RegistrantId},
    registry::Step,
};

fixed! {
    /// What the registry is, and where signing up starts.
    register = "/register",
    /// The parts of a registration and how far they are.
    register_tasks = "/register/tasks",
    /// Check your answers.
    register_check = "/register/check",
    /// A code by e-mail instead of the automatic check.
    register_human_code = "/register/human-code",
    /// Where to send the link back to a draft.
    register_save = "/register/save",
    /// The draft is saved.
    register_saved = "/register/saved",
    /// Come back to a saved draft.
    register_resume = "/register/resume",
    /// The code that was mailed for it.
    register_resume_code = "/register/resume/code",
    /// Two drafts of one address: which to keep.
    register_which = "/register/which",
    /// The draft is deleted.
    register_discarded = "/register/discarded",
    /// The answers were changed in another window.
    register_changed = "/register/changed",
    /// The registration was sent.
    register_done = "/register/done",
    /// The e-mail address is confirmed.
    register_confirmed = "/register/confirmed",
    /// Sign in to one's registration.
    my = "/my",
    /// The code that was mailed for it.
    my_code = "/my/code",
    /// One's registration.
    my_registration = "/my/registration",
}

/// A page of the wizard.
pub fn register_step(step: &Step) -> Path {
    Path(format!("/register/{step}"))
}

/// The link back to a saved draft; `seal` proves that we wrote it.
pub fn register_resume_link(draft: DraftId, seal: &str) -> Path {
    Path(format!("/register/resume/{draft}/{seal}"))
}

/// The link that deletes a saved draft.
pub fn register_discard(draft: DraftId, seal: &str) -> Path {
    Path(format!("/register/discard/{draft}/{seal}"))
}

/// The link that confirms a registrant's e-mail address; `seal` proves that we wrote it.
pub fn register_confirm(registrant: RegistrantId, seal: &str) -> Path {
    Path(format!("/register/confirm/{registrant}/{seal}"))
}

/// Whether an address belongs to the registry: its pages, its forms, and the links of its messages.
pub fn is_of_registry(path: &str) -> bool {
    let page = path.strip_prefix("/do").unwrap_or(path);
    let roots = ["/register", "/my", "/still-right", "/stop-messages", "/withdraw"];
    let rests = roots.iter().filter_map(|root| page.strip_prefix(root));
    rests.into_iter().any(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_registry_is_told_from_the_catalogue() {
        for path in ["/register", "/register/name", "/do/register/answer", "/my/data.json", "/withdraw/1/2"] {
            assert!(is_of_registry(path), "{path}");
        }
        for path in ["/", "/basket", "/do/basket/add", "/registers", "/do"] {
            assert!(!is_of_registry(path), "{path}");
        }
    }
}
