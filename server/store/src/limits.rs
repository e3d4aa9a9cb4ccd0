//! Limits: the rule that holds for an orderer, and the locks behind what is counted.

use domain::{
    id::{BasketId, EditionId, LimitRuleId, OrderId},
    order::{LimitLevel, LimitRule, Orderer, Window, default_rule},
};
use sqlx::{PgConnection, PgExecutor};

use crate::Result;

/// The columns of a rule; all or none are there.
pub(crate) struct Columns<'a> {
    pub id: Option<LimitRuleId>,
    pub level: Option<&'a str>,
    pub quantity: Option<i32>,
    pub window_kind: Option<&'a str>,
    pub window_hours: Option<i32>,
}

impl Columns<'_> {
    /// The rule they are, or the default table's for this orderer.
    pub fn rule(&self, orderer: &Orderer) -> LimitRule {
        self.written().unwrap_or_else(|| default_rule(orderer.organisation.as_deref()))
    }

    fn written(&self) -> Option<LimitRule> {
        let window = match self.window_kind {
            Some("per_order") => Window::PerOrder,
            Some("lifetime") => Window::Lifetime,
            _ => Window::Rolling { hours: self.window_hours.unwrap_or(24) },
        };
        let (level, quantity) = (LimitLevel::from_code(self.level?)?, self.quantity?.into());
        Some(LimitRule { id: self.id, level, quantity, window })
    }
}

/// The levels at which rules may be written for an orderer and their subjects, the nearest first.
pub(crate) fn levels(orderer: &Orderer) -> (Vec<String>, Vec<String>) {
    orderer.levels.iter().map(|(level, subject)| (level.to_string(), subject.clone())).unzip()
}

/// The subjects under which an orderer is counted, as they are locked: as hashes.
fn subjects(orderer: &Orderer) -> Vec<String> {
    let email = orderer.email.as_ref().map(|email| format!("email:{email}"));
    let address = orderer.address.as_ref().map(|address| format!("address:{address}"));
    [email, address].into_iter().flatten().collect()
}

/// Whose slots are locked.
#[derive(Clone, Copy, Debug)]
pub enum Slots {
    /// Those of a basket.
    Basket(BasketId),
    /// Those of an order.
    Order(OrderId),
    /// Those of an order, and that of an edition which is to be added to it.
    OrderAnd(OrderId, EditionId),
}

/// Locks the counters of an orderer, in one order for everybody; before the stock, which more people want.
pub async fn lock(db: &mut PgConnection, slots: Slots, orderer: &Orderer) -> Result<()> {
    let (basket, order, edition) = match slots {
        Slots::Basket(basket) => (Some(basket), None, None),
        Slots::Order(order) => (None, Some(order), None),
        Slots::OrderAnd(order, edition) => (None, Some(order), Some(edition)),
    };
    sqlx::query!(
        "insert into limit_locks (subject, publication_id, language, format)
         select distinct encode(sha256(convert_to(s.subject, 'UTF8')), 'hex'), e.publication_id, e.language, e.format
         from unnest($3::text[]) s (subject)
         cross join (select edition_id from basket_lines where basket_id = $1
             union all select edition_id from order_lines where order_id = $2
             union all select $4::uuid) l
         join editions e on e.id = l.edition_id order by 1, 2, 3, 4
         on conflict (subject, publication_id, language, format) do update set subject = excluded.subject",
        basket as _,
        order as _,
        &subjects(orderer),
        edition as _
    )
    .execute(db)
    .await?;
    Ok(())
}

/// Anybody may have so many copies of an edition in 24 hours, unless a nearer rule says otherwise.
pub async fn set_for_everyone(db: impl PgExecutor<'_>, edition: EditionId, copies: i32) -> Result<()> {
    sqlx::query!(
        "insert into order_limits (id, level, edition_id, quantity) values ($1, 'everyone', $2, $3)
         on conflict (level, subject, edition_id) do update set quantity = excluded.quantity",
        uuid::Uuid::now_v7(),
        edition as _,
        copies
    )
    .execute(db)
    .await?;
    Ok(())
}
