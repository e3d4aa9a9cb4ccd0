//! How messages leave: to a mail server, into a folder, or into memory for tests.

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, MultiPart},
};

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
        /// The connection pool.
        transport: AsyncSmtpTransport<Tokio1Executor>,
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

/// Why a message did not leave; worth another try.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// Its address or subject cannot be written into a message.
    #[error("the message cannot be written: {0}")]
    Unwritable(String),
    /// The way out is closed.
    #[error("the message could not leave: {0}")]
    NotSent(String),
}

/// How long a mail server may take.
const SMTP_TIMEOUT: Duration = Duration::from_secs(30);

impl Mailer {
    /// A mail server by its address: `smtps://user:password@host:port`.
    pub fn smtp(url: &str, from: Mailbox) -> Result<Self, MailError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|error| MailError::Unwritable(error.to_string()))?
            .timeout(Some(SMTP_TIMEOUT))
            .build();
        Ok(Self::Smtp { transport, from })
    }

    /// A list in memory.
    pub fn memory() -> Self {
        Self::Memory(Arc::default())
    }

    /// Whether messages could leave now: the mail server greets us and takes what we sign in with.
    pub async fn is_reachable(&self) -> Result<(), MailError> {
        match self {
            Self::Smtp { transport, .. } => match transport.test_connection().await {
                Ok(true) => Ok(()),
                Ok(false) => Err(MailError::NotSent("it does not answer".to_owned())),
                Err(error) => Err(MailError::NotSent(error.to_string())),
            },
            Self::Folder { .. } | Self::Memory(_) => Ok(()),
        }
    }

    /// Sends a message.
    pub async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        match self {
            Self::Smtp { transport, from } => {
                transport.send(written(mail, from)?).await.map_err(|error| MailError::NotSent(error.to_string()))?;
            }
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
