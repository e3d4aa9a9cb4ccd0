//! People of every kind for the access test, each in a browser of their own, with what is theirs.

use domain::locale::Locale;

use crate::{
    access_objects::Object,
    access_rows::WHO,
    access_staff,
    account_people::{ADA, GRACE, orders, signs_up},
    order::{MEASLES, delivers_to, goes_to_check, number_on},
    registrants::Person,
    registry_my::{registered, signs_in},
    visitor::Visitor,
    world::World,
};

/// Somebody, as [`WHO`] says at the same place.
pub struct Actor {
    pub visitor: Visitor,
    /// The number of their order.
    pub order: Option<String>,
    /// Their session, where they are signed in to an account.
    pub device: Option<String>,
    /// An address of their book, a list of theirs, and something they wait for.
    pub address: Option<String>,
    pub list: Option<String>,
    pub alert: Option<String>,
    /// Somebody they look after as staff, and an invitation.
    pub member: Option<String>,
    pub invitation: Option<String>,
    /// A passkey of theirs.
    pub passkey: Option<String>,
    /// The key of their checkout, where they are at its end.
    pub key: String,
}

impl Actor {
    pub fn of(visitor: Visitor) -> Self {
        let (order, device, address, list, alert) = (None, None, None, None, None);
        let (member, invitation, passkey) = (None, None, None);
        Self { visitor, order, device, address, list, alert, member, invitation, passkey, key: String::new() }
    }

    /// What of theirs a form or an address names.
    pub fn named(&self, object: Option<Object>) -> &str {
        let named = match object {
            Some(Object::Order) => &self.order,
            Some(Object::Device) => &self.device,
            Some(Object::Address) => &self.address,
            Some(Object::List) => &self.list,
            Some(Object::Alert) => &self.alert,
            Some(Object::Member) => &self.member,
            Some(Object::Invitation) => &self.invitation,
            Some(Object::Passkey) => &self.passkey,
            None => &None,
        };
        named.as_deref().unwrap_or_default()
    }
}

/// Everybody. Each has a registration under way besides.
pub async fn everybody(world: &World) -> Vec<Actor> {
    let mut all = vec![
        guest(world).await,
        confirmed_guest(world).await,
        account_holder(world, "Ada Lovelace", ADA, "3 Some Street").await,
        account_holder(world, "Grace Hopper", GRACE, "4 Some Street").await,
        registrant(world).await,
        suspended(world).await,
        signed_out(world).await,
    ];
    all.extend(access_staff::all(world).await);
    assert_eq!(all.len(), WHO.len());
    for actor in &mut all {
        begins_draft(world, &mut actor.visitor).await;
    }
    all
}

/// Begins a registration in a browser.
pub async fn begins_draft(world: &World, visitor: &mut Visitor) {
    let begun = backend::registry::drafts::begin(&world.backend, Locale::English).await;
    let (_, token) = begun.expect("a draft");
    visitor.cookies.insert("__Host-draft".to_owned(), token.as_str().to_owned());
}

/// Puts a leaflet into the basket.
async fn fills_basket(visitor: &mut Visitor) {
    visitor.opens(MEASLES).await.fills("quantity", "1").presses("Add to basket").await;
    visitor.sees("Your basket");
}

async fn guest(world: &World) -> Actor {
    let mut visitor = world.visitor();
    fills_basket(&mut visitor).await;
    Actor::of(visitor)
}

/// Somebody with an order, at the end of the checkout of another.
async fn confirmed_guest(world: &World) -> Actor {
    let mut visitor = world.visitor();
    goes_to_check(world, &mut visitor, "1", "mary@example.com", "2 Some Street").await;
    visitor.presses("Place order").await.sees("Order placed");
    let order = number_on(&visitor);
    goes_to_check_again(&mut visitor, "2 Some Street", &[("full_name", "Mary"), ("email", "mary@example.com")]).await;
    let key = visitor.value_of("key");
    Actor { order: Some(order), key, ..Actor::of(visitor) }
}

/// Somebody with an account, an order, an address, a list and something to wait for, at the end of the checkout of another
/// order.
pub async fn account_holder(world: &World, name: &str, email: &str, house: &str) -> Actor {
    let mut visitor = world.visitor();
    signs_up(world, &mut visitor, name, email).await;
    let order = orders(&mut visitor, "1", house).await;
    goes_to_check_again(&mut visitor, house, &[]).await;
    let key = visitor.value_of("key");
    let newest = world.texts("select id::text from sessions where account_id is not null order by id desc limit 1");
    let device = newest.await.pop();
    visitor.opens("/account/lists").await.fills("list_name", name).presses("Save the list").await;
    let list = world.texts("select id::text from saved_lists order by id desc limit 1").await.pop();
    let (address, alert) = (world.texts(ADDRESS).await.pop(), world.texts(ALERT).await.pop());
    assert!(list.is_some() && address.is_some() && alert.is_some(), "{}", visitor.text());
    Actor { order: Some(order), device, address, list, alert, key, ..Actor::of(visitor) }
}

/// Whoever signed up last has the address of their order in their book.
const ADDRESS: &str = "insert into account_addresses (id, account_id, address, is_default, created_at, updated_at)
    select gen_random_uuid(), o.account_id, o.address, true, o.placed_at, o.placed_at
    from orders o where o.account_id is not null order by o.id desc limit 1 returning id::text";

/// They wait for what they ordered.
const ALERT: &str =
    "insert into subscriptions (id, kind, edition_id, email, email_norm, locale, confirmed_at, expires_at, created_at)
    select gen_random_uuid(), 'back_in_stock', l.edition_id, o.email, o.email_norm, 'en', o.placed_at,
        o.placed_at + interval '180 days', o.placed_at
    from orders o join order_lines l on l.order_id = o.id where o.account_id is not null order by o.id desc limit 1
    returning id::text";

/// Goes to the end of another checkout, without a code: the address is confirmed.
async fn goes_to_check_again(visitor: &mut Visitor, house: &str, contact: &[(&str, &str)]) {
    fills_basket(visitor).await;
    visitor.presses("Continue").await;
    delivers_to(visitor, house).await;
    for (name, value) in contact {
        visitor.fills(name, value);
    }
    visitor.presses("Continue").await.sees("Check your answers");
}

/// Somebody who is signed in to their registration.
pub async fn registrant(world: &World) -> Actor {
    let person = Person::named("Elizabeth");
    registered(world, &person).await;
    let visitor = signs_in(world, &person.email).await;
    assert_eq!(visitor.path, "/my/registration");
    Actor::of(visitor)
}

async fn suspended(world: &World) -> Actor {
    let mut visitor = world.visitor();
    signs_up(world, &mut visitor, "Katherine Johnson", "katherine@example.com").await;
    world.run("update accounts set state = 'suspended' where email_norm = 'katherine@example.com'").await;
    Actor::of(visitor)
}

/// Somebody who signed out, and whose browser sends the cookie of before all the same.
async fn signed_out(world: &World) -> Actor {
    let mut visitor = world.visitor();
    signs_up(world, &mut visitor, "Dorothy Vaughan", "dorothy@example.com").await;
    let cookies = visitor.cookies.clone();
    visitor.opens("/account").await.presses("Sign out").await;
    assert_eq!(visitor.path, "/account/signed-out");
    visitor.cookies = cookies;
    Actor::of(visitor)
}
