//! Staff: which roles there are, who may give them, and the forms by which staff sign in and are looked after.

mod changes;
mod factors;
mod forms;
mod grants;
mod member_forms;
mod passkey_forms;
mod people;
mod provider;
mod roles;
mod sign_in_forms;

pub use changes::SignInChange;
pub use factors::{
    AUTHENTICATOR_DIGITS, AUTHENTICATOR_MINUTES, CODE_TRIES, CONFIRMED_MINUTES, Next, PASSKEY_NAME, PasskeyAnswer,
    PasskeyName, RECOVERY_CHARS, RECOVERY_CODES, RECOVERY_SHOWN_MINUTES, STAFF_CODE, STAFF_NEXT, STEP_MINUTES,
    StaffCode,
};
pub use forms::{
    CATALOGUE_ROLE, CancelInvitation, INVITATION, InviteStaff, ORGANISATION, REGISTRY_ROLE, ResendInvitation,
};
pub use grants::{NotGiven, may_act_on, may_give, may_see};
pub use member_forms::{
    ApproveAccount, ChangeRoles, Reactivate, ResetFactors, STAFF_MEMBER, STAFF_VERSION, StaffVersion, Suspend,
};
pub use passkey_forms::{
    AddPasskey, BeginAddPasskey, BeginConfirmByPasskey, BeginPasskeyCode, CEREMONY_MINUTES, ConfirmByPasskey,
    MOST_PASSKEYS, PASSKEY, PASSKEY_ANSWER, PASSKEY_COPIED, PASSKEY_ENDED, PASSKEY_KNOWN, PASSKEY_LAST,
    PASSKEY_REFUSED, PASSKEY_TOO_MANY, PasskeyCode, PasskeyPurpose, RemovePasskey,
};
pub use people::{PEOPLE_ON_PAGE, PeopleQuery, PeopleSort};
pub use provider::{AcceptByProvider, PROVIDER_MINUTES, ProviderPurpose, ProviderTrouble};
pub use roles::{AccountState, CatalogueRole, MINISTRY, RegistryRole, Roles};
pub use sign_in_forms::{
    AcceptInvitation, ConfirmAuthenticator, ConfirmIdentity, INVITATION_TOKEN, RemoveAuthenticator, RenewRecoveryCodes,
    SetUpAuthenticator, SignOutStaff, StaffSecondStep, StaffSignIn,
};

pub use crate::registry::texts::AuthorityKey;

/// Hours after which staff have to sign in again, whatever they do.
pub const STAFF_HOURS: i64 = 12;
/// Minutes after which they have to if they do nothing.
pub const STAFF_IDLE_MINUTES: i64 = 30;
/// Days for which an invitation is open.
pub const INVITATION_DAYS: i64 = 14;
