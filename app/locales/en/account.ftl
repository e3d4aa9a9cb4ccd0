# Accounts: signing up and in, and what is one's own. The words of questions stand in forms.ftl.
nav-sign-in = Sign in
nav-account = Your account
nav-sign-out = Sign out

account-sign-up-title = Create an account
account-sign-up-lead = With an account you see all your orders in one place, and order without waiting for a code. You can order without one as well.
account-sign-up-button = Create my account
account-sign-up-have = Do you have an account?
account-sign-in-title = Sign in to your account
account-by-link-title = With a link by email
account-by-link-body = You need no password. The link works once, for 15 minutes.
account-by-link-button = Email me a link
account-by-password-title = With your password
account-by-password-body = If you have set one in your account.
account-sign-in-button = Sign in
account-sign-in-other = Other ways to sign in
account-sign-in-forgotten = I have forgotten my password
account-sign-in-none = No account yet?
account-forgotten-title = Choose a new password
account-forgotten-lead = We email you a link with which you choose one. You can also sign in with a link, and leave your password as it is.
account-mailed-title = Check your email
account-mailed-body = We have sent a message to the address that you entered. Follow the link in it: it works once, for 15 minutes.
account-mailed-nothing = If nothing comes, look among unwanted messages, check that the address is right, and ask again.
account-mailed-again = Ask for another link

account-link-title = Sign in
account-link-body = Press the button to sign in to your account.
account-link-reset-body = Press the button to sign in and choose a new password.
account-confirm-title = Confirm your email address
account-confirm-body = Press the button to confirm that this is your address. Your account is open then, and you are signed in.
account-confirm-button = Open my account
account-password-save = Save my password
account-signed-out-title = You have signed out
account-signed-out-body = Nobody can see your account in this browser now.
account-signed-out-again = Sign in again

account-title = Your account
account-orders-title = Your orders
account-orders-none = You have not ordered anything yet.
account-orders-all = All your orders
account-orders-pages = Pages of orders
account-order-items = { $lines ->
    [one] 1 item
   *[other] { $lines } items
}
account-order-to = To { $address }
account-details-title = Your details
account-organisation = Organisation
account-establishment = Where you work
account-password = Password
account-password-is-set = You have one
account-password-none = None: you sign in with a link

account-save = Save
account-later = Not now
account-name-title = Change your name
account-establishment-title = Where do you work?
account-establishment-lead = Many organisations can order more copies at a time. You can change this later.
account-telephone-title = Change your phone number
account-telephone-lead = We fill it in when you order. Leave it empty if you do not want us to keep one.
account-audience-title = Which audience do you belong to?
account-audience-lead = Some publications have a limit for one audience. You can change this later.
account-alerts-title = What you are waiting for
account-alerts-lead = We email you once, when you can order it again. Stop waiting for whatever you do not need any more.
account-alerts-none = You are not waiting for anything. Where a publication is out of stock, its page offers to tell you.
account-alert-since = Since { $day }
account-alert-until = Until { $day } at the latest
account-alert-confirmed = We will tell you
account-alert-unconfirmed = Not confirmed: follow the link that we emailed you
account-alert-end = Stop waiting
account-password-title = Your password
account-password-set-lead = You sign in with a link by email. If you would like a password as well, choose one.
account-password-again-lead = It takes the place of the one you had. You are signed out everywhere else.
account-password-change-title = Change it
account-password-change-lead = You are signed out everywhere else.
account-password-remove-title = Do without one
account-password-remove-lead = You sign in with links by email, as before.
account-password-remove-button = Remove my password

account-addresses-title = Your addresses
account-addresses-lead = At the checkout you choose among them. Orders that you placed keep the address they were sent to.
account-addresses-none = You have not saved an address yet.
account-address-default = Chosen first
account-address-verified = Checked
account-address-unverified = Not checked
account-address-make-default = Choose first from now on
account-address-remove = Remove
account-address-add-title = Add an address
account-address-change-title = Change an address
account-address-find-title = Find it by its postcode
account-address-find-button = Find addresses
account-address-found-title = Addresses in { $postcode }
account-address-nothing-found = We found no address for { $postcode }. Check the postcode and the building, or enter the address below.
account-address-unavailable = We cannot look up { $postcode } now. Enter the address below: we save it without checking it.
account-address-by-hand-title = Or enter it yourself
account-address-save = Save address
account-address-use = Use this address
account-address-anyway = Save anyway
account-address-use-it = Use the one you have

account-devices-title = Where you are signed in
account-devices-lead = Sign out wherever you do not know it was you. If you have a password, change it then.
account-device = { $browser } on { $system }
account-device-this = This browser
account-device-since = Signed in on { $moment }
account-device-seen = Last used on { $moment }
account-device-end = Sign out there
account-everywhere-title = Everywhere at once
account-everywhere-body = You are signed out in this browser, too.
account-everywhere-button = Sign out everywhere
account-browser-firefox = Firefox
account-browser-chrome = Chrome
account-browser-edge = Edge
account-browser-opera = Opera
account-browser-samsung = Samsung Internet
account-browser-safari = Safari
account-browser-other = Another browser
account-system-windows = Windows
account-system-macos = macOS
account-system-ios = iPhone or iPad
account-system-android = Android
account-system-chromeos = ChromeOS
account-system-linux = Linux
account-system-other = another system

basket-merged-title = Your earlier basket
basket-merged = { $lines ->
    [one] We added 1 item from your earlier basket.
   *[other] We added { $lines } items from your earlier basket.
}
basket-merged-beyond = { $lines ->
    [one] 1 item could not be added, or only in part: your basket has no more room for it.
   *[other] { $lines } items could not be added, or only in part: your basket has no more room for them.
}
basket-merged-undo = Undo

done-password-set = Your password is set
done-password-removed = Your password was removed. You sign in with links by email now
done-account-changed = Your details were changed
done-address-saved = The address is saved
done-address-removed = The address was removed
done-address-default = This address is chosen first from now on
done-address-known = The order goes there. This address was saved to your account before
done-addresses-full = The order goes there. The address was not saved: your account has no room for more addresses
done-device-ended = That browser is signed out
done-alert-ended = You are not waiting for it any more
done-merge-undone = The items from your earlier basket were taken out

error-account-signed-out-title = You have been signed out
error-account-signed-out-body = You did nothing for 8 hours, were signed in for 12 hours, or signed out elsewhere. Nothing was saved.
error-account-signed-out-again = What you sent is still on this page. Sign in, come back to this page, and use the button to send it again.
error-account-sign-in = Sign in (opens in a new tab)
error-account-link-title = This link does not work
error-account-link-body = It was used already, is older than 15 minutes, or was not copied whole. Ask for another one.
error-account-link-again = Ask for another link
