//! A whole registration, typed: an answer that does not apply has no place in it.

use super::{
    Draft, Register, Step,
    answers::{self, Experience, LastDeployment, Name, Number, Phones},
    fields::{
        CURRENT_EMPLOYMENT, DEPLOY_ANYWHERE, DEPLOYMENT_DURATION, DEPLOYMENT_TYPES, EMAIL, EMPLOYERS,
        EMPLOYMENT_CIRCUMSTANCE, HAS_IMMUNIZATION_TRAINING, LOCATIONS, NON_CLINICAL_JOB_TITLE, PLACEMENT_OPTIONS,
        POSTAL_CODE, REGISTRATION_STATUS, SPECIALTIES, STREAM, SUBSPECIALTIES,
    },
    lists::{
        Circumstance, CurrentEmployment, DeploymentType, Duration, Employer, Placement, RegistrationStatus, YesNo,
    },
    texts::{JobTitle, PlaceId, PostalCode, SpecialtyId, StreamId, SubspecialtyId},
};
use crate::{
    form::{Answer, Answers, Facts, Field, FieldErrors},
    text::EmailAddress,
    time::Day,
};

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

/// A whole registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// Name.
    pub name: Name,
    /// Postal code.
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

struct Reading<'a> {
    draft: &'a Draft,
    register: &'a Register,
    today: Day,
    asked: &'a [Step],
    wrong: Wrong,
}

impl Reading<'_> {
    fn whole(&mut self) -> Option<Registration> {
        let name = self.page(Step::Name, |answers, _| answers::name(answers));
        let postal_code = self.one(Step::PostalCode, &POSTAL_CODE);
        let phones = self.page(Step::Phones, |answers, _| answers::phones(answers));
        let email = self.one(Step::Email, &EMAIL);
        let (profession, standing, employment) = (self.profession(), self.standing(), self.employment());
        let places = self.places();
        let placements = self.page(Step::Placements, |answers, _| answers::several(&PLACEMENT_OPTIONS, answers));
        let immunization = self.one(Step::Immunization, &HAS_IMMUNIZATION_TRAINING);
        let duration = self.one(Step::Duration, &DEPLOYMENT_DURATION);
        let hours = self.page(Step::Hours, |answers, _| answers::several(&DEPLOYMENT_TYPES, answers));
        self.page(Step::DeployedBefore, |answers, _| answers::one(&super::fields::HAS_PREVIOUS_DEPLOYMENT, answers));
        let last_deployment = self.page(Step::LastDeployment, answers::last_deployment);
        Some(Registration {
            name: name?,
            postal_code: postal_code?,
            phones: phones?,
            email: email?,
            profession: profession?,
            standing: standing?,
            employment: employment?,
            places: places?,
            placements: placements?,
            immunization: immunization?,
            duration: duration?,
            hours: hours?,
            last_deployment,
        })
    }

    /// Reads a page, if it is asked.
    fn page<T>(&mut self, step: Step, read: impl FnOnce(&Answers, &Facts) -> Result<T, FieldErrors>) -> Option<T> {
        if !self.asked.contains(&step) {
            return None;
        }
        let facts = self.register.facts(&step, self.draft, self.today);
        let read = read(&self.draft.of_step(&step), &facts);
        read.map_err(|errors| self.wrong.push((step, errors))).ok()
    }

    fn one<T: Answer>(&mut self, step: Step, field: &Field<T>) -> Option<T> {
        self.page(step, |answers, _| answers::one(field, answers))
    }

    fn profession(&mut self) -> Option<Profession> {
        let stream = self.page(Step::Profession, |answers, facts| answers::listed(&STREAM, answers, facts))?;
        if self.asked.contains(&Step::JobTitle) {
            let job_title = self.one(Step::JobTitle, &NON_CLINICAL_JOB_TITLE)?;
            return Some(Profession::NonClinical { stream, job_title });
        }
        if !self.asked.contains(&Step::Specialties) {
            return Some(Profession::Plain(stream));
        }
        let chosen =
            self.page(Step::Specialties, |answers, facts| answers::several_listed(&SPECIALTIES, answers, facts))?;
        let specialties = chosen.into_iter().map(|specialty| {
            let areas = self.subspecialties(&specialty)?;
            Some((specialty, areas))
        });
        Some(Profession::Specialised { stream, specialties: specialties.collect::<Option<_>>()? })
    }

    fn subspecialties(&mut self, specialty: &SpecialtyId) -> Option<Vec<SubspecialtyId>> {
        let step = Step::Subspecialties(specialty.clone());
        if !self.asked.contains(&step) {
            return Some(Vec::new());
        }
        self.page(step, |answers, facts| answers::several_listed(&SUBSPECIALTIES, answers, facts))
    }

    fn standing(&mut self) -> Option<Standing> {
        let status = self.one(Step::RegistrationStatus, &REGISTRATION_STATUS)?;
        if !status.has_number() {
            return Some(Standing::Unregistered(status));
        }
        let number = self.page(Step::RegistrationNumber, answers::number)?;
        Some(Standing::Registered { status, number })
    }

    fn employment(&mut self) -> Option<Employment> {
        let current = self.one(Step::Employment, &CURRENT_EMPLOYMENT)?;
        if current == CurrentEmployment::NotEmployed {
            return self.one(Step::Circumstance, &EMPLOYMENT_CIRCUMSTANCE).map(Employment::NotEmployed);
        }
        let employers = self.page(Step::Employers, |answers, _| answers::several(&EMPLOYERS, answers))?;
        Some(match current {
            CurrentEmployment::Residency => Employment::Residency(employers),
            _ => Employment::Employed(employers),
        })
    }

    fn places(&mut self) -> Option<Places> {
        let anywhere = self.one(Step::Anywhere, &DEPLOY_ANYWHERE)?;
        if anywhere == YesNo::Yes {
            return self.page(Step::Experience, |answers, _| answers::experience(answers)).map(Places::Anywhere);
        }
        let places = self.page(Step::Locations, |answers, facts| answers::several_listed(&LOCATIONS, answers, facts));
        let is_asked = self.asked.contains(&Step::Experience);
        let experience = self.page(Step::Experience, |answers, _| answers::experience(answers));
        (!is_asked || experience.is_some()).then_some(Places::Chosen { places: places?, experience })
    }
}
