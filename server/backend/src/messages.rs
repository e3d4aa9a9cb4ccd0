//! The words of each message.

use askama::Template;
use domain::time::long_date;
use jiff::ToSpan;
use store::{
    orders::{Order, OrderLine},
    outbox::{Due, Kind},
};

use crate::{Backend, StoreError, clock::service_day, mail::Mail};

/// Days for which the link in a message leads to its order.
pub const TRACK_DAYS: i64 = 90;

/// Why a message has no words.
#[derive(Debug, thiserror::Error)]
pub enum MessageError {
    /// What it is about is gone, or it is of a kind this program does not know.
    #[error("there is nothing to write about")]
    NothingToSay,
    /// The words could not be put together.
    #[error(transparent)]
    Words(#[from] askama::Error),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Puts a message into words.
pub async fn write(backend: &Backend, due: &Due) -> Result<Mail, MessageError> {
    match Kind::from_name(&due.kind).ok_or(MessageError::NothingToSay)? {
        Kind::OrderPlaced => order_placed(backend, due).await,
        Kind::EmailCode => email_code(due),
    }
}

/// Declares the three templates of a message; in them the values are `message`.
macro_rules! templates {
    ($content:ty, $subject:tt, $text:tt, $html:tt) => {
        impl $content {
            fn write(&self, due: &Due) -> Result<Mail, MessageError> {
                #[derive(Template)]
                #[template(path = $subject)]
                struct Subject<'a> {
                    message: &'a $content,
                }
                #[derive(Template)]
                #[template(path = $text)]
                struct Text<'a> {
                    message: &'a $content,
                }
                #[derive(Template)]
                #[template(path = $html)]
                struct Html<'a> {
                    message: &'a $content,
                }
                Ok(Mail {
                    id: due.id.to_string(),
                    to: due.recipient.clone(),
                    subject: Subject { message: self }.render()?.trim().to_owned(),
                    text: Text { message: self }.render()?,
                    html: Html { message: self }.render()?,
                })
            }
        }
    };
}

struct EmailCode {
    code: String,
}
templates!(EmailCode, "mail/email_code.subject.txt", "mail/email_code.txt", "mail/email_code.html");

struct OrderPlaced {
    order: Order,
    lines: Vec<OrderLine>,
    placed_on: String,
    copies: i64,
    is_waiting: bool,
    link: String,
}
templates!(OrderPlaced, "mail/order_placed.subject.txt", "mail/order_placed.txt", "mail/order_placed.html");

fn email_code(due: &Due) -> Result<Mail, MessageError> {
    let code = due.detail.get("code").and_then(serde_json::Value::as_str).ok_or(MessageError::NothingToSay)?;
    EmailCode { code: code.to_owned() }.write(due)
}

async fn order_placed(backend: &Backend, due: &Due) -> Result<Mail, MessageError> {
    let id = due.order.ok_or(MessageError::NothingToSay)?;
    let order = store::orders::find(&backend.db, id).await?.ok_or(MessageError::NothingToSay)?;
    let lines = store::orders::lines(&backend.db, id).await?;
    let seal = backend.secrets.seal("track", &id.to_string(), order.placed_at + (24 * TRACK_DAYS).hours());
    let message = OrderPlaced {
        placed_on: long_date(service_day(order.placed_at)),
        copies: lines.iter().map(|line| i64::from(line.ordered)).sum(),
        is_waiting: lines.iter().any(|line| line.reserved < line.ordered),
        link: format!("{}/track/{id}/{seal}", backend.origin),
        order,
        lines,
    };
    message.write(due)
}
