//! What browsers never call: Leptos links wasm-streams for server functions that are called from scripts. Ours are
//! posted by forms, but what that crate exports would be kept for good, in the WASM and in its glue.

use std::{fs, path::Path};

use anyhow::ensure;
use wasm_bindgen_cli_support::Output;

/// How its classes begin in the glue.
const CLASS: &str = "IntoUnderlying";
/// What the names of its exports hold.
const EXPORT: &str = "intounderlying";

/// Takes the exports out of the WASM; `wasm-opt` drops what nothing leads to any more.
pub fn drop_exports(output: &mut Output) {
    let exports = &mut output.wasm_mut().exports;
    let mut unused = Vec::new();
    for export in exports.iter().filter(|export| export.name.contains(EXPORT)) {
        unused.push(export.id());
    }
    for id in unused {
        exports.delete(id);
    }
}

/// Takes the classes out of the glue.
pub fn cut_classes(glue: &Path) -> anyhow::Result<()> {
    let cut = without_classes(&fs::read_to_string(glue)?);
    ensure!(
        !cut.contains(CLASS) && !cut.contains(EXPORT),
        "{}: the classes of wasm-streams look otherwise now",
        glue.display()
    );
    Ok(fs::write(glue, cut)?)
}

/// A class ends with the first brace that stands alone, a statement about one with its last line.
fn without_classes(glue: &str) -> String {
    let (class, about, finalization) =
        (format!("export class {CLASS}"), format!("if (Symbol.dispose) {CLASS}"), format!("const {CLASS}"));
    let mut end = None;
    let mut kept = String::with_capacity(glue.len());
    for line in glue.lines() {
        if end.is_none() {
            end = match line {
                line if line.starts_with(&class) => Some("}"),
                line if line.starts_with(&about) || line.starts_with(&finalization) => Some(";"),
                _ => None,
            };
            if end.is_none() {
                kept.extend([line, "\n"]);
            }
        }
        end = end.filter(|end| if *end == "}" { line != "}" } else { !line.ends_with(end) });
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_the_classes_goes() {
        let glue = "let wasm;\nexport class IntoUnderlyingSink {\n    close() {\n    }\n}\n\
            if (Symbol.dispose) IntoUnderlyingSink.prototype[Symbol.dispose] = IntoUnderlyingSink.prototype.free;\n\
            export function hydrate() {\n}\n\
            const IntoUnderlyingSinkFinalization = (x)\n    ? a\n    : b(ptr => c(ptr, 1));\n\
            export { a };\n";
        assert_eq!(without_classes(glue), "let wasm;\nexport function hydrate() {\n}\nexport { a };\n");
    }
}
