//! A registration written back as answers, to fill its pages in.

use super::{
    Draft, Register, Registration, Step,
    answers::Line,
    fields::{
        CURRENT_EMPLOYMENT, DEPLOY_ANYWHERE, DEPLOYMENT_DURATION, DEPLOYMENT_TYPES, EMAIL, EMPLOYERS,
        EMPLOYMENT_CIRCUMSTANCE, FIRST_NAME, HAS_IMMUNIZATION_TRAINING, HAS_INDIGENOUS_EXPERIENCE,
        HAS_PREVIOUS_DEPLOYMENT, HAS_REMOTE_RURAL_EXPERIENCE, HAS_SANYAS_TRAINING, LAST_DEPLOYED_AUTHORITY,
        LAST_DEPLOYMENT_DATE, LAST_NAME, LOCATIONS, NON_CLINICAL_JOB_TITLE, PLACEMENT_OPTIONS, POSTAL_CODE,
        PRIMARY_PHONE, PRIMARY_PHONE_EXT, REGISTRATION_NUMBER, REGISTRATION_STATUS, REGULATOR, SECONDARY_PHONE,
        SECONDARY_PHONE_EXT, SPECIALTIES, STREAM, SUBSPECIALTIES,
    },
    lists::{DeploymentType, Employer, Placement, PreviousDeployment, YesNo},
    texts::{PlaceId, SubspecialtyId},
};
use crate::form::Answers;

impl Registration {
    /// The draft whose reading gives this registration again: every page that is asked is answered and seen.
    pub fn draft(&self, register: &Register) -> Draft {
        let mut draft = Draft::default();
        for (step, answers) in self.pages() {
            draft = draft.with_step(&step, &answers);
        }
        // Pages that may be left out count as seen too.
        for step in draft.asked(register) {
            let mark = draft.mark(&step);
            draft.visited.insert(mark);
        }
        draft
    }

    fn pages(&self) -> Vec<(Step, Answers)> {
        let mut pages = vec![
            (
                Step::Name,
                given(&[(FIRST_NAME.name(), self.name.first.as_str()), (LAST_NAME.name(), self.name.last.as_str())]),
            ),
            (Step::PostalCode, given(&[(POSTAL_CODE.name(), self.postal_code.as_str())])),
            (Step::Phones, self.phone_answers()),
            (Step::Email, given(&[(EMAIL.name(), self.email.as_str())])),
        ];
        self.push_credentials(&mut pages);
        self.push_preferences(&mut pages);
        pages
    }

    fn phone_answers(&self) -> Answers {
        let extension = |line: &Line| line.extension.as_ref().map_or_else(String::new, ToString::to_string);
        let primary = &self.phones.primary;
        let mut answers =
            given(&[(PRIMARY_PHONE.name(), primary.phone.as_str()), (PRIMARY_PHONE_EXT.name(), &extension(primary))]);
        if let Some(line) = &self.phones.secondary {
            answers.push(SECONDARY_PHONE.name(), line.phone.as_str());
            answers.push(SECONDARY_PHONE_EXT.name(), extension(line));
        }
        answers
    }

    fn push_credentials(&self, pages: &mut Vec<(Step, Answers)>) {
        pages.push((Step::Profession, given(&[(STREAM.name(), self.profession.stream().as_str())])));
        if let Some(title) = self.profession.job_title() {
            pages.push((Step::JobTitle, given(&[(NON_CLINICAL_JOB_TITLE.name(), title.as_str())])));
        }
        let specialties = self.profession.specialties();
        if !specialties.is_empty() {
            pages.push((Step::Specialties, all(SPECIALTIES.name(), specialties.iter().map(|(id, _)| id.as_str()))));
        }
        for (specialty, areas) in specialties.iter().filter(|(_, areas)| !areas.is_empty()) {
            let areas = all(SUBSPECIALTIES.name(), areas.iter().map(SubspecialtyId::as_str));
            pages.push((Step::Subspecialties(specialty.clone()), areas));
        }
        pages.push((Step::RegistrationStatus, given(&[(REGISTRATION_STATUS.name(), self.standing.status().as_str())])));
        if let Some(number) = self.standing.number() {
            let college = number.regulator.as_ref().map_or("", |college| college.as_str());
            let text = number.number.as_ref().map_or("", |number| number.as_str());
            pages.push((
                Step::RegistrationNumber,
                given(&[(REGULATOR.name(), college), (REGISTRATION_NUMBER.name(), text)]),
            ));
        }
        pages.push((Step::Employment, given(&[(CURRENT_EMPLOYMENT.name(), self.employment.current().as_str())])));
        match self.employment.circumstance() {
            Some(circumstance) => {
                pages.push((Step::Circumstance, given(&[(EMPLOYMENT_CIRCUMSTANCE.name(), circumstance.as_str())])));
            }
            None => pages.push((
                Step::Employers,
                all(EMPLOYERS.name(), self.employment.employers().iter().map(Employer::as_str)),
            )),
        }
    }

    fn push_preferences(&self, pages: &mut Vec<(Step, Answers)>) {
        let anywhere = if self.places.is_anywhere() { YesNo::Yes } else { YesNo::No };
        pages.push((Step::Anywhere, given(&[(DEPLOY_ANYWHERE.name(), anywhere.as_str())])));
        if !self.places.is_anywhere() {
            pages.push((Step::Locations, all(LOCATIONS.name(), self.places.places().iter().map(PlaceId::as_str))));
        }
        if let Some(experience) = self.places.experience() {
            let answers = given(&[
                (HAS_INDIGENOUS_EXPERIENCE.name(), experience.indigenous.as_str()),
                (HAS_REMOTE_RURAL_EXPERIENCE.name(), experience.remote_rural.as_str()),
                (HAS_SANYAS_TRAINING.name(), experience.sanyas.as_str()),
            ]);
            pages.push((Step::Experience, answers));
        }
        pages.push((Step::Placements, all(PLACEMENT_OPTIONS.name(), self.placements.iter().map(Placement::as_str))));
        pages.push((Step::Immunization, given(&[(HAS_IMMUNIZATION_TRAINING.name(), self.immunization.as_str())])));
        pages.push((Step::Duration, given(&[(DEPLOYMENT_DURATION.name(), self.duration.as_str())])));
        pages.push((Step::Hours, all(DEPLOYMENT_TYPES.name(), self.hours.iter().map(DeploymentType::as_str))));
        let before =
            if self.last_deployment.is_some() { PreviousDeployment::Yes } else { PreviousDeployment::NoOrUnsure };
        pages.push((Step::DeployedBefore, given(&[(HAS_PREVIOUS_DEPLOYMENT.name(), before.as_str())])));
        pages.extend(self.last_deployment.map(|last| {
            let [day, month, year] = LAST_DEPLOYMENT_DATE.parts;
            let answers = given(&[
                (day, &last.day.0.day().to_string()),
                (month, &last.day.0.month().to_string()),
                (year, &format!("{:04}", last.day.0.year())),
                (LAST_DEPLOYED_AUTHORITY.name(), last.authority.as_str()),
            ]);
            (Step::LastDeployment, answers)
        }));
    }
}

fn given(pairs: &[(&'static str, &str)]) -> Answers {
    pairs.iter().fold(Answers::default(), |answers, (name, value)| answers.with(*name, *value))
}

fn all<'a>(name: &'static str, values: impl Iterator<Item = &'a str>) -> Answers {
    values.fold(Answers::default(), |answers, value| answers.with(name, value))
}
