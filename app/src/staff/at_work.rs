//! What the pages of staff share: who is at work, whom they look after, and what a button was refused for.

use domain::{
    form::{Answers, Form},
    id::AccountId,
    paths,
    staff::{AuthorityKey, Next, STAFF_NEXT},
};
use islands::AppError;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use store::{
    accounts::SignedIn,
    sessions::Viewer,
    staff::{SignedInStaff, people::Person},
};
use ui::ShownError;

use crate::{load::NotShown, viewer::Asking, words};

/// Who is at work.
pub struct AtWork {
    /// Who is looking.
    pub viewer: Viewer,
    /// Their account.
    pub account: SignedIn,
    /// What they are as staff.
    pub staff: SignedInStaff,
}

impl AtWork {
    /// The organisation that they look after, where it is only one; else they look after everybody.
    pub fn scope(&self) -> Option<&AuthorityKey> {
        self.staff.roles.administers().filter(|_| !self.staff.roles.is_catalogue_admin())
    }
}

/// Whoever is signed in as staff; anybody else belongs to the sign-in.
pub async fn at_work(asking: &Asking) -> Result<AtWork, NotShown> {
    let viewer = asking.viewer().await?;
    let both = viewer.account.clone().zip(viewer.staff.clone());
    let (account, staff) = both.ok_or_else(|| NotShown::Elsewhere(paths::staff_sign_in()))?;
    Ok(AtWork { viewer, account, staff })
}

/// Whose account the address of the page names; to be asked before the first wait.
pub fn member_id() -> Option<AccountId> {
    use_params_map().with_untracked(|params| params.get("member")).and_then(|id| id.parse().ok())
}

/// Who is at work, and the person that their page is about; who is nobody of theirs is not there. Where the page does not
/// fit them, there is only their account. That they were seen is written down.
pub async fn with_member(
    asking: &Asking,
    id: Option<AccountId>,
    fits: impl FnOnce(&AtWork, &Person) -> bool + Send,
) -> Result<(AtWork, Person), NotShown> {
    let at = at_work(asking).await?;
    let id = id.ok_or(AppError::NotFound)?;
    let person = store::staff::people::find(&asking.backend.db, id, at.scope()).await?;
    let person = person.ok_or(AppError::NotFound)?;
    if !fits(&at, &person) {
        return Err(NotShown::Elsewhere(paths::staff_member(person.id)));
    }
    backend::staff::viewed(&asking.backend, at.account.id, person.id).await?;
    Ok((at, person))
}

/// Where somebody was going, by the address of the page.
pub fn next_of(asking: &Asking) -> Option<Next> {
    asking.parameter(paths::NEXT).and_then(Next::parse)
}

/// The same as what is known of a form before anybody answers.
pub fn going(next: Option<&Next>) -> Answers {
    next.map_or_else(Answers::default, |next| Answers::default().with(STAFF_NEXT.name(), next.as_str()))
}

/// What a button was refused for, each at the one place of the page that says it.
pub fn refused_at<F: Form>(viewer: &Viewer, place: &str) -> Vec<ShownError> {
    let errors = words::refused::<F>(viewer).into_iter().flat_map(|rejection| rejection.errors.iter());
    errors.map(|error| ShownError { field: place.to_owned(), text: words::say(error) }).collect()
}

/// That place: it takes the focus where the summary leads to it.
pub fn refusal(place: &'static str, errors: &[ShownError]) -> AnyView {
    let said = errors.iter().map(|error| error.text.clone()).collect::<Vec<_>>().join(". ");
    let said = (!said.is_empty()).then(|| view! { <p class="mb-4 font-bold text-error">{said}</p> });
    view! { <div id=place tabindex="-1">{said}</div> }.into_any()
}
