//! What time it is. Tests set the clock.

use std::sync::{Arc, Mutex, PoisonError};

use domain::time::SERVICE_ZONE;
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

    /// Today where the service is.
    pub fn today(&self) -> Date {
        service_day(self.now())
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
    TimeZone::get(SERVICE_ZONE).unwrap_or(TimeZone::UTC)
}
