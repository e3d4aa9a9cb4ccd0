//! A whole registration, typed: an answer that does not apply has no place in it.

use super::{
    Draft, Register, Step,
    answers::{Experience, LastDeployment, Name, Number, Phones},
    lists::{
        Circumstance, CurrentEmployment, DeploymentType, Duration, Employer, Placement, RegistrationStatus, YesNo,
    },
    reading::Reading,
    texts::{JobTitle, PlaceId, PostalCode, SpecialtyId, StreamId, SubspecialtyId},
};
use crate::{form::FieldErrors, text::EmailAddress, time::Day};

/// What somebody does, with what that profession is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Profession {
    /// Work that is not clinical.
    NonClinical {
        /// The profession.
        stream: StreamId,
        /// The title of the job.
        job_title: JobTitle,
    },
    /// A profession without specialties.
    Plain(StreamId),
    /// A profession with specialties.
    Specialised {
        /// The profession.
        stream: StreamId,
        /// Its chosen specialties, each with its chosen areas.
        specialties: Vec<(SpecialtyId, Vec<SubspecialtyId>)>,
    },
}

impl Profession {
    /// The profession.
    pub const fn stream(&self) -> &StreamId {
        match self {
            Self::NonClinical { stream, .. } | Self::Plain(stream) | Self::Specialised { stream, .. } => stream,
        }
    }

    /// The title of the job, where it is asked.
    pub const fn job_title(&self) -> Option<&JobTitle> {
        if let Self::NonClinical { job_title, .. } = self { Some(job_title) } else { None }
    }

    /// The specialties, where there are any.
    pub fn specialties(&self) -> &[(SpecialtyId, Vec<SubspecialtyId>)] {
        if let Self::Specialised { specialties, .. } = self { specialties } else { &[] }
    }
}

/// How somebody stands with their college.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The college gave them a number, or will.
    Registered {
        /// In good standing, or temporary.
        status: RegistrationStatus,
        /// The college and the number, as far as they were given.
        number: Number,
    },
    /// It did not.
    Unregistered(RegistrationStatus),
}

impl Standing {
    /// The status.
    pub const fn status(&self) -> RegistrationStatus {
        match self {
            Self::Registered { status, .. } | Self::Unregistered(status) => *status,
        }
    }

    /// The college and the number, where they apply.
    pub const fn number(&self) -> Option<&Number> {
        if let Self::Registered { number, .. } = self { Some(number) } else { None }
    }
}

/// Whether and where somebody works in the health sector.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Employment {
    /// Employed there.
    Employed(Vec<Employer>),
    /// In a practicum or residency there.
    Residency(Vec<Employer>),
    /// Not in the health sector.
    NotEmployed(Circumstance),
}

impl Employment {
    /// Which of the three.
    pub const fn current(&self) -> CurrentEmployment {
        match self {
            Self::Employed(_) => CurrentEmployment::Employed,
            Self::Residency(_) => CurrentEmployment::Residency,
            Self::NotEmployed(_) => CurrentEmployment::NotEmployed,
        }
    }

    /// Where, where that applies.
    pub fn employers(&self) -> &[Employer] {
        match self {
            Self::Employed(employers) | Self::Residency(employers) => employers,
            Self::NotEmployed(_) => &[],
        }
    }

    /// The circumstance, where that applies.
    pub const fn circumstance(&self) -> Option<Circumstance> {
        if let Self::NotEmployed(circumstance) = self { Some(*circumstance) } else { None }
    }
}

/// Where somebody would go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Places {
    /// Anywhere in the province.
    Anywhere(Experience),
    /// To these places.
    Chosen {
        /// The places.
        places: Vec<PlaceId>,
        /// Asked where one of them is in a region that asks.
        experience: Option<Experience>,
    },
}

impl Places {
    /// Whether it is anywhere.
    pub const fn is_anywhere(&self) -> bool {
        matches!(self, Self::Anywhere(_))
    }

    /// The places, where they were chosen.
    pub fn places(&self) -> &[PlaceId] {
        if let Self::Chosen { places, .. } = self { places } else { &[] }
    }

    /// Work with communities, where it was asked.
    pub const fn experience(&self) -> Option<Experience> {
        match self {
            Self::Anywhere(experience) => Some(*experience),
            Self::Chosen { experience, .. } => *experience,
        }
    }
}

/// A whole registration: every question that is asked has its answer. Its address is the registrant's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// Name.
    pub name: Name,
    /// Postal code of where they live.
    pub postal_code: PostalCode,
    /// Telephone numbers.
    pub phones: Phones,
    /// E-mail address.
    pub email: EmailAddress,
    /// What they do.
    pub profession: Profession,
    /// How they stand with their college.
    pub standing: Standing,
    /// Where they work.
    pub employment: Employment,
    /// Where they would go.
    pub places: Places,
    /// Kinds of placement they would take.
    pub placements: Vec<Placement>,
    /// Immunization training in the past 5 years.
    pub immunization: YesNo,
    /// The longest they could be deployed.
    pub duration: Duration,
    /// The hours they could work.
    pub hours: Vec<DeploymentType>,
    /// Their last deployment, if they have been deployed.
    pub last_deployment: Option<LastDeployment>,
}

/// What is wrong with a draft: each page with its errors, in the order of the wizard.
pub type Wrong = Vec<(Step, FieldErrors)>;

impl Registration {
    /// The registration that a draft is, or everything that is wrong with it. Only pages that are asked are read.
    pub fn read(draft: &Draft, register: &Register, today: Day) -> Result<Self, Wrong> {
        let asked = draft.asked(register);
        let mut reading = Reading { draft, register, today, asked: &asked, wrong: Vec::new() };
        let read = reading.whole();
        match (read, reading.wrong.is_empty()) {
            (Some(registration), true) => Ok(registration),
            _ => Err(reading.wrong),
        }
    }
}
