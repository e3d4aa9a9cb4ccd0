//! Which questions each page of the wizard has.

use super::{
    Step,
    fields::{
        CURRENT_EMPLOYMENT, DEPLOY_ANYWHERE, DEPLOYMENT_DURATION, DEPLOYMENT_TYPES, EMAIL, EMPLOYERS,
        EMPLOYMENT_CIRCUMSTANCE, FIRST_NAME, HAS_IMMUNIZATION_TRAINING, HAS_INDIGENOUS_EXPERIENCE,
        HAS_PREVIOUS_DEPLOYMENT, HAS_REMOTE_RURAL_EXPERIENCE, HAS_SANYAS_TRAINING, LAST_DEPLOYED_AUTHORITY,
        LAST_DEPLOYMENT_DATE, LAST_NAME, LOCATIONS, NON_CLINICAL_JOB_TITLE, PLACEMENT_OPTIONS, POSTAL_CODE,
        PRIMARY_PHONE, PRIMARY_PHONE_EXT, REGISTRATION_NUMBER, REGISTRATION_STATUS, REGULATOR, SECONDARY_PHONE,
        SECONDARY_PHONE_EXT, SPECIALTIES, STREAM, SUBSPECIALTIES,
    },
};
use crate::form::Declared;

impl Step {
    /// Its questions.
    #[expect(clippy::too_many_lines, reason = "one table: which page asks what")]
    pub const fn fields(&self) -> &'static [Declared] {
        match self {
            Self::Name => const { &[FIRST_NAME.declared(), LAST_NAME.declared()] },
            Self::PostalCode => const { &[POSTAL_CODE.declared()] },
            Self::Phones => {
                const {
                    &[
                        PRIMARY_PHONE.declared(),
                        PRIMARY_PHONE_EXT.declared(),
                        SECONDARY_PHONE.declared(),
                        SECONDARY_PHONE_EXT.declared(),
                    ]
                }
            }
            Self::Email => const { &[EMAIL.declared()] },
            Self::Profession => const { &[STREAM.declared()] },
            Self::JobTitle => const { &[NON_CLINICAL_JOB_TITLE.declared()] },
            Self::Specialties => const { &[SPECIALTIES.declared()] },
            Self::Subspecialties(_) => const { &[SUBSPECIALTIES.declared()] },
            Self::RegistrationStatus => const { &[REGISTRATION_STATUS.declared()] },
            Self::RegistrationNumber => const { &[REGULATOR.declared(), REGISTRATION_NUMBER.declared()] },
            Self::Employment => const { &[CURRENT_EMPLOYMENT.declared()] },
            Self::Employers => const { &[EMPLOYERS.declared()] },
            Self::Circumstance => const { &[EMPLOYMENT_CIRCUMSTANCE.declared()] },
            Self::Anywhere => const { &[DEPLOY_ANYWHERE.declared()] },
            Self::Locations => const { &[LOCATIONS.declared()] },
            Self::Experience => {
                const {
                    &[
                        HAS_INDIGENOUS_EXPERIENCE.declared(),
                        HAS_REMOTE_RURAL_EXPERIENCE.declared(),
                        HAS_SANYAS_TRAINING.declared(),
                    ]
                }
            }
            Self::Placements => const { &[PLACEMENT_OPTIONS.declared()] },
            Self::Immunization => const { &[HAS_IMMUNIZATION_TRAINING.declared()] },
            Self::Duration => const { &[DEPLOYMENT_DURATION.declared()] },
            Self::Hours => const { &[DEPLOYMENT_TYPES.declared()] },
            Self::DeployedBefore => const { &[HAS_PREVIOUS_DEPLOYMENT.declared()] },
            Self::LastDeployment => {
                const {
                    &[
                        LAST_DEPLOYMENT_DATE.all()[0],
                        LAST_DEPLOYMENT_DATE.all()[1],
                        LAST_DEPLOYMENT_DATE.all()[2],
                        LAST_DEPLOYMENT_DATE.all()[3],
                        LAST_DEPLOYED_AUTHORITY.declared(),
                    ]
                }
            }
        }
    }
}

/// Every question of the wizard, for the one form that takes the answers to any page.
pub fn all_fields() -> impl Iterator<Item = Declared> {
    let of_specialty = [SUBSPECIALTIES.declared()];
    Step::fixed().flat_map(|step| step.fields().iter().copied()).chain(of_specialty)
}
