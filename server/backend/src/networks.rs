//! The networks that people ask from, and how long one that asked too often waits.

use std::net::IpAddr;

use jiff::Timestamp;

use crate::{Backend, FormError, StoreError};

/// Minutes in which what a network does is counted.
const MINUTES: i32 = 60;

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

/// Seconds until a window ends; windows follow each other from 1970 on.
pub(crate) fn seconds_left(minutes: i32, now: Timestamp) -> i64 {
    let seconds = 60 * i64::from(minutes);
    seconds - now.as_second().rem_euclid(seconds)
}

/// Counts something that a network is about to do, of which so many are taken in an hour.
///
/// # Errors
/// Where it did it too often.
pub(crate) async fn count(backend: &Backend, from: Option<IpAddr>, what: &str, most: i32) -> Result<(), FormError> {
    count_in(backend, from, what, (most, MINUTES)).await
}

/// The same, of which so many are taken in so many minutes.
pub(crate) async fn count_in(
    backend: &Backend,
    from: Option<IpAddr>,
    what: &str,
    most: (i32, i32),
) -> Result<(), FormError> {
    let Some(from) = from else { return Ok(()) };
    count_subject(backend, &format!("{what}:{}", network(from)), most).await
}

/// Counts something that is about to be done to a subject, of which so many are taken in so many minutes.
pub(crate) async fn count_subject(backend: &Backend, subject: &str, most: (i32, i32)) -> Result<(), FormError> {
    wait(backend, subject, most).await?.map_or(Ok(()), |seconds| Err(FormError::TooOften { seconds }))
}

/// The same; the seconds to wait where it was done too often.
pub(crate) async fn wait(
    backend: &Backend,
    subject: &str,
    (most, minutes): (i32, i32),
) -> Result<Option<i64>, StoreError> {
    let now = backend.clock.now();
    let used = store::rate_counters::count(&backend.db, subject, minutes, now).await?;
    Ok((used > most).then(|| seconds_left(minutes, now)))
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
