//! Orders as their orderers read them, and how they are found.

use domain::{
    address::Address,
    catalogue::{code::ProductCode, edition::AccessibleFormat, taxonomy::LanguageTag},
    id::{OrderId, SessionId},
    order::{LineCounts, OrderNumber, OrderStatus},
};
use jiff::Timestamp;
use sqlx::PgExecutor;

use crate::Result;

/// An order as its orderer reads it.
#[derive(Clone, Debug)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// Its number.
    pub number: OrderNumber,
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

/// The order with this number, if this session may read it.
pub async fn readable(db: impl PgExecutor<'_>, number: &OrderNumber, session: SessionId) -> Result<Option<OrderId>> {
    Ok(sqlx::query_scalar!(
        r#"select o.id as "id: OrderId" from orders o join order_readers r on r.order_id = o.id
           where o.number = $1 and r.session_id = $2"#,
        number as _,
        session as _
    )
    .fetch_optional(db)
    .await?)
}

/// An order by its id. Who may read it is asked before.
pub async fn find(db: impl PgExecutor<'_>, id: OrderId) -> Result<Option<Order>> {
    let row = sqlx::query!(
        r#"select o.id as "id: OrderId", o.number as "number: OrderNumber", o.status as "status: OrderStatus",
               o.placed_at as "placed_at: jiff_sqlx::Timestamp", o.full_name, o.email, o.telephone, o.address
           from orders o where o.id = $1"#,
        id as _
    )
    .fetch_optional(db)
    .await?;
    row.map(|row| {
        Ok(Order {
            id: row.id,
            number: row.number,
            status: row.status,
            placed_at: row.placed_at.to_jiff(),
            full_name: row.full_name,
            email: row.email,
            telephone: row.telephone,
            address: serde_json::from_value(row.address)?,
        })
    })
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
            counts: LineCounts {
                ordered: row.quantity_ordered,
                reserved: row.quantity_reserved,
                in_progress: row.quantity_in_progress,
                shipped: row.quantity_shipped,
                cancelled: row.quantity_cancelled,
            },
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
