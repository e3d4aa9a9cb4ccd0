//! The dump: every live edition in one file, written each night for programs that want all of them.

use std::borrow::Cow;

choice! {
    /// How a dump is written.
    DumpFormat {
        /// Rows with a heading, for spreadsheets.
        Csv = "csv",
        /// The records of the programs' interface in one list.
        Json = "json",
    }
}

/// How cells begin that spreadsheets take for a formula.
const FORMULAS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// A cell that no spreadsheet runs: what would be a formula begins with an apostrophe.
pub fn harmless_cell(text: &str) -> Cow<'_, str> {
    if text.starts_with(FORMULAS) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_cell_is_a_formula() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+44", "'+44"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("Flu = influenza", "Flu = influenza"),
            ("", ""),
        ] {
            assert_eq!(harmless_cell(text), cell);
        }
    }
}
