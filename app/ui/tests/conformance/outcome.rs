//! How a fixture and our component compare.

use serde_json::Value;

use crate::{
    decisions::Decision,
    options::Reason,
    tree::{difference, read},
};

/// What our component draws for a fixture.
pub struct Drawn {
    /// Its HTML.
    pub html: String,
    /// What it does otherwise on purpose.
    pub decisions: Vec<Decision>,
}

impl Drawn {
    /// HTML that has to say the same.
    pub fn same(html: String) -> Self {
        Self { html, decisions: Vec::new() }
    }

    /// HTML that has to say the same but for a decision.
    pub fn but_for(html: String, decision: Decision) -> Self {
        Self::same(html).and(Some(decision))
    }

    /// The same, and one more decision.
    pub fn and(mut self, decision: Option<Decision>) -> Self {
        self.decisions.extend(decision);
        self
    }
}

/// How a mapping from a fixture's options to our component looks.
pub type Draw = fn(&Value) -> Result<Drawn, Reason>;

/// How a fixture and our component compare.
#[derive(Debug)]
pub enum Outcome {
    /// Both say the same.
    Same,
    /// Both say the same but for these decisions.
    ButFor(Vec<Decision>),
    /// Ours cannot say it.
    NotExpressible(Reason),
    /// They differ, and nobody said why.
    Different(String),
}

/// Compares a fixture with what our component makes of its options.
pub fn judge(draw: Draw, fixture: &Value) -> Outcome {
    let drawn = match draw(&fixture["options"]) {
        Ok(drawn) => drawn,
        Err(reason) => return Outcome::NotExpressible(reason),
    };
    compare(&drawn, fixture["html"].as_str().unwrap_or_default())
}

/// Compares what ours drew with the HTML it has to be like.
pub fn compare(drawn: &Drawn, html: &str) -> Outcome {
    let (mut ours, mut theirs) = (read(&drawn.html), read(html));
    for decision in &drawn.decisions {
        if !decision.apply(&mut ours, &mut theirs) {
            return Outcome::Different(format!("no longer so: {}", decision.words()));
        }
    }
    match difference(&ours, &theirs) {
        Some(difference) => Outcome::Different(difference),
        None if drawn.decisions.is_empty() => Outcome::Same,
        None => Outcome::ButFor(drawn.decisions.clone()),
    }
}
