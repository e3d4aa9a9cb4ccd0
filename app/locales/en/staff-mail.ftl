# Messages to staff. `…-subject` and `…-heading` stand on each.
mail-staff-invitation-subject = You are invited to work on Healthpost
mail-staff-invitation-heading = You are invited to work on Healthpost
mail-staff-invitation-for = This invitation is for { $name }.
mail-staff-invitation-body = An administrator of Healthpost asks you to work with them. Follow the link to accept. What you would do:
mail-staff-invitation-link = See the invitation
mail-staff-invitation-until = The link works once, until { $date }.
mail-staff-invitation-ignore = If you did not expect this, do nothing: nothing happens without the link.

mail-staff-sign-in-reset-subject = Set up again how you sign in to Healthpost
mail-staff-sign-in-reset-heading = Set up again how you sign in
mail-staff-sign-in-reset-body = An administrator has reset how you sign in to Healthpost. Your password and your second step are deleted, and you have been signed out everywhere. Follow the link to set them up again. What you may do has not changed.
mail-staff-sign-in-reset-link = Set up how I sign in
mail-staff-sign-in-reset-until = The link works once, until { $date }.
mail-staff-sign-in-reset-not-you = If you did not ask for this, tell us at once.
mail-staff-sign-in-reset-contact = Write to us

mail-staff-approved-subject = Your Healthpost account is approved
mail-staff-approved-heading = Your account is approved
mail-staff-approved-body = An administrator of Healthpost has approved your account. What you may do:
mail-staff-approved-link = Sign in

mail-staff-roles-changed-subject = What you may do on Healthpost has changed
mail-staff-roles-changed-heading = What you may do has changed
mail-staff-roles-changed-body = An administrator of Healthpost has changed what you may do. From now on it is this:
mail-staff-roles-changed-none = An administrator of Healthpost has changed what you may do. You do not work on Healthpost any more. You keep your account and can order with it.
mail-staff-roles-changed-wrong = If this is a mistake, ask the administrator of your organisation, or write to us.
mail-staff-roles-changed-link = Write to us

mail-staff-suspended-subject = Your Healthpost account is suspended
mail-staff-suspended-heading = Your account is suspended
mail-staff-suspended-body = An administrator of Healthpost has suspended your account. You have been signed out everywhere, and cannot sign in.
mail-staff-suspended-wrong = If this is a mistake, ask the administrator of your organisation, or write to us.
mail-staff-suspended-link = Write to us

mail-staff-reactivated-subject = You can sign in to Healthpost again
mail-staff-reactivated-heading = You can sign in again
mail-staff-reactivated-body = An administrator of Healthpost has lifted the suspension of your account. What you may do:
mail-staff-reactivated-link = Sign in

mail-staff-role-catalogue = Catalogue: { $role }
mail-staff-role-registry = Registry: { $role }, { $organisation }

mail-sign-in-changed-subject = How you sign in to Healthpost has changed
mail-sign-in-changed-heading = How you sign in has changed
mail-sign-in-changed-body = This has changed in your Healthpost account:
mail-sign-in-changed-authenticator-set = An authenticator app was set up
mail-sign-in-changed-authenticator-removed = The authenticator app was removed
mail-sign-in-changed-passkey-added = A passkey was added
mail-sign-in-changed-passkey-removed = A passkey was removed
mail-sign-in-changed-recovery-codes = New recovery codes were made. Earlier ones do not work any more
mail-sign-in-changed-provider-connected = The sign-in of your organisation was connected
mail-sign-in-changed-provider-removed = A sign-in of an organisation that was connected before was removed
mail-sign-in-changed-password = A password was set
mail-sign-in-changed-when = It was done on { $at }.
mail-sign-in-changed-not-you = If it was not you, tell us at once: somebody else may be able to sign in to your account.
mail-sign-in-changed-link = Write to us
