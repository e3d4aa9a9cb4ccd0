//! Putting a whole order or a whole list into the basket of whoever posts.

use backend::refills::{self, Put, Source};
use domain::{
    checkout::IdempotencyKey,
    done::Done,
    id::SavedListId,
    link::LinkPart,
    order::OrderNumber,
    paths::{self, Path},
};

use super::{Cx, Refusal};
use crate::AppError;

impl Cx {
    /// Puts an order into the basket once more, by somebody who may read it.
    pub async fn orders_again(&self, number: &OrderNumber, key: &IdempotencyKey) -> Result<Path, Refusal> {
        let order =
            store::orders::readable(&self.backend.db, number, self.reader()?).await?.ok_or(AppError::NotFound)?;
        self.refills((Source::Order(order), key), paths::order_again(number)).await
    }

    /// Puts a list into the basket of its owner.
    pub async fn takes_list(&self, list: SavedListId, key: &IdempotencyKey) -> Result<Path, Refusal> {
        let (_, account) = self.account()?;
        let found = store::saved_lists::find(&self.backend.db, account, list).await?;
        found.ok_or(AppError::NotFound)?;
        self.refills((Source::List(list), key), paths::account_list(list)).await
    }

    /// Puts a list into the basket of whoever has its link.
    pub async fn takes_shared_list(&self, share: &LinkPart, key: &IdempotencyKey) -> Result<Path, Refusal> {
        let token = backend::secrets::hash_token(share.as_str());
        let (list, _) = store::saved_lists::shared(&self.backend.db, token).await?.ok_or(AppError::ListLinkEnded)?;
        self.refills((Source::List(list), key), paths::shared_list(share.as_str())).await
    }

    /// Puts it in; the basket says how much of it, and the page that it comes from why not all.
    async fn refills(&self, from: (Source, &IdempotencyKey), page: Path) -> Result<Path, Refusal> {
        let (holder, basket) = (self.holder(), self.basket().await?);
        let put = refills::put(&self.backend, holder, basket, from).await?;
        self.tells(match put {
            Put::All => Some(Done::Refilled),
            Put::Part => Some(Done::RefilledInPart),
            Put::Nothing | Put::Before => None,
        });
        Ok(if put == Put::Nothing { page } else { paths::basket() })
    }
}
