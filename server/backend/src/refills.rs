//! Putting a whole order, or a whole list, into a basket: each line as far as it can be had, in the edition that is
//! current.

use domain::{
    basket::{Fits, MAX_LINES, Quantity},
    checkout::IdempotencyKey,
    form::Problem,
    id::{BasketId, EditionId},
    order::{EventKind, Orderer},
};
use sqlx::PgConnection;
pub use store::refills::Source;
use store::{
    lines::{Line, Of},
    order_changes::{self, Actor, By},
};

use crate::{
    Backend, StoreError,
    baskets::{self, Holder},
    secrets::draw_key,
};

/// A line that is to be put into a basket.
#[derive(Clone, Debug)]
pub struct Refill {
    /// The line as it would lie there: with what lies there already.
    pub line: Line,
    /// How many copies are wanted.
    pub wanted: i32,
    /// Codes of the editions in whose place it stands.
    pub replaces: Option<String>,
    /// What becomes of them.
    pub fits: Fits,
}

impl Refill {
    /// How many copies go in.
    pub const fn copies(&self) -> i32 {
        self.fits.copies(self.wanted)
    }
}

/// What became of a press.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Put {
    /// Everything lies in the basket.
    All,
    /// A part of it does.
    Part,
    /// Nothing of it can be had.
    Nothing,
    /// It was pressed before.
    Before,
}

/// What would become of the lines of an order or a list, for this orderer and in a basket of so many lines.
pub async fn look(
    backend: &Backend,
    db: &mut PgConnection,
    source: Source,
    (basket, lines): (Option<BasketId>, i64),
    orderer: &Orderer,
) -> Result<Vec<Refill>, StoreError> {
    let wanted = store::refills::wanted(&mut *db, source, basket).await?;
    let whole: Vec<(EditionId, i32)> =
        wanted.iter().map(|one| (one.edition, (one.held + one.copies).min(Quantity::MAX))).collect();
    let (now, today) = (backend.clock.now(), backend.clock.today());
    let found = store::lines::find(&mut *db, Of::Wanted(basket, &whole), orderer, now, today).await?;
    let mut room = MAX_LINES - lines;
    let mut refills = Vec::with_capacity(wanted.len());
    for one in wanted {
        let Some(line) = found.iter().find(|line| line.edition == one.edition) else { continue };
        let mut fits = Fits::of(&line.facts, (one.held, one.copies));
        if one.held == 0 && fits.copies(one.copies) > 0 {
            if room <= 0 {
                fits = Fits::Nothing(vec![Problem::new("any-basket-full").arg("max", MAX_LINES)]);
            }
            room -= 1;
        }
        refills.push(Refill { line: line.clone(), wanted: one.copies, replaces: one.replaces, fits });
    }
    Ok(refills)
}

/// Puts the lines of an order or a list into a basket, once for each key. That an order was ordered again stands in its
/// timeline.
pub async fn put(
    backend: &Backend,
    holder: Holder,
    basket: BasketId,
    (source, key): (Source, &IdempotencyKey),
) -> Result<Put, StoreError> {
    let orderer = baskets::orderer(backend, holder, basket).await?;
    let now = backend.clock.now();
    let mut tx = backend.db.begin().await?;
    store::baskets::lock(&mut tx, basket, now).await?;
    if !store::refills::begin(&mut *tx, basket, key, now).await? {
        return Ok(Put::Before);
    }
    let lines = store::baskets::count(&mut *tx, basket).await?;
    let refills = look(backend, &mut tx, source, (Some(basket), lines), &orderer).await?;
    let put: Vec<(EditionId, i32)> =
        refills.iter().map(|refill| (refill.line.edition, refill.copies())).filter(|(_, copies)| *copies > 0).collect();
    if put.is_empty() {
        return Ok(Put::Nothing);
    }
    store::refills::put(&mut *tx, basket, &put, now).await?;
    store::checkouts::renew(&mut *tx, basket, &draw_key()).await?;
    if let Source::Order(order) = source {
        let by = By { actor: Actor::of(holder.1), now };
        order_changes::record(&mut *tx, order, EventKind::Reordered, by).await?;
        store::refills::count(&mut tx, &put, now).await?;
    }
    tx.commit().await?;
    Ok(if refills.iter().all(|refill| refill.fits == Fits::All) { Put::All } else { Put::Part })
}
