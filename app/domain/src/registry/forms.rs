//! The forms of the wizard.

mod shown_version;

pub use shown_version::ShownVersion;

use super::{
    Register, Step,
    fields::{
        CURRENT_EMPLOYMENT, DEPLOY_ANYWHERE, DEPLOYMENT_DURATION, DEPLOYMENT_TYPES, EMAIL, EMPLOYERS,
        EMPLOYMENT_CIRCUMSTANCE, FIRST_NAME, HAS_IMMUNIZATION_TRAINING, HAS_INDIGENOUS_EXPERIENCE,
        HAS_PREVIOUS_DEPLOYMENT, HAS_REMOTE_RURAL_EXPERIENCE, HAS_SANYAS_TRAINING, LAST_DEPLOYED_AUTHORITY,
        LAST_DEPLOYMENT_DATE, LAST_NAME, LOCATIONS, NON_CLINICAL_JOB_TITLE, PLACEMENT_OPTIONS, POSTAL_CODE,
        PRIMARY_PHONE, PRIMARY_PHONE_EXT, REGISTRATION_NUMBER, REGISTRATION_STATUS, REGULATOR, SECONDARY_PHONE,
        SECONDARY_PHONE_EXT, SPECIALTIES, STREAM, SUBSPECIALTIES,
    },
    texts::RegionId,
};
use crate::{
    form::{Answer, Answers, Declared, Facts, Field, FieldErrors, Form, Kind, MALFORMED, Problem, Reader},
    paths::{self, Path},
};

/// The page that was answered. It travels with the form.
pub const STEP: Field<Step> = Field::new("step").kind(Kind::Hidden);
/// The version, of a draft or a registration, that the page shows, and which draft it is.
pub const SHOWN_VERSION: Field<ShownVersion> = Field::new("shown_version").kind(Kind::Hidden);
/// Which button was pressed.
pub const THEN: Field<Then> = Field::new("then").kind(Kind::Hidden).optional();

/// What a button of the wizard does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Then {
    /// Goes on, if the answers are right.
    Continue,
    /// Saves whatever was typed, and leaves.
    Save,
    /// Chooses all places of a region, and stays.
    All(RegionId),
    /// Chooses none of them, and stays.
    None(RegionId),
    /// No button: a script writes down what the browser refused to post. It counts as left.
    Stopped,
    /// The same of what stands in a page that is left for another language. Nobody has answered it yet.
    Keep,
}

impl Then {
    /// As the button that goes on sends it.
    pub const CONTINUE: &'static str = "continue";
    /// As the button that saves sends it.
    pub const SAVE: &'static str = "save";
    /// As a button that chooses all places sends it, before a colon and the region.
    pub const ALL: &'static str = "all";
    /// As a button that chooses none sends it, before the same.
    pub const NONE: &'static str = "none";
    /// As the script sends it (`public/boot.js`) for what was refused.
    pub const STOPPED: &'static str = "stopped";
    /// As it sends it for what is only kept.
    pub const KEEP: &'static str = "keep";

    /// Whether the page counts as left: what is wrong with it is said from then on.
    pub const fn leaves(&self) -> bool {
        matches!(self, Self::Continue | Self::Save | Self::Stopped)
    }

    /// Whether a script writes it down while its page stays, with the version that it shows.
    pub const fn is_beside(&self) -> bool {
        matches!(self, Self::Stopped | Self::Keep)
    }
}

impl Answer for Then {
    const MAX_CHARS: usize = 80;

    fn read(text: &str) -> Result<Self, Problem> {
        match text.split_once(':') {
            None if text == Self::CONTINUE => Ok(Self::Continue),
            None if text == Self::SAVE => Ok(Self::Save),
            None if text == Self::STOPPED => Ok(Self::Stopped),
            None if text == Self::KEEP => Ok(Self::Keep),
            Some((Self::ALL, region)) => RegionId::read(region).map(Self::All),
            Some((Self::NONE, region)) => RegionId::read(region).map(Self::None),
            _ => Err(MALFORMED),
        }
    }
}

/// The answers to one page, as they were typed: right or wrong, they are written first and read then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerStep {
    /// The page.
    pub step: Step,
    /// The version of the draft it was drawn from.
    pub version: ShownVersion,
    /// Which button was pressed.
    pub then: Then,
    /// What was typed.
    pub typed: Answers,
}

impl AnswerStep {
    /// What was typed, with all places of a region or none of them where such a button was pressed.
    pub fn chosen(&self, register: &Register) -> Answers {
        let mut typed = self.typed.clone();
        let (region, is_all) = match &self.then {
            Then::All(region) => (region, true),
            Then::None(region) => (region, false),
            Then::Continue | Then::Save | Then::Stopped | Then::Keep => return typed,
        };
        let Some(region) = register.regions.iter().find(|known| known.id == *region) else { return typed };
        let of_region: Vec<String> = region.places().map(|place| place.id.to_string()).collect();
        let mut places = typed.all(LOCATIONS.name()).to_vec();
        places.retain(|place| !of_region.contains(place));
        if is_all {
            places.extend(of_region);
        }
        typed.replace(LOCATIONS.name(), places);
        typed
    }
}

impl Form for AnswerStep {
    const NAME: &'static str = "register-step";
    const FIELDS: &'static [Declared] = &[
        STEP.declared(),
        SHOWN_VERSION.declared(),
        THEN.declared(),
        FIRST_NAME.declared(),
        LAST_NAME.declared(),
        POSTAL_CODE.declared(),
        PRIMARY_PHONE.declared(),
        PRIMARY_PHONE_EXT.declared(),
        SECONDARY_PHONE.declared(),
        SECONDARY_PHONE_EXT.declared(),
        EMAIL.declared(),
        STREAM.declared(),
        NON_CLINICAL_JOB_TITLE.declared(),
        SPECIALTIES.declared(),
        SUBSPECIALTIES.declared(),
        REGISTRATION_STATUS.declared(),
        REGULATOR.declared(),
        REGISTRATION_NUMBER.declared(),
        CURRENT_EMPLOYMENT.declared(),
        EMPLOYERS.declared(),
        EMPLOYMENT_CIRCUMSTANCE.declared(),
        DEPLOY_ANYWHERE.declared(),
        LOCATIONS.declared(),
        HAS_INDIGENOUS_EXPERIENCE.declared(),
        HAS_REMOTE_RURAL_EXPERIENCE.declared(),
        HAS_SANYAS_TRAINING.declared(),
        PLACEMENT_OPTIONS.declared(),
        HAS_IMMUNIZATION_TRAINING.declared(),
        DEPLOYMENT_DURATION.declared(),
        DEPLOYMENT_TYPES.declared(),
        HAS_PREVIOUS_DEPLOYMENT.declared(),
        LAST_DEPLOYMENT_DATE.all()[0],
        LAST_DEPLOYMENT_DATE.all()[1],
        LAST_DEPLOYMENT_DATE.all()[2],
        LAST_DEPLOYMENT_DATE.all()[3],
        LAST_DEPLOYED_AUTHORITY.declared(),
    ];

    const WORDS: &'static [&'static str] = &["primary_phone_ext.orphan", "secondary_phone_ext.orphan"];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (step, version) = (read.required(&STEP), read.required(&SHOWN_VERSION));
        let then = read.optional(&THEN).unwrap_or(Then::Continue);
        read.finish(|| {
            let step = step?;
            let typed = answers.only(step.fields());
            Some(Self { step, version: version?, then, typed })
        })
    }

    fn page(answers: &Answers) -> Path {
        Step::read(answers.first(STEP.name()))
            .map_or_else(|_| paths::register_tasks(), |step| paths::register_step(&step))
    }

    /// The draft holds what was typed, the number of a college encrypted.
    fn kept(_: &Answers) -> Answers {
        Answers::default()
    }
}

/// Everything that is wrong with the answers to the page that travels with them; for the browser.
pub fn check_step(answers: &Answers, facts: &Facts) -> FieldErrors {
    Step::read(answers.first(STEP.name())).map_or_else(|_| FieldErrors::default(), |step| step.check(answers, facts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_form_takes_the_answers_to_every_page() {
        for field in super::super::questions::all_fields() {
            assert!(AnswerStep::FIELDS.contains(&field), "{} is not taken", field.name);
        }
    }

    #[test]
    fn eh_40_a_page_takes_its_own_answers_only() {
        let answers = Answers::default()
            .with("step", "postal-code")
            .with("shown_version", "3")
            .with("then", "save")
            .with("postal_code", "nonsense")
            .with("first_name", "Ada")
            .with("state", "withdrawn");
        let form = AnswerStep::parse(&answers, &Facts::default()).expect("whatever was typed is taken");
        assert_eq!((form.then, form.typed), (Then::Save, Answers::default().with("postal_code", "nonsense")));
        assert_eq!(check_step(&answers, &Facts::default()).iter().count(), 1);
        assert_eq!(Then::read("all:FraserRegion").ok(), RegionId::read("FraserRegion").ok().map(Then::All));
        assert!(Then::read("all:<b>").is_err());
        for (code, leaves) in [(Then::STOPPED, true), (Then::KEEP, false)] {
            assert!(Then::read(code).is_ok_and(|then| then.is_beside() && then.leaves() == leaves));
        }
    }
}
