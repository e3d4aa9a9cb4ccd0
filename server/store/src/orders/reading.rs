//! Orders as their orderers read them, and how they are found.

use domain::{
    address::Address,
    catalogue::{code::ProductCode, edition::AccessibleFormat, taxonomy::LanguageTag},
    id::{AccountId, BasketId, OrderId, SessionId},
    order::{LineCounts, OrderNumber, OrderStatus},
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sqlx::PgExecutor;

use crate::{Result, rows::line_counts};

/// An order as its orderer reads it.
#[derive(Clone, Debug)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// Its number.
    pub number: OrderNumber,
    /// The basket it was made of.
    pub basket: BasketId,
    /// How far it is.
    pub status: OrderStatus,
    /// When it was placed.
    pub placed_at: Timestamp,
    /// Name of the orderer.
    pub full_name: String,
    /// Where its messages go.
    pub email: String,
    /// Telephone number for the carrier.
    pub telephone: Option<String>,
    /// Where it goes.
    pub address: Address,
}

/// A line of an order, as it was when it was placed.
#[derive(Clone, Debug)]
pub struct OrderLine {
    /// Whether the title is in the language of the edition; else it is in English.
    pub title_is_translated: bool,
    /// Product code.
    pub code: ProductCode,
    /// Title.
    pub title: String,
    /// Language.
    pub language: LanguageTag,
    /// Format.
    pub format: AccessibleFormat,
    /// Copies in one pack.
    pub unit_of_issue: i32,
    /// Its copies, by what became of them.
    pub counts: LineCounts,
}

/// Who reads orders: those that their session may read, and those of the account they are signed in to.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// Their session.
    pub session: SessionId,
    /// Their account.
    pub account: Option<AccountId>,
}

/// The order with this number, if somebody may read it.
pub async fn readable(db: impl PgExecutor<'_>, number: &OrderNumber, reader: Reader) -> Result<Option<OrderId>> {
    Ok(sqlx::query_scalar!(
        r#"select o.id as "id: OrderId" from orders o where o.number = $1
               and (o.account_id = $3 or exists (select from order_readers r where r.order_id = o.id and r.session_id = $2))"#,
        number as _,
        reader.session as _,
        reader.account as _
    )
    .fetch_optional(db)
    .await?)
}

/// An order as its row has it.
struct Row {
    id: OrderId,
    number: OrderNumber,
    basket: BasketId,
    status: OrderStatus,
    placed_at: jiff_sqlx::Timestamp,
    full_name: String,
    email: String,
    telephone: Option<String>,
    address: serde_json::Value,
}

impl Row {
    fn order(self) -> Result<Order> {
        Ok(Order {
            id: self.id,
            number: self.number,
            basket: self.basket,
            status: self.status,
            placed_at: self.placed_at.to_jiff(),
            full_name: self.full_name,
            email: self.email,
            telephone: self.telephone,
            address: serde_json::from_value(self.address)?,
        })
    }
}

/// An order by its id. Who may read it is asked before.
pub async fn find(db: impl PgExecutor<'_>, id: OrderId) -> Result<Option<Order>> {
    let row = sqlx::query_as!(
        Row,
        r#"select o.id as "id: _", o.number as "number: _", o.basket_id as "basket: _", o.status as "status: _",
               o.placed_at as "placed_at: _", o.full_name, o.email, o.telephone, o.address
           from orders o where o.id = $1"#,
        id as _
    )
    .fetch_optional(db)
    .await?;
    row.map(Row::order).transpose()
}

/// The order with this number as its page shows it, if somebody may read it.
pub async fn find_readable(db: impl PgExecutor<'_>, number: &OrderNumber, reader: Reader) -> Result<Option<Order>> {
    let row = sqlx::query_as!(
        Row,
        r#"select o.id as "id: _", o.number as "number: _", o.basket_id as "basket: _", o.status as "status: _",
               o.placed_at as "placed_at: _", o.full_name, o.email, o.telephone, o.address
           from orders o where o.number = $1
               and (o.account_id = $3 or exists (select from order_readers r where r.order_id = o.id and r.session_id = $2))"#,
        number as _,
        reader.session as _,
        reader.account as _
    )
    .fetch_optional(db)
    .await?;
    row.map(Row::order).transpose()
}

/// What a message tells of an order as it is now; kept with the message, which may leave when the order has
/// changed again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Told {
    /// What is ordered and not called off.
    pub lines: Vec<ToldLine>,
    /// Where it goes.
    pub address: Address,
}

/// A line of an order as a message tells of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ToldLine {
    /// Product code.
    pub code: String,
    /// Title.
    pub title: String,
    /// Whether the title is its edition's own.
    pub title_is_translated: bool,
    /// The language of the edition.
    pub language: LanguageTag,
    /// Copies in a pack.
    pub pack: i32,
    /// Copies ordered.
    pub copies: i32,
    /// Of those, copies that wait for stock.
    pub waiting: i32,
}

/// What there is to tell of an order now; nothing where there is none.
pub async fn told(db: impl PgExecutor<'_>, order: OrderId) -> Result<Option<Told>> {
    let row = sqlx::query!(
        r#"select o.address, coalesce((select jsonb_agg(jsonb_build_object('code', l.product_code, 'title', l.title,
                   'title_is_translated', exists (select from editions e where e.id = l.edition_id and e.title = l.title),
                   'language', l.language, 'pack', l.unit_of_issue, 'copies', l.quantity_ordered - l.quantity_cancelled, 'waiting', l.quantity_ordered
                       - l.quantity_reserved - l.quantity_shipped - l.quantity_cancelled) order by l.position)
               from order_lines l where l.order_id = o.id and l.quantity_ordered > l.quantity_cancelled), '[]') as "lines!"
           from orders o where o.id = $1"#,
        order as _
    )
    .fetch_optional(db)
    .await?;
    row.map(|row| Ok(Told { lines: serde_json::from_value(row.lines)?, address: serde_json::from_value(row.address)? }))
        .transpose()
}

/// The lines of an order.
pub async fn lines(db: impl PgExecutor<'_>, order: OrderId) -> Result<Vec<OrderLine>> {
    let rows = sqlx::query!(
        r#"select product_code as "code: ProductCode", title,
               exists (select from editions e where e.id = edition_id and e.title = order_lines.title) as "translated!", language as "language: LanguageTag", format as "format: AccessibleFormat",
               unit_of_issue, quantity_ordered, quantity_reserved, quantity_in_progress, quantity_shipped, quantity_cancelled
           from order_lines where order_id = $1 order by position"#,
        order as _
    )
    .fetch_all(db)
    .await?;
    Ok(rows
        .into_iter()
        .map(|row| OrderLine {
            code: row.code,
            title: row.title,
            title_is_translated: row.translated,
            language: row.language,
            format: row.format,
            unit_of_issue: row.unit_of_issue,
            counts: line_counts!(row),
        })
        .collect())
}

/// The order with this number and e-mail address.
pub async fn by_number_and_email(
    db: impl PgExecutor<'_>,
    number: &OrderNumber,
    email_norm: &str,
) -> Result<Option<OrderId>> {
    Ok(sqlx::query_scalar!(
        r#"select id as "id: OrderId" from orders where number = $1 and email_norm = $2"#,
        number as _,
        email_norm
    )
    .fetch_optional(db)
    .await?)
}
