//! Changing and calling off an order, until picking begins.

use domain::{
    basket::{LINE_QUANTITY, LineProblem, NewQuantity},
    form::{FieldErrors, Problem},
    id::EditionId,
    order::{ChangeOrderLine, EventKind, Member, OrderNumber, OrderStatus, Orderer},
    paths::{self, Path},
};
use store::{
    limits::Slots,
    lines::Of,
    low_stock::Watched,
    order_changes::{self, Actor, By, Locked, LockedLine},
    orders::Reader,
    outbox::{Kind, NewMessage},
};

use super::conflicts::give_way;
use crate::{Backend, StoreError, checkout::CheckoutError, stock};

/// An order locked for a change by somebody who may read it.
pub(super) struct Change<'a> {
    pub(super) backend: &'a Backend,
    pub(super) tx: sqlx::Transaction<'static, sqlx::Postgres>,
    pub(super) order: Locked,
    /// The account that it is of, as limits see it.
    pub(super) member: Option<Member>,
    pub(super) by: By<'a>,
    /// What was in stock before, of what has an owner who watches.
    before: Watched,
}

impl<'a> Change<'a> {
    /// Locks the order. Whoever may not read it is led to the tracking form; once picking has begun, back
    /// to the order, which says so.
    pub(super) async fn begin(
        backend: &'a Backend,
        reader: Reader,
        number: &OrderNumber,
    ) -> Result<Self, CheckoutError> {
        let elsewhere = |path: Path| CheckoutError::Elsewhere(path);
        let id = store::orders::readable(&backend.db, number, reader).await?;
        let id = id.ok_or_else(|| elsewhere(paths::track()))?;
        let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
        let order = order_changes::lock(&mut tx, id).await?.ok_or_else(|| elsewhere(paths::track()))?;
        if !order.status.may_change() {
            return Err(elsewhere(paths::order(number)));
        }
        let member = match order.account {
            Some(account) => store::accounts::member(&mut *tx, account).await?,
            None => None,
        };
        let owner = order.account.filter(|account| reader.account == Some(*account));
        let by = By { actor: Actor::of(owner), now: backend.clock.now() };
        Ok(Self { backend, tx, order, member, by, before: Watched::default() })
    }

    /// Names an occasion of this revision, for the ledger.
    fn key(&self, what: &str, line: &LockedLine) -> String {
        format!("{what}:{}:r{}", line.id, self.order.revision)
    }

    /// Who ordered, as limits see them.
    pub(super) fn orderer(&self) -> Orderer {
        match &self.member {
            Some(member) => Orderer::member(member),
            None => Orderer::guest(Some(self.order.email_norm.clone()), Some(self.order.address_key.clone())),
        }
    }

    /// The lines, once the counters of an orderer and their stock are locked.
    pub(super) async fn lines(&mut self, orderer: &Orderer) -> Result<Vec<LockedLine>, StoreError> {
        store::limits::lock(&mut self.tx, Slots::Order(self.order.id), orderer).await?;
        self.lock_lines(None).await
    }

    /// The same with an edition that is to be added.
    pub(super) async fn lines_and(
        &mut self,
        edition: EditionId,
        orderer: &Orderer,
    ) -> Result<Vec<LockedLine>, StoreError> {
        store::limits::lock(&mut self.tx, Slots::OrderAnd(self.order.id, edition), orderer).await?;
        self.lock_lines(Some(edition)).await
    }

    async fn lock_lines(&mut self, adding: Option<EditionId>) -> Result<Vec<LockedLine>, StoreError> {
        let (lines, before) = order_changes::lock_lines(&mut self.tx, self.order.id, adding).await?;
        self.before = before;
        Ok(lines)
    }

    /// Calls a line off: its copies come back, and the grants it used.
    async fn call_off(&mut self, line: &LockedLine) -> Result<(), StoreError> {
        self.release(line, line.counts.reserved).await?;
        self.use_grants(line, 0).await?;
        order_changes::cancel_line(&mut *self.tx, line.id).await
    }

    /// Uses grants for a line, or gives them back, until it has as many granted copies as it should.
    async fn use_grants(&mut self, line: &LockedLine, granted: i32) -> Result<(), StoreError> {
        let (email, more) = (&self.order.email_norm, granted - line.granted);
        match more.signum() {
            1 => store::limit_requests::use_up(&mut self.tx, email, (line.edition, more), self.by.now).await,
            -1 => store::limit_requests::give_back(&mut self.tx, email, (line.edition, -more)).await,
            _ => Ok(()),
        }
    }

    /// Frees the copies that a line holds beyond what it should.
    async fn release(&mut self, line: &LockedLine, copies: i32) -> Result<(), StoreError> {
        let key = self.key("release", line);
        order_changes::release(&mut self.tx, (line.id, line.edition), copies, &key, self.by).await.map(|_| ())
    }

    /// Writes what happened, gives freed copies to whoever waits for them, and tells the orderer how the order is.
    pub(super) async fn finish(
        mut self,
        kind: EventKind,
        message: Kind,
        freed: &[EditionId],
    ) -> Result<(), CheckoutError> {
        order_changes::record(&mut *self.tx, self.order.id, kind, self.by).await?;
        for edition in freed {
            let key = self.key_of_freed(*edition);
            stock::allocate(&mut self.tx, *edition, &key, self.by).await?;
            stock::tell_waiting(self.backend, &mut self.tx, *edition).await?;
        }
        stock::tell_owners(&mut self.tx, &self.before, self.by.now).await?;
        let told = store::orders::told(&mut *self.tx, self.order.id).await?;
        let message = NewMessage {
            kind: message,
            recipient: &self.order.email,
            order: Some(self.order.id),
            detail: serde_json::to_value(told).map_err(StoreError::from)?,
            locale: self.order.locale,
        };
        store::outbox::add(&mut self.tx, message, self.by.now).await?;
        self.tx.commit().await.map_err(StoreError::from)?;
        stock::changed(&self.backend.db).await;
        Ok(())
    }

    fn key_of_freed(&self, edition: EditionId) -> String {
        format!("freed:{}:{edition}:r{}", self.order.id, self.order.revision)
    }
}

/// Calls an order off: its copies and the orderer's allowance come back.
pub async fn cancel(backend: &Backend, reader: Reader, number: &OrderNumber) -> Result<(), CheckoutError> {
    give_way("calling an order off", move || try_to_cancel(backend, reader, number)).await
}

async fn try_to_cancel(backend: &Backend, reader: Reader, number: &OrderNumber) -> Result<(), CheckoutError> {
    let mut change = Change::begin(backend, reader, number).await?;
    let orderer = change.orderer();
    let lines = change.lines(&orderer).await?;
    for line in &lines {
        change.call_off(line).await?;
    }
    order_changes::set_status(&mut *change.tx, change.order.id, OrderStatus::Cancelled).await?;
    let freed: Vec<EditionId> = lines.iter().map(|line| line.edition).collect();
    change.finish(EventKind::Cancelled, Kind::OrderCancelled, &freed).await
}

/// Changes how many copies of a line are ordered, under the rules of any order; 0 takes the line out, unless
/// it is the last one. Whether anything changed: as many copies as before are no change.
pub async fn line(backend: &Backend, reader: Reader, form: &ChangeOrderLine) -> Result<bool, CheckoutError> {
    give_way("changing a line", move || try_to_change_line(backend, reader, form)).await
}

async fn try_to_change_line(backend: &Backend, reader: Reader, form: &ChangeOrderLine) -> Result<bool, CheckoutError> {
    let mut change = Change::begin(backend, reader, &form.order).await?;
    let orderer = change.orderer();
    let lines = change.lines(&orderer).await?;
    let edition = store::baskets::edition_by_code(&mut *change.tx, &form.edition.normalised()).await?;
    let line = lines.iter().find(|line| Some(line.edition) == edition && line.counts.open() > 0);
    let line = line.ok_or_else(|| CheckoutError::Elsewhere(paths::change_order(&form.order)))?;
    if matches!(form.quantity, NewQuantity::Keep(quantity) if quantity.copies() == line.counts.open()) {
        return Ok(false);
    }
    let is_last = lines.iter().filter(|line| line.counts.open() > 0).count() == 1;
    order_changes::next_revision(&mut change.tx, &change.order, change.by).await?;
    match form.quantity {
        NewQuantity::Remove if is_last => return Err(refused(Problem::new("any-order-last-line"))),
        NewQuantity::Remove => change.call_off(line).await?,
        NewQuantity::Keep(quantity) => {
            set_quantity(&mut change, &orderer, line, quantity.copies(), LINE_QUANTITY.name()).await?;
        }
    }
    let freed = [line.edition];
    change.finish(EventKind::Amended, Kind::OrderAmended, &freed).await?;
    Ok(true)
}

/// Sets how many copies of a line are ordered, as far as the rules go.
pub(super) async fn set_quantity(
    change: &mut Change<'_>,
    orderer: &Orderer,
    line: &LockedLine,
    copies: i32,
    question: &'static str,
) -> Result<(), CheckoutError> {
    let (now, today) = (change.by.now, change.backend.clock.today());
    let found = store::lines::find(&mut *change.tx, Of::OrderLine(line.id, copies), orderer, now, today).await?;
    let facts = &found.first().ok_or(CheckoutError::Elsewhere(paths::track()))?.facts;
    // Fewer copies than before are always fine, as far as packs go, and keep what the line holds.
    let is_more = copies > line.counts.open();
    let mut errors = FieldErrors::default();
    for problem in LineProblem::of(facts) {
        if is_more || matches!(problem, LineProblem::NotMultiple { .. }) {
            errors.push(question, problem.problem_of_order());
        }
    }
    if !errors.is_empty() {
        return Err(CheckoutError::Refused(errors));
    }
    let (promised, granted) = if is_more {
        (facts.promised().min(copies), facts.beyond_limit())
    } else {
        (line.counts.reserved.min(copies), facts.beyond_limit().min(line.granted))
    };
    change.use_grants(line, granted).await?;
    // The schema never lets a line hold more than it is of: fewer copies are freed first, more taken last.
    if promised < line.counts.reserved {
        change.release(line, line.counts.reserved - promised).await?;
    }
    order_changes::set_ordered(&mut *change.tx, line.id, copies, granted).await?;
    if promised > line.counts.reserved {
        let key = change.key("reserve", line);
        let more = promised - line.counts.reserved;
        order_changes::reserve(&mut change.tx, (line.id, line.edition), more, &key, change.by).await?;
    }
    Ok(())
}

fn refused(problem: Problem) -> CheckoutError {
    CheckoutError::Refused(FieldErrors::of(LINE_QUANTITY.name(), problem))
}
