//! How many pages a PDF file has, and how large they are.

use domain::catalogue::file::page_size;
use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId};

use crate::file_texts::MAX_UNPACKED_BYTES;

/// A page takes its size from what it hangs on, at most so far up.
const MAX_DEPTH: usize = 16;
/// Points of PDF in a millimetre (ISO 32000 §8.3.2.3: 72 to an inch).
const POINTS: f64 = 72.0 / 25.4;

/// The number of pages, and the size of the first: an A size, else millimetres. Nothing where it cannot be read.
pub(super) fn pages(content: &[u8]) -> Option<(i32, Option<String>)> {
    let options = LoadOptions::with_max_decompressed_size(MAX_UNPACKED_BYTES);
    let document = Document::load_mem_with_options(content, options).ok()?;
    let pages = document.get_pages();
    let first = pages.values().next().and_then(|page| size_of(&document, *page));
    let count = i32::try_from(pages.len()).ok().filter(|count| *count > 0)?;
    Some((count, first))
}

fn size_of(document: &Document, page: ObjectId) -> Option<String> {
    let mut node = document.get_dictionary(page).ok()?;
    for _ in 0..MAX_DEPTH {
        if let Some([left, bottom, right, top]) = media_box(document, node) {
            let (across, down) = ((right - left).abs() / POINTS, (top - bottom).abs() / POINTS);
            return page_size(across, down).or_else(|| Some(format!("{across:.0} × {down:.0} mm")));
        }
        node = document.get_dictionary(node.get(b"Parent").and_then(Object::as_reference).ok()?).ok()?;
    }
    None
}

fn media_box(document: &Document, node: &Dictionary) -> Option<[f64; 4]> {
    let (_, sides) = document.dereference(node.get(b"MediaBox").ok()?).ok()?;
    let sides: Option<Vec<f64>> = sides
        .as_array()
        .ok()?
        .iter()
        .map(|side| Some(f64::from(document.dereference(side).ok()?.1.as_float().ok()?)))
        .collect();
    sides?.try_into().ok()
}
