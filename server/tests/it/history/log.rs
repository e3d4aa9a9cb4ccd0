//! What was asked and what was answered, in the order it happened.

use std::{collections::BTreeMap, fmt, sync::Mutex};

use backend::{FormError, StoreError, checkout::CheckoutError};
use domain::{checkout::IdempotencyKey, id::BasketId, order::OrderNumber};

/// What a check page shows, under the key of its button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    pub key: IdempotencyKey,
    pub basket: BasketId,
    /// Normalised.
    pub email: String,
    pub address_key: String,
    /// Copies by product code: of what an order would be, without what stays in the basket.
    pub lines: BTreeMap<String, i32>,
}

/// What somebody asks for.
#[derive(Clone, Debug)]
pub enum Call {
    Add {
        basket: BasketId,
        code: String,
        copies: i32,
    },
    /// 0 takes the line out.
    Change {
        basket: BasketId,
        code: String,
        copies: i32,
    },
    GoToCheck {
        basket: BasketId,
        email: String,
        house: String,
    },
    Place(Asked),
    Cancel {
        number: OrderNumber,
    },
    /// 0 takes the line out.
    Amend {
        number: OrderNumber,
        code: String,
        copies: i32,
    },
    AddLine {
        number: OrderNumber,
        code: String,
        copies: i32,
    },
    Redirect {
        number: OrderNumber,
        house: String,
    },
    Receive {
        code: String,
        copies: i32,
    },
    /// Staff counted fewer copies than were on hand.
    Miss {
        code: String,
        copies: i32,
    },
    Limit {
        code: String,
        copies: i32,
    },
    TimePasses {
        minutes: i64,
    },
}

impl Call {
    /// The basket whose order was asked for.
    pub fn pressed(&self) -> Option<BasketId> {
        if let Self::Place(asked) = self { Some(asked.basket) } else { None }
    }
}

/// How a call ended.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// It was asked and has not ended.
    Invoked,
    /// It was done; an order has its number.
    Done(Option<OrderNumber>),
    /// The service said no: nothing was done.
    Refused(String),
    /// Whoever asked left, or the service could not say: all of it was done, or will be, or nothing.
    Unknown(String),
    /// What must never happen: a rule of the schema, a deadlock, an answer that cannot be read.
    Broken(String),
}

impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Add { basket, code, copies } => write!(f, "add {copies} of {code} to basket {basket}"),
            Self::Change { basket, code, copies } => write!(f, "change {code} in basket {basket} to {copies}"),
            Self::GoToCheck { basket, email, house } => {
                write!(f, "go to check with basket {basket} as {email} at {house}")
            }
            Self::Place(asked) => write!(f, "place {asked:?}"),
            Self::Cancel { number } => write!(f, "cancel {number}"),
            Self::Amend { number, code, copies } => write!(f, "amend {code} of {number} to {copies}"),
            Self::AddLine { number, code, copies } => write!(f, "add {copies} of {code} to {number}"),
            Self::Redirect { number, house } => write!(f, "redirect {number} to {house}"),
            Self::Receive { code, copies } => write!(f, "receive {copies} of {code}"),
            Self::Miss { code, copies } => write!(f, "miss {copies} of {code}"),
            Self::Limit { code, copies } => write!(f, "limit {code} to {copies}"),
            Self::TimePasses { minutes } => write!(f, "{minutes} minutes pass"),
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Invoked => f.write_str("invoke"),
            Self::Done(None) => f.write_str("ok"),
            Self::Done(Some(number)) => write!(f, "ok {number}"),
            Self::Refused(why) => write!(f, "fail ({why})"),
            Self::Unknown(why) => write!(f, "info ({why})"),
            Self::Broken(why) => write!(f, "broken ({why})"),
        }
    }
}

/// The end of a call that did something: an order's number if it made one.
pub type Answer = Result<Option<OrderNumber>, Outcome>;

impl From<StoreError> for Outcome {
    fn from(error: StoreError) -> Self {
        match &error {
            StoreError::Unavailable(sqlx::Error::Database(cause)) if cause.code().as_deref() == Some("40P01") => {
                Self::Broken("deadlock".to_owned())
            }
            StoreError::Unavailable(cause) => Self::Unknown(cause.to_string()),
            _ => Self::Broken(format!("{error:?}")),
        }
    }
}

impl From<FormError> for Outcome {
    fn from(error: FormError) -> Self {
        match error {
            FormError::Store(error) => error.into(),
            refused => Self::Refused(format!("{refused:?}")),
        }
    }
}

impl From<CheckoutError> for Outcome {
    fn from(error: CheckoutError) -> Self {
        match error {
            CheckoutError::Store(error) => error.into(),
            refused => Self::Refused(format!("{refused:?}")),
        }
    }
}

/// A line of the log.
#[derive(Clone, Debug)]
pub struct Entry {
    pub client: usize,
    /// The same at the beginning and at the end of a call.
    pub call: usize,
    pub what: Call,
    pub outcome: Outcome,
}

/// All lines, oldest first.
#[derive(Debug, Default)]
pub struct Log(Mutex<Vec<Entry>>);

impl Log {
    /// Writes that a call begins, and gives its number.
    pub fn begins(&self, client: usize, what: Call) -> usize {
        let mut entries = self.0.lock().unwrap();
        let call = entries.len();
        entries.push(Entry { client, call, what, outcome: Outcome::Invoked });
        call
    }

    /// Writes how a call ended.
    pub fn ends(&self, call: usize, outcome: Outcome) {
        let mut entries = self.0.lock().unwrap();
        let begun = entries[call].clone();
        entries.push(Entry { outcome, ..begun });
    }

    pub fn entries(&self) -> Vec<Entry> {
        self.0.lock().unwrap().clone()
    }

    /// The last lines about anything that a text names: an order, a key, a basket, a product.
    pub fn about(&self, text: &str, most: usize) -> Vec<String> {
        let named: Vec<&str> = text
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .filter(|word| word.len() >= 7 && word.contains('-'))
            .collect();
        let lines = self.entries().into_iter().map(|Entry { client, call, what, outcome }| {
            format!("client {client:>2} call {call:>5} {outcome}: {what}")
        });
        let mut found: Vec<String> = lines.filter(|line| named.iter().any(|word| line.contains(word))).collect();
        found.split_off(found.len().saturating_sub(most))
    }
}
