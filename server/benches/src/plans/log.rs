//! Plans as `auto_explain` writes them into the log of the database.

use std::{
    collections::BTreeSet,
    fs::File,
    io::{Read, Seek, SeekFrom},
    path::Path,
};

use serde::Deserialize;
use serde_json::Value;

/// A statement that ran, and what its plan does.
#[derive(Debug, Default)]
pub struct Planned {
    /// Its text, in one line.
    pub text: String,
    /// Tables it touches.
    pub tables: BTreeSet<String>,
    /// Tables it reads from end to end.
    pub whole: BTreeSet<String>,
    /// What the planner thinks it costs.
    pub cost: f64,
}

#[derive(Deserialize)]
struct Explained {
    #[serde(rename = "Query Text")]
    text: String,
    #[serde(rename = "Plan")]
    plan: Value,
}

/// What was written after a place in the log.
pub fn since(log: &Path, begin: u64) -> anyhow::Result<String> {
    let mut file = File::open(log)?;
    file.seek(SeekFrom::Start(begin))?;
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The plans of a log: a line that says so, then the plan in lines that begin with a tab.
pub fn plans(log: &str) -> anyhow::Result<Vec<Planned>> {
    let mut lines = log.lines().peekable();
    let mut plans = Vec::new();
    while let Some(line) = lines.next() {
        if !(line.contains(" LOG:  duration: ") && line.ends_with("plan:")) {
            continue;
        }
        let mut json = String::new();
        while let Some(part) = lines.next_if(|line| line.starts_with('\t')) {
            json.push_str(part);
        }
        let explained: Explained = serde_json::from_str(&json)?;
        let text = explained.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let cost = explained.plan.get("Total Cost").and_then(Value::as_f64).unwrap_or_default();
        let mut planned = Planned { text, cost, ..Planned::default() };
        walk(&explained.plan, &mut planned);
        plans.push(planned);
    }
    Ok(plans)
}

fn walk(node: &Value, planned: &mut Planned) {
    if let Some(table) = node.get("Relation Name").and_then(Value::as_str) {
        planned.tables.insert(table.to_owned());
        if node.get("Node Type").and_then(Value::as_str) == Some("Seq Scan") {
            planned.whole.insert(table.to_owned());
        }
    }
    for below in node.get("Plans").and_then(Value::as_array).into_iter().flatten() {
        walk(below, planned);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plans_are_read_among_other_lines() {
        let log = "2026-11-24 UTC [7] LOG:  duration: 0.031 ms  plan:\n\t{\n\t  \"Query Text\": \"select 1\\n from a\",\n\t  \
            \"Plan\": {\"Node Type\": \"Limit\", \"Total Cost\": 8.5, \"Plans\": [\n\t{\"Node Type\": \"Seq Scan\", \
            \"Relation Name\": \"a\"},\n\t{\"Node Type\": \"Index Scan\", \"Relation Name\": \"b\"}]}\n\t}\n\
            2026-11-24 UTC [7] CONTEXT:  SQL statement\n2026-11-24 UTC [8] LOG:  checkpoint starting\n";
        let plans = plans(log).unwrap();
        assert_eq!(plans.len(), 1);
        assert_eq!((plans[0].text.as_str(), plans[0].cost), ("select 1 from a", 8.5));
        assert_eq!(plans[0].whole, BTreeSet::from(["a".to_owned()]));
        assert_eq!(plans[0].tables.len(), 2);
    }
}
