//! The form of the gallery of patterns: a question of each kind that no other form of one page has together.
//! Development builds only; it keeps nothing.

use crate::{
    catalogue::taxonomy::LanguageTag,
    date_field,
    form::{Answer, Answers, DateField, Declared, Facts, Field, FieldErrors, Form, Kind, MALFORMED, Problem, Reader},
    paths::{self, Path},
    text::{Line, Paragraphs},
    time::Day,
};

choice! {
    /// What people read on.
    ReadIn {
        /// Paper.
        Paper = "paper",
        /// A screen.
        Screen = "screen",
        /// With the fingers.
        Braille = "braille",
    }
}

impl Answer for ReadIn {
    const MAX_CHARS: usize = 20;
    const OPTIONS: &'static [&'static str] = &["paper", "screen", "braille"];

    fn read(text: &str) -> Result<Self, Problem> {
        Self::from_code(text).ok_or(MALFORMED)
    }
}

/// What they read on.
pub const READ_IN: Field<ReadIn> = Field::new("read_in").kind(Kind::Checkboxes).hint();
/// In which language of those on offer.
pub const READS_IN: Field<LanguageTag> = Field::new("reads_in").kind(Kind::Select);
/// What they read best on.
pub const READ_BEST_IN: Field<ReadIn> = Field::new("read_best_in").kind(Kind::Radios).optional();
/// Who they are.
pub const READER: Field<Line<20>> = Field::new("reader");
/// Since when.
pub const READS_SINCE: DateField = date_field!("reads_since").optional();
/// Anything else.
pub const READER_NOTE: Field<Paragraphs<200>> = Field::new("reader_note").kind(Kind::TextArea).optional();

/// A question of each kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TryPatterns {
    /// Who they are.
    pub reader: Line<20>,
    /// What they read on.
    pub read_in: Vec<ReadIn>,
    /// In which language.
    pub reads_in: LanguageTag,
    /// What they read best on.
    pub read_best_in: Option<ReadIn>,
    /// Since when.
    pub since: Option<Day>,
    /// Anything else.
    pub note: Option<Paragraphs<200>>,
}

impl Form for TryPatterns {
    const NAME: &'static str = "try-patterns";
    const FIELDS: &'static [Declared] = &[
        READER.declared(),
        READ_IN.declared(),
        READS_IN.declared(),
        READ_BEST_IN.declared(),
        READS_SINCE.all()[0],
        READS_SINCE.all()[1],
        READS_SINCE.all()[2],
        READS_SINCE.all()[3],
        READER_NOTE.declared(),
    ];

    fn parse(answers: &Answers, facts: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (reader, read_in) = (read.required(&READER), read.several(&READ_IN));
        let language = read.listed(&READS_IN, facts);
        let (read_best_in, since) = (read.optional(&READ_BEST_IN), read.optional_date(&READS_SINCE));
        let note = read.optional(&READER_NOTE);
        read.finish(|| {
            Some(Self { reader: reader?, read_in: read_in?, reads_in: language?, read_best_in, since, note })
        })
    }

    fn page(_: &Answers) -> Path {
        paths::patterns()
    }
}
