//! Sending an order somewhere else, until picking begins.

use domain::{
    checkout::LINE_1,
    form::{FieldErrors, Problem},
    order::{EventKind, Orderer, Redirect},
};
use store::{accounts::addresses, lines::Of, order_changes, orders::Reader, outbox::Kind};

use super::{change::Change, conflicts::give_way};
use crate::{Backend, checkout::CheckoutError};

/// Sends an order somewhere else, as far as the limits of the new address go. Whether anything changed: the same
/// address is no change.
pub async fn redirect(backend: &Backend, reader: Reader, form: &Redirect) -> Result<bool, CheckoutError> {
    give_way("sending an order elsewhere", move || try_to_redirect(backend, reader, form)).await
}

async fn try_to_redirect(backend: &Backend, reader: Reader, form: &Redirect) -> Result<bool, CheckoutError> {
    let mut change = Change::begin(backend, reader, &form.order).await?;
    if order_changes::goes_to(&mut *change.tx, change.order.id, &form.address).await? {
        return Ok(false);
    }
    // Those of an account are counted wherever they go.
    if change.member.is_none() && form.address.key() != change.order.address_key {
        may_receive(&mut change, form.address.key()).await?;
    }
    order_changes::next_revision(&mut change.tx, &change.order, change.by).await?;
    let uprn = match reader.account {
        Some(account) => addresses::uprn_of(&mut *change.tx, account, &form.address).await?,
        None => None,
    };
    order_changes::set_address(&mut *change.tx, change.order.id, (&form.address, uprn.as_ref())).await?;
    change.finish(EventKind::Amended, Kind::OrderAmended, &[]).await?;
    Ok(true)
}

/// Whether an address may have what is open of an order. The orderer's own count stays what it was.
async fn may_receive(change: &mut Change<'_>, address: String) -> Result<(), CheckoutError> {
    let receiver = Orderer::guest(None, Some(address));
    change.lines(&receiver).await?;
    let (now, today) = (change.by.now, change.backend.clock.today());
    let lines = store::lines::find(&mut *change.tx, Of::Order(change.order.id), &receiver, now, today).await?;
    if lines.iter().any(|line| line.facts.is_over_limit()) {
        let problem = Problem::new("any-order-address-limit");
        return Err(CheckoutError::Refused(FieldErrors::of(LINE_1.name(), problem)));
    }
    Ok(())
}
