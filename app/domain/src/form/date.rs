//! Days as people type them: "27", "3", "2027"; months by name as well.

use jiff::civil::Date;

use super::{MALFORMED, Problem, with_western_digits};
use crate::time::Day;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A day from what stands in its three inputs.
pub fn read(day: &str, month: &str, year: &str) -> Result<Day, Problem> {
    let [day, month, year] = [day, month, year].map(|part| with_western_digits(part.trim()));
    if year.len() != 4 || !year.bytes().all(|digit| digit.is_ascii_digit()) {
        return Err(Problem::new("year"));
    }
    let day = day.parse().map_err(|_| MALFORMED)?;
    let month = month_of(&month).ok_or(MALFORMED)?;
    let year = year.parse().map_err(|_| MALFORMED)?;
    Date::new(year, month, day).map(Day).map_err(|_| MALFORMED)
}

/// A month by number or by the first letters of its English name.
fn month_of(text: &str) -> Option<i8> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let plain = text.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| plain.starts_with(month))?;
    i8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_type_them() {
        let christmas = Ok(Day(jiff::civil::date(2026, 12, 25)));
        assert_eq!(read("25", "12", "2026"), christmas);
        assert_eq!(read(" 25", "December ", "2026"), christmas);
        assert_eq!(read("٢٥", "١٢", "٢٠٢٦"), christmas);
        assert_eq!(read("۲۵", "12", "۲۰۲۶"), christmas);
        assert_eq!(read("31", "2", "2026"), Err(MALFORMED));
        assert_eq!(read("x", "2", "2026"), Err(MALFORMED));
        assert_eq!(read("1", "2", "26"), Err(Problem::new("year")));
    }
}
