//! Where the order goes.

use crate::{
    account::KEEP_ADDRESS,
    address::{Address, AddressLine, City, County, LINE_CHARS, Postcode, excess, flow},
    country::Country,
    form::{Answers, Declared, Facts, Field, FieldErrors, Form, Kind, Problem, Reader},
    paths::{self, Path},
};

/// First line of the address.
pub const LINE_1: Field<AddressLine> = Field::new("address_line1").autocomplete("address-line1");
/// Second line.
pub const LINE_2: Field<AddressLine> = Field::new("address_line2").autocomplete("address-line2").optional();
/// Third line.
pub const LINE_3: Field<AddressLine> = Field::new("address_line3").autocomplete("address-line3").optional();
/// Town or city.
pub const CITY: Field<City> = Field::new("city").autocomplete("address-level2").width(20);
/// County.
pub const COUNTY: Field<County> = Field::new("county").width(20).optional();
/// Postcode.
pub const POSTCODE: Field<Postcode> = Field::new("postcode").autocomplete("postal-code").width(10);
/// Country.
pub const COUNTRY: Field<Country> = Field::new("country").kind(Kind::Select);

impl Address {
    /// The questions of an address, in the order of their page.
    pub const QUESTIONS: &'static [Declared; 7] = &[
        LINE_1.declared(),
        LINE_2.declared(),
        LINE_3.declared(),
        CITY.declared(),
        COUNTY.declared(),
        POSTCODE.declared(),
        COUNTRY.declared(),
    ];
}

impl Form for Address {
    const NAME: &'static str = "delivery";
    /// Whether it is kept in the address book of whoever is signed in goes with it; it is no part of the address.
    const FIELDS: &'static [Declared] = &{
        let [one, two, three, four, five, six, seven] = *Self::QUESTIONS;
        [one, two, three, four, five, six, seven, KEEP_ADDRESS.declared()]
    };
    const WORDS: &'static [&'static str] = &["any-address-too-long", "any-address-line-too-long"];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let typed = [read.required(&LINE_1), read.optional(&LINE_2), read.optional(&LINE_3)];
        let (city, county, postcode) = (read.required(&CITY), read.optional(&COUNTY), read.required(&POSTCODE));
        // One is always chosen on the page; who says nothing means the first.
        let home = read.optional(&COUNTRY).unwrap_or_default();
        let typed = typed.each_ref().map(|line| line.as_ref().map_or("", AddressLine::as_str));
        let lines = flow(&typed);
        if lines.is_none() {
            let (field, problem) = too_long(typed);
            read.refuse(field, problem);
        }
        read.finish(|| Some(Self { lines: lines?, city: city?, county, postcode: postcode?, country: home }))
    }

    fn page(_: &Answers) -> Path {
        paths::delivery()
    }
}

/// What to shorten of lines that do not fit the label, at the line that it is about.
fn too_long(typed: [&str; 3]) -> (&'static str, Problem) {
    match excess(typed) {
        Some((line, chars)) => {
            let field = [&LINE_1, &LINE_2, &LINE_3][line - 1].name();
            (field, Problem::new("any-address-line-too-long").arg("line", line).arg("chars", chars))
        }
        None => (LINE_1.name(), Problem::new("any-address-too-long").arg("max", LINE_CHARS)),
    }
}

impl Address {
    /// The address as answers, to fill its form in.
    pub fn answers(&self) -> Answers {
        let mut answers = Answers::default();
        for (field, line) in [&LINE_1, &LINE_2, &LINE_3].into_iter().zip(&self.lines) {
            answers.push(field.name(), line);
        }
        answers.push(CITY.name(), self.city.as_str());
        answers.push(COUNTY.name(), self.county.as_ref().map_or("", County::as_str));
        answers.with(POSTCODE.name(), self.postcode.as_str()).with(COUNTRY.name(), self.country.as_str())
    }
}
