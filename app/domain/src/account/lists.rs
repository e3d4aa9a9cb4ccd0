//! Lists that people save: what they order again and again, under a name.

use crate::{
    basket::{EDITION, LINE_QUANTITY, NewQuantity, QUANTITY, Quantity},
    catalogue::code::ProductCode,
    checkout::{IdempotencyKey, KEY},
    form::{Answer, Answers, Declared, Facts, Field, FieldErrors, Form, Kind, Problem, Reader},
    id::SavedListId,
    link::LinkPart,
    order::ADDED_CODE,
    paths::{self, Path},
};

/// The most lists of one account.
pub const MAX_LISTS: i64 = 20;

text! {
    /// What a list is called: one line of at most 100 characters.
    ListName
}

impl Answer for ListName {
    const MAX_CHARS: usize = 100;
    const PROBLEMS: &'static [&'static str] = &[];

    fn read(text: &str) -> Result<Self, Problem> {
        Ok(Self(text.to_owned()))
    }
}

answers_by_id!(SavedListId);

/// Which list.
pub const LIST: Field<SavedListId> = Field::new("list").kind(Kind::Hidden);
/// What it is called.
pub const LIST_NAME: Field<ListName> = Field::new("list_name").hint();
/// What it was called when its page was shown.
pub const LIST_KNOWN: Field<ListName> = Field::new("list_known").kind(Kind::Hidden);
/// What the link to a list carries.
pub const SHARE: Field<LinkPart> = Field::new("share").kind(Kind::Hidden);

/// The page of the list that a form is about.
fn of_list(answers: &Answers) -> Path {
    answers.first(LIST.name()).parse::<SavedListId>().map_or_else(|_| paths::account_lists(), paths::account_list)
}

asks_one! {
    /// Saves what lies in the basket as a list.
    SaveList {
        /// What it is called.
        name: ListName = LIST_NAME
    }, "save-list", paths::account_lists()
}

/// Calls a list something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenameList {
    /// Which.
    pub list: SavedListId,
    /// What it is called.
    pub name: ListName,
    /// What it was called when its page was shown.
    pub known: ListName,
}

impl Form for RenameList {
    const NAME: &'static str = "rename-list";
    const FIELDS: &'static [Declared] = &[LIST.declared(), LIST_NAME.declared(), LIST_KNOWN.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (list, name) = (read.required(&LIST), read.required(&LIST_NAME));
        let known = read.required(&LIST_KNOWN);
        read.finish(|| Some(Self { list: list?, name: name?, known: known? }))
    }

    fn page(answers: &Answers) -> Path {
        of_list(answers)
    }
}

/// Declares a form that is only about a list: a button on its page.
macro_rules! of_a_list {
    ($(#[$meta:meta])* $name:ident, $id:literal) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            /// Which list.
            pub list: SavedListId,
        }

        impl Form for $name {
            const NAME: &'static str = $id;
            const FIELDS: &'static [Declared] = &[LIST.declared()];

            fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
                let mut read = Reader::new(answers);
                let list = read.required(&LIST);
                read.finish(|| Some(Self { list: list? }))
            }

            fn page(answers: &Answers) -> Path {
                of_list(answers)
            }
        }
    };
}

of_a_list! {
    /// Deletes a list.
    DeleteList, "delete-list"
}
of_a_list! {
    /// Gives a list a link, by which others read it.
    ShareList, "share-list"
}
of_a_list! {
    /// Takes the link away.
    StopSharingList, "stop-sharing-list"
}

/// Changes how many copies a list is of; 0 takes the line out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeListLine {
    /// Which list.
    pub list: SavedListId,
    /// Which edition.
    pub edition: ProductCode,
    /// How many copies in all.
    pub quantity: NewQuantity,
}

impl Form for ChangeListLine {
    const NAME: &'static str = "change-list-line";
    const FIELDS: &'static [Declared] = &[LIST.declared(), EDITION.declared(), LINE_QUANTITY.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (list, edition, quantity) = (read.required(&LIST), read.required(&EDITION), read.required(&LINE_QUANTITY));
        read.finish(|| Some(Self { list: list?, edition: edition?, quantity: quantity? }))
    }

    fn page(answers: &Answers) -> Path {
        of_list(answers)
    }
}

/// Adds copies of something to a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddListLine {
    /// Which list.
    pub list: SavedListId,
    /// Which edition.
    pub code: ProductCode,
    /// How many copies more.
    pub quantity: Quantity,
}

impl Form for AddListLine {
    const NAME: &'static str = "add-list-line";
    const FIELDS: &'static [Declared] = &[LIST.declared(), ADDED_CODE.declared(), QUANTITY.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (list, code, quantity) = (read.required(&LIST), read.required(&ADDED_CODE), read.required(&QUANTITY));
        read.finish(|| Some(Self { list: list?, code: code?, quantity: quantity? }))
    }

    fn page(answers: &Answers) -> Path {
        of_list(answers)
    }
}

/// Puts everything of a list into the basket, as far as it can be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListToBasket {
    /// Which list.
    pub list: SavedListId,
    /// The key of the page: what is pressed twice is done once.
    pub key: IdempotencyKey,
}

impl Form for ListToBasket {
    const NAME: &'static str = "list-to-basket";
    const FIELDS: &'static [Declared] = &[LIST.declared(), KEY.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (list, key) = (read.required(&LIST), read.required(&KEY));
        read.finish(|| Some(Self { list: list?, key: key? }))
    }

    fn page(answers: &Answers) -> Path {
        of_list(answers)
    }
}

/// The same by whoever has its link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedListToBasket {
    /// What the link carries.
    pub share: LinkPart,
    /// The key of the page.
    pub key: IdempotencyKey,
}

impl Form for SharedListToBasket {
    const NAME: &'static str = "shared-list-to-basket";
    const FIELDS: &'static [Declared] = &[SHARE.declared(), KEY.declared()];

    fn parse(answers: &Answers, _: &Facts) -> Result<Self, FieldErrors> {
        let mut read = Reader::new(answers);
        let (share, key) = (read.required(&SHARE), read.required(&KEY));
        read.finish(|| Some(Self { share: share?, key: key? }))
    }

    fn page(answers: &Answers) -> Path {
        let share = Reader::new(answers).required(&SHARE);
        share.map_or_else(paths::basket, |share| paths::shared_list(share.as_str()))
    }

    /// The link is the page's own.
    fn kept(_: &Answers) -> Answers {
        Answers::default()
    }
}
