//! What the accessibility statement says of tests has to be true of the tests that are here.

use std::fs;

use anyhow::{Context, ensure};
use serde_json::Value;

const CHECKS: &str = "app/content/accessibility-checks.json";
const CHECKLIST: &str = "app/content/accessibility-checklist.json";
/// Names the exact axe-core that is installed; `package.json` names what wraps it.
const LOCK: &str = "end2end/package-lock.json";

/// Proves that the figures are of the axe-core in use, and that what the checklist leaves to tests is tested.
pub fn prove() -> anyhow::Result<()> {
    let (checked, used) = (checked(&read(CHECKS)?)?, used(&read(LOCK)?)?);
    ensure!(
        checked == used,
        "{CHECKS} is of axe-core {checked}, and {used} is used: `npm run accessibility` in end2end renews it"
    );
    let checklist = read(CHECKLIST)?;
    for item in checklist.as_array().context("the checklist is a list")? {
        if let Some((file, words)) = proof(item)? {
            let text = fs::read_to_string(file).with_context(|| format!("{CHECKLIST} names {file}"))?;
            ensure!(text.contains(words), "{CHECKLIST} names {words:?}, which {file} does not say");
        }
    }
    Ok(())
}

/// The axe-core whose figures these are.
fn checked(checks: &Value) -> anyhow::Result<String> {
    Ok(checks["axe"].as_str().context("the figures name their axe-core")?.to_owned())
}

/// The axe-core that a lock file names.
fn used(lock: &Value) -> anyhow::Result<String> {
    let version = &lock["packages"]["node_modules/axe-core"]["version"];
    Ok(version.as_str().context("the lock file names axe-core")?.to_owned())
}

/// The file that proves an entry, and words in it; nothing where no test is said to.
fn proof(item: &Value) -> anyhow::Result<Option<(&str, &str)>> {
    if item["by"] != "tests" {
        return Ok(None);
    }
    let proof = &item["proof"];
    let both = proof["file"].as_str().zip(proof["says"].as_str());
    Ok(Some(both.with_context(|| format!("{} has no proof", item["what"]))?))
}

fn read(file: &str) -> anyhow::Result<Value> {
    let text = fs::read_to_string(file).with_context(|| format!("{file} cannot be read"))?;
    serde_json::from_str(&text).with_context(|| format!("{file} is no JSON"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_tests_are_said_to_prove_names_them() {
        let named = json!({"what": "Keys", "by": "tests", "proof": {"file": "a.ts", "says": "b"}});
        assert_eq!(proof(&named).unwrap(), Some(("a.ts", "b")));
        assert!(proof(&json!({"what": "Keys", "by": "tests"})).is_err());
        assert_eq!(proof(&json!({"what": "Keys", "by": "nobody"})).unwrap(), None);
    }

    #[test]
    fn the_lock_file_says_which_axe_is_used() {
        assert_eq!(used(&json!({"packages": {"node_modules/axe-core": {"version": "4.1.2"}}})).unwrap(), "4.1.2");
        assert!(used(&json!({"packages": {}})).is_err());
    }
}
