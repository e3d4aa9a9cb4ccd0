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

/// Names for the entries of one archive, `{code}/{kind}/{file name}`: no two are alike on any system, none leads out
/// of the folder it is unpacked into, and each says what it is.
#[derive(Debug, Default)]
pub struct EntryNames {
    /// The names that are taken, in lower case.
    taken: HashSet<String>,
}

impl EntryNames {
    /// A new name: folders for the product code and for what the file is for, then the file's own name as it is.
    pub fn name(&mut self, code: &ProductCode, kind: FileKind, file_name: &str) -> String {
        let (own, ending) = parts(file_name);
        let stem = format!("{}/{kind}/{own}", plain(code.as_str()));
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

/// The most bytes of a name without its ending; file systems take 255 for all of it.
const MAX_STEM_BYTES: usize = 240;

/// "Flu leaflet.PDF" as "Flu leaflet" and ".PDF"; without the latter where a name has no ordinary ending. A name is
/// kept as it is, but for signs that some system does not take in names, or that show them other than they are.
fn parts(file_name: &str) -> (String, String) {
    const MAX_CHARS: usize = 5;
    let (stem, ending) = file_name.rsplit_once('.').unwrap_or((file_name, ""));
    let is_plain = (1..=MAX_CHARS).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_plain { (kept(stem), format!(".{ending}")) } else { (kept(file_name), String::new()) }
}

fn kept(text: &str) -> String {
    let mut name = String::new();
    for sign in text.nfc().map(|sign| if is_taken_everywhere(sign) { sign } else { '-' }) {
        if name.len() + sign.len_utf8() > MAX_STEM_BYTES {
            break;
        }
        name.push(sign);
    }
    // What begins with a dot is hidden, what begins with a hyphen is an option of programs.
    let name = name.trim_start_matches(['.', '-', ' ']).trim_end_matches(['.', '-', ' ']);
    if name.is_empty() { "file".to_owned() } else { name.to_owned() }
}

/// Whether a sign may stand in a name on every system, and stands where it is seen: no separators and wildcards, no
/// control signs, and none that turn the direction of what follows or cannot be seen (UAX 9, UAX 44 "Cf").
fn is_taken_everywhere(sign: char) -> bool {
    let is_unseen = matches!(sign, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    !sign.is_control() && !is_unseen && !matches!(sign, '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|')
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
        let mut names = EntryNames::default();
        let flu = code("FLU-0017-EN-01");
        assert_eq!(names.name(&flu, FileKind::Web, "Flu leaflet.PDF"), "FLU-0017-EN-01/web/Flu leaflet.PDF");
        assert_eq!(names.name(&flu, FileKind::Web, "flu leaflet.pdf"), "FLU-0017-EN-01/web/flu leaflet_2.pdf");
        assert_eq!(names.name(&flu, FileKind::Print, "flu.v2.pdf"), "FLU-0017-EN-01/print/flu.v2.pdf");
        assert_eq!(names.name(&code("flu 0017/en:01"), FileKind::Web, "x.pdf"), "flu-0017-en-01/web/x.pdf");
    }

    #[test]
    fn no_name_leads_anywhere_else() {
        let mut names = EntryNames::default();
        let name = names.name(&code("../../A\u{202e}B"), FileKind::Web, "x\u{202e}fdp.exe/..\r\n");
        assert_eq!(name, "A-B/web/x-fdp.exe");
        assert_eq!(names.name(&code("C"), FileKind::Web, "a.b/c"), "C/web/a.b-c");
        assert_eq!(names.name(&code("\u{645}-1"), FileKind::Transcript, ".srt"), "\u{645}-1/transcript/file.srt");
    }

    proptest! {
        #[test]
        fn names_are_plain_and_unique(codes in proptest::collection::vec(".{1,100}", 1..20), file in any::<String>()) {
            let (mut names, mut seen) = (EntryNames::default(), HashSet::new());
            for code in codes.iter().filter_map(|code| ProductCode::parse(code)) {
                for _ in 0..2 {
                    let name = names.name(&code, FileKind::Web, &file);
                    prop_assert!(!name.chars().any(|c| c.is_control() || "\\:*?\"<>|\u{202e}".contains(c)), "{name:?}");
                    prop_assert!(name.split('/').count() == 3, "{name:?}");
                    prop_assert!(name.split('/').all(|part| !part.is_empty() && !part.starts_with(['.', '-', ' ']) && part.len() <= 255), "{name:?}");
                    prop_assert!(seen.insert(name.to_lowercase()), "{name:?}");
                }
            }
        }
    }
}
