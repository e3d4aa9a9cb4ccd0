//! Days as people count them.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The time zone of the catalogue and its orders, in which days and opening times are judged.
pub const SERVICE_ZONE: &str = "Europe/London";

/// The time zone of the provider registry, in which its days are judged and its moments shown: that of British
/// Columbia, which the specification of the registry names (§2.1).
pub const REGISTRY_ZONE: &str = "America/Vancouver";

/// A day as it travels to browsers: year, month, day. Reading dates as text would bring a parser and its
/// error messages along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (self.0.year(), self.0.month(), self.0.day()).serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (year, month, day) = Deserialize::deserialize(deserializer)?;
        Date::new(year, month, day).map(Self).map_err(|_| de::Error::custom("no such day"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_comes_back_from_its_journey() {
        let day = Day(jiff::civil::date(2028, 2, 29));
        let json = serde_json::to_string(&day).expect("plain");
        assert_eq!(json, "[2028,2,29]");
        assert_eq!(serde_json::from_str::<Day>(&json).expect("a day"), day);
        assert!(serde_json::from_str::<Day>("[2027,2,29]").is_err());
    }
}
