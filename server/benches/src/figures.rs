//! Figures with their bounds, as a table and as JSON.

use serde::Serialize;

/// The middle of some measurements with their ends.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Spread {
    /// The middle.
    pub median: f64,
    /// The smallest.
    pub least: f64,
    /// The largest.
    pub most: f64,
}

impl Spread {
    /// Of some measurements; of none it is zero.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let mut values: Vec<f64> = values.into_iter().collect();
        values.sort_by(f64::total_cmp);
        let at = |at: usize| values.get(at).copied().unwrap_or_default();
        Self { median: at(values.len() / 2), least: at(0), most: at(values.len().saturating_sub(1)) }
    }
}

/// Which side of its bound a figure has to be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// At most the bound.
    AtMost,
    /// At least the bound.
    AtLeast,
}

/// A figure.
#[derive(Clone, Debug, Serialize)]
pub struct Figure {
    /// Id of its budget.
    pub id: &'static str,
    /// What was measured.
    pub what: String,
    /// What came out.
    pub value: Spread,
    /// In what.
    pub unit: &'static str,
    /// What it is held against.
    pub bound: f64,
    /// Which side of it.
    pub side: Side,
    /// What lies behind it, in words.
    pub detail: String,
}

impl Figure {
    /// Whether the budget is kept.
    pub fn holds(&self) -> bool {
        match self.side {
            Side::AtMost => self.value.median <= self.bound,
            Side::AtLeast => self.value.median >= self.bound,
        }
    }

    /// The row of a table in Markdown.
    pub fn row(&self) -> String {
        let sign = if self.side == Side::AtMost { "≤" } else { "≥" };
        let spread = if (self.value.most - self.value.least).abs() < f64::EPSILON {
            String::new()
        } else {
            format!(" ({:.2} to {:.2})", self.value.least, self.value.most)
        };
        format!(
            "| {} | {} | {:.2} {}{spread} | {sign} {} | {} | {} |",
            self.id,
            self.what,
            self.value.median,
            self.unit,
            self.bound,
            if self.holds() { "yes" } else { "**no**" },
            self.detail
        )
    }
}
