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
