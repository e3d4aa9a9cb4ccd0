//! What was found, and how the README says it.

use std::collections::BTreeMap;

use crate::{
    decisions,
    drawing::COMPONENTS,
    fixtures,
    options::Reason,
    outcome::{Outcome, judge},
};

/// How many fixtures of a component there are of each kind.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    same: usize,
    but_for: usize,
    not_expressible: usize,
}

impl Counts {
    fn row(self, name: &str) -> String {
        let Self { same, but_for, not_expressible } = self;
        format!("| {name} | {same} | {but_for} | {not_expressible} | {} |", same + but_for + not_expressible)
    }
}

/// What comparing every fixture has shown.
#[derive(Debug, Default)]
pub struct Findings {
    components: Vec<(&'static str, Counts)>,
    decisions: [usize; decisions::COUNT],
    reasons: BTreeMap<Reason, usize>,
    /// Differences that nobody gave a reason for.
    pub failures: Vec<String>,
}

impl Findings {
    /// Compares every fixture of every component that we have.
    pub fn gather() -> Self {
        let mut findings = Self::default();
        for (component, draw) in COMPONENTS {
            let mut counts = Counts::default();
            for fixture in fixtures::of(component) {
                let name = fixture["name"].as_str().unwrap_or_default();
                findings.add(judge(draw, &fixture), &mut counts, &format!("{component}, {name}"));
            }
            findings.components.push((component, counts));
        }
        findings
    }

    fn add(&mut self, outcome: Outcome, counts: &mut Counts, name: &str) {
        match outcome {
            Outcome::Same => counts.same += 1,
            Outcome::ButFor(made) => {
                counts.but_for += 1;
                for (known, count) in decisions::ALL.iter().zip(&mut self.decisions) {
                    *count += usize::from(made.iter().any(|decision| decision.is_like(known)));
                }
            }
            Outcome::NotExpressible(reason) => {
                counts.not_expressible += 1;
                *self.reasons.entry(reason).or_default() += 1;
            }
            Outcome::Different(difference) => self.failures.push(format!("{name}: {difference}")),
        }
    }

    /// What stands in the README.
    pub fn in_words(&self) -> String {
        let mut lines = vec![
            format!("GOV.UK Frontend {}:", fixtures::version()),
            String::new(),
            "| Component | Same | Same but for a decision | Not expressible | Fixtures |".to_owned(),
            "|---|---|---|---|---|".to_owned(),
        ];
        lines.extend(self.components.iter().map(|(name, counts)| counts.row(name)));
        let all = self.components.iter().fold(Counts::default(), |all, (_, counts)| Counts {
            same: all.same + counts.same,
            but_for: all.but_for + counts.but_for,
            not_expressible: all.not_expressible + counts.not_expressible,
        });
        lines.extend([
            all.row("all of these"),
            String::new(),
            self.others(),
            String::new(),
            "Decisions:".to_owned(),
            String::new(),
        ]);
        let made = decisions::ALL.iter().zip(self.decisions);
        lines.extend(made.map(|(decision, count)| format!("- {count}: {}", decision.words())));
        lines.extend([String::new(), "Not expressible, as the fixture:".to_owned(), String::new()]);
        lines.extend(self.why_not());
        lines.join("\n")
    }

    /// What is not compared at all.
    fn others(&self) -> String {
        let is_ours = |name: &String| self.components.iter().any(|(ours, _)| ours == name);
        let others: Vec<String> = fixtures::components().into_iter().filter(|name| !is_ours(name)).collect();
        let count: usize = others.iter().map(|name| fixtures::of(name).len()).sum();
        format!("{} more components, with {count} fixtures, have no counterpart in `app/ui`.", others.len())
    }

    /// The reasons; options that ours do not have share a line.
    fn why_not(&self) -> Vec<String> {
        let mut lines = Vec::new();
        let mut options = Vec::new();
        let mut with_options = 0;
        for (reason, count) in &self.reasons {
            if let Reason::Option(name) = reason {
                options.push(format!("`{name}` {count}"));
                with_options += count;
            } else {
                lines.push(format!("- {count}: {reason}"));
            }
        }
        lines.push(format!("- {with_options}: uses an option that ours does not have: {}", options.join(", ")));
        lines
    }
}
