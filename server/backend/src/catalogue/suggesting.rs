//! What a search box suggests while somebody types.

use std::collections::HashSet;

use domain::{
    catalogue::{index::Typed, search::Search},
    id::PublicationId,
};
use store::search::Card;

use super::{Reader, Snapshot};
use crate::{Backend, StoreError};

/// From so many characters on, something is suggested that is only like what was typed.
const ALIKE_CHARS: usize = 3;

/// Publications that begin with what was typed, then those that are like it. At most so many, each once.
pub async fn suggested(
    backend: &Backend,
    catalogue: &Snapshot,
    search: &Search,
    reader: &Reader,
    most: usize,
) -> Result<Vec<Card>, StoreError> {
    let text = search.words.as_str();
    let mut db = backend.connection().await?;
    let typed = Typed::of(text, &store::search::folded(&mut *db, text).await?);
    let mut found = catalogue.index.suggest(&typed, search, &catalogue.now(backend.clock.today()), most);
    if found.len() < most && !search.is_filtered() && text.chars().count() >= ALIKE_CHARS && !typed.is_empty() {
        let words: Vec<String> =
            text.split_whitespace().filter(|word| word.chars().count() >= ALIKE_CHARS).map(str::to_owned).collect();
        // As many as could all be there already.
        let alike = store::search::close_titles(&mut *db, &words, i64::try_from(most).unwrap_or(i64::MAX)).await?;
        let begins: HashSet<PublicationId> = found.iter().copied().collect();
        found.extend(alike.into_iter().filter(|one| !begins.contains(one)));
        found.truncate(most);
    }
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let asker = (&reader.preferred, reader.basket);
    store::search::cards(&mut *db, &found, &[], asker, backend.clock.now()).await
}
