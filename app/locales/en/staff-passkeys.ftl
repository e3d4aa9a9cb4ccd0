# Passkeys of staff: setting them up, and using them in the place of a code. Words of their questions as well.
staff-passkeys-title = Passkeys
staff-passkeys-body = A passkey lies on your device or in your password manager, and opens like the device: with a finger, your face or a PIN. It stands in for a code.
staff-passkeys-none = You have not set one up.
staff-passkeys-added = Added on { $day }
staff-passkeys-used = Last used { $moment }
staff-passkeys-unused = Not used yet
staff-passkeys-add = Add a passkey
staff-passkeys-remove = Remove
staff-passkeys-remove-body = You cannot sign in with it any more then. On your device it stays until you delete it there.
staff-passkeys-remove-button = Remove this passkey

staff-passkey-or = Or use a passkey
staff-passkey-use = Use a passkey
staff-passkey-title = Use your passkey
staff-passkey-lead = Your browser asks you to open it, as you open your device.
staff-passkey-confirm-title = Prove with your passkey that it is you
staff-passkey-begin-lead = Press the button, and do what your browser asks you to. You have { $minutes } minutes.
staff-passkey-code = Enter a code instead
staff-passkey-add-title = Add a passkey
staff-passkey-add-lead = Give the passkey a name by which you will know it. Then your browser asks where it is to lie.
staff-passkey-add-button = Make the passkey
staff-passkey-again = Try again
staff-passkey-without = Passkeys need JavaScript, which does not run in this browser. Enter a code instead.
staff-passkey-add-without = Passkeys need JavaScript, which does not run in this browser. Set up an authenticator app instead.
staff-passkey-working = Do what your browser asks you to.
staff-passkey-cancelled = No passkey was used: you stopped, or it took too long. You can try again.
staff-passkey-add-cancelled = No passkey was made: you stopped, or it took too long. You can try again.
staff-passkey-known = There is a passkey for your account on this device already.
staff-passkey-failed = Your browser could not do that. Try again, or take another way.
staff-passkey-unsupported = This browser knows no passkeys. Enter a code instead.
staff-passkey-add-unsupported = This browser knows no passkeys. Set up an authenticator app instead.

passkey_name = Name of the passkey
    .hint = For example what it lies on, like “Work laptop”
    .missing = Enter a name for the passkey

any-passkey-refused = This passkey was not accepted. Try again, or take another way
any-passkey-ended = That took too long, or was answered already. Try again
any-passkey-copied = This passkey may have been copied, so it was not accepted. Take another way, and remove the passkey
any-passkey-known = This passkey is set up already
any-passkey-too-many = You have { $max } passkeys. Remove one before you add another
any-passkey-last = This is your only second step. Set up another one before you remove it

done-passkey-added = Your passkey is set up
done-passkey-removed = The passkey was removed
