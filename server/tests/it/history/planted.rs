//! Planted faults: the checker sees each of them, by name, within a few small histories.
//!
//! Nothing of the service is replaced. Each fault is put into the test's own database, as a trigger that does what a
//! wrong statement would do.

use std::sync::atomic::Ordering;

use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use super::{Size, begins, deadlocks, giving_way, history, story};

const SMALL: Size = Size { clients: 4, operations: 100, seeds: 20 };

/// Runs small histories over a database with a fault until the checker says what it breaks.
async fn is_caught(connect: PgConnectOptions, fault: &'static str, breaks: &str) {
    let world = begins(connect, 12).await;
    world.run(fault).await;
    let mut last = String::new();
    for seed in 1..=SMALL.seeds {
        let (shop, broken) = Box::pin(history(&world, seed, SMALL)).await;
        if broken.iter().any(|violation| violation.invariant.starts_with(breaks)) {
            return;
        }
        last = story(&shop, SMALL, &broken);
    }
    panic!("nobody saw in {} histories that {breaks} is broken; the last of them: {last}", SMALL.seeds);
}

/// What gives way and is tried again breaks no promise, and is counted: nobody who asked learns of it.
#[sqlx::test(migrator = "store::MIGRATOR")]
async fn transactions_that_give_way_are_counted(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = begins(connect.clone(), 12).await;
    world
        .run(
            "create sequence tries;
             create function planted() returns trigger language plpgsql as $$
             begin
                 if nextval('tries') % 20 = 0 then
                     raise exception 'this one gives way' using errcode = '40P01';
                 end if;
                 return new;
             end
             $$;
             create trigger planted before insert on order_events
                 for each row when (new.kind in ('placed', 'amended', 'cancelled')) execute function planted()",
        )
        .await;
    let size = Size { operations: 500, ..SMALL };
    let (gave_way, counting) = giving_way();
    let (shop, broken) = Box::pin(history(&world, 1, size)).await;
    drop(counting);
    assert!(broken.is_empty(), "{}", story(&shop, size, &broken));
    // Whoever leaves at that very moment tries nothing again. Whatever met in earnest gave way as well.
    let planted = usize::try_from(world.count("select last_value / 20 from tries").await).unwrap();
    world.backend.db.close().await;
    world.db.close().await;
    let (counted, met) = (gave_way.load(Ordering::Relaxed), deadlocks(&connect, &connect).await);
    assert!((1..=planted + met).contains(&counted), "{counted} of {planted} and {met}");
}

/// A fault, what it breaks, and the statements that plant it.
macro_rules! planted {
    ($($name:ident breaks $invariant:literal: $fault:expr;)+) => {$(
        #[sqlx::test(migrator = "store::MIGRATOR")]
        async fn $name(_: PgPoolOptions, connect: PgConnectOptions) {
            is_caught(connect, $fault, $invariant).await;
        }
    )+};
}

planted! {
    copies_are_promised_that_are_not_there breaks "I1 stock is never negative": "
        alter table stock_levels drop constraint stock_levels_check;
        create function planted() returns trigger language plpgsql as $$
        begin
            new.reserved := new.reserved + 1;
            return new;
        end
        $$;
        create trigger planted before update on stock_levels
            for each row when (new.reserved > old.reserved) execute function planted()";

    copies_that_come_free_go_to_nobody breaks "I1 nobody waits": "
        create function planted() returns trigger language plpgsql as $$
        begin
            new.quantity_reserved := 0;
            return new;
        end
        $$;
        create trigger planted before insert on order_lines for each row execute function planted()";

    a_movement_is_lost breaks "I2 stock is the sum of its ledger": "
        create function planted() returns trigger language plpgsql as $$ begin return null; end $$;
        create trigger planted before insert on stock_movements
            for each row when (new.kind = 'released') execute function planted()";

    orders_are_counted_for_nobody breaks "I3 limits were never passed": "
        create function planted() returns trigger language plpgsql as $$
        begin
            new.email_norm := new.email_norm || new.number;
            new.address_key := new.address_key || new.number;
            return new;
        end
        $$;
        create trigger planted before insert on orders for each row execute function planted()";

    copies_are_granted_that_nobody_granted breaks "I3 copies beyond the limit": "
        create function planted() returns trigger language plpgsql as $$
        begin
            new.quantity_granted := new.quantity_ordered;
            return new;
        end
        $$;
        create trigger planted before insert on order_lines for each row execute function planted()";

    one_key_makes_two_orders breaks "I5": "
        alter table orders drop constraint orders_basket_id_idempotency_key_key;
        create function planted() returns trigger language plpgsql as $$
        begin
            insert into orders select * from jsonb_populate_record(null::orders, to_jsonb(new) || jsonb_build_object(
                'id', gen_random_uuid(),
                'number', 'HP-' || upper(substr(md5(new.number), 1, 5)) || '-' || upper(substr(md5(new.number), 6, 5))));
            return null;
        end
        $$;
        create trigger planted after insert on orders
            for each row when (pg_trigger_depth() = 0) execute function planted()";

    a_basket_keeps_what_was_ordered breaks "I6 an order is whole": "
        create function planted() returns trigger language plpgsql as $$
        begin
            if exists (select from orders o where o.basket_id = old.basket_id and o.xmin = pg_current_xact_id()::xid) then
                return null;
            end if;
            return old;
        end
        $$;
        create trigger planted before delete on basket_lines for each row execute function planted()";

    a_change_leaves_no_trace breaks "I6 a change is whole": "
        create function planted() returns trigger language plpgsql as $$ begin return null; end $$;
        create trigger planted before insert on order_events
            for each row when (new.kind = 'amended') execute function planted()";

    a_number_is_written_otherwise breaks "I7": "
        create function planted() returns trigger language plpgsql as $$
        begin
            new.number := lower(new.number);
            return new;
        end
        $$;
        create trigger planted before insert on orders for each row execute function planted()";

    more_is_ordered_than_one_may breaks "I4": "
        alter table order_lines drop constraint order_lines_quantity_at_most;
        create function planted() returns trigger language plpgsql as $$
        begin
            new.quantity_ordered := new.quantity_ordered + 10000 * new.unit_of_issue;
            return new;
        end
        $$;
        create trigger planted before insert on order_lines for each row execute function planted()";

    a_message_is_lost breaks "I8 every event has its message": "
        create function planted() returns trigger language plpgsql as $$ begin return null; end $$;
        create trigger planted before insert on outbox
            for each row when (new.kind = 'order_cancelled') execute function planted()";

    a_message_is_written_twice breaks "I9": "
        create function planted() returns trigger language plpgsql as $$
        begin
            insert into outbox select * from jsonb_populate_record(null::outbox,
                to_jsonb(new) || jsonb_build_object('id', gen_random_uuid()));
            return null;
        end
        $$;
        create trigger planted after insert on outbox
            for each row when (pg_trigger_depth() = 0) execute function planted()";

    more_is_ordered_than_was_asked_for breaks "H1": "
        create function planted() returns trigger language plpgsql as $$
        begin
            new.quantity_ordered := new.quantity_ordered + new.unit_of_issue;
            return new;
        end
        $$;
        create trigger planted before insert on order_lines for each row execute function planted()";

    fewer_copies_are_answered_and_not_written breaks "H3": "
        create function planted() returns trigger language plpgsql as $$
        begin
            new.quantity_ordered := old.quantity_ordered;
            return new;
        end
        $$;
        create trigger planted before update of quantity_ordered on order_lines
            for each row when (new.quantity_ordered < old.quantity_ordered) execute function planted()";
}
