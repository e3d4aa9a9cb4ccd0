//! Transactions that the database made give way to others, once more.

use std::{future::Future, time::Duration};

use crate::{checkout::CheckoutError, secrets};

/// Tries after the first.
const MORE_TRIES: u32 = 3;
/// Before the second try, at most this many milliseconds go by; before each one after it twice as many.
const LONGEST_FIRST_WAIT: u64 = 50;

/// Does something that may be done twice; again where its transaction fell victim to a deadlock, or could not
/// be put in a row with others. Nothing of such a transaction was written. Waits are drawn, so that two who
/// met do not meet again. Only for whole transactions that know what was done before: placing by its key,
/// changes by the order that they lock.
pub(super) async fn give_way<T, Work>(what: &'static str, work: impl Fn() -> Work) -> Result<T, CheckoutError>
where
    Work: Future<Output = Result<T, CheckoutError>>,
{
    for tried in 1..=MORE_TRIES {
        match work().await {
            Err(CheckoutError::Store(error)) if error.is_conflict() => {
                tracing::warn!(what, tried, "a transaction gave way to another and is tried again");
            }
            outcome => return outcome,
        }
        let longest = LONGEST_FIRST_WAIT << (tried - 1);
        tokio::time::sleep(Duration::from_millis(1 + secrets::random_bits() % longest)).await;
    }
    work().await
}
