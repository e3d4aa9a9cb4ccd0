//! Days as people count them, and how they are written.

use jiff::civil::Date;

/// The time zone in which days and opening times are judged.
pub const SERVICE_ZONE: &str = "Europe/London";

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// "3 December 2026".
pub fn long_date(date: Date) -> String {
    let month = usize::try_from(date.month() - 1).ok().and_then(|index| MONTHS.get(index)).unwrap_or(&"");
    format!("{} {} {}", date.day(), month, date.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_date_has_no_leading_zero() {
        assert_eq!(long_date(jiff::civil::date(2026, 12, 3)), "3 December 2026");
    }
}
