//! From a draft to a typed registration.

use super::{
    Draft, Register, Registration, Step, answers,
    fields::{
        CURRENT_EMPLOYMENT, DEPLOY_ANYWHERE, DEPLOYMENT_DURATION, DEPLOYMENT_TYPES, EMAIL, EMPLOYERS,
        EMPLOYMENT_CIRCUMSTANCE, HAS_IMMUNIZATION_TRAINING, HAS_PREVIOUS_DEPLOYMENT, LOCATIONS, NON_CLINICAL_JOB_TITLE,
        PLACEMENT_OPTIONS, POSTAL_CODE, REGISTRATION_STATUS, SPECIALTIES, STREAM, SUBSPECIALTIES,
    },
    lists::{CurrentEmployment, YesNo},
    registration::{Employment, Places, Profession, Standing, Wrong},
    texts::{SpecialtyId, SubspecialtyId},
};
use crate::{
    form::{Answer, Answers, Facts, Field, FieldErrors},
    time::Day,
};

/// Reads the pages of a draft that are asked, and keeps everything that is wrong.
pub(super) struct Reading<'a> {
    pub(super) draft: &'a Draft,
    pub(super) register: &'a Register,
    pub(super) today: Day,
    pub(super) asked: &'a [Step],
    pub(super) wrong: Wrong,
}

impl Reading<'_> {
    /// The whole, as far as everything that is asked is right.
    pub(super) fn whole(&mut self) -> Option<Registration> {
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
        self.page(Step::DeployedBefore, |answers, _| answers::one(&HAS_PREVIOUS_DEPLOYMENT, answers));
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
