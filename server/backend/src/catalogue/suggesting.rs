//! What a search box suggests while somebody types.

use domain::catalogue::{index::Typed, search::Search, taxonomy::LanguageTag};
use store::search::Card;

use super::Snapshot;
use crate::{Backend, StoreError};

/// From so many characters on, something is suggested that is only like what was typed.
const ALIKE_CHARS: usize = 3;

/// Publications that begin with what was typed; where there are none, those that are like it. At most so many.
pub async fn suggested(
    backend: &Backend,
    catalogue: &Snapshot,
    search: &Search,
    preferred: &LanguageTag,
    most: usize,
) -> Result<Vec<Card>, StoreError> {
    let text = search.words.as_str();
    let mut db = backend.connection().await?;
    let typed = Typed::of(text, &store::search::folded(&mut *db, text).await?);
    let mut found = catalogue.index.suggest(&typed, search, &catalogue.now(backend.clock.today()), most);
    if found.is_empty() && !search.is_filtered() && text.chars().count() >= ALIKE_CHARS && !typed.is_empty() {
        let words: Vec<String> =
            text.split_whitespace().filter(|word| word.chars().count() >= ALIKE_CHARS).map(str::to_owned).collect();
        found = store::search::close_titles(&mut *db, &words, i64::try_from(most).unwrap_or(i64::MAX)).await?;
    }
    if found.is_empty() {
        return Ok(Vec::new());
    }
    store::search::cards(&mut *db, &found, &[], preferred, backend.clock.now()).await
}
