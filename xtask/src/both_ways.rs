//! Pages run from left to right and from right to left: nothing stands left or right, but at the start or the end of
//! a line.

use std::{fs, path::Path};

use anyhow::{bail, ensure};

use crate::rules::sources;

const STYLE: &str = "style/main.css";
const FOLDERS: [&str; 3] = ["app/src", "app/ui/src", "app/islands/src"];

/// What names a side in the stylesheet.
const SIDES: [&str; 8] = [
    "margin-left",
    "margin-right",
    "padding-left",
    "padding-right",
    "border-left",
    "border-right",
    "text-align: left",
    "text-align: right",
];

/// How classes begin that name a side.
const SIDED: [&str; 12] = [
    "ml-",
    "mr-",
    "pl-",
    "pr-",
    "left-",
    "right-",
    "border-l-",
    "border-r-",
    "rounded-l-",
    "rounded-r-",
    "text-left",
    "text-right",
];

/// Proves that neither the stylesheet nor a class names a side.
pub fn prove() -> anyhow::Result<()> {
    let style = fs::read_to_string(STYLE)?;
    for side in SIDES {
        ensure!(!style.contains(side), "{STYLE} must not say {side:?}");
    }
    for folder in FOLDERS {
        for (file, text) in sources(Path::new(folder))? {
            if let Some(class) = sided(&text) {
                bail!("{file} must not have the class {class:?}");
            }
        }
    }
    Ok(())
}

/// The first class in a source that names a side.
fn sided(source: &str) -> Option<&str> {
    let lists = source.split("class=\"").skip(1).filter_map(|after| after.split('"').next());
    lists.flat_map(str::split_whitespace).find(|class| {
        let plain = class.rsplit(':').next().unwrap_or_default().trim_start_matches('-');
        SIDED.iter().any(|start| plain.starts_with(start))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_that_name_a_side_are_seen() {
        assert_eq!(sided("<p class=\"mt-2 sm:-ml-4\">"), Some("sm:-ml-4"));
        assert_eq!(sided("<p class=\"ms-2 text-start\">left-4"), None);
    }
}
