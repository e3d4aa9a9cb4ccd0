//! Which rows are editions of one publication. The rules, in order:
//!
//! 1. A row's *cleaned title* is its title without its own product code, without the name of its own
//!    language (with "simplified" or "traditional" where the language is Chinese), and without the
//!    words "version", "translation", "copy", "web" and its own format's name, where these stand at
//!    the beginning or at the end. Nothing is taken out of the middle, and nothing is read from codes.
//! 2. Rows with the same cleaned title (without case), programme and resource type are one publication.
//! 3. Where two rows of such a group have the same language and format, nothing says which belongs:
//!    each of these becomes a publication of its own, and is listed as ambiguous.

use std::collections::{BTreeMap, HashMap};

use domain::catalogue::code::normalise;

use super::rows::Row;

/// Rows that are editions of one publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Under which the publication is found again.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Its editions.
    pub rows: Vec<Row>,
    /// Whether rule 3 made it.
    pub is_ambiguous: bool,
}

/// Puts rows into groups, in the order of their keys.
pub fn groups(rows: Vec<Row>) -> Vec<Group> {
    let mut by_key = BTreeMap::<String, Vec<Row>>::new();
    for row in rows {
        let title = cleaned_title(&row).to_lowercase();
        by_key.entry(format!("{title}|{}|{}", row.programme, row.resource_type)).or_default().push(row);
    }
    let mut groups = Vec::new();
    for (key, rows) in by_key {
        let mut slots = HashMap::new();
        for row in &rows {
            *slots.entry((row.language.clone(), row.format)).or_insert(0) += 1;
        }
        let (contested, clear): (Vec<Row>, Vec<Row>) =
            rows.into_iter().partition(|row| slots[&(row.language.clone(), row.format)] > 1);
        if let Some(first) = title_row(&clear) {
            groups.push(Group { key, title: cleaned_title(first), rows: clear, is_ambiguous: false });
        }
        groups.extend(contested.into_iter().map(|row| Group {
            key: format!("code:{}", row.code.normalised()),
            title: row.title.clone(),
            rows: vec![row],
            is_ambiguous: true,
        }));
    }
    groups
}

/// The row whose title the publication takes: English, else the first published.
fn title_row(rows: &[Row]) -> Option<&Row> {
    rows.iter().min_by_key(|row| (row.language.as_str() != "en", row.first_published))
}

/// The title without what only says which edition this is.
pub fn cleaned_title(row: &Row) -> String {
    let words: Vec<&str> = row.title.split(is_separator).filter(|word| !word.is_empty()).collect();
    let noise = noise(row);
    let is_noise = |word: &&&str| noise.contains(&word.to_lowercase()) || normalise(word) == row.code.normalised();
    let from_start = words.iter().take_while(is_noise).count();
    let from_end = words.iter().rev().take_while(is_noise).count();
    if from_start + from_end == 0 || from_start + from_end >= words.len() {
        return row.title.clone();
    }
    // Cut in the title itself, so that what stands in the middle keeps its punctuation.
    let first = words[from_start];
    let last = words[words.len() - from_end - 1];
    let begin = first.as_ptr() as usize - row.title.as_ptr() as usize;
    let end = last.as_ptr() as usize - row.title.as_ptr() as usize + last.len();
    row.title[begin..end].trim_matches(is_separator).to_owned()
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '–' | '—' | '_' | '(' | ')' | ',' | ':' | ';' | '/')
}

/// Words that say which edition a row is, for this row.
fn noise(row: &Row) -> Vec<String> {
    let language = row.language_name.to_lowercase();
    let mut words: Vec<String> =
        language.split(is_separator).filter(|word| !word.is_empty()).map(str::to_owned).collect();
    if language.starts_with("chinese") || language == "cantonese" {
        words.extend(["chinese", "simplified", "traditional", "simpli", "trad"].map(str::to_owned));
    }
    words.extend(
        ["version", "translation", "translations", "copy", "web", "digital", "product", "code"].map(str::to_owned),
    );
    words.extend(row.format.as_str().split('-').filter(|word| *word != "standard").map(str::to_owned));
    if row.format == domain::catalogue::edition::AccessibleFormat::BritishSignLanguage {
        words.push("bsl".to_owned());
    }
    words
}

#[cfg(test)]
mod tests {
    use domain::catalogue::{
        code::ProductCode,
        edition::{AccessibleFormat, ResourceType},
        taxonomy::LanguageTag,
    };

    use super::*;

    fn row(title: &str, tag: &str, language: &str, code: &str) -> Row {
        Row {
            line: 2,
            code: ProductCode::parse(code).expect("a code"),
            title: title.to_owned(),
            language: LanguageTag::parse(tag).expect("a tag"),
            language_name: language.to_owned(),
            format: AccessibleFormat::Standard,
            resource_type: ResourceType::Leaflet,
            programme: "General".to_owned(),
            diseases: Vec::new(),
            first_published: jiff::civil::date(2024, 1, 1),
            video: None,
        }
    }

    #[test]
    fn a_row_s_own_language_and_code_leave_its_title() {
        let clean =
            |title: &str, tag: &str, language: &str, code: &str| cleaned_title(&row(title, tag, language, code));
        assert_eq!(
            clean("A guide to the Spring Booster 2023 - Polish - C23SP2POL", "pl", "Polish", "C23SP2POL"),
            "A guide to the Spring Booster 2023"
        );
        assert_eq!(clean("Pashto Diphtheria A3 Poster", "ps", "Pashto", "DIPH3PAS"), "Diphtheria A3 Poster");
        assert_eq!(
            clean("RSV vaccine and pregnancy Chinese (Simplified)", "zh-Hans", "Chinese (Simplified)", "C24RSV03CHS"),
            "RSV vaccine and pregnancy"
        );
        assert_eq!(
            clean("What to expect Polish product code 2748337PO", "pl", "Polish", "2748337PO"),
            "What to expect"
        );
    }

    #[test]
    fn nothing_leaves_the_middle_of_a_title() {
        let kept = "HPV Vaccination For All - English Leaflet from September 2023";
        assert_eq!(cleaned_title(&row(kept, "en", "English", "HPVU1L")), kept);
        assert_eq!(cleaned_title(&row("Polish", "pl", "Polish", "X1")), "Polish", "a title of noise stays");
    }

    #[test]
    fn rows_with_one_cleaned_title_are_one_publication() {
        let groups = groups(vec![
            row("Measles – Polish", "pl", "Polish", "M1PL"),
            row("Measles", "en", "English", "M1EN"),
            row("MEASLES", "fr", "French", "M1FR"),
        ]);
        assert_eq!(groups.len(), 1);
        assert_eq!((groups[0].title.as_str(), groups[0].rows.len()), ("Measles", 3));
    }

    #[test]
    fn contested_rows_stand_alone_and_are_listed() {
        let groups = groups(vec![
            row("Measles", "pl", "Polish", "A1"),
            row("Measles", "pl", "Polish", "A2"),
            row("Measles", "en", "English", "A3"),
        ]);
        let ambiguous: Vec<&str> =
            groups.iter().filter(|group| group.is_ambiguous).map(|group| group.rows[0].code.as_str()).collect();
        assert_eq!(ambiguous, ["A1", "A2"]);
        assert_eq!(groups.len(), 3);
    }

    #[test]
    fn nothing_is_read_from_codes() {
        let groups = groups(vec![row("Measles", "en", "English", "ABC1EN"), row("Mumps", "pl", "Polish", "ABC1PL")]);
        assert_eq!(groups.len(), 2);
    }
}
