//! Whose turn it is: a few zips are sent at once, and one client never has most of them.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Zips that are sent at once.
const AT_ONCE: usize = 16;
/// Zips that are sent to one client at once.
const FOR_ONE_CLIENT: usize = 2;

/// Turns that each client holds; who holds none is not in it.
type Held = Mutex<HashMap<IpAddr, usize>>;

/// The turns to send zips in this process.
#[derive(Clone, Debug)]
pub struct Turns {
    all: Arc<Semaphore>,
    held: Arc<Held>,
}

impl Default for Turns {
    fn default() -> Self {
        Self::new(AT_ONCE)
    }
}

/// Why there is no turn now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoTurn {
    /// This client holds as many as one may.
    Client,
    /// All of them are taken.
    Nobody,
}

/// A turn; it ends with this value.
#[derive(Debug)]
pub struct Turn {
    _of_all: OwnedSemaphorePermit,
    _of_client: Option<OfClient>,
}

impl Turns {
    /// So many zips at once.
    pub fn new(at_once: usize) -> Self {
        Self { all: Arc::new(Semaphore::new(at_once)), held: Arc::default() }
    }

    /// A turn, if there is one now.
    pub(super) fn take(&self, client: Option<IpAddr>) -> Result<Turn, NoTurn> {
        let of_client = client.map(|client| self.of(client).ok_or(NoTurn::Client)).transpose()?;
        let of_all = self.all.clone().try_acquire_owned().map_err(|_| NoTurn::Nobody)?;
        Ok(Turn { _of_all: of_all, _of_client: of_client })
    }

    fn of(&self, client: IpAddr) -> Option<OfClient> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let turns = held.entry(client).or_default();
        if *turns >= FOR_ONE_CLIENT {
            return None;
        }
        *turns += 1;
        Some(OfClient { client, held: self.held.clone() })
    }
}

/// One of a client's turns.
#[derive(Debug)]
struct OfClient {
    client: IpAddr,
    held: Arc<Held>,
}

impl Drop for OfClient {
    fn drop(&mut self) {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(turns) = held.get_mut(&self.client) {
            *turns -= 1;
            if *turns == 0 {
                held.remove(&self.client);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_client_holds_two_turns_and_no_trace_of_it_stays() {
        let turns = Turns::new(3);
        let [one, other] = ["1.2.3.4", "1.2.3.5"].map(|address| address.parse().ok());
        let (first, second) = (turns.take(one).expect("a turn"), turns.take(one).expect("a turn"));
        assert_eq!(turns.take(one).map(|_| ()), Err(NoTurn::Client));
        let third = turns.take(other).expect("others have theirs");
        assert_eq!(turns.take(other).map(|_| ()), Err(NoTurn::Nobody));
        drop(first);
        let again = turns.take(one).expect("it came back, and what was refused holds none");
        drop((second, third, again));
        assert!(turns.held.lock().expect("nobody panicked").is_empty());
        assert_eq!(turns.all.available_permits(), 3);
    }
}
