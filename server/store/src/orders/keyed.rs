//! Orders by the keys that they were placed under: each is placed once.

use domain::{
    checkout::IdempotencyKey,
    id::{AccountId, BasketId, OrderId, SessionId},
    order::OrderNumber,
};
use sqlx::PgExecutor;

use crate::Result;

/// An order that was placed before under the same key.
#[derive(Clone, Debug)]
pub struct Placed {
    /// Its id.
    pub id: OrderId,
    /// Its number.
    pub number: OrderNumber,
    /// The session it was placed in, while that lasts.
    pub session: Option<SessionId>,
    /// The account it was placed with.
    pub account: Option<AccountId>,
    /// The e-mail address it was placed with, normalised.
    pub email_norm: String,
}

/// The order that a key placed.
pub async fn by_key(db: impl PgExecutor<'_>, basket: BasketId, key: &IdempotencyKey) -> Result<Option<Placed>> {
    Ok(sqlx::query_as!(
        Placed,
        r#"select id as "id: _", number as "number: _", session_id as "session: _", account_id as "account: _", email_norm
           from orders where basket_id = $1 and idempotency_key = $2"#,
        basket as _,
        key as _
    )
    .fetch_optional(db)
    .await?)
}
