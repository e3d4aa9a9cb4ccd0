//! Accounts of people who order: how they sign in, what they say of themselves, and where they are signed in.

mod address_for;
mod addresses;
mod audience;
mod device;
mod establishment;
mod forms;
mod lists;
mod own;
mod password;
mod profile;

pub use address_for::{ADDRESS_FOR, AddressFor};
pub use addresses::{
    ADDRESS_KNOWN, AddAddress, BUILDING, ChangeAddress, ChooseAddress, ChooseFound, DELIVER_TO, DeliverTo,
    FOUND_ADDRESS, FindAddress, KEEP_ADDRESS, KNOWN_ADDRESS, KeepAddress, MOST_ADDRESSES, MakeDefaultAddress,
    OWN_ADDRESS, RemoveAddress, keeps_address,
};
pub use audience::AudienceKey;
pub use device::{Browser, Device, System};
pub use establishment::EstablishmentKey;
pub use forms::{
    ACCOUNT_EMAIL, ACCOUNT_TOKEN, AskForLink, CURRENT_PASSWORD, ChangeName, ChangePassword, ChooseEstablishment,
    DEVICE, ESTABLISHMENT, EndDevice, Forgotten, NEW_PASSWORD, OpenLink, PASSWORD, RemovePassword, SetPassword,
    SignInByPassword, SignOutOfAccount, SignOutOfAccountEverywhere, SignUp, UndoMerge,
};
pub use lists::{
    AddListLine, ChangeListLine, DeleteList, LIST, LIST_KNOWN, LIST_NAME, ListName, ListToBasket, MAX_LISTS,
    RenameList, SHARE, SaveList, ShareList, SharedListToBasket, StopSharingList,
};
pub use own::{
    ACCOUNT_NEW_EMAIL, CLOSE_CONFIRMATION, ChangeAccountEmail, CloseAccount, ConfirmAccountEmail, ERASE_DAYS, EmailSide,
};
pub use password::{MIN_PASSWORD_CHARS, NewPassword, Password};
pub use profile::{ALERT, AUDIENCE, ChangeTelephone, ChooseAudience, EndAlert};

/// Minutes for which the link of a message opens an account.
pub const LINK_MINUTES: i64 = 15;
/// Hours after which somebody has to sign in again, whatever they do.
pub const SIGNED_IN_HOURS: i64 = 12;
/// Hours after which they have to if they do nothing.
pub const IDLE_HOURS: i64 = 8;
/// Minutes after a link was opened for which a password is set without the one before: whoever reads the mail could
/// ask for another link.
pub const PROVED_MINUTES: i64 = 15;
/// Hours for which a basket that was merged at signing in can be taken out again.
pub const UNDO_MERGE_HOURS: i64 = 24;

choice! {
    /// What the link of a message is for.
    LinkPurpose {
        /// Confirms the address of somebody who signs up.
        Confirm = "confirm",
        /// Signs in.
        SignIn = "sign_in",
        /// Signs in to set another password.
        Reset = "reset",
    }
}
