//! How messages leave: to a mail server, into a folder, or into memory for tests.

mod relay;

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use lettre::{
    Message,
    message::{Mailbox, MultiPart},
};

pub use self::relay::Relay;

/// A message ready to leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Makes the Message-ID; the same for every try.
    pub id: String,
    /// Where it goes.
    pub to: String,
    /// Its subject, one line.
    pub subject: String,
    /// Its words as plain text.
    pub text: String,
    /// Its words as HTML.
    pub html: String,
}

/// A way out for messages.
#[derive(Clone, Debug)]
pub enum Mailer {
    /// A mail server.
    Smtp {
        /// The server, and connections to it.
        relay: Arc<Relay>,
        /// The sender.
        from: Mailbox,
    },
    /// A folder with one `.eml` file for each message.
    Folder {
        /// The folder.
        folder: PathBuf,
        /// The sender.
        from: Mailbox,
    },
    /// A list in memory; for tests.
    Memory(Arc<Mutex<Vec<Mail>>>),
}

/// Why a message did not leave.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// Its address or subject cannot be written into a message.
    #[error("the message cannot be written: {0}")]
    Unwritable(String),
    /// The mail server will never take it: nobody has this address.
    #[error("the message was refused: {0}")]
    Refused(String),
    /// The way out is closed; worth another try.
    #[error("the message could not leave: {0}")]
    NotSent(String),
    /// The mail server was handed it and did not say that it took it: nobody can know. Worth another try, which
    /// carries the same Message-ID.
    #[error("nobody said whether the message left: {0}")]
    Unanswered(String),
}

/// How long a mail server may take over one message, from greeting to answer. Less than the time after
/// which somebody else takes a message up that was tried without an end.
pub const SMTP_TIMEOUT: Duration = Duration::from_secs(30);

impl Mailer {
    /// A mail server by its address, `smtps://user:password@host:port`, and how long it may take over one
    /// message.
    pub fn smtp(url: &str, from: Mailbox, patience: Duration) -> Result<Self, MailError> {
        Ok(Self::Smtp { relay: Arc::new(Relay::new(url, patience)?), from })
    }

    /// A list in memory.
    pub fn memory() -> Self {
        Self::Memory(Arc::default())
    }

    /// Whether messages could leave now: the mail server greets us and takes what we sign in with.
    pub async fn is_reachable(&self) -> Result<(), MailError> {
        match self {
            Self::Smtp { relay, .. } => relay.greets().await,
            Self::Folder { .. } | Self::Memory(_) => Ok(()),
        }
    }

    /// Sends a message.
    pub async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        match self {
            Self::Smtp { relay, from } => relay.send(written(mail, from)?).await?,
            Self::Folder { folder, from } => {
                let message = written(mail, from)?.formatted();
                let file = folder.join(format!("{}.eml", mail.id));
                let kept = async {
                    tokio::fs::create_dir_all(folder).await?;
                    tokio::fs::write(file, message).await
                };
                kept.await.map_err(|error| MailError::NotSent(error.to_string()))?;
            }
            Self::Memory(sent) => sent.lock().unwrap_or_else(PoisonError::into_inner).push(mail.clone()),
        }
        Ok(())
    }

    /// What a list in memory holds.
    pub fn sent(&self) -> Vec<Mail> {
        match self {
            Self::Memory(sent) => sent.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            Self::Smtp { .. } | Self::Folder { .. } => Vec::new(),
        }
    }
}

fn written(mail: &Mail, from: &Mailbox) -> Result<Message, MailError> {
    let unwritable = |error: &dyn std::error::Error| MailError::Unwritable(error.to_string());
    let to: Mailbox = mail.to.parse().map_err(|error: lettre::address::AddressError| unwritable(&error))?;
    let host = from.email.domain();
    let subject: String = mail.subject.chars().filter(|c| !c.is_control()).collect();
    Message::builder()
        .from(from.clone())
        .to(to)
        .subject(subject)
        .message_id(Some(format!("<{}@{host}>", mail.id)))
        .multipart(MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone()))
        .map_err(|error| unwritable(&error))
}
