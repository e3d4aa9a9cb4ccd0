//! A mail server and the connections to it, with a bound on how long it may take.

use std::{
    future::Future,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    transport::smtp::{
        AsyncSmtpTransportBuilder, Error,
        response::{Category, Severity},
    },
};

use super::MailError;

type Transport = AsyncSmtpTransport<Tokio1Executor>;

/// The code of servers that refuse a message, or us, for any reason of their own: not a word on the address.
const REFUSED_SOMEHOW: u16 = 554;

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
        match self.in_time(transport.test_connection()).await? {
            Ok(true) => Ok(()),
            Ok(false) => Err(MailError::NotSent("it does not answer".to_owned())),
            Err(error) => Err(MailError::NotSent(error.to_string())),
        }
    }

    /// Hands a message over.
    pub async fn send(&self, message: Message) -> Result<(), MailError> {
        let transport = self.connections();
        match self.in_time(transport.send(message)).await? {
            Ok(_) => Ok(()),
            Err(error) if is_final(&error) => Err(MailError::Refused(error.to_string())),
            Err(error) => Err(MailError::NotSent(error.to_string())),
        }
    }

    /// The outcome, if it comes in time. The library bounds how long it connects, not how long it waits for
    /// an answer. It would use a connection again on which an answer is still to come, and take that answer
    /// for one to the next message; so after a wait in vain nobody uses the old connections.
    async fn in_time<T>(&self, work: impl Future<Output = T>) -> Result<T, MailError> {
        let mut work = std::pin::pin!(work);
        if let Ok(outcome) = tokio::time::timeout(self.patience, work.as_mut()).await {
            return Ok(outcome);
        }
        // Before the work is dropped, which gives its connection back.
        *self.connections.lock().unwrap_or_else(PoisonError::into_inner) = self.builder.clone().build();
        Err(MailError::NotSent(format!("no answer within {} seconds", self.patience.as_secs())))
    }

    fn connections(&self) -> Transport {
        self.connections.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Whether the server said that it will never take this message: a mailbox that is not there, or may not be
/// written to. That we may not sign in, or are not spoken to, can be mended, and the message be sent then.
fn is_final(error: &Error) -> bool {
    error.status().is_some_and(|code| {
        code.severity == Severity::PermanentNegativeCompletion
            && code.category == Category::MailSystem
            && u16::from(code) != REFUSED_SOMEHOW
    })
}
