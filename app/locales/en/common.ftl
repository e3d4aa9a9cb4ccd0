# What stands on every page.
service-name = Healthpost
title = { $page } – Healthpost
title-error = Error: { $title }
skip-link = Skip to main content
language-label = Language
nav-label = Main
nav-publications = Publications
nav-track = Track an order
nav-basket = { $lines ->
    [0] Basket
    [one] Basket ({ $lines } item)
   *[other] Basket ({ $lines } items)
}
footer-label = About this service
footer-free = Everything here is free of charge, postage included.
footer-open-source = Healthpost is open-source software.
back = Back
change = Change
continue = Continue
success = Success
important = Important
yes = Yes
not-provided = Not provided

# Pages for what cannot be shown.
error-404-title = Page not found
error-404-body = If you typed the address, check that it is correct. If you pasted it, check that you copied all of it.
error-410-title = This link has ended
error-410-body = It was used already, is too old, or was not copied whole. You can ask for a new one on the page of the publication.
error-link-expired-title = This link has ended
error-link-expired-body = Links to files work for an hour. Go back to the publication: there you find a new one.
error-withdrawn-title = This publication was withdrawn
error-withdrawn-body = It is no longer in use. Look for a newer one in the catalogue.
error-400-title = We could not read what was sent
error-400-body = Go back, and send the form again.
error-403-title = You cannot do this from here
error-403-body = For your safety, forms only work on this website itself. Go back to the page and send the form again.
error-405-title = This page does not work that way
error-405-body = Go to the home page and start again from there.
error-413-title = That was too much
error-413-body = The form held more than we can take. Go back, shorten your answers and send it again.
error-415-title = We could not read what was sent
error-415-body = Go back, and send the form again.
error-429-title = You have tried too often
error-429-body = Wait a few minutes, and try again.
error-429-minutes = { $count ->
    [one] Try again in 1 minute.
   *[other] Try again in { $count } minutes.
}
error-429-hours = { $count ->
    [one] Try again in 1 hour.
   *[other] Try again in { $count } hours.
}
error-429-again = What you sent is still on this page. Come back to it then, and use the button to send it again.
error-500-title = Sorry, there is a problem with the service
error-500-body = Try again later. What you had put into your basket is still there.
error-503-title = Sorry, the service is not available just now
error-503-body = Try again in a few minutes. What you had put into your basket is still there.
error-registry-500-body = Try again later. The answers you gave before are still there.
error-registry-503-body = Try again in a few minutes. The answers you gave before are still there.
error-again-body = Nothing is lost: what you sent is still on this page. Wait a moment, then use the button to send it again.
error-again-button = Send it again
error-registry-link-title = This link does not work
error-registry-link-body = It was used already, is too old, or was not copied whole. To continue a saved registration, ask for a code. To look after one that you sent, sign in.
error-signed-out-title = You have been signed out
error-signed-out-body = You did nothing for 30 minutes, or were signed in for 8 hours. Nothing was saved.
error-signed-out-sign-in = Sign in again (opens in a new tab)
error-signed-out-again = What you sent is still on this page. Sign in again, come back to this page, and use the button to send it again.
error-draft-closed-title = Your answers are not open here any more
error-draft-closed-body = They were opened in another browser or tab, were sent, or were not changed for 12 hours. What you sent now was not saved.
error-draft-closed-resume = Continue a saved registration (opens in a new tab)
error-draft-closed-start = Go to the start of registering (opens in a new tab)
error-draft-closed-again = What you sent is still on this page. Continue your saved registration or start a new one, come back to this page, and use the button to send it again.
error-zip-nothing-title = No file fits this choice
error-zip-nothing-body = This publication has no files to download that fit everything you chose. Go back and choose fewer conditions, or none for all files.
error-zip-too-much-title = That is too much for one zip file
error-zip-too-much-body = The files you chose are too many or too large to be sent together. Go back and choose fewer languages, formats or kinds of file.
error-zip-busy-title = Too many people are downloading zip files just now
error-zip-busy-body = Try again in a minute, or go back and download the files one by one.
error-zip-yours-title = You are downloading two zip files already
error-zip-yours-body = Wait until one of them is there, then try again. Others who share your internet connection count as well. Or go back and download the files one by one.
error-reference = If you contact us, quote this reference: { $id }
error-home = Go to the home page
error-search = Search all publications
error-back = Go back to the publication

# Days and moments.
date = { $day } { $month } { $year }
moment = { $day } { $month } { $time }
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# What people tell us, and pages about the service.
notice-label = Notice
contact-us-title = Contact us
contact-us-lead = Write to the support desk. We usually answer within 2 working days. For an order, give its number.
contact-us-button = Send message
contact-us-sent-title = Message sent
contact-us-sent-body = We answer by email.
feedback-title = Give feedback
feedback-lead = All questions are optional. We do not ask who you are, so we cannot answer: to get an answer, contact us instead.
feedback-button = Send feedback
feedback-sent-title = Thank you
feedback-sent-body = Your feedback helps us to make this service better.
content-about = About this service
content-accessibility = Accessibility statement
content-privacy = Privacy
content-cookies = Cookies
