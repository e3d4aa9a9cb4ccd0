//! The pages of the wizard: one topic each.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{answers, texts::SpecialtyId};
use crate::form::{Answer, Answers, Facts, FieldErrors, MALFORMED, Problem};

/// A page of the wizard.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Step {
    /// What is your name?
    Name,
    /// What is your postal code?
    PostalCode,
    /// What are your phone numbers?
    Phones,
    /// What is your email address?
    Email,
    /// What is your profession?
    Profession,
    /// What is your job title?
    JobTitle,
    /// Which specialties do you work in?
    Specialties,
    /// Which areas of a specialty?
    Subspecialties(SpecialtyId),
    /// Are you registered with a college?
    RegistrationStatus,
    /// What is your registration number?
    RegistrationNumber,
    /// What is your current employment?
    Employment,
    /// Where are you employed, or in a practicum or residency?
    Employers,
    /// What best describes you?
    Circumstance,
    /// Would you go anywhere in British Columbia?
    Anywhere,
    /// Where would you go?
    Locations,
    /// Tell us about your experience.
    Experience,
    /// What kinds of placement would you take?
    Placements,
    /// Have you had immunization training?
    Immunization,
    /// What is the longest you could be deployed?
    Duration,
    /// What hours could you work?
    Hours,
    /// Have you been deployed before?
    DeployedBefore,
    /// When and with whom?
    LastDeployment,
}

choice! {
    /// A part of the registration, as the task list shows it.
    Task {
        /// Name and postal code.
        Primary = "primary",
        /// Telephone numbers and e-mail address.
        Contact = "contact",
        /// Profession and employment.
        Credentials = "credentials",
        /// Where, how and how long.
        Preferences = "preferences",
        /// Check and submit.
        Check = "check",
    }
}

impl Task {
    /// Its place among the five, from 1.
    pub const fn number(self) -> i32 {
        self as i32 + 1
    }
}

/// Pages whose address is one fixed word.
const FIXED: [(&str, Step); 21] = [
    ("name", Step::Name),
    ("postal-code", Step::PostalCode),
    ("phones", Step::Phones),
    ("email", Step::Email),
    ("profession", Step::Profession),
    ("job-title", Step::JobTitle),
    ("specialties", Step::Specialties),
    ("registration-status", Step::RegistrationStatus),
    ("registration-number", Step::RegistrationNumber),
    ("employment", Step::Employment),
    ("employers", Step::Employers),
    ("circumstance", Step::Circumstance),
    ("anywhere", Step::Anywhere),
    ("locations", Step::Locations),
    ("experience", Step::Experience),
    ("placements", Step::Placements),
    ("immunization", Step::Immunization),
    ("duration", Step::Duration),
    ("hours", Step::Hours),
    ("deployed-before", Step::DeployedBefore),
    ("last-deployment", Step::LastDeployment),
];

/// Before the specialty in the address of a page of subspecialties.
const SUBSPECIALTIES_OF: &str = "subspecialties/";

impl Step {
    /// The pages with a fixed address, in the order of the wizard.
    pub fn fixed() -> impl Iterator<Item = Self> {
        FIXED.into_iter().map(|(_, step)| step)
    }

    /// Its address below `/register/`.
    pub fn slug(&self) -> String {
        if let Self::Subspecialties(specialty) = self {
            return format!("{SUBSPECIALTIES_OF}{specialty}");
        }
        FIXED.iter().find(|(_, step)| step == self).map_or_else(String::new, |(slug, _)| (*slug).to_owned())
    }

    /// Its name in ids of words: the address, without the specialty.
    pub fn words(&self) -> String {
        self.slug().split('/').next().unwrap_or_default().to_owned()
    }

    /// The page at an address.
    pub fn from_slug(slug: &str) -> Option<Self> {
        if let Some(specialty) = slug.strip_prefix(SUBSPECIALTIES_OF) {
            return SpecialtyId::read(specialty).ok().map(Self::Subspecialties);
        }
        FIXED.into_iter().find(|(known, _)| *known == slug).map(|(_, step)| step)
    }

    /// The part of the registration it belongs to.
    pub const fn task(&self) -> Task {
        match self {
            Self::Name | Self::PostalCode => Task::Primary,
            Self::Phones | Self::Email => Task::Contact,
            Self::Profession
            | Self::JobTitle
            | Self::Specialties
            | Self::Subspecialties(_)
            | Self::RegistrationStatus
            | Self::RegistrationNumber
            | Self::Employment
            | Self::Employers
            | Self::Circumstance => Task::Credentials,
            _ => Task::Preferences,
        }
    }

    /// Everything that is wrong with the answers to its questions.
    pub fn check(&self, answers: &Answers, facts: &Facts) -> FieldErrors {
        answers::check(self, answers, facts)
    }
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.slug())
    }
}

impl Answer for Step {
    const MAX_CHARS: usize = 80;

    fn read(text: &str) -> Result<Self, Problem> {
        Self::from_slug(text).ok_or(MALFORMED)
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.slug())
    }
}

impl<'de> Deserialize<'de> for Step {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let slug = String::deserialize(deserializer)?;
        Self::from_slug(&slug).ok_or_else(|| de::Error::custom("no such page"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eh_06_each_page_has_one_address() {
        for step in Step::fixed() {
            assert_eq!(Step::from_slug(&step.slug()), Some(step));
        }
        let areas = Step::from_slug("subspecialties/Registered").expect("a page of a specialty");
        assert_eq!((areas.slug().as_str(), areas.words().as_str()), ("subspecialties/Registered", "subspecialties"));
        for wrong in ["", "names", "subspecialties", "subspecialties/", "subspecialties/a/b", "check"] {
            assert_eq!(Step::from_slug(wrong), None, "{wrong}");
        }
        assert_eq!(Task::ALL.iter().map(|task| task.number()).collect::<Vec<_>>(), [1, 2, 3, 4, 5]);
    }
}
