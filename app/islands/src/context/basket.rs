//! The basket of whoever posts, and who they are on the way to an order.

use backend::{Guest, StoreError};
use domain::id::BasketId;

use super::{Cx, Refusal};

impl Cx {
    /// The basket that came along or was begun, if it is one of ours.
    pub fn known_basket(&self) -> Option<BasketId> {
        self.begun().basket.or(self.known.basket)
    }

    /// The same, and its cookie is kept for as long again: both end after 60 idle days. That of an account has none.
    fn touched_basket(&self) -> Option<BasketId> {
        let basket = self.known_basket()?;
        if let Some(token) = self.basket_token.as_ref().filter(|_| self.known.account.is_none()) {
            self.begun().keep_basket(token);
        }
        Some(basket)
    }

    /// The basket that came along, or a new one.
    pub async fn basket(&self) -> Result<BasketId, StoreError> {
        if let Some(basket) = self.touched_basket() {
            return Ok(basket);
        }
        if let Some(account) = self.known.account {
            let basket = backend::baskets::begin_for(&self.backend, account).await?;
            self.begun().basket = Some(basket);
            return Ok(basket);
        }
        let (basket, token) = backend::baskets::begin(&self.backend).await?;
        let mut begun = self.begun();
        begun.basket = Some(basket);
        begun.keep_basket(&token);
        Ok(basket)
    }

    /// The basket that came along; without one the work goes on at the empty basket.
    pub fn basket_at_hand(&self) -> Result<BasketId, Refusal> {
        self.touched_basket().ok_or_else(|| Refusal::Elsewhere(domain::paths::basket()))
    }

    /// Who posts, on the way to an order.
    pub async fn guest(&self) -> Result<Guest, Refusal> {
        let (session, basket) = (self.session().await?, self.basket_at_hand()?);
        Ok(Guest { session, account: self.known.account, basket, locale: self.visitor.locale, from: self.from })
    }
}
