# Sending a registration: the last page's questions, and the messages that follow.
certification = Certification
    .missing = Confirm that you are the person named and that your answers are true and complete
    .malformed = Confirm that you are the person named and that your answers are true and complete
    .yes = I am the person named in this registration, and my answers are true and complete to the best of my knowledge
consents = What else do you agree to?
    .malformed = Choose from the list
    .campaigns = Send me news and exercises by email
    .sms = Send me call-outs and shift changes by text message
    .regulator_check = Check my registration with my college
    .publications = Let me see and order publications for clinicians only
any-human-check-missing = Wait for the check to finish, or ask for an email code
any-human-check-wrong = The check did not work. Try again, or ask for an email code
any-human-check-expired = The check ran out of time. Send your registration again

mail-registration-subject = Your registration { $number }
mail-registration-heading = We have your registration
mail-registration-hello = Thank you, { $name }, for registering.
mail-registration-hello-plain = Thank you for registering.
mail-registration-number = Confirmation number
mail-registration-number-use = Use it when you ask us something about your registration. It is not a password: nobody can see or change your answers with it.
mail-registration-confirm = Confirm your email address
mail-registration-confirm-why = Until you do, we cannot call on you.
mail-registration-confirm-link = Confirm this address
mail-registration-next = What happens next
mail-registration-next-body = If an emergency needs people with your skills, we match you with what is needed and contact you. You have no duty to accept.
mail-registration-manage = You can change your answers, withdraw, or download everything we hold about you at any time.
mail-registration-manage-link = See your registration
mail-registration-contact = Questions? Write to { $mailbox }.

mail-address-reminder-subject = Confirm your email address
mail-address-reminder-heading = Confirm your email address
mail-address-reminder-body = You registered to help in emergencies. We cannot call on you until you confirm this address.
mail-address-reminder-confirm-link = Confirm this address
mail-address-reminder-ignore = If you did not register, you can ignore this message. We do not ask again.

mail-registration-exists-subject = Your registration
mail-registration-exists-heading = Somebody registered again with this address
mail-registration-exists-body = Somebody, probably you, sent another registration with this email address.
mail-registration-exists-dates = The registration you have was made on { $made } and last changed on { $changed }.
mail-registration-exists-choices = Sign in with a code to choose: use the new answers, or keep the old ones. You can also ignore this message.
mail-registration-exists-link = Choose
mail-registration-exists-end = Without a choice, the new answers are deleted after 14 days and nothing changes.

mail-possible-duplicate-subject = Did you register twice?
mail-possible-duplicate-heading = Somebody registered with details like yours
mail-possible-duplicate-body = The other registration has another email address: { $other }.
mail-possible-duplicate-yours = If it was you, sign in to join the two.
mail-possible-duplicate-link = See your registration
mail-possible-duplicate-not-yours = If it was not you, nothing changes for you. You may report it.
mail-possible-duplicate-report = Report it
