//! Every naughty string in every typed question of the wizard: each is kept exactly as it was typed, refused in words
//! where it is wrong, and never markup.
//!
//! A page is posted once for each string, with a string in each of its questions at once, in each another one: in the
//! end each question has met each string. After each post the page is opened again, refused or taken: there stands what
//! was typed. Questions at which one only chooses, and the other forms of the registry, meet some of the strings in
//! `registry_naughty`.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::{Method, StatusCode, header};
use domain::registry::Step;
use naughty_strings::BLNS;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    registrants::Person,
    registry_at_hand::{ANSWER, AtHand, BESIDE, is_of_the_cook, is_typed, naughty, pages},
    registry_my::registered,
    visitor::form_urlencoded,
    world::World,
};

impl AtHand {
    /// Types answers into a page and presses its button, then opens the page again. Gives whether they were taken.
    async fn types(&mut self, page: &str, answers: &[(String, String)]) -> bool {
        self.visitor.once(Method::POST, ANSWER, Some(form_urlencoded(answers))).await;
        assert_eq!(self.visitor.status, StatusCode::SEE_OTHER, "{page}: {answers:?}");
        let is_taken = self.visitor.headers[header::LOCATION] != page;
        self.visitor.once(Method::GET, page, None).await;
        assert_eq!(self.visitor.status, StatusCode::OK, "{page}: {answers:?}");
        self.assert_no_markup(answers);
        if !is_taken {
            self.visitor.sees("There is a problem");
        }
        is_taken
    }

    /// Types every string into every question of a page, and the right answers at last.
    async fn meets_every_string(&mut self, world: &World, step: &Step, right: &[(String, String)]) {
        let page = format!("/register/{step}");
        let (mut met, mut refused) = (BTreeMap::<String, BTreeSet<String>>::new(), 0);
        for first in 0..BLNS.len() {
            let answers = naughty(right, first, &BESIDE);
            refused += usize::from(!self.types(&page, &answers).await);
            self.assert_kept(world, step, &answers).await;
            for (name, words) in answers {
                met.entry(name).or_default().insert(words);
            }
        }
        assert!(refused > 0, "{page}: some are too long");
        let strings = BLNS.iter().collect::<BTreeSet<_>>().len();
        for (name, words) in met.iter().filter(|(name, _)| !BESIDE.contains(&name.as_str())) {
            assert_eq!(words.len(), strings, "{name} met every string");
        }
        assert!(self.types(&page, right).await, "{page}: what is right goes on");
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_typed_question_of_the_wizard_meets_every_naughty_string(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect).await;
    registered(&world, &Person::named("Ada")).await;
    let (mut nurse, mut cook) = (AtHand::nurse(&world).await, AtHand::cook(&world).await);
    let mut typed = 0;
    for (step, right) in pages().filter(|(step, _)| is_typed(step)) {
        let at_hand = if is_of_the_cook(&step) { &mut cook } else { &mut nurse };
        at_hand.meets_every_string(&world, &step, &right).await;
        typed += 1;
    }
    assert_eq!(typed, 7, "name, postal code, phones, address, job, number, last deployment");
}
