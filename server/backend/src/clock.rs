//! What time it is. Tests set the clock.

use std::sync::{Arc, Mutex, PoisonError};

use domain::time::{REGISTRY_ZONE, SERVICE_ZONE};
use jiff::{
    Span, Timestamp, ToSpan,
    civil::{Date, DateTime},
    tz::TimeZone,
};

/// A clock: the machine's, or one that stands still until it is moved.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's.
    System,
    /// Stands still.
    Fixed(Arc<Mutex<Timestamp>>),
}

impl Clock {
    /// A clock that stands at a moment.
    pub fn fixed(at: Timestamp) -> Self {
        Self::Fixed(Arc::new(Mutex::new(at)))
    }

    /// Now, to the microsecond, which is what the database keeps.
    #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine for the time")]
    pub fn now(&self) -> Timestamp {
        let now = match self {
            Self::System => Timestamp::now(),
            Self::Fixed(at) => *at.lock().unwrap_or_else(PoisonError::into_inner),
        };
        Timestamp::from_microsecond(now.as_microsecond()).unwrap_or(now)
    }

    /// Moves a clock that stands still.
    pub fn advance(&self, by: jiff::SignedDuration) {
        if let Self::Fixed(at) = self {
            let mut at = at.lock().unwrap_or_else(PoisonError::into_inner);
            *at += by;
        }
    }

    /// Today where the service is. The registry has a day of its own.
    pub fn today(&self) -> Date {
        service_day(self.now())
    }

    /// Today where the registry is.
    pub fn registry_today(&self) -> Date {
        registry_day(self.now())
    }
}

/// So many times 24 hours.
pub fn days(count: i64) -> Span {
    (24 * count).hours()
}

/// The day of a moment where the service is.
pub fn service_day(at: Timestamp) -> Date {
    service_time(at).date()
}

/// A moment as clocks show it where the service is.
pub fn service_time(at: Timestamp) -> DateTime {
    at.to_zoned(service_zone()).datetime()
}

/// The time zone in which days begin and end here.
pub fn service_zone() -> TimeZone {
    zone(SERVICE_ZONE)
}

/// The day of a moment where the registry is.
pub fn registry_day(at: Timestamp) -> Date {
    registry_time(at).date()
}

/// A moment as clocks show it where the registry is.
pub fn registry_time(at: Timestamp) -> DateTime {
    at.to_zoned(zone(REGISTRY_ZONE)).datetime()
}

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_registry_has_a_day_of_its_own() {
        let clock = Clock::fixed("2027-03-02T05:00:00Z".parse().expect("a moment"));
        assert_eq!((clock.today(), clock.registry_today()), (date(2027, 3, 2), date(2027, 3, 1)));
        let summer: Timestamp = "2027-07-02T05:00:00Z".parse().expect("a moment");
        assert_eq!(service_time(summer), date(2027, 7, 2).at(6, 0, 0, 0));
        assert_eq!(registry_time(summer), date(2027, 7, 1).at(22, 0, 0, 0));
        assert_eq!((service_day(summer), registry_day(summer)), (date(2027, 7, 2), date(2027, 7, 1)));
    }
}
