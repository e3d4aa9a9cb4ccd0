//! A mail server and the connections to it, with a bound on how long it may take.

use std::{
    future::Future,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    transport::smtp::{AsyncSmtpTransportBuilder, Error},
};

use super::MailError;

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// Codes that say something of a mailbox (RFC 5321, 4.2.3).
const MAILBOX: [u16; 3] = [550, 551, 553];

/// A mail server.
#[derive(Debug)]
pub struct Relay {
    /// How it is reached.
    builder: AsyncSmtpTransportBuilder,
    /// Connections that are used again.
    connections: Mutex<Transport>,
    /// How long it may take over one message.
    patience: Duration,
}

impl Relay {
    /// The mail server at an address.
    pub fn new(url: &str, patience: Duration) -> Result<Self, MailError> {
        let builder =
            Transport::from_url(url).map_err(|error| MailError::Unwritable(error.to_string()))?.timeout(Some(patience));
        let connections = Mutex::new(builder.clone().build());
        Ok(Self { builder, connections, patience })
    }

    /// Whether it greets us, and takes what we sign in with.
    pub async fn greets(&self) -> Result<(), MailError> {
        let transport = self.connections();
        match self.in_time(transport.test_connection()).await.map_err(MailError::NotSent)? {
            Ok(true) => Ok(()),
            Ok(false) => Err(MailError::NotSent("it does not answer".to_owned())),
            Err(error) => Err(MailError::NotSent(error.to_string())),
        }
    }

    /// Hands a message over. Where neither the server refuses it nor we do, and nobody says that it was taken, it
    /// may have been.
    pub async fn send(&self, message: Message) -> Result<(), MailError> {
        let transport = self.connections();
        match self.in_time(transport.send(message)).await.map_err(MailError::Unanswered)? {
            Ok(_) => Ok(()),
            Err(error) if is_final(&error) => Err(MailError::Refused(error.to_string())),
            Err(error) if error.status().is_some() || error.is_client() => Err(MailError::NotSent(error.to_string())),
            Err(error) => Err(MailError::Unanswered(error.to_string())),
        }
    }

    /// The outcome, if it comes in time, else words for the wait. The library bounds how long it connects, not how long it waits for
    /// an answer. It would use a connection again on which an answer is still to come, and take that answer
    /// for one to the next message; so after a wait in vain nobody uses the old connections.
    async fn in_time<T>(&self, work: impl Future<Output = T>) -> Result<T, String> {
        let mut work = std::pin::pin!(work);
        if let Ok(outcome) = tokio::time::timeout(self.patience, work.as_mut()).await {
            return Ok(outcome);
        }
        // Before the work is dropped, which gives its connection back.
        *self.connections.lock().unwrap_or_else(PoisonError::into_inner) = self.builder.clone().build();
        Err(format!("no answer within {} seconds", self.patience.as_secs()))
    }

    fn connections(&self) -> Transport {
        self.connections.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Whether the server said that there is no such mailbox: 550, 551 or 553, and where it says more (RFC 3463), that it
/// is about the address. Whatever else it refuses, such as who we are or a mailbox that is full, can be mended, and
/// the message be sent then.
fn is_final(error: &Error) -> bool {
    let is_of_mailbox = error.status().is_some_and(|code| MAILBOX.contains(&u16::from(code)));
    let said = error.to_string();
    let mut words = said.split(|sign: char| !sign.is_ascii_digit() && sign != '.');
    let detail = words.find(|word| word.starts_with("5.") && word.matches('.').count() == 2);
    is_of_mailbox && detail.is_none_or(|detail| detail.starts_with("5.1.") || detail == "5.2.1")
}
