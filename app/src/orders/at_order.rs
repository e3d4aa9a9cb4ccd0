//! What the pages of an order share: whose it is, and whether it may still be changed.

use domain::{order::OrderNumber, paths};
use islands::AppError;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{
    orders::{Order, OrderLine, Reader},
    sessions::Viewer,
};

use crate::{load::NotShown, viewer::Asking};

/// An order somebody may read.
pub struct AtOrder {
    /// Who is looking.
    pub viewer: Viewer,
    /// The order.
    pub order: Order,
    /// Its lines.
    pub lines: Vec<OrderLine>,
}

/// The number in the address of the page; to be called before the first wait.
pub fn number() -> Option<OrderNumber> {
    use_params_map().with_untracked(|params| params.get("number")).and_then(|number| OrderNumber::parse(&number))
}

/// The order with this number. Whoever may not read it is asked for its number and e-mail address, whether it
/// exists or not; there is none for whoever is signed in and has another account.
pub async fn at_order(asking: &Asking, number: Option<OrderNumber>) -> Result<AtOrder, NotShown> {
    let viewer = asking.viewer().await?;
    let account = viewer.account.as_ref().map(|account| account.id);
    let elsewhere = || match account {
        Some(_) => NotShown::App(AppError::NotFound),
        None => NotShown::Elsewhere(paths::track()),
    };
    let (number, session) = (number.ok_or_else(elsewhere)?, viewer.session.ok_or_else(elsewhere)?);
    let mut db = asking.connection().await?;
    let reader = Reader { session, account };
    let order = store::orders::find_readable(&mut *db, &number, reader).await?.ok_or_else(elsewhere)?;
    let lines = store::orders::lines(&mut *db, order.id).await?;
    Ok(AtOrder { viewer, order, lines })
}

/// The same, for pages that change it: once picking has begun they lead to the order itself.
pub async fn at_open_order(asking: &Asking, number: Option<OrderNumber>) -> Result<AtOrder, NotShown> {
    let at = at_order(asking, number).await?;
    if at.order.status.may_change() { Ok(at) } else { Err(NotShown::Elsewhere(paths::order(&at.order.number))) }
}
