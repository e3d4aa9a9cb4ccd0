//! What changes of how somebody signs in.

choice! {
    /// Something that changed of how somebody signs in. The letter to them says it: `mail-sign-in-changed-{code}`.
    SignInChange {
        /// An authenticator gives codes from now on, perhaps in the place of another one.
        AuthenticatorSet = "authenticator-set",
        /// None does any more.
        AuthenticatorRemoved = "authenticator-removed",
        /// There is one more passkey.
        PasskeyAdded = "passkey-added",
        /// There is one less.
        PasskeyRemoved = "passkey-removed",
        /// There are other recovery codes.
        RecoveryCodes = "recovery-codes",
        /// They sign in through a provider.
        ProviderConnected = "provider-connected",
        /// Nobody does so any more who did.
        ProviderRemoved = "provider-removed",
        /// There is another password.
        Password = "password",
    }
}
