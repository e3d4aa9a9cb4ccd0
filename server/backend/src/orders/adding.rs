//! Adding something to an order, until picking begins.

use domain::{
    basket::{LineProblem, MAX_LINES, QUANTITY, Quantity},
    form::{FieldErrors, Problem},
    id::EditionId,
    order::{ADDED_CODE, AddOrderLine, EventKind, Orderer},
};
use store::{
    lines::Line,
    order_changes::{self, LockedLine},
    orders::{LinesFrom, Reader},
    outbox::Kind,
};

use super::{
    change::{Change, set_quantity},
    conflicts::give_way,
    write_lines,
};
use crate::{Backend, checkout::CheckoutError};

/// Adds copies of an edition to an order, under the rules of any order. A line that was called off comes back; one
/// that is open is changed at its own question.
pub async fn line(backend: &Backend, reader: Reader, form: &AddOrderLine) -> Result<(), CheckoutError> {
    give_way("adding to an order", move || try_to_add(backend, reader, form)).await
}

async fn try_to_add(backend: &Backend, reader: Reader, form: &AddOrderLine) -> Result<(), CheckoutError> {
    let mut change = Change::begin(backend, reader, &form.order).await?;
    let edition = store::baskets::edition_by_code(&mut *change.tx, &form.code.normalised()).await?;
    let edition = edition.ok_or_else(|| refused(ADDED_CODE.name(), Problem::new("any-order-no-such-code")))?;
    let orderer = change.orderer();
    let lines = change.lines_and(edition, &orderer).await?;
    let added = may_be_added(&mut change, &orderer, edition, form.quantity).await?;
    order_changes::next_revision(&mut change.tx, &change.order, change.by).await?;
    match lines.iter().find(|line| line.edition == edition) {
        Some(line) if line.counts.open() > 0 => {
            return Err(refused(ADDED_CODE.name(), Problem::new("any-order-has-it")));
        }
        Some(line) => set_quantity(&mut change, &orderer, line, form.quantity.copies(), QUANTITY.name()).await?,
        None => add_new(&mut change, &lines, added).await?,
    }
    change.finish(EventKind::Amended, Kind::OrderAmended, &[]).await
}

/// The line as it would be if the order had none of it. What cannot be ordered at all is refused here, whatever
/// the order has of it.
async fn may_be_added(
    change: &mut Change<'_>,
    orderer: &Orderer,
    edition: EditionId,
    quantity: Quantity,
) -> Result<Line, CheckoutError> {
    let (now, today) = (change.by.now, change.backend.clock.today());
    let found = store::lines::of_edition(&mut *change.tx, edition, orderer, now, today).await?;
    let mut line = found.ok_or_else(|| refused(ADDED_CODE.name(), Problem::new("any-order-no-such-code")))?;
    if !line.facts.availability.is_orderable() {
        return Err(refused(ADDED_CODE.name(), Problem::new("any-order-cannot-add")));
    }
    line.facts.quantity = quantity.copies();
    Ok(line)
}

/// Adds a line that the order does not have.
async fn add_new(change: &mut Change<'_>, lines: &[LockedLine], added: Line) -> Result<(), CheckoutError> {
    if i64::try_from(lines.len()).unwrap_or(i64::MAX) >= MAX_LINES {
        return Err(refused(QUANTITY.name(), Problem::new("any-order-full").arg("max", MAX_LINES)));
    }
    let mut errors = FieldErrors::default();
    for problem in LineProblem::of(&added.facts) {
        errors.push(QUANTITY.name(), problem.problem_of_order());
    }
    if !errors.is_empty() {
        return Err(CheckoutError::Refused(errors));
    }
    let told = (change.order.email_norm.as_str(), change.by);
    write_lines(&mut change.tx, change.order.id, &[added], told, LinesFrom::Nowhere).await?;
    Ok(())
}

fn refused(field: &'static str, problem: Problem) -> CheckoutError {
    CheckoutError::Refused(FieldErrors::of(field, problem))
}
