# Staff: signing in in two steps, invitations, and who may do what. Words of their questions as well.
nav-staff = Staff
nav-staff-label = Staff
staff-signed-in-as = Signed in as

staff-sign-in-title = Sign in as staff
staff-sign-in-lead = For people who run this service. You need your password and, after it, a second step.
staff-sign-in-others = Do you order publications?
staff-code-title = Confirm that it is you
staff-code-lead = Open your authenticator app and enter the code that it shows for Healthpost. Without your app, enter one of your recovery codes.
staff-code-other = Sign in as somebody else
staff-factor-title = Set up a second step
staff-factor-lead = Staff who sign in with a password need a second step, so that nobody gets in who only knows the password. You set it up once.
staff-signed-out-title = You have signed out
staff-signed-out-body = Nobody can see the pages of staff in this browser now.

staff-confirm-title = Enter your password and a code again
staff-confirm-lead = What comes next changes what people may do, so we ask once more who you are. Nothing that you typed is lost. We do not ask again for { $minutes } minutes.
staff-confirm-button = Confirm

staff-invitation-title = You are invited to work on Healthpost
staff-invitation-lead = Say what you are called and choose a password. If you have an account already, your password becomes this one. Then you set up a second step.
staff-invitation-button = Accept the invitation
staff-invitation-reset-title = Set up again how you sign in
staff-invitation-reset-lead = An administrator reset how you sign in. Say what you are called and choose a new password. Then you set up a second step.
staff-invitation-reset-button = Continue
staff-invitation-until = The invitation holds until { $day }.

staff-title = Your work
staff-greeting = Hello { $name }
staff-waiting-people = { $people ->
    [0] Nobody waits for approval.
    [one] 1 person waits for approval
   *[other] { $people } people wait for approval
}
staff-roles-title = What you may do
staff-role-of-catalogue = Catalogue: { $role }
staff-role-of-registry = Registry: { $role }
staff-role-none = No role
staff-role-ministry = Registry: Administrator of all of it
staff-role-publisher = Prepares publications and publishes them.
staff-role-fulfiller = Looks after orders, stock and requests for more copies.
staff-role-catalogue-admin = Does everything in the catalogue, and decides who else may.
staff-role-viewer = Reads registrations that their organisation may see.
staff-role-verifier = Checks registrations with colleges.
staff-role-coordinator = Finds people, writes to them and sends them out.
staff-role-registry-admin = Does everything in the registry for their organisation, and decides who else there may.
staff-role-ministry-admin = Does everything in the registry, and decides who else may.
staff-role-privacy-officer = Watches over how registrations are used.
staff-people-lead = Invite people, approve them, and say what they may do.
staff-security-lead = Your second step, your recovery codes and your password.

staff-waiting-title = Your account is waiting for approval
staff-waiting-body = You have signed in, but nobody has said yet what your work here is. Until then you cannot see or do anything.
staff-waiting-whom = Ask the administrator of your organisation to approve you. If you do not know who that is, write to us.
staff-waiting-told = We send you a message as soon as you are approved. Then sign in again.

staff-security-title = How you sign in
staff-authenticator-title = Authenticator app
staff-authenticator-set = You have set one up. It shows a new code every 30 seconds.
staff-authenticator-none = You have not set one up.
staff-authenticator-what = Any app that makes codes will do, on your telephone or computer. Many password managers make them, too.
staff-authenticator-begin = Set up an authenticator app
staff-authenticator-other = Set up another app in its place
staff-authenticator-again = Begin again with another key
staff-authenticator-scan = Add Healthpost to your app: scan this picture, or type the key below it.
staff-authenticator-picture = QR code with the key that stands below
staff-authenticator-key = Key
staff-authenticator-then = Then enter the code that the app shows within { $minutes } minutes, so that we know it works. After that, begin again with another key.
staff-authenticator-confirm = Finish
staff-authenticator-remove = Remove the authenticator app
staff-authenticator-remove-title = Do you want to remove your authenticator app?
staff-authenticator-remove-body = Its codes do not work any more then. You sign in with a passkey from then on.
staff-authenticator-keep = Keep it
staff-recovery-title = Recovery codes
staff-recovery-body = With one of them you get in when you do not have your app or passkey. Each works once.
staff-recovery-left = { $codes ->
    [0] You have none left.
    [one] You have 1 left.
   *[other] You have { $codes } left.
}
staff-recovery-renew = Make new recovery codes
staff-recovery-renew-title = Do you want new recovery codes?
staff-recovery-renew-body = The ones that you have do not work any more then.
staff-recovery-keep = Keep the ones I have
staff-recovery-shown-title = Write these recovery codes down now
staff-recovery-shown-body = We show them only once, on this page. Keep them where you keep passwords, and not on the device with your app.
staff-recovery-shown-on = Go on to your work
staff-password-title = Password
staff-password-change = Change your password

staff-people-title = People
staff-people-invite = Invite somebody
staff-people-search = Name or email address
staff-people-state = State
staff-people-role = Role
staff-people-organisation = Organisation
staff-people-any = Any
staff-people-sort = Sort by
staff-people-sort-name = Name
staff-people-sort-seen = Last seen
staff-people-sort-state = State
staff-people-find = Search
staff-people-clear = Clear the search
staff-people-found = { $people ->
    [0] Nobody found
    [one] 1 person
   *[other] { $people } people
}
staff-people-caption = People who work here, and those who wait for approval
staff-people-none = Nobody fits this search. Change it, or clear it.
staff-people-name = Name
staff-people-email = Email address
staff-people-roles = Roles
staff-people-seen = Last seen
staff-people-never = Never
staff-people-pages = Pages of people
staff-people-previous = Previous page
staff-people-next = Next page
staff-people-page-title = { $title } (page { $page } of { $pages })
staff-state-active = Active
staff-state-suspended = Suspended
staff-state-pending = Waiting for approval

staff-invitations-title = Open invitations
staff-invitations-caption = People who were invited and have not accepted yet
staff-invitations-none = Nobody is invited at the moment.
staff-invitations-until = Holds until
staff-invitations-ended = Ended on { $day }
staff-invitations-acts = What you can do
staff-invitations-resend = Send again
staff-invitations-cancel = Cancel
staff-cancel-title = Do you want to cancel this invitation?
staff-cancel-body = The link that { $email } was sent does not work any more then.
staff-cancel-button = Cancel the invitation
staff-cancel-keep = Keep it

staff-invite-title = Invite somebody
staff-invite-lead = We send them a link. It works once, for { $days } days.
staff-invite-button = Send the invitation

staff-member-title = Somebody who works here
staff-member-sign-in = Signs in with
staff-member-by-provider = Their organisation’s sign-in
staff-member-by-password = A password and a second step
staff-member-unfinished = Nothing yet: no second step is set up
staff-member-change = Change what they may do
staff-member-approve = Approve
staff-member-suspend = Suspend
staff-member-reactivate = Let them in again
staff-member-reset = Reset how they sign in
staff-member-acts = What you can do
staff-member-yourself = This is you. Somebody else has to change what you may do.
staff-roles-change-page = Change what somebody may do
staff-roles-change-title = What may { $name } do?
staff-roles-change-lead = It holds from the next page that they open. We send them a message.
staff-roles-change-button = Save
staff-approve-page = Approve somebody
staff-approve-title = Approve { $name }
staff-approve-lead = Give them at least one role. They can use it as soon as they sign in, and we send them a message.
staff-approve-button = Approve
staff-approve-suggested = We suggest { $organisation }, because of the email address. It is only a suggestion: check that they work there.
staff-approve-unknown = The email address says nothing about where they work. Ask them.
staff-suspend-page = Suspend somebody
staff-suspend-title = Do you want to suspend { $name }?
staff-suspend-body = They are signed out everywhere at once, and cannot sign in until somebody lets them in again. What they did stays. We send them a message.
staff-suspend-button = Suspend
staff-reactivate-page = Let somebody in again
staff-reactivate-title = Do you want to let { $name } in again?
staff-reactivate-body = They can sign in again, with the roles that they had. We send them a message.
staff-reactivate-button = Let them in again
staff-reset-page = Reset how somebody signs in
staff-reset-title = Do you want to reset how { $name } signs in?
staff-reset-body = For people who lost their app, passkey and recovery codes. Their password and second step are deleted, they are signed out everywhere, and we send them a new invitation. Make sure first that it is really they who ask.
staff-reset-button = Reset and send an invitation
staff-act-keep = Change nothing

error-staff-signed-out-title = You have been signed out
error-staff-signed-out-body = You did nothing for 30 minutes, were signed in for 12 hours, or somebody changed what you may do. Nothing was saved.
error-staff-signed-out-again = What you sent is still on this page. Sign in again, come back to this page, and use the button to send it again.
error-staff-sign-in = Sign in as staff (opens in a new tab)
error-not-theirs-title = This is not yours to do
error-not-theirs-body = Your role does not include it. If you need it for your work, ask the administrator of your organisation.
error-not-theirs-work = Go to your work
error-invitation-title = This invitation does not work
error-invitation-body = It was accepted or cancelled, is older than 14 days, or the link was not copied whole. Ask whoever invited you for another one.
error-invitation-sign-in = Sign in as staff

done-authenticator-set = Your authenticator app is set up
done-authenticator-removed = Your authenticator app was removed
done-recovery-renewed = You have new recovery codes
done-staff-invited = The invitation is on its way
done-invitation-cancelled = The invitation was cancelled
done-staff-approved = They are approved
done-roles-changed = What they may do was changed
done-staff-suspended = They are suspended
done-staff-reactivated = They can sign in again
done-factors-reset = How they sign in was reset, and an invitation is on its way

staff_code = Code
    .hint = 6 numbers from your app, or a recovery code of 10 letters and numbers
    .missing = Enter the code
    .malformed = Enter the 6 numbers that your app shows, or a recovery code of 10 letters and numbers
    .wrong = This code is not right, or was used already. Wait for the next one that your app shows, or enter another recovery code
staff-code-hint-app = The 6 numbers that your app shows now
catalogue_role = Role in the catalogue
    .publisher = Publisher
    .fulfiller = Fulfiller
    .admin = Administrator
    .malformed = Choose a role from the list
    .none = Choose at least one role
    .not-yours = You cannot give or take roles in the catalogue
registry_role = Role in the registry
    .viewer = Viewer
    .verifier = Verifier
    .coordinator = Coordinator
    .admin = Administrator
    .privacy_officer = Privacy officer
    .missing = Choose a role in the registry, or no organisation
    .malformed = Choose a role from the list
    .not-yours = You cannot give or take roles in the registry
    .ministry-only = Only administrators of the Ministry of Health give and take this role
registry_organisation = Organisation
    .hint = Whose registrations they work with. Only with a role in the registry
    .missing = Choose the organisation that they work for
    .malformed = Choose an organisation from the list
    .ministry-only = Privacy officers work for the Ministry of Health. Choose it, or another role
    .not-yours = You cannot give or take roles in this organisation
staff-none = None
staff-role-cannot-catalogue = Only administrators of the catalogue give and take roles there.
staff-role-cannot-registry = Only administrators of the registry give and take roles there.

staff-end-label = How long you stay signed in
staff-end-idle = { $minutes ->
    [one] You will be signed out within 1 minute, because you did nothing here for a while.
   *[other] You will be signed out within { $minutes } minutes, because you did nothing here for a while.
}
staff-end-whole = { $minutes ->
    [one] You will be signed out within 1 minute, because nobody stays signed in for more than { $hours } hours. What you send afterwards is kept until you have signed in again.
   *[other] You will be signed out within { $minutes } minutes, because nobody stays signed in for more than { $hours } hours. What you send afterwards is kept until you have signed in again.
}
staff-end-stay = Stay signed in
staff-end-stays = You stay signed in.
staff-end-ended = You have been signed out as staff. What you typed is still here. Send it, and sign in when you are asked to.
staff-end-limits = You are signed out after { $minutes } minutes in which you do nothing, and { $hours } hours after you signed in.
