//! Every naughty string in every text question of every form: each is answered, and none is markup.
//!
//! Strings stand beside each other in one post, and several programs work at once: one string a post takes four times
//! as long. Nothing is lost by that: what a question refuses is taken out, and the others are posted again.
//!
//! Of n strings, the post that begins at string s has string (s + 37 p) mod n in its question number p. As s goes over
//! all n, so does that for each p: each question meets each string once, in n posts of a form and not in n for each of
//! its questions. Nobody is told to wait, so that what may be taken is taken, the first as the last of them. What is
//! refused before it is read comes back whole, and is not posted once more for each question.

use axum::http::StatusCode;
use backend::secrets::hash_token;
use domain::access::{self, Permission};
use naughty_strings::BLNS;
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};

use crate::{
    bad_input::{at_checkout, owned, posts},
    builders::Leaflet,
    forms::FORMS,
    visitor::Visitor,
    world::World,
};

/// Programs over one database.
const PROGRAMS: usize = 4;
/// A question gets the string so many places after that of the question before it.
const APART: usize = 37;

/// Somebody who answers a form, rightly but for some answers.
struct Answering<'a> {
    world: &'a World,
    visitor: &'a mut Visitor,
    path: &'a str,
    right: &'a [(String, String)],
}

impl Answering<'_> {
    /// Posts right answers with these naughty ones among them, each with the place of its question. Gives the
    /// questions that refused theirs, and how the post was answered.
    async fn posts(&mut self, naughty: &[(usize, &str)]) -> (Vec<String>, StatusCode) {
        let mut answers = self.right.to_vec();
        for (at, words) in naughty {
            (*words).clone_into(&mut answers[*at].1);
        }
        let status = posts(self.visitor, self.path, &answers).await;
        for markup in naughty.iter().filter_map(|(_, words)| markup_in(words)) {
            assert!(
                !self.visitor.body.contains(markup),
                "{}: {markup:?} is markup on {}",
                self.path,
                self.visitor.path
            );
        }
        (self.refused().await, status)
    }

    /// The questions that refused their answers; asking forgets them.
    async fn refused(&self) -> Vec<String> {
        let refused = "with refused as (delete from kept_rejections k using sessions s
                where s.id = k.session_id and s.token_hash = $1 returning k.errors)
            select distinct error ->> 'field' from refused, jsonb_array_elements(errors) error";
        let session = hash_token(self.visitor.cookie("__Host-sid").expect("a session"));
        sqlx::query_scalar(refused).bind(&session[..]).fetch_all(&self.world.db).await.unwrap()
    }

    /// Whether one of these questions is the one at a place; the parts of a date belong to their question.
    fn is_of(&self, at: usize, refused: &[String]) -> bool {
        let name = &self.right[at].0;
        refused
            .iter()
            .any(|field| name.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with('-')))
    }

    /// Posts naughty answers until each of them was refused by its own question, or was taken.
    async fn tries(&mut self, mut naughty: Vec<(usize, &str)>) {
        while !naughty.is_empty() {
            let (refused, status) = self.posts(&naughty).await;
            let posted = naughty.len();
            naughty.retain(|(at, _)| !self.is_of(*at, &refused));
            let is_taken = status.is_redirection() && refused.is_empty();
            // Whoever may not send a form is told so before any of it is read.
            let is_unread = status == StatusCode::FORBIDDEN;
            if is_taken || is_unread || posted == 1 {
                return;
            }
            if naughty.len() == posted {
                // Nothing says which of them it was.
                for one in naughty {
                    self.posts(&[one]).await;
                }
                return;
            }
        }
    }
}

/// A text from its first `<` on, as no page of ours has it unless it was not escaped.
pub fn markup_in(words: &str) -> Option<&str> {
    let from = words.find('<')?;
    Some(words[from..].trim_end())
}

/// The forms that read what is posted at once. Those of the registry read nothing before a draft is open or somebody
/// is signed in, nor do those of somebody's own account: their own tests post them with one.
pub fn read_at_once() -> impl Iterator<Item = &'static (&'static str, &'static [(&'static str, &'static str)])> {
    let ours = FORMS.iter().filter(|(path, _)| !path.starts_with("/do/register/") && !path.starts_with("/do/my/"));
    ours.filter(|(path, _)| !is_of_account(path))
}

/// Whether a form is for whoever is signed in to an account.
pub fn is_of_account(path: &str) -> bool {
    access::of_form(path).is_some_and(|admitted| admitted.permission() == Permission::ManageAccount)
}

/// Posts every `PROGRAMS`th string, from one on, in every question.
async fn posts_a_share(connect: PgConnectOptions, first: usize, (mut visitor, order): (Visitor, String)) {
    let world = World::with_connections(connect, 4).await;
    // The same browser at another program over the same database.
    visitor.router.clone_from(&world.router);
    for (path, right) in read_at_once() {
        let right = owned(right, &order);
        // What a form is about decides whether anybody looks at the rest of it.
        let (subjects, others): (Vec<usize>, Vec<usize>) = (0..right.len()).partition(|at| right[*at].0 == "edition");
        let mut form = Answering { world: &world, visitor: &mut visitor, path, right: &right };
        for string in (first..BLNS.len()).step_by(PROGRAMS) {
            for at in &subjects {
                form.tries(vec![(*at, BLNS[string])]).await;
            }
            let beside = others.iter().enumerate();
            form.tries(beside.map(|(place, at)| (*at, BLNS[(string + place * APART) % BLNS.len()])).collect()).await;
        }
    }
}

#[sqlx::test(migrator = "store::MIGRATOR")]
async fn every_text_question_survives_naughty_strings(_: PgPoolOptions, connect: PgConnectOptions) {
    let world = World::new(connect.clone()).await;
    world.has(Leaflet::default()).await;
    let mut visitors = Vec::new();
    for number in 1..=PROGRAMS {
        visitors.push(at_checkout(&world, number).await);
    }
    world.counts_nothing().await;
    std::thread::scope(|scope| {
        for (first, visitor) in visitors.into_iter().enumerate() {
            let connect = connect.clone();
            scope.spawn(move || {
                let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                runtime.block_on(posts_a_share(connect, first, visitor));
            });
        }
    });
    assert_eq!(world.count("select count(*) from basket_lines where quantity < 1").await, 0);
    assert_eq!(usize::try_from(world.count("select count(*) from orders").await).unwrap(), PROGRAMS);
}
