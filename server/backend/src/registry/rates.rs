//! How often registrations are taken. Only those that were taken count: the counters are part of their transaction.

use std::net::IpAddr;

use jiff::Timestamp;
use sqlx::{PgConnection, PgExecutor};
use store::rate_counters;

use crate::{FormError, StoreError};

/// Registrations from one network in an hour.
const PER_NETWORK: i32 = 30;
const NETWORK_MINUTES: i32 = 60;
/// Registrations for one e-mail address in a day.
const PER_ADDRESS: i32 = 3;
const ADDRESS_MINUTES: i32 = 24 * 60;
/// A network that sends more in so many minutes gets harder sums.
const PACE: i32 = 10;
const PACE_MINUTES: i32 = 5;

/// The network of an address: all of it in version 4, its first 64 bits in version 6, as providers give those out.
pub(crate) fn network(from: IpAddr) -> String {
    match from.to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

fn pace_of(from: IpAddr) -> String {
    format!("register-pace:{}", network(from))
}

/// Counts a registration that is about to be taken, or says when another will be. Networks before addresses: locks
/// are taken in one order.
pub(super) async fn count(
    db: &mut PgConnection,
    from: Option<IpAddr>,
    email_norm: &str,
    now: Timestamp,
) -> Result<(), FormError> {
    let mut counted = Vec::new();
    if let Some(from) = from {
        rate_counters::count(&mut *db, &pace_of(from), PACE_MINUTES, now).await?;
        counted.push((format!("register-from:{}", network(from)), NETWORK_MINUTES, PER_NETWORK));
    }
    counted.push((format!("register:{email_norm}"), ADDRESS_MINUTES, PER_ADDRESS));
    for (subject, minutes, most) in counted {
        if rate_counters::count(&mut *db, &subject, minutes, now).await? > most {
            return Err(FormError::TooOften { seconds: seconds_left(minutes, now) });
        }
    }
    Ok(())
}

/// Whether a network sends so much that its sums are harder.
pub(super) async fn is_busy(db: impl PgExecutor<'_>, from: Option<IpAddr>, now: Timestamp) -> Result<bool, StoreError> {
    let Some(from) = from else { return Ok(false) };
    Ok(rate_counters::used(db, &pace_of(from), PACE_MINUTES, now).await? > PACE)
}

/// Seconds until a window ends; windows follow each other from 1970 on.
pub(crate) fn seconds_left(minutes: i32, now: Timestamp) -> i64 {
    let seconds = 60 * i64::from(minutes);
    seconds - now.as_second().rem_euclid(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eh_44_a_network_is_an_address_or_its_first_half() {
        let of = |text: &str| network(text.parse().expect("an address"));
        assert_eq!(of("203.0.113.7"), "203.0.113.7");
        assert_eq!(of("::ffff:203.0.113.7"), "203.0.113.7");
        assert_eq!(of("2001:db8:1:2:3::4"), of("2001:db8:1:2:ffff::1"));
        assert_ne!(of("2001:db8:1:2::1"), of("2001:db8:1:3::1"));
    }

    #[test]
    fn eh_44_whoever_has_to_wait_learns_how_long() {
        let now: Timestamp = "2026-11-22T09:40:30Z".parse().expect("a moment");
        assert_eq!((seconds_left(60, now), seconds_left(24 * 60, now)), (19 * 60 + 30, 14 * 3_600 + 19 * 60 + 30));
    }
}
