//! Putting copies into a basket and changing how many.

use domain::order::Orderer;
use domain::{
    basket::{
        AddToBasket, ChangeLine, LINE_QUANTITY, LineProblem, MAX_LINES, NewQuantity, QUANTITY, Quantity, SwapLine,
    },
    catalogue::code::ProductCode,
    form::{FieldErrors, Problem},
    id::{AccountId, BasketId, EditionId, SessionId},
};
use sqlx::PgConnection;
use store::lines::{Line, Of};

use crate::{
    Backend, FormError, StoreError,
    secrets::{Token, draw_key},
    stock,
};

/// Begins a basket; its token goes into the cookie.
pub async fn begin(backend: &Backend) -> Result<(BasketId, Token), StoreError> {
    let (id, token) = (BasketId(uuid::Uuid::now_v7()), Token::draw());
    store::baskets::begin(&backend.db, id, token.hash(), backend.clock.now()).await?;
    Ok((id, token))
}

/// Begins the basket of an account, or finds it.
pub async fn begin_for(backend: &Backend, account: AccountId) -> Result<BasketId, StoreError> {
    let id = BasketId(uuid::Uuid::now_v7());
    store::merged_baskets::of_account(&backend.db, id, account, backend.clock.now()).await
}

/// Somebody who changes a basket: their session, and the account they are signed in to.
pub type Holder = (Option<SessionId>, Option<AccountId>);

/// The holder of a session and a basket, as limits see them until they order.
pub async fn orderer(backend: &Backend, (session, account): Holder, basket: BasketId) -> Result<Orderer, StoreError> {
    if let Some(account) = account
        && let Some(member) = store::accounts::member(&backend.db, account).await?
    {
        return Ok(Orderer::member(&member));
    }
    let email = match session {
        Some(session) => store::sessions::confirmed_email(&backend.db, session).await?,
        None => None,
    };
    let checkout = store::checkouts::find(&backend.db, basket, session).await?;
    Ok(Orderer::looking(email, checkout.and_then(|checkout| checkout.address).map(|address| address.key())))
}

/// A change of one line under way: the basket is locked, and its checkout has another key.
struct Change {
    tx: sqlx::Transaction<'static, sqlx::Postgres>,
    basket: BasketId,
    edition: EditionId,
    orderer: Orderer,
    /// Whether copies came free that the checkout kept.
    has_freed: bool,
}

impl Change {
    async fn begin(backend: &Backend, holder: Holder, basket: BasketId, code: &ProductCode) -> Result<Self, FormError> {
        let edition = store::baskets::edition_by_code(&backend.db, &code.normalised()).await?;
        let edition = edition.ok_or(FormError::NotFound)?;
        let orderer = orderer(backend, holder, basket).await?;
        let mut tx = backend.db.begin().await.map_err(StoreError::from)?;
        store::baskets::lock(&mut tx, basket, backend.clock.now()).await?;
        store::checkouts::renew(&mut *tx, basket, &draw_key()).await?;
        Ok(Self { tx, basket, edition, orderer, has_freed: false })
    }

    /// The line is of so many copies from now on: what the checkout kept beyond that goes to whoever waits.
    async fn keeps_at_most(&mut self, backend: &Backend, copies: i32) -> Result<(), StoreError> {
        self.has_freed |= keep_at_most(backend, &mut self.tx, self.basket, (self.edition, copies)).await?;
        Ok(())
    }

    async fn commit(self, backend: &Backend) -> Result<(), FormError> {
        self.tx.commit().await.map_err(StoreError::from)?;
        if self.has_freed {
            stock::changed(&backend.db).await;
        }
        Ok(())
    }

    /// Commits, unless the rules refuse the line as it stands now; then the person is told everything that is
    /// wrong with it. Of its copies, so many lay in the basket before.
    async fn finish(mut self, backend: &Backend, field: &'static str, held: i32) -> Result<(), FormError> {
        let (now, today) = (backend.clock.now(), backend.clock.today());
        let lines = store::lines::find(&mut *self.tx, Of::Basket(self.basket), &self.orderer, now, today).await?;
        let line = lines.iter().find(|line| line.edition == self.edition).ok_or(FormError::NotFound)?;
        let mut errors = FieldErrors::default();
        for problem in LineProblem::of(&line.facts) {
            errors.push(field, problem.problem_of_adding(held));
        }
        if !errors.is_empty() {
            return Err(FormError::Refused(errors));
        }
        self.commit(backend).await
    }
}

/// Lets a basket, which is locked, keep at most so many copies of an edition; what it kept beyond that goes to whoever
/// waits. Whether it kept more.
pub(crate) async fn keep_at_most(
    backend: &Backend,
    db: &mut PgConnection,
    basket: BasketId,
    (edition, copies): (EditionId, i32),
) -> Result<bool, StoreError> {
    if !store::stock::keeps_more(&mut *db, basket, edition, copies).await? {
        return Ok(false);
    }
    store::stock::lock_edition(&mut *db, edition).await?;
    store::stock::keep_at_most(&mut *db, basket, edition, copies).await?;
    stock::give_on(backend, db, &[edition]).await?;
    Ok(true)
}

/// Adds copies of an edition. A line that the rules refuse is not added, and the person is told why.
pub async fn add(backend: &Backend, holder: Holder, basket: BasketId, form: &AddToBasket) -> Result<(), FormError> {
    let mut change = Change::begin(backend, holder, basket, &form.edition).await?;
    let (copies, now) = (form.quantity.copies(), backend.clock.now());
    let quantity = store::baskets::add(&mut *change.tx, basket, change.edition, copies, now).await?;
    let quantity = quantity.ok_or_else(|| refused(QUANTITY.name(), Quantity::too_large()))?;
    if store::baskets::count(&mut *change.tx, basket).await? > MAX_LINES {
        return Err(refused(QUANTITY.name(), Problem::new("any-basket-full").arg("max", MAX_LINES)));
    }
    change.finish(backend, QUANTITY.name(), quantity - copies).await
}

/// Changes the quantity of a line; 0 takes it out.
pub async fn change(backend: &Backend, holder: Holder, basket: BasketId, form: &ChangeLine) -> Result<(), FormError> {
    let mut change = Change::begin(backend, holder, basket, &form.edition).await?;
    match form.quantity {
        NewQuantity::Remove => {
            store::baskets::remove(&mut *change.tx, basket, change.edition).await?;
            change.keeps_at_most(backend, 0).await?;
            change.commit(backend).await
        }
        NewQuantity::Keep(quantity) => {
            store::baskets::set(&mut *change.tx, basket, change.edition, quantity.copies()).await?;
            change.keeps_at_most(backend, quantity.copies()).await?;
            change.finish(backend, LINE_QUANTITY.name(), 0).await
        }
    }
}

/// Puts the live version of a line in the place of an old one.
pub async fn swap(backend: &Backend, holder: Holder, basket: BasketId, form: &SwapLine) -> Result<(), FormError> {
    let mut change = Change::begin(backend, holder, basket, &form.edition).await?;
    let (now, today) = (backend.clock.now(), backend.clock.today());
    let lines = store::lines::find(&mut *change.tx, Of::Basket(basket), &change.orderer, now, today).await?;
    let line = lines.iter().find(|line| line.edition == change.edition);
    let successor = line.and_then(|line| line.successor).ok_or(FormError::NotFound)?;
    store::baskets::swap(&mut change.tx, basket, (change.edition, successor), now).await?;
    change.keeps_at_most(backend, 0).await?;
    change.commit(backend).await
}

/// The lines that an order would be of: all of them, or with `partial` those that can be had. Nothing when
/// there would be none, or when one cannot be had and the order is of all.
pub fn orderable(lines: Vec<Line>, partial: bool) -> Option<Vec<Line>> {
    let all = lines.len();
    let good: Vec<Line> = lines.into_iter().filter(|line| LineProblem::of(&line.facts).is_empty()).collect();
    (!good.is_empty() && (partial || good.len() == all)).then_some(good)
}

fn refused(field: &'static str, problem: Problem) -> FormError {
    FormError::Refused(FieldErrors::of(field, problem))
}
