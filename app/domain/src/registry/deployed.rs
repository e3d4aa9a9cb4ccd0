//! What somebody reports of a deployment.

use super::lists::YesNo;
use crate::{
    date_field,
    form::{Answers, DateField, Declared, Facts, Field, FieldErrors, Form, Kind, MISSING, Problem, Reader},
    paths::{self, Path},
    time::Day,
};

/// Whether somebody is deployed now.
pub const DEPLOYED: Field<YesNo> = Field::new("deployed").kind(Kind::Radios);
/// Since when; asked where they are.
pub const DEPLOYED_FROM: DateField = date_field!("deployed_from").problems(&["malformed", "incomplete", "year"]);
/// Until when, if that is known.
pub const DEPLOYED_UNTIL: DateField =
    date_field!("deployed_until").optional().problems(&["malformed", "incomplete", "year", "before"]);

/// What somebody reports of a deployment: an end without a start, or before it, cannot be written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportDeployment {
    /// They are deployed.
    Deployed {
        /// The first day.
        from: Day,
        /// The last one, if it is known.
        until: Option<Day>,
    },
    /// They are not.
    NotDeployed,
}

impl Form for ReportDeployment {
    const NAME: &'static str = "report-deployment";
    const FIELDS: &'static [Declared] = &[
        DEPLOYED.declared(),
        DEPLOYED_FROM.all()[0],
        DEPLOYED_FROM.all()[1],
        DEPLOYED_FROM.all()[2],
        DEPLOYED_FROM.all()[3],
        DEPLOYED_UNTIL.all()[0],
        DEPLOYED_UNTIL.all()[1],
        DEPLOYED_UNTIL.all()[2],
        DEPLOYED_UNTIL.all()[3],
    ];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        if read.required(&DEPLOYED) != Some(YesNo::Yes) {
            return read.finish(|| Some(Self::NotDeployed));
        }
        let from = read.optional_date(&DEPLOYED_FROM);
        let is_left_out = DEPLOYED_FROM.parts.iter().all(|part| answers.first(part).trim().is_empty());
        if is_left_out {
            read.refuse(DEPLOYED_FROM.name(), MISSING);
        }
        let until = read.optional_date(&DEPLOYED_UNTIL);
        if from.zip(until).is_some_and(|(from, until)| until < from) {
            read.refuse(DEPLOYED_UNTIL.name(), Problem::new("before"));
        }
        read.finish(|| Some(Self::Deployed { from: from?, until }))
    }

    fn page(_: &Answers) -> Path {
        paths::my_deployment()
    }

    const IS_COMPOSED: bool = true;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::FieldError;

    fn keys(pairs: &[(&str, &str)]) -> Vec<String> {
        let answers = pairs.iter().fold(Answers::default(), |answers, (name, value)| answers.with(*name, *value));
        ReportDeployment::check(&answers, &Facts::default()).iter().map(FieldError::words_id).collect()
    }

    #[test]
    fn eh_51_a_deployment_has_a_start_and_no_end_before_it() {
        let start = [
            ("deployed", "yes"),
            ("deployed_from-day", "3"),
            ("deployed_from-month", "8"),
            ("deployed_from-year", "2026"),
        ];
        let until = |day| [("deployed_until-day", day), ("deployed_until-month", "8"), ("deployed_until-year", "2026")];
        assert_eq!(keys(&[]), ["deployed.missing"]);
        assert_eq!(keys(&[("deployed", "no"), ("deployed_from-day", "99")]), [] as [&str; 0], "not asked");
        assert_eq!(keys(&[("deployed", "yes")]), ["deployed_from.missing"]);
        assert_eq!(keys(&start), [] as [&str; 0]);
        assert_eq!(keys(&[&start[..], &until("2")[..]].concat()), ["deployed_until.before"]);
        assert_eq!(keys(&[&start[..], &until("3")[..]].concat()), [] as [&str; 0]);
    }
}
