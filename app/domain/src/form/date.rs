//! Days as people type them: "27", "3", "2027"; months by name as well, in any language of the interface.

use jiff::civil::Date;

use super::{MALFORMED, Problem, with_western_digits};
use crate::time::Day;

/// With which letters the names of each month begin: English, Welsh, French, Arabic. Only as many as tell them apart,
/// as browsers load them; with and without accents and hamza. Letters with accents stand in both cases, as it takes
/// the tables of Unicode to change theirs.
const MONTHS: [&str; 12] = [
    "jan ion ينا",
    "feb chw fév fÉv fev فبر",
    "mar maw مار",
    "apr ebr avr أبر إبر ابر",
    "may mai ماي",
    "jun meh juin يون",
    "jul gor juil يول",
    "aug aws aoû aoÛ aou أغس اغس",
    "sep med سبت",
    "oct hyd أكت اكت",
    "nov tac نوف",
    "dec rha déc dÉc ديس",
];

/// A year in which each month has all the days that it ever has.
const LEAP_YEAR: i16 = 2000;

/// A day from what stands in its three inputs. One that there is in no year is wrong before its year is.
pub fn read(day: &str, month: &str, year: &str) -> Result<Day, Problem> {
    let [day, month, year] = [day, month, year].map(|part| with_western_digits(part.trim()));
    let day = day.parse().map_err(|_| MALFORMED)?;
    let month = month_of(&month).ok_or(MALFORMED)?;
    let is_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
    let year = if is_year { year.parse().ok() } else { None };
    let read = Date::new(year.unwrap_or(LEAP_YEAR), month, day).map_err(|_| MALFORMED)?;
    year.map(|_| Day(read)).ok_or(Problem::new("year"))
}

/// A month by number or by the first letters of its name.
fn month_of(text: &str) -> Option<i8> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let plain = text.to_ascii_lowercase();
    let at = MONTHS.iter().position(|names| names.split(' ').any(|name| plain.starts_with(name)))?;
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
        assert_eq!(read("29", "2", "next"), Err(Problem::new("year")), "in some year");
        assert_eq!(read("31", "2", "26"), Err(MALFORMED), "in no year");
        assert_eq!(read("x", "2", "26"), Err(MALFORMED));
    }

    /// The whole names are those of `app/locales`: `words` proves that they are read.
    #[test]
    fn months_are_read_by_name_with_and_without_accents() {
        for (typed, month) in [
            ("Février", 2),
            ("FÉVRIER", 2),
            ("fevrier", 2),
            ("Juin", 6),
            ("juil.", 7),
            ("AOÛT", 8),
            ("aout", 8),
            ("Déc", 12),
            ("أبريل", 4),
            ("إبريل", 4),
            ("ابريل", 4),
            ("اغسطس", 8),
            ("اكتوبر", 10),
        ] {
            assert_eq!(month_of(typed), Some(month), "{typed}");
        }
        for wrong in ["", "j", "ja", "jui", "m", "ma", "lundi", "ي"] {
            assert_eq!(month_of(wrong), None, "{wrong}");
        }
    }
}
