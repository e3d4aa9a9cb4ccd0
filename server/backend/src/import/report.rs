//! What an import did, row by row where it matters.

use std::fmt;

use super::rows::Refusal;

/// The figures and the rows to look at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Whether nothing was written.
    pub is_dry_run: bool,
    /// Publications that the rows make up.
    pub publications: usize,
    /// Editions that are new.
    pub created: usize,
    /// Editions that changed.
    pub updated: usize,
    /// Editions that are as they were.
    pub unchanged: usize,
    /// Warnings on new editions.
    pub warnings: usize,
    /// Rows that were refused.
    pub refused: Vec<Refusal>,
    /// Rows of files that were refused.
    pub refused_files: Vec<Refusal>,
    /// Codes of rows that became publications of their own because nothing says where they belong.
    pub ambiguous: Vec<String>,
    /// Files whose edition is not in the file of editions.
    pub orphan_files: usize,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_dry_run {
            writeln!(f, "Dry run: nothing was written.")?;
        }
        for Refusal { line, code, reason } in &self.refused {
            writeln!(f, "refused    line {line}, {code:?}: {reason}")?;
        }
        for Refusal { line, code, reason } in &self.refused_files {
            writeln!(f, "refused    line {line} of the files, {code:?}: {reason}")?;
        }
        for code in &self.ambiguous {
            writeln!(
                f,
                "ambiguous  {code:?}: another row has its title, language and format; it is a publication of its own"
            )?;
        }
        writeln!(f, "publications {}", self.publications)?;
        writeln!(f, "created      {}", self.created)?;
        writeln!(f, "updated      {}", self.updated)?;
        writeln!(f, "unchanged    {}", self.unchanged)?;
        writeln!(f, "refused      {}", self.refused.len())?;
        writeln!(f, "ambiguous    {}", self.ambiguous.len())?;
        writeln!(f, "warnings     {}", self.warnings)?;
        writeln!(f, "files refused       {}", self.refused_files.len())?;
        write!(f, "files of no edition {}", self.orphan_files)
    }
}
