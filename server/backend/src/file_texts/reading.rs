//! From the bytes of a file to the texts of its pages. Whatever the bytes are, this ends, and within bounds.

use std::{
    collections::{BTreeMap, HashMap},
    ptr,
    sync::atomic::{AtomicBool, Ordering},
};

use lopdf::{
    Dictionary, Document, Encoding, LoadOptions, Object, ObjectId,
    content::{Content, Operation},
};
use store::file_texts::PageText;

/// Pages of a file that are read; words on later ones find nothing.
const MAX_PAGES: usize = 500;
/// Characters of a page that are kept.
const MAX_PAGE_CHARS: usize = 100_000;
/// Bytes of text after which no further page of a file is read.
const MAX_TEXT_BYTES: usize = 1 << 20;
/// Bytes that any part of a PDF file may unpack to: a few kilobytes can hold gigabytes.
pub(crate) const MAX_UNPACKED_BYTES: usize = 32 << 20;
/// Between two letters, more than so many thousandths of their size are a space.
const SPACE: f32 = 200.0;

/// How a file is to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// As PDF.
    Pdf,
    /// As one page of plain text.
    Text,
}

impl Kind {
    /// What a media type says.
    pub(super) fn of(media_type: &str) -> Self {
        if media_type == "application/pdf" { Self::Pdf } else { Self::Text }
    }
}

/// Why a file has no text.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unreadable {
    /// It is not what it says it is, or broken.
    #[error(transparent)]
    Broken(#[from] lopdf::Error),
    /// It has no page that can be read.
    #[error("it has no page")]
    Empty,
    /// Only who knows a password can read it.
    #[error("it is encrypted")]
    Encrypted,
}

/// The pages that hold text; none where a file is readable and holds none, as scans do. No further page is begun
/// once it is late.
pub(super) fn pages(content: &[u8], kind: Kind, is_late: &AtomicBool) -> Result<Vec<PageText>, Unreadable> {
    let bodies = match kind {
        Kind::Pdf => pages_of_pdf(content, is_late)?,
        Kind::Text => vec![plain(&String::from_utf8_lossy(content))],
    };
    let numbered = (1..).zip(bodies).map(|(number, body)| PageText { number, body });
    Ok(numbered.filter(|page| !page.body.is_empty()).collect())
}

/// A text as it is kept: words with single spaces, nothing that the database does not take.
fn plain(text: &str) -> String {
    let text: String =
        text.chars().take(MAX_PAGE_CHARS).map(|c| if c.is_control() || c == '\u{feff}' { ' ' } else { c }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every page, also those without text, up to the bounds. A page that cannot be read holds nothing; a file none of
/// whose pages can be read is unreadable.
fn pages_of_pdf(content: &[u8], is_late: &AtomicBool) -> Result<Vec<String>, Unreadable> {
    let options = LoadOptions::with_max_decompressed_size(MAX_UNPACKED_BYTES);
    let document = Document::load_mem_with_options(content, options)?;
    if document.is_encrypted() {
        return Err(Unreadable::Encrypted);
    }
    let (mut fonts, mut bodies, mut bytes, mut problem) = (Fonts::new(), Vec::new(), 0, Unreadable::Empty);
    let mut is_readable = false;
    for page in document.get_pages().into_values().take(MAX_PAGES) {
        if is_late.load(Ordering::Relaxed) || bytes > MAX_TEXT_BYTES {
            break;
        }
        let body = match text_of(&document, page, &mut fonts) {
            Ok(text) => {
                is_readable = true;
                plain(&text)
            }
            Err(error) => {
                problem = error.into();
                String::new()
            }
        };
        bytes += body.len();
        bodies.push(body);
    }
    if is_readable { Ok(bodies) } else { Err(problem) }
}

/// What the codes of fonts mean, by where the font stands in the document: pages share fonts, and reading one takes
/// longer than a page.
type Fonts<'a> = HashMap<*const Dictionary, Option<Encoding<'a>>>;

/// What is shown on a page, in the order in which it is drawn. Where the pen is moved there is a space, as lines and
/// columns begin so; what is drawn by forms within a page is not looked into.
fn text_of<'a>(document: &'a Document, page: ObjectId, known: &mut Fonts<'a>) -> Result<String, lopdf::Error> {
    let fonts: BTreeMap<Vec<u8>, &'a Dictionary> = document.get_page_fonts(page)?;
    for font in fonts.values().copied() {
        known
            .entry(ptr::from_ref(font))
            .or_insert_with(|| font.get_font_encoding_with_limit(document, MAX_UNPACKED_BYTES).ok());
    }
    let content = Content::decode(&document.get_page_content_with_limit(page, MAX_UNPACKED_BYTES)?)?;
    let (mut text, mut encoding) = (String::new(), None);
    for Operation { operator, operands } in &content.operations {
        match operator.as_str() {
            "Tf" => {
                let name = operands.first().and_then(|name| name.as_name().ok());
                let font = name.and_then(|name| fonts.get(name).copied());
                encoding = font.and_then(|font| known.get(&ptr::from_ref(font))?.as_ref());
            }
            "Td" | "TD" | "Tm" | "T*" | "ET" => text.push(' '),
            "Tj" | "TJ" => show(&mut text, encoding, operands),
            "'" | "\"" => {
                text.push(' ');
                show(&mut text, encoding, operands);
            }
            _ => {}
        }
        if text.len() > MAX_TEXT_BYTES {
            break;
        }
    }
    Ok(text)
}

/// Adds what is shown: texts, and lists of texts with the room between them.
fn show(text: &mut String, encoding: Option<&Encoding<'_>>, operands: &[Object]) {
    let Some(encoding) = encoding else { return };
    let parts = operands.iter().flat_map(|operand| match operand {
        Object::Array(parts) => parts.as_slice(),
        single => std::slice::from_ref(single),
    });
    for part in parts {
        if let Object::String(bytes, _) = part {
            text.push_str(&Document::decode_text(encoding, bytes).unwrap_or_default());
        } else if part.as_float().is_ok_and(|room| room < -SPACE) {
            text.push(' ');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LEAFLET: &[u8] = include_bytes!("../../sample/files/flu-0017-en-01.pdf");
    const POLISH: &[u8] = include_bytes!("../../sample/files/flu-0017-pl-01.pdf");

    fn read(content: &[u8], kind: Kind) -> Option<Vec<PageText>> {
        pages(content, kind, &AtomicBool::new(false)).ok()
    }

    #[test]
    fn words_are_found_on_their_pages() {
        let leaflet = read(LEAFLET, Kind::Pdf).expect("readable");
        assert_eq!(leaflet.iter().map(|page| page.number).collect::<Vec<_>>(), [1, 2, 3]);
        assert!(leaflet[0].body.contains("leaflet for parents Flu is a virus"), "{}", leaflet[0].body);
        assert!(leaflet[1].body.contains("wheezy") && !leaflet[0].body.contains("wheezy"));
        let polish = read(POLISH, Kind::Pdf).expect("readable");
        assert!(polish[0].body.contains("grypie"), "letters that only a table of the font names: {}", polish[0].body);
    }

    #[test]
    fn plain_text_is_one_page() {
        let page = |body: &str| Some(vec![PageText { number: 1, body: body.to_owned() }]);
        assert_eq!(read("\u{feff}Salut\0\r\n à tous".as_bytes(), Kind::Text), page("Salut à tous"));
        assert_eq!(read(b" \n", Kind::Text), Some(Vec::new()));
        let endless = read("flu ".repeat(1 << 20).as_bytes(), Kind::Text).expect("a page");
        assert!(endless[0].body.chars().count() <= MAX_PAGE_CHARS);
    }

    #[test]
    fn what_is_broken_has_no_words() {
        let nested = format!("%PDF-1.7\n1 0 obj\n<</X {}{}>>\nendobj\n", "[".repeat(20_000), "]".repeat(20_000));
        for broken in [&b""[..], &b"%PDF-1.7"[..], &b"GIF89a"[..], &LEAFLET[..400], nested.as_bytes()] {
            // Some of what is cut off can be mended, and has no page left.
            assert!(read(broken, Kind::Pdf).is_none_or(|pages| pages.is_empty()));
        }
    }

    #[test]
    fn who_is_late_begins_no_page() {
        assert!(pages(LEAFLET, Kind::Pdf, &AtomicBool::new(true)).is_err());
    }

    #[test]
    fn a_damaged_file_harms_nobody() {
        for at in (0..LEAFLET.len()).step_by(97) {
            let _ = read(&LEAFLET[..at], Kind::Pdf);
            let mut changed = LEAFLET.to_vec();
            changed[at] ^= 0x55;
            let _ = read(&changed, Kind::Pdf);
        }
    }
}
