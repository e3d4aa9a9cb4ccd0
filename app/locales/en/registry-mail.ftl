# Messages of the provider registry. `…-subject` and `…-heading` stand on each.
mail-sign-in-code-subject = { $code } is your Healthpost code
mail-sign-in-code-heading = Your code
mail-sign-in-code-asked = Somebody asked the Healthpost provider registry for this code on { $at }.
mail-sign-in-code-for-resume = It opens the registration that you saved.
mail-sign-in-code-for-human_check = It lets you send your registration.
mail-sign-in-code-for-sign_in = It signs you in to your registration.
mail-sign-in-code-for-new_address = It makes this the email address of your registration.
mail-sign-in-code-for-erase = It erases everything we hold about you.
mail-sign-in-code-once = It works once, for 30 minutes.
mail-sign-in-code-link = Enter it here
mail-sign-in-code-ignore = If you did not ask for a code, you can ignore this message: nothing happens without it.

mail-draft-saved-subject = Your answers are saved
mail-draft-saved-heading = Come back to your registration
mail-draft-saved-kept = Your answers so far are kept until { $date }. Each time you change them, they are kept for 30 days more.
mail-draft-saved-return = To go on, follow the link and ask for a code. We will email you 6 numbers to enter.
mail-draft-saved-link = Continue my registration
mail-draft-saved-certify = Nothing is sent yet. Before you send it, you will have to confirm again that your answers are true.
mail-draft-saved-ignore = If it was not you, you can ignore this message: what was saved is deleted by itself.

mail-draft-exists-subject = Two registrations are saved for this address
mail-draft-exists-heading = Which answers do you want to keep?
mail-draft-exists-earlier = A registration that is not finished was already saved for this address. It was last changed on { $date }.
mail-draft-exists-choose = Follow the link and ask for a code. Once you have entered it, you choose which of the two to keep.
mail-draft-exists-link = Choose which to keep
mail-draft-exists-ignore = If it was not you, you can ignore this message: your earlier answers stay as they are.

mail-draft-reminder-subject = Your saved registration will be deleted soon
mail-draft-reminder-heading = Your registration is not finished
mail-draft-reminder-ends = Your answers will be deleted on { $date }, unless you go on before.
mail-draft-reminder-link = Finish my registration
mail-draft-reminder-discard = If you do not want to register, you can delete them now.
mail-draft-reminder-discard-link = Delete my answers

mail-no-draft-subject = No registration is saved for this address
mail-no-draft-heading = We found nothing to continue
mail-no-draft-body = Somebody asked to continue a registration that was saved for this address. None is: it may have been sent, or deleted because its time had passed.
mail-no-draft-other = If you used another address, try that one. Otherwise you can start again.
mail-no-draft-link = Register
mail-no-draft-ignore = If it was not you, you can ignore this message.
