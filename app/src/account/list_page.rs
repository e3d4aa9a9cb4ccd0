//! `/account/lists/{list}`: one of one's lists, what can be had of it now, and its link.

use backend::refills::{self, Refill, Source};
use domain::{
    account::{AddListLine, ChangeListLine, LIST, LIST_KNOWN, LIST_NAME, ListToBasket, RenameList},
    basket::{EDITION, LINE_QUANTITY, QUANTITY},
    form::{Answers, Form},
    id::SavedListId,
    order::ADDED_CODE,
    paths,
};
use islands::{
    AppError,
    account::lists::{
        PostAddListLine, PostChangeListLine, PostDeleteList, PostListToBasket, PostRenameList, PostShareList,
        PostStopSharingList,
    },
};
use leptos::{prelude::*, server_fn::ServerFn};
use leptos_router::hooks::use_params_map;
use store::{saved_lists::SavedList, sessions::Viewer};
use ui::{Button, ButtonForm, Filled, HiddenInput, PostForm, ShownError, TextInput, button::ButtonKind};

use super::at_account::{AtAccount, at_account};
use crate::{
    basket::refill,
    bidi::LeftToRight,
    done::DoneBanner,
    layout::Page,
    load::load,
    viewer::asking,
    words::{self, isolated, t, t_with},
};

/// The page. Whose list it is not is told that there is none.
#[component]
pub fn ListPage() -> impl IntoView {
    let asking = asking();
    let list = use_params_map().with_untracked(|params| params.get("list"));
    let list = list.and_then(|list| list.parse::<SavedListId>().ok());
    load(async move {
        let AtAccount { viewer, account } = at_account(&asking).await?;
        let id = list.ok_or(AppError::NotFound)?;
        let mut db = asking.connection().await?;
        let list = store::saved_lists::find(&mut *db, account.id, id).await?.ok_or(AppError::NotFound)?;
        let (holding, orderer) = ((viewer.basket, viewer.basket_lines), viewer.orderer());
        let refills = refills::look(&asking.backend, &mut db, Source::List(id), holding, &orderer).await?;
        drop(db);
        let shared = list.is_shared.then(|| {
            let token = backend::saved_lists::share_token(&asking.backend, id, list.share_number);
            format!("{}{}", asking.backend.origin, paths::shared_list(token.as_str()))
        });
        Ok(page(viewer, id, list, &refills, shared))
    })
}

fn page(viewer: Viewer, id: SavedListId, list: SavedList, refills: &[Refill], shared: Option<String>) -> AnyView {
    let known = || Answers::default().with(LIST.name(), id.to_string());
    let mut naming = words::filled::<RenameList>(&viewer, known().with(LIST_NAME.name(), list.name.as_str()));
    naming.answers.replace(LIST_KNOWN.name(), vec![list.name.to_string()]);
    let adding = words::filled::<AddListLine>(&viewer, known());
    let lines: Vec<Filled> = refills.iter().map(|refill| line(&viewer, id, refill)).collect();
    let mut errors: Vec<ShownError> = lines.iter().flat_map(Filled::errors_at_inputs).collect();
    errors.extend(adding.errors_at_inputs().into_iter().chain(naming.errors_at_inputs()));
    errors.extend(refill::refused::<ListToBasket>(&viewer));
    let has_errors = !errors.is_empty();
    let rows = refills.iter().zip(lines).map(|(line, filled)| refill::row(line, Some(change(id, line, filled))));
    let rows = rows.collect_view();
    let summary = if refills.is_empty() { t("list-empty") } else { refill::summary(refills) };
    let button = refill::button(PostListToBasket::PATH, (LIST.name(), id.to_string()), refills);
    let (name, back) = (list.name.to_string(), paths::account_lists().to_string());
    view! {
        <Page title=t("saved-list-title") viewer errors back>
            <DoneBanner has_errors />
            <h1 class="text-h1 font-bold"><bdi>{name}</bdi></h1>
            <p class="measure mt-3 font-bold">{summary}</p>
            <ul class="task-wide mt-6 border-t border-line">{rows}</ul>
            <div class="mt-6">{button}</div>
            <Adding filled=adding />
            {sharing(id, shared)}
            <Naming filled=naming />
            <div class="mt-8">
                <ButtonForm action=PostDeleteList::PATH answers=vec![(LIST.name(), id.to_string())] kind=ButtonKind::Secondary>
                    {t("list-delete")}
                </ButtonForm>
            </div>
        </Page>
    }
    .into_any()
}

/// The form of a line: what was refused of it, else how many copies the list is of.
fn line(viewer: &Viewer, id: SavedListId, refill: &Refill) -> Filled {
    let code = &refill.line.code;
    let known = Answers::default()
        .with(LIST.name(), id.to_string())
        .with(EDITION.name(), code.as_str())
        .with(LINE_QUANTITY.name(), refill.wanted.to_string());
    let mut filled = words::filled_of::<ChangeListLine>(viewer, code, known);
    filled.prefix = format!("line-{}", code.normalised().to_lowercase());
    let label = t_with("basket-copies-of", [("title", isolated(&refill.line.title).into())]);
    filled.words.0.extend([(LINE_QUANTITY.name().to_owned(), label)]);
    filled
}

/// Changes how many copies of something the list is of, or takes it out.
fn change(id: SavedListId, refill: &Refill, filled: Filled) -> AnyView {
    let title = refill.line.title.clone();
    let hidden = |title: String| view! { <span class="sr-only">" " {title}</span> };
    let (update, remove) = (hidden(title.clone()), hidden(title));
    let nothing = vec![
        (LIST.name(), id.to_string()),
        (EDITION.name(), refill.line.code.to_string()),
        (LINE_QUANTITY.name(), "0".to_owned()),
    ];
    view! {
        <div class="no-print">
            <PostForm action=PostChangeListLine::PATH check=ChangeListLine::check fields=ChangeListLine::FIELDS filled>
                <HiddenInput field=LIST.declared() />
                <HiddenInput field=EDITION.declared() />
                <TextInput field=LINE_QUANTITY.declared() />
                <Button kind=ButtonKind::Secondary>{t("basket-update")} {update}</Button>
            </PostForm>
            <ButtonForm action=PostChangeListLine::PATH answers=nothing kind=ButtonKind::Quiet>
                {t("basket-remove")} {remove}
            </ButtonForm>
        </div>
    }
    .into_any()
}

/// Adds something else, by its product code.
#[component]
fn Adding(filled: Filled) -> impl IntoView {
    view! {
        <section class="task mt-8" aria-labelledby="list-add">
            <h2 id="list-add" class="mb-4 text-h3 font-bold">{t("list-add-title")}</h2>
            <PostForm action=PostAddListLine::PATH check=AddListLine::check fields=AddListLine::FIELDS filled>
                <HiddenInput field=LIST.declared() />
                <TextInput field=ADDED_CODE.declared() />
                <TextInput field=QUANTITY.declared() />
                <Button kind=ButtonKind::Secondary>{t("list-add-button")}</Button>
            </PostForm>
        </section>
    }
}

#[component]
fn Naming(filled: Filled) -> impl IntoView {
    view! {
        <section class="task mt-8" aria-labelledby="list-rename">
            <h2 id="list-rename" class="mb-4 text-h3 font-bold">{t("list-rename-title")}</h2>
            <PostForm action=PostRenameList::PATH check=RenameList::check fields=RenameList::FIELDS filled>
                <HiddenInput field=LIST.declared() />
                <HiddenInput field=LIST_KNOWN.declared() />
                <TextInput field=LIST_NAME.declared() />
                <Button kind=ButtonKind::Secondary>{t("account-save")}</Button>
            </PostForm>
        </section>
    }
}

/// The link by which others read the list, or the button that makes one.
fn sharing(id: SavedListId, link: Option<String>) -> AnyView {
    let answers = vec![(LIST.name(), id.to_string())];
    let inside = match link {
        Some(link) => view! {
            <p class="measure mt-2">{t("list-shared-body")}</p>
            <p class="mt-2 mb-4 font-bold wrap-anywhere"><LeftToRight text=link /></p>
            <ButtonForm action=PostStopSharingList::PATH answers kind=ButtonKind::Secondary>{t("list-stop-sharing")}</ButtonForm>
        }
        .into_any(),
        None => view! {
            <p class="measure mt-2 mb-4">{t("list-share-body")}</p>
            <ButtonForm action=PostShareList::PATH answers kind=ButtonKind::Secondary>{t("list-share")}</ButtonForm>
        }
        .into_any(),
    };
    view! {
        <section class="mt-8" aria-labelledby="list-sharing">
            <h2 id="list-sharing" class="text-h3 font-bold">{t("list-sharing-title")}</h2>
            {inside}
        </section>
    }
    .into_any()
}
