//! Several files of a publication at once: which ones, and what they are called in the archive.

use std::collections::HashSet;

use unicode_normalization::UnicodeNormalization;

use super::{code::ProductCode, edition::AccessibleFormat, file::FileKind, taxonomy::LanguageTag};

/// The most parameters that are read; a form of ours has fewer choices.
const MAX_PARAMETERS: usize = 500;

/// Which files are wanted. Of each list, nothing chosen means all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileChoice {
    /// Languages of editions.
    pub languages: Option<Vec<LanguageTag>>,
    /// Formats of editions.
    pub formats: Option<Vec<AccessibleFormat>>,
    /// What files are for.
    pub kinds: Option<Vec<FileKind>>,
}

impl FileChoice {
    /// Reads the parameters of a form. What cannot be read fits no file, like a language that nothing comes in:
    /// whoever chose something never gets everything in its place. Unknown names are ignored.
    pub fn read<N: AsRef<str>, V: AsRef<str>>(parameters: impl IntoIterator<Item = (N, V)>) -> Self {
        let mut choice = Self::default();
        for (name, value) in parameters.into_iter().take(MAX_PARAMETERS) {
            let value = value.as_ref();
            match name.as_ref() {
                _ if value.is_empty() => {}
                "language" => choose(&mut choice.languages, LanguageTag::parse(value)),
                "format" => choose(&mut choice.formats, AccessibleFormat::from_code(value)),
                "kind" => choose(&mut choice.kinds, FileKind::from_code(value)),
                _ => {}
            }
        }
        choice
    }
}

fn choose<T: PartialEq>(chosen: &mut Option<Vec<T>>, value: Option<T>) {
    let chosen = chosen.get_or_insert_with(Vec::new);
    if let Some(value) = value
        && !chosen.contains(&value)
    {
        chosen.push(value);
    }
}

/// Names for the entries of one archive: no two are alike on any system, none leads out of the folder it is unpacked
/// into, and each says what it is.
#[derive(Debug, Default)]
pub struct EntryNames {
    /// The names that are taken, in lower case.
    taken: HashSet<String>,
}

impl EntryNames {
    /// A new name: product code, language, what it is for unless it is for reading on a screen, and the ending of the
    /// file's own name.
    pub fn name(&mut self, code: &ProductCode, language: &LanguageTag, kind: FileKind, file_name: &str) -> String {
        let purpose = if kind == FileKind::Web { String::new() } else { format!("_{kind}") };
        let (stem, ending) = (format!("{}_{language}{purpose}", plain(code.as_str())), ending(file_name));
        let mut name = format!("{stem}{ending}");
        let mut number = 2;
        while !self.taken.insert(name.to_lowercase()) {
            name = format!("{stem}_{number}{ending}");
            number += 1;
        }
        name
    }
}

/// Letters and digits of any script, single hyphens between them, and not too long for any file system.
fn plain(text: &str) -> String {
    const MAX_CHARS: usize = 40;
    let text: String = text.nfkc().collect();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let plain: String = words.join("-").chars().take(MAX_CHARS).collect();
    let plain = plain.trim_end_matches('-');
    if plain.is_empty() { "file".to_owned() } else { plain.to_owned() }
}

/// ".pdf"; nothing where a name has no ordinary ending.
fn ending(file_name: &str) -> String {
    const MAX_CHARS: usize = 5;
    let ending = file_name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_plain = (1..=MAX_CHARS).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_plain { format!(".{}", ending.to_ascii_lowercase()) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn code(text: &str) -> ProductCode {
        ProductCode::parse(text).expect("a code")
    }

    #[test]
    fn nothing_chosen_is_everything_and_nonsense_is_nothing() {
        assert_eq!(FileChoice::read([("language", ""), ("other", "x")]), FileChoice::default());
        let choice = FileChoice::read([("language", "fr"), ("language", "fr"), ("kind", "print"), ("format", "\0")]);
        assert_eq!(choice.languages, LanguageTag::parse("fr").map(|fr| vec![fr]));
        assert_eq!((choice.kinds, choice.formats), (Some(vec![FileKind::Print]), Some(Vec::new())));
    }

    #[test]
    fn entries_say_what_they_are() {
        let (mut names, en) = (EntryNames::default(), LanguageTag::english());
        let flu = code("FLU-0017-EN-01");
        assert_eq!(names.name(&flu, &en, FileKind::Web, "Flu leaflet.PDF"), "FLU-0017-EN-01_en.pdf");
        assert_eq!(names.name(&flu, &en, FileKind::Web, "flu.pdf"), "FLU-0017-EN-01_en_2.pdf");
        assert_eq!(names.name(&flu, &en, FileKind::Print, "flu.pdf"), "FLU-0017-EN-01_en_print.pdf");
        assert_eq!(names.name(&code("flu 0017/en:01"), &en, FileKind::Web, "x.pdf"), "flu-0017-en-01_en_3.pdf");
    }

    #[test]
    fn no_name_leads_anywhere_else() {
        let (mut names, en) = (EntryNames::default(), LanguageTag::english());
        let name = names.name(&code("../../A\u{202e}B"), &en, FileKind::Web, "x\u{202e}fdp.exe/..\r\n");
        assert_eq!(name, "A-B_en");
        assert_eq!(names.name(&code("C"), &en, FileKind::Web, "a.b/c"), "C_en");
        assert_eq!(names.name(&code("\u{645}-1"), &en, FileKind::Transcript, ".srt"), "\u{645}-1_en_transcript.srt");
    }

    proptest! {
        #[test]
        fn names_are_plain_and_unique(codes in proptest::collection::vec(".{1,100}", 1..20), file in any::<String>()) {
            let (mut names, mut seen) = (EntryNames::default(), HashSet::new());
            for code in codes.iter().filter_map(|code| ProductCode::parse(code)) {
                for _ in 0..2 {
                    let name = names.name(&code, &LanguageTag::english(), FileKind::Web, &file);
                    prop_assert!(name.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c)), "{name:?}");
                    prop_assert!(!name.starts_with(['.', '-', '_']) && !name.contains(".."), "{name:?}");
                    prop_assert!(name.len() <= 255 && seen.insert(name.to_lowercase()), "{name:?}");
                }
            }
        }
    }
}
