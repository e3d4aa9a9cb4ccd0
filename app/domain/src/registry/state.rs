//! What a registration counts for, who changes it and through what, and why somebody leaves.

use super::{Step, Task};

choice! {
    /// What a registration counts for.
    RegistrationState {
        /// Its owner is matched and called.
        Active = "active",
        /// Nobody confirmed it for long: not matched until somebody does.
        Lapsed = "lapsed",
        /// Its owner left.
        Withdrawn = "withdrawn",
        /// It was sent for an address that has one, and waits for its owner.
        Held = "held",
        /// It went into another one.
        Merged = "merged",
        /// Nothing of it is left but dates.
        Erased = "erased",
    }
}

choice! {
    /// Who changes a registration.
    Actor {
        /// Its owner.
        Registrant = "registrant",
        /// Whoever works for the registry.
        Staff = "staff",
    }
}

choice! {
    /// Through what a registration, and what is agreed to, is written.
    Channel {
        /// The wizard, which sends it.
        Wizard = "wizard",
        /// The pages of one's own registration.
        Update = "update",
        /// A page of the staff.
        Staff = "staff",
        /// An import.
        Import = "import",
        /// The link of a message.
        Link = "link",
    }
}

choice! {
    /// Why somebody leaves.
    WithdrawalReason {
        /// Too many messages.
        TooManyEmails = "too_many_emails",
        /// The registry is not relevant to them any more.
        NoLongerRelevant = "no_longer_relevant",
        /// They do not remember signing up.
        DoNotRemember = "do_not_remember",
        /// They want to leave.
        Leave = "leave_registry",
        /// Something else, in their own words.
        Other = "other",
    }
}
answers_by_code!(WithdrawalReason);

/// The part of the registration that an answer of its history belongs to, by the name it is kept under.
pub fn task_of(key: &str) -> Option<Task> {
    let name = key.split('/').next().unwrap_or_default();
    let of_specialty = Step::Specialties.task();
    let asked = Step::fixed().find(|step| step.fields().iter().any(|field| field.name == name));
    asked.map(|step| step.task()).or_else(|| (name == super::fields::SUBSPECIALTIES.name()).then_some(of_specialty))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eh_54_every_answer_belongs_to_a_part() {
        for field in super::super::questions::all_fields() {
            assert!(task_of(field.name).is_some(), "{}", field.name);
        }
        assert_eq!(task_of("specialties/Nurse"), Some(Task::Credentials));
        assert_eq!(task_of("subspecialties/RegisteredNurse"), Some(Task::Credentials));
        assert_eq!(task_of("last_deployment_date-day"), Some(Task::Preferences));
        assert_eq!(task_of("consents"), None);
    }
}
