//! What the worker does by itself, and when.

use backend::jobs::{Lane, worker};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::world::World;

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn what_is_due_every_minute_and_every_night_is_on_the_calendar(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    let mut calendar = Vec::new();
    for lane in Lane::ALL {
        let worker = worker(world.backend.clone(), lane).await.expect("a worker");
        for entry in worker.crontabs() {
            assert!(worker.jobs().contains_key(&entry.task_identifier), "{} is nobody's task", entry.task_identifier);
            calendar.push(format!("{} {:?} {:?}", entry.task_identifier, entry.timer.hours, entry.timer.minutes));
        }
    }
    calendar.sort();
    let every = "[Any] [Any]";
    let expected = [
        "ask_still_right [Number(4)] [Number(15)]".to_owned(),
        "count_use [Number(2)] [Number(15)]".to_owned(),
        "erase_ended [Number(5)] [Number(15)]".to_owned(),
        format!("read_files {every}"),
        format!("send_due {every}"),
        format!("tidy_up {every}"),
        "write_dump [Number(3)] [Number(15)]".to_owned(),
    ];
    assert_eq!(calendar, expected);
}
