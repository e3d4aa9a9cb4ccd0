//! What else an account says of its owner, and what they wait for.

use super::AudienceKey;
use crate::{
    checkout::TELEPHONE,
    form::{Answers, Declared, Facts, Field, FieldErrors, Form, Kind, Reader},
    id::SubscriptionId,
    paths::{self, Path},
    text::TelephoneNumber,
};

/// The audience that somebody belongs to.
pub const AUDIENCE: Field<AudienceKey> = Field::new("account_audience").kind(Kind::Select).hint().optional();
/// Something that somebody waits for.
pub const ALERT: Field<SubscriptionId> = Field::new("alert").kind(Kind::Hidden);

answers_by_id!(SubscriptionId);

/// Changes the telephone number of an account's owner, or takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeTelephone {
    /// The number, if they say one.
    pub telephone: Option<TelephoneNumber>,
}

impl Form for ChangeTelephone {
    const NAME: &'static str = "account-telephone";
    const FIELDS: &'static [Declared] = &[TELEPHONE.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let telephone = read.optional(&TELEPHONE);
        read.finish(|| Some(Self { telephone }))
    }

    fn page(_: &Answers) -> Path {
        paths::account_telephone()
    }
}

/// Says which audience somebody belongs to: limits may be written for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChooseAudience {
    /// The audience, if they belong to one.
    pub audience: Option<AudienceKey>,
}

impl Form for ChooseAudience {
    const NAME: &'static str = "account-audience";
    const FIELDS: &'static [Declared] = &[AUDIENCE.declared()];

    fn parse(answers: &Answers, facts: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let audience = read.optional_listed(&AUDIENCE, facts);
        read.finish(|| Some(Self { audience }))
    }

    fn page(_: &Answers) -> Path {
        paths::account_audience()
    }
}

asks_one! {
    /// Waits for something no longer.
    EndAlert {
        /// What.
        alert: SubscriptionId = ALERT
    }, "account-end-alert", paths::account_alerts()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_may_be_left_out() {
        let (nothing, none) = (Answers::default(), Facts::default());
        assert_eq!(ChangeTelephone::parse(&nothing, &none), Ok(ChangeTelephone { telephone: None }));
        assert_eq!(ChooseAudience::parse(&nothing, &none), Ok(ChooseAudience { audience: None }));
        let emptied = Answers::default().with("telephone", " ").with("account_audience", "");
        assert_eq!(ChangeTelephone::parse(&emptied, &none), Ok(ChangeTelephone { telephone: None }));
        assert_eq!(ChooseAudience::parse(&emptied, &none), Ok(ChooseAudience { audience: None }));
    }

    #[test]
    fn an_audience_is_one_of_those_on_offer() {
        let facts = Facts::default().with_list("account_audience", ["carers".to_owned()]);
        let chosen = |value: &str| {
            let parsed = ChooseAudience::parse(&Answers::default().with("account_audience", value), &facts);
            parsed.map(|form| form.audience.map(|key| key.to_string())).ok()
        };
        assert_eq!(chosen("carers"), Some(Some("carers".to_owned())));
        assert_eq!(chosen("sailors"), None, "not on offer");
    }
}
