//! What the clients of one history share: products, addresses, the log; and what staff do.

use backend::{SharedBackend, StoreError};
use domain::{
    address::Address,
    basket::{NewQuantity, Quantity},
    catalogue::code::ProductCode,
    checkout::Contact,
    form::{Answers, Facts, Form},
    id::EditionId,
};
use jiff::SignedDuration;

use super::{
    log::{Answer, Call, Log, Outcome},
    workload::{HOUSES, SHELF, Step},
};
use crate::{builders::Leaflet, world::World};

/// Something to order.
#[derive(Clone, Debug)]
pub struct Product {
    pub edition: EditionId,
    pub code: ProductCode,
    pub pack: i32,
}

pub struct Shop {
    pub seed: u64,
    pub backend: SharedBackend,
    pub products: Vec<Product>,
    pub log: Log,
    /// Only one makes time pass: what happens at a moment is named after it, and a clock that stands still gives
    /// one moment to many.
    time: tokio::sync::Mutex<()>,
}

impl Shop {
    /// Opens with products of its own, each with its limit.
    pub async fn opens(world: &World, seed: u64) -> Self {
        let mut products = Vec::new();
        for (at, (stock, pack, run_to_zero, limit)) in SHELF.into_iter().enumerate() {
            let (title, code) = (format!("History {seed} {at}"), format!("HIS-{seed}-{at}"));
            let code = ProductCode::parse(&code).expect("a code");
            let leaflet = Leaflet {
                title: title.leak(),
                code: code.to_string().leak(),
                stock,
                unit_of_issue: pack,
                run_to_zero,
                ..Leaflet::default()
            };
            let edition = world.has(leaflet).await;
            set_limit(&world.backend, edition, limit).await.expect("a limit");
            products.push(Product { edition, code, pack });
        }
        let backend = world.backend.clone();
        Self { seed, backend, products, log: Log::default(), time: tokio::sync::Mutex::default() }
    }

    pub fn product(&self, step: &Step) -> Product {
        self.products[step.product].clone()
    }

    /// One of the few contacts of this history, whose address is confirmed.
    pub fn contact(&self, step: &Step) -> Contact {
        let email = format!("Reader{}@history{}.example.com", step.email, self.seed);
        let answers = Answers::default().with("full_name", "Ada Lovelace").with("email", email);
        Contact::parse(&answers, &Facts::default()).expect("a contact")
    }

    /// One of the few addresses, in one of two spellings.
    pub fn address(&self, step: &Step) -> Address {
        let (house, seed) = (step.house % HOUSES, self.seed);
        let line =
            if step.house < HOUSES { format!("{house} History {seed}") } else { format!("{house}, HISTORY  {seed}") };
        let answers = Answers::default().with("address_line1", line).with("city", "Leeds").with("postcode", "LS1 4AP");
        Address::parse(&answers, &Facts::default()).expect("an address")
    }

    /// Staff take copies in; the key is of this very delivery.
    pub async fn receives(&self, client: usize, step: &Step) {
        let Product { edition, code, pack } = self.product(step);
        let copies = step.packs * pack;
        let call = self.log.begins(client, Call::Receive { code: code.to_string(), copies });
        let key = format!("history:{}:{call}", self.seed);
        let received = backend::stock::receive(&self.backend, edition, copies, (&key, "warehouse")).await;
        self.log.ends(call, ended(received.map(|_| None).map_err(Outcome::from)));
    }

    /// Staff find fewer copies than the level says: level and ledger in one statement, and never below what is
    /// promised.
    pub async fn misses(&self, client: usize, step: &Step) {
        let Product { edition, code, .. } = self.product(step);
        let call = self.log.begins(client, Call::Miss { code: code.to_string(), copies: step.packs });
        let (copies, now) = (step.packs, self.backend.clock.now());
        let sql = format!(
            "with missed as (update stock_levels set on_hand = on_hand - {copies} where edition_id = '{edition}'
                 and warehouse = 'MAIN' and on_hand - {copies} >= reserved returning edition_id)
             insert into stock_movements (id, edition_id, kind, quantity, reason, actor, source_key, at)
             select gen_random_uuid(), edition_id, 'adjusted', -{copies}, 'counted', 'staff', gen_random_uuid()::text, '{now}'
             from missed"
        );
        let missed = sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).fetch_all(&self.backend.db).await;
        self.log.ends(call, ended(missed.map(|_| None).map_err(|error| StoreError::from(error).into())));
    }

    /// Staff set another limit for everybody.
    pub async fn limits(&self, client: usize, step: &Step) {
        let Product { edition, code, pack } = self.product(step);
        let copies = step.packs * pack * 2;
        let call = self.log.begins(client, Call::Limit { code: code.to_string(), copies });
        let set = set_limit(&self.backend, edition, copies).await;
        self.log.ends(call, ended(set.map(|()| None).map_err(|error| StoreError::from(error).into())));
    }

    /// Some of the hours of a limit's window pass, and with them the time of what checkouts keep.
    pub async fn time_passes(&self, client: usize, step: &Step) {
        let _alone = self.time.lock().await;
        let minutes = 20 + i64::from(step.packs) * 20;
        let call = self.log.begins(client, Call::TimePasses { minutes });
        self.backend.clock.advance(SignedDuration::from_mins(minutes));
        let ended_holds = backend::stock::end_holds(&self.backend).await;
        self.log.ends(call, ended(ended_holds.map(|()| None).map_err(Outcome::from)));
    }
}

/// An answer as the log has it.
pub fn ended(answer: Answer) -> Outcome {
    answer.map_or_else(|failure| failure, Outcome::Done)
}

/// The copies of a step: whole packs, or now and then what no pack holds.
pub fn copies(product: &Product, step: &Step) -> Quantity {
    Quantity::new(step.packs * product.pack + step.loose).expect("a quantity")
}

/// The copies that a line is to have.
pub fn number_of(quantity: NewQuantity) -> i32 {
    match quantity {
        NewQuantity::Remove => 0,
        NewQuantity::Keep(quantity) => quantity.copies(),
    }
}

/// What nobody knows, as somebody left.
pub fn left(who: &str) -> Outcome {
    Outcome::Unknown(format!("{who} went away"))
}

async fn set_limit(backend: &SharedBackend, edition: EditionId, copies: i32) -> Result<(), sqlx::Error> {
    let sql = format!(
        "insert into order_limits (id, level, edition_id, quantity) values (gen_random_uuid(), 'everyone', '{edition}', {copies})
         on conflict (level, subject, edition_id) do update set quantity = excluded.quantity"
    );
    sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).fetch_all(&backend.db).await.map(|_| ())
}
