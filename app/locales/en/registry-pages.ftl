# The provider registry: the pages around the questions of its wizard.
home-register = Would you help in an emergency?
home-register-body = Health workers can register to be deployed in wildfires, floods, pandemics and other emergencies.

reg-mailbox = Questions? Write to

reg-start-title = Register as an emergency health provider
reg-start-before = It takes about { $minutes ->
    [one] a minute
   *[other] { $minutes } minutes
}. Have your registration number ready.
reg-start-now = Start now
reg-start-resume = Continue a saved registration
reg-start-go-on = Go on with your registration
reg-start-anew = Start a new registration
reg-start-anew-body = If you start a new registration, the answers you have given in this browser are lost, unless you saved them.
reg-start-help = Get help

reg-faq-title = Questions people ask
reg-faq-duty = Do I have to go when I am asked?
reg-faq-duty-answer = No. You decide each time. Saying no has no consequences.
reg-faq-choose = Can I choose where I would go?
reg-faq-choose-answer = Yes. You say whether you would go anywhere in British Columbia, or choose the places.
reg-faq-pay = Am I paid?
reg-faq-pay-answer = Pay, travel and lodging are agreed for each deployment, before you accept it.
reg-faq-student = Can I register as a student, or when I have retired?
reg-faq-student-answer = Yes. You say so in your registration, and whether you are registered with a college.
reg-faq-change = Can I change my answers, or leave?
reg-faq-change-answer = Yes, at any time. The message that confirms your registration says how.
reg-faq-access = Who sees my answers?
reg-faq-access-answer = Coordinators of the Ministry of Health, and of the health authorities whose places you chose. Each look at your registration is recorded.

reg-check-title = Check your answers
reg-check-print = You can print this page to keep a copy.
reg-check-problems = Before you can send your registration, these questions need an answer:
reg-check-consents = These are up to you. Refusing one changes nothing else, and you can change your mind at any time.
reg-check-send = Send registration
reg-extension = { $phone } ext. { $extension }

reg-human-title = Show that you are not a program
reg-human-without = The automatic check does not run in this browser. Ask for a code by email instead, before you go on.
reg-human-working = Checking. This takes a moment.
reg-human-solved = The check is done. You can send your registration.
reg-human-failed = The check did not work. Ask for a code by email instead.
reg-human-button = Send me an email code instead
reg-human-proved = You have shown that you read mail at your address. No other check is needed.

reg-done-title = Registration sent
reg-done-number = Your confirmation number
reg-done-use = Quote this number when you ask us something. It is a receipt, not a password: nobody can see or change your answers with it.
reg-done-email = We are sending a confirmation to { $email }.
reg-done-print = You can print this page, or save it as a PDF, to keep a copy.
reg-done-next = What happens next
reg-done-next-confirm = Follow the link in our message to confirm your email address. Until you do, we cannot call on you.
reg-done-next-match = If an emergency needs people with your skills, we contact you. You decide whether you go.
reg-done-next-change = You can change your answers or withdraw at any time.

reg-save-title = Save and come back later
reg-save-lead = Your answers are kept for 30 days, the unfinished ones too. We email you a link, with which you can go on in any browser.
reg-save-button = Save my answers
reg-saved-title = Your answers are saved
reg-saved-lead = If { $email } is right, we have emailed you.
reg-saved-body = The message has a link that brings you back. You can close this page now.
reg-saved-held = We have already emailed { $email } several times this hour, so we did not email again.
reg-saved-held-body = The link in our last message brings you back. You can close this page now.
reg-saved-go-on = Go on answering

reg-resume-title = Continue a saved registration
reg-resume-lead = We email you a code, with which you can go on.
reg-resume-button = Send me a code
reg-code-lead = Enter the code that we emailed you. It works for 30 minutes.
reg-resume-link-title = Continue your registration
reg-resume-link-body = To be sure that it is you, we email you a code. Enter it on the next page.
reg-resume-link-button = Send me a code

reg-discard-title = Delete your answers
reg-discard-body = The answers of your unfinished registration are deleted at once. This cannot be undone.
reg-discard-button = Delete my answers
reg-discarded-title = Your answers are deleted
reg-discarded-body = Nothing of your unfinished registration is kept. You can start again at any time.

reg-confirm-title = Confirm your email address
reg-confirm-body = Confirm that this is your address, so that we can call on you in an emergency.
reg-confirm-button = Confirm my address
reg-confirmed-title = Your email address is confirmed
reg-confirmed-body = Thank you. We can call on you now.

reg-which-title = Which answers do you want to keep?
reg-which-lead = Two registrations were saved for your address. Choose one to go on with. The other one is deleted.
reg-which-earlier = The earlier answers
reg-which-newer = The newer answers
reg-which-changed = Last changed on { $moment }
reg-which-answered = { $answered ->
    [one] { $answered } question answered
   *[other] { $answered } questions answered
}
reg-which-keep-earlier = Keep the earlier answers
reg-which-keep-newer = Keep the newer answers

reg-changed-title = Your answers were changed in another window
reg-changed-lead = You answered the same questions in two windows. Choose which answers hold.
reg-changed-typed = What you typed here
reg-changed-stored = The stored answers
reg-changed-keep-typed = Use what I typed here
reg-changed-keep-stored = Keep the stored answers
