//! How often registrations are taken. Only those that were taken count: the counters are part of their transaction.

use std::net::IpAddr;

use jiff::Timestamp;
use sqlx::{PgConnection, PgExecutor};
use store::rate_counters;

use crate::{
    FormError, StoreError,
    networks::{network, seconds_left},
};

/// Registrations from one network in an hour.
const PER_NETWORK: i32 = 30;
const NETWORK_MINUTES: i32 = 60;
/// Registrations for one e-mail address in a day.
const PER_ADDRESS: i32 = 3;
const ADDRESS_MINUTES: i32 = 24 * 60;
/// A network that sends more in so many minutes gets harder sums.
const PACE: i32 = 10;
const PACE_MINUTES: i32 = 5;

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
