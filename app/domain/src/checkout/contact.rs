//! Whom to tell about the order.

use serde::{Deserialize, Serialize};

use crate::{
    form::{Answers, Declared, Facts, Field, FieldErrors, Form, Kind, Reader},
    paths::{self, Path},
    text::{EmailAddress, FullName, TelephoneNumber},
};

/// Name of the person.
pub const FULL_NAME: Field<FullName> = Field::new("full_name").autocomplete("name");
/// Their e-mail address.
pub const EMAIL: Field<EmailAddress> = Field::new("email").kind(Kind::Email).autocomplete("email").hint();
/// Their telephone number.
pub const TELEPHONE: Field<TelephoneNumber> =
    Field::new("telephone").kind(Kind::Telephone).autocomplete("tel").width(20).hint().optional();

/// Whom to tell about the order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Full name.
    pub full_name: FullName,
    /// E-mail address; has to be confirmed before an order is placed.
    pub email: EmailAddress,
    /// Telephone number, for the carrier.
    pub telephone: Option<TelephoneNumber>,
}

impl Form for Contact {
    const NAME: &'static str = "contact";
    const FIELDS: &'static [Declared] = &[FULL_NAME.declared(), EMAIL.declared(), TELEPHONE.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (full_name, email, telephone) =
            (read.required(&FULL_NAME), read.required(&EMAIL), read.optional(&TELEPHONE));
        read.finish(|| Some(Self { full_name: full_name?, email: email?, telephone }))
    }

    fn page(_: &Answers) -> Path {
        paths::contact()
    }
}

impl Contact {
    /// The contact as answers, to fill its form in.
    pub fn answers(&self) -> Answers {
        Answers::default()
            .with(FULL_NAME.name(), self.full_name.as_str())
            .with(EMAIL.name(), self.email.as_str())
            .with(TELEPHONE.name(), self.telephone.as_ref().map_or("", TelephoneNumber::as_str))
    }
}
