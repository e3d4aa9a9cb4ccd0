//! Where systems that people use today stand, beside what was measured of ours.
//!
//! Their figures come from one earlier run on a machine with two cores and 5,000 records, in CPU-milliseconds for one
//! request of program and database together; a plain server (axum and sqlx) was measured in that run as well. What
//! can be set beside ours is how many times their own plain server's CPU each of them takes.

use std::fmt::Write as _;

use super::table::Figure;

/// From the least to the most, in CPU-milliseconds.
type Range = (f64, f64);

const SYSTEMS: [&str; 5] = ["HPUB", "Vendure", "Next.js page", "django-oscar", "EHPR"];

/// Something that some of them do.
struct Operation {
    what: &'static str,
    /// Budget and beginning of the row of ours.
    ours: (&'static str, &'static str),
    plain: Range,
    /// Of each of [`SYSTEMS`] that was measured.
    theirs: [Option<Range>; 5],
}

const OPERATIONS: [Operation; 4] = [
    Operation {
        what: "list or search with a filter",
        ours: ("P-1", "list, words and a filter, 5000 "),
        plain: (0.70, 0.85),
        theirs: [Some((139.0, 250.0)), Some((40.0, 46.0)), Some((24.0, 28.0)), Some((315.0, 315.0)), None],
    },
    Operation {
        what: "publication page",
        ours: ("P-2", "publication page, 5000 "),
        plain: (0.09, 0.09),
        theirs: [Some((95.0, 114.0)), Some((34.0, 54.0)), None, None, None],
    },
    Operation {
        what: "order of 3 lines",
        ours: ("P-3", "place an order of 3 lines, 5000 "),
        plain: (0.40, 0.69),
        theirs: [Some((567.0, 612.0)), None, None, None, None],
    },
    Operation {
        what: "sending a registration",
        ours: ("P-4", "send a registration, "),
        plain: (0.22, 0.42),
        theirs: [None, None, None, None, Some((12.0, 20.0))],
    },
];

/// Adds a table with ours and theirs side by side.
pub fn beside(table: &mut String, figures: &[Figure]) -> anyhow::Result<()> {
    writeln!(
        table,
        "\nThe same ratio for systems that people use today, in multiples of the CPU of a plain server. Ours is of the \
         run above. Theirs is not: they were measured earlier, on two cores with 5,000 records, and are held against \
         the plain server of that run, which ran statements of its own. Where that took less than the baseline above, \
         multiples of theirs come out larger than they would here, so that only their magnitude says something.\n"
    )?;
    writeln!(table, "| CPU for one | Healthpost | {} | The plain server of theirs |", SYSTEMS.join(" | "))?;
    writeln!(table, "|---|---|{}---|", "---|".repeat(SYSTEMS.len()))?;
    for Operation { what, ours: (id, begins), plain, theirs } in &OPERATIONS {
        let ours = figures.iter().find(|figure| figure.id == *id && figure.what.starts_with(begins));
        let ours = ours.map_or_else(String::new, |figure| format!("{:.2} ×", figure.value.median));
        let theirs = theirs.map(|range| range.map_or_else(|| "not measured".to_owned(), |range| times(range, *plain)));
        writeln!(table, "| {what} | {ours} | {} | {} CPU-ms |", theirs.join(" | "), words(*plain, 2))?;
    }
    writeln!(
        table,
        "\nThe first page of EHPR weighs 1.52 MB; on a slow phone (CPU × 4 and slow 4G) its largest paint comes after \
         10 s, and it is blocked for 2.1 s. Beside it stand the rows above of pages of registering."
    )?;
    Ok(())
}

/// How many times the plain server's CPU that is at least and at most.
fn times((least, most): Range, (plain_least, plain_most): Range) -> String {
    format!("{} × ({} CPU-ms)", words((least / plain_most, most / plain_least), 0), words((least, most), 0))
}

fn words((least, most): Range, digits: usize) -> String {
    let (least, most) = (format!("{least:.digits$}"), format!("{most:.digits$}"));
    if least == most { least } else { format!("{least} to {most}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ratios_reach_from_the_kindest_to_the_harshest() {
        assert_eq!(times((139.0, 250.0), (0.70, 0.85)), "164 to 357 × (139 to 250 CPU-ms)");
        assert_eq!(words((0.09, 0.09), 2), "0.09");
    }
}
