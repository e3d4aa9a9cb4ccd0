//! The fixtures that GOV.UK Frontend ships: options, and the HTML they become.

use std::{fs, path::Path};

use serde_json::Value;

const PACKAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../end2end/node_modules/govuk-frontend");

fn read(path: &str) -> Value {
    let path = Path::new(PACKAGE).join(path);
    let text = fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{}: {error}; `make setup` installs it", path.display()));
    serde_json::from_str(&text).expect("the package holds JSON")
}

/// The version of the package.
pub fn version() -> String {
    read("package.json")["version"].as_str().unwrap_or_default().to_owned()
}

/// The fixtures of a component.
pub fn of(component: &str) -> Vec<Value> {
    let mut read = read(&format!("dist/govuk/components/{component}/fixtures.json"));
    let fixtures = read["fixtures"].as_array_mut().map(std::mem::take).unwrap_or_default();
    assert!(!fixtures.is_empty(), "{component} has fixtures");
    fixtures
}

/// The names of all components that have fixtures.
pub fn components() -> Vec<String> {
    let folder = Path::new(PACKAGE).join("dist/govuk/components");
    let entries = fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let with_fixtures = entries.flatten().filter(|entry| entry.path().join("fixtures.json").is_file());
    with_fixtures.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
}
