//! One client: a session and a basket, and the use cases that its steps call.

use std::{collections::BTreeMap, sync::Arc};

use backend::{Guest, baskets, checkout, orders, sessions, to_its_end};
use domain::{
    basket::{AddToBasket, ChangeLine, NewQuantity},
    catalogue::code::ProductCode,
    checkout::{PlaceOrder, Stage},
    id::EditionId,
    locale::Locale,
    order::{AddOrderLine, ChangeOrderLine, OrderNumber, Redirect},
};
use futures::future::BoxFuture;
use sqlx::Row;
use store::orders::Reader;
use tokio::time::timeout;

use super::{
    log::{Answer, Asked, Call, Outcome},
    shop::{Shop, copies, ended, left, number_of},
    workload::{Kind, Leaves, Step},
};

pub struct Client {
    number: usize,
    shop: Arc<Shop>,
    guest: Guest,
    /// Check pages whose button was pressed, oldest first.
    pressed: Vec<Asked>,
    /// Orders it knows of, oldest first, each with the codes of its lines.
    orders: Vec<(OrderNumber, Vec<String>)>,
}

impl Client {
    pub async fn comes(shop: &Arc<Shop>, number: usize) -> Self {
        let (session, _) = sessions::begin(&shop.backend).await.expect("a session");
        let (basket, _) = baskets::begin(&shop.backend).await.expect("a basket");
        let guest = Guest { session, account: None, basket, locale: Locale::English, from: None };
        Self { number, shop: shop.clone(), guest, pressed: Vec::new(), orders: Vec::new() }
    }

    pub async fn does(&mut self, step: &Step) {
        let (shop, number) = (self.shop.clone(), self.number);
        match step.kind {
            Kind::Add => self.adds(step).await,
            Kind::Change => self.changes(step, NewQuantity::Keep(copies(&shop.product(step), step))).await,
            Kind::Remove => self.changes(step, NewQuantity::Remove).await,
            Kind::GoToCheck => self.goes_to_check(step).await,
            Kind::Place => self.places(step, false).await,
            Kind::PlaceTwice => self.places(step, true).await,
            Kind::PlaceLate => self.places_late(step).await,
            Kind::Cancel => self.cancels(step).await,
            Kind::Amend => self.amends(step, false).await,
            Kind::AddLine => self.adds_line(step).await,
            Kind::TakeOut => self.amends(step, true).await,
            Kind::Redirect => self.redirects(step).await,
            Kind::Receive => shop.receives(number, step).await,
            Kind::Miss => shop.misses(number, step).await,
            Kind::Limit => shop.limits(number, step).await,
            Kind::TimePasses => shop.time_passes(number, step).await,
        }
    }

    /// Logs a call, waits for its answer as long as the client stays, and logs how it ended.
    async fn asks(&self, what: Call, leaves: Option<Leaves>, work: BoxFuture<'static, Answer>) -> Outcome {
        let call = self.shop.log.begins(self.number, what);
        let outcome = match leaves {
            None => ended(work.await),
            Some(Leaves::Service(after)) => timeout(after, work).await.map_or_else(|_| left("the service"), ended),
            Some(Leaves::Browser(after)) => match timeout(after, to_its_end(&self.shop.backend.writes, work)).await {
                Ok(Ok(answer)) => ended(answer),
                Ok(Err(error)) => error.into(),
                Err(_) => left("the browser"),
            },
        };
        self.shop.log.ends(call, outcome.clone());
        outcome
    }

    async fn adds(&self, step: &Step) {
        let (backend, guest, product) = (self.shop.backend.clone(), self.guest, self.shop.product(step));
        let form = AddToBasket { edition: product.code.clone(), quantity: copies(&product, step) };
        let what = Call::Add { basket: guest.basket, code: product.code.to_string(), copies: form.quantity.copies() };
        let work = Box::pin(async move {
            baskets::add(&backend, (Some(guest.session), None), guest.basket, &form).await?;
            Answer::Ok(None)
        });
        self.asks(what, step.leaves, work).await;
    }

    async fn changes(&self, step: &Step, quantity: NewQuantity) {
        let (backend, guest, product) = (self.shop.backend.clone(), self.guest, self.shop.product(step));
        let what = Call::Change { basket: guest.basket, code: product.code.to_string(), copies: number_of(quantity) };
        let form = ChangeLine { edition: product.code, quantity };
        let work = Box::pin(async move {
            baskets::change(&backend, (Some(guest.session), None), guest.basket, &form).await?;
            Answer::Ok(None)
        });
        self.asks(what, step.leaves, work).await;
    }

    /// Answers all questions of the checkout; the code that proves an address is left out.
    async fn goes_to_check(&self, step: &Step) {
        let (backend, guest, partial) = (self.shop.backend.clone(), self.guest, self.takes_part());
        let (address, contact) = (self.shop.address(step), self.shop.contact(step));
        let what = Call::GoToCheck { basket: guest.basket, email: contact.email.normalised(), house: address.key() };
        let work = Box::pin(async move {
            checkout::begin(&backend, guest, partial).await?;
            checkout::set_address(&backend, guest, &address).await?;
            store::sessions::confirm_email(&backend.db, guest.session, &contact.email.normalised()).await?;
            checkout::set_contact(&backend, guest, &contact).await?;
            Answer::Ok(None)
        });
        self.asks(what, step.leaves, work).await;
    }

    /// Every other client is content with a part of what it asks for. One client always is or never is: going on
    /// otherwise gives the checkout another key, and most keys would be void before anybody presses them.
    fn takes_part(&self) -> bool {
        self.number % 2 == 1
    }

    /// What the check page shows. The key comes first: whatever changes after that changes the key, so that what is
    /// read under it is what it orders, or it orders nothing.
    async fn reads_check(&self) -> Option<Asked> {
        let (backend, basket) = (&self.shop.backend, self.guest.basket);
        let Ok((checkout, Stage::Check(address, contact))) = checkout::stage(backend, self.guest).await else {
            return None;
        };
        let sql = format!(
            "select e.product_code, l.quantity, e.id from basket_lines l join editions e on e.id = l.edition_id
             where l.basket_id = '{basket}'"
        );
        let rows = sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).fetch_all(&backend.db).await.expect("the lines");
        // The key says of what a part is: it changes with that.
        let shown = checkout.shown.filter(|_| checkout.accept_partial);
        let is_shown = |edition: EditionId| shown.as_ref().is_none_or(|shown| shown.contains(&edition));
        let rows = rows.iter().filter(|row| is_shown(row.get(2)));
        let lines: BTreeMap<String, i32> = rows.map(|row| (row.get(0), row.get(1))).collect();
        Some(Asked { key: checkout.key, basket, email: contact.email.normalised(), address_key: address.key(), lines })
    }

    async fn places(&mut self, step: &Step, twice: bool) {
        let Some(asked) = self.reads_check().await else { return self.goes_to_check(step).await };
        self.pressed.push(asked.clone());
        let first = if twice {
            let (first, second) = tokio::join!(self.presses(&asked, None), self.presses(&asked, step.leaves));
            if matches!(first, Outcome::Done(_)) { first } else { second }
        } else {
            self.presses(&asked, step.leaves).await
        };
        self.learns(&asked, first);
    }

    async fn places_late(&mut self, step: &Step) {
        let Some(asked) = chosen(&self.pressed, step).cloned() else { return self.goes_to_check(step).await };
        let outcome = self.presses(&asked, step.leaves).await;
        self.learns(&asked, outcome);
    }

    async fn presses(&self, asked: &Asked, leaves: Option<Leaves>) -> Outcome {
        let (backend, guest) = (self.shop.backend.clone(), self.guest);
        let form = PlaceOrder { key: asked.key.clone() };
        let work =
            Box::pin(async move { orders::place(&backend, guest, &form).await.map(Some).map_err(Outcome::from) });
        self.asks(Call::Place(asked.clone()), leaves, work).await
    }

    /// Remembers an order it was told of.
    fn learns(&mut self, asked: &Asked, outcome: Outcome) {
        if let Outcome::Done(Some(number)) = outcome
            && !self.orders.iter().any(|(known, _)| *known == number)
        {
            self.orders.push((number, asked.lines.keys().cloned().collect()));
        }
    }

    fn reader(&self) -> Reader {
        Reader { session: self.guest.session, account: None }
    }

    async fn cancels(&self, step: &Step) {
        let Some((number, _)) = chosen(&self.orders, step).cloned() else { return self.adds(step).await };
        let (backend, reader) = (self.shop.backend.clone(), self.reader());
        let what = Call::Cancel { number: number.clone() };
        let work = Box::pin(async move {
            orders::change::cancel(&backend, reader, &number).await?;
            Answer::Ok(None)
        });
        self.asks(what, step.leaves, work).await;
    }

    async fn amends(&self, step: &Step, takes_out: bool) {
        let Some((order, codes)) = chosen(&self.orders, step).cloned() else { return self.adds(step).await };
        let Some(code) = codes.get(step.product % codes.len().max(1)) else { return self.adds(step).await };
        let product = self.shop.products.iter().find(|product| product.code.as_str() == code);
        let quantity = product.filter(|_| !takes_out).map(|product| NewQuantity::Keep(copies(product, step)));
        let quantity = quantity.unwrap_or(NewQuantity::Remove);
        let (backend, reader) = (self.shop.backend.clone(), self.reader());
        let what = Call::Amend { number: order.clone(), code: code.clone(), copies: number_of(quantity) };
        let form = ChangeOrderLine { order, edition: ProductCode::parse(code).expect("a code"), quantity };
        let work = Box::pin(async move { changed(orders::change::line(&backend, reader, &form).await?) });
        self.asks(what, step.leaves, work).await;
    }

    /// Adds a line; from then on it is amended like the others.
    async fn adds_line(&mut self, step: &Step) {
        let Some((order, _)) = chosen(&self.orders, step).cloned() else { return self.adds(step).await };
        let (backend, reader, product) = (self.shop.backend.clone(), self.reader(), self.shop.product(step));
        let (number, code) = (order.clone(), product.code.to_string());
        let form = AddOrderLine { order, code: product.code.clone(), quantity: copies(&product, step) };
        let what = Call::AddLine { number: number.clone(), code: code.clone(), copies: form.quantity.copies() };
        let work = Box::pin(async move {
            orders::adding::line(&backend, reader, &form).await?;
            Answer::Ok(None)
        });
        let outcome = self.asks(what, step.leaves, work).await;
        let known = self.orders.iter_mut().find(|(known, _)| *known == number);
        if let (Outcome::Done(_), Some((_, codes))) = (outcome, known)
            && !codes.contains(&code)
        {
            codes.push(code);
        }
    }

    async fn redirects(&self, step: &Step) {
        let Some((order, _)) = chosen(&self.orders, step).cloned() else { return self.adds(step).await };
        let (backend, reader) = (self.shop.backend.clone(), self.reader());
        let address = self.shop.address(step);
        let what = Call::Redirect { number: order.clone(), house: address.key() };
        let form = Redirect { order, address };
        let work = Box::pin(async move { changed(orders::redirecting::redirect(&backend, reader, &form).await?) });
        self.asks(what, step.leaves, work).await;
    }
}

/// What changes nothing makes no revision: as if it had been refused.
fn changed(is_changed: bool) -> Answer {
    if is_changed { Ok(None) } else { Err(Outcome::Refused("nothing to change".to_owned())) }
}

/// One of the newest four.
fn chosen<'a, T>(all: &'a [T], step: &Step) -> Option<&'a T> {
    let back = step.pick % all.len().clamp(1, 4);
    all.iter().rev().nth(back)
}
