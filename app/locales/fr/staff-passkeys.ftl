# Clés d’accès du personnel : les configurer, et les utiliser à la place d’un code. Mots de leurs questions aussi.
staff-passkeys-title = Clés d’accès
staff-passkeys-body = Une clé d’accès se trouve sur votre appareil ou dans votre gestionnaire de mots de passe, et s’ouvre comme l’appareil : avec un doigt, votre visage ou un code PIN. Elle remplace un code.
staff-passkeys-none = Vous n’en avez pas configuré.
staff-passkeys-added = Ajoutée le { $day }
staff-passkeys-used = Dernière utilisation : { $moment }
staff-passkeys-unused = Pas encore utilisée
staff-passkeys-add = Ajouter une clé d’accès
staff-passkeys-remove = Supprimer
staff-passkeys-remove-body = Vous ne pourrez plus vous connecter avec elle. Elle reste sur votre appareil jusqu’à ce que vous l’y effaciez.
staff-passkeys-remove-button = Supprimer cette clé d’accès

staff-passkey-or = Ou utilisez une clé d’accès
staff-passkey-use = Utiliser une clé d’accès
staff-passkey-title = Utilisez votre clé d’accès
staff-passkey-lead = Votre navigateur vous demande de l’ouvrir, comme vous ouvrez votre appareil.
staff-passkey-confirm-title = Prouvez avec votre clé d’accès que c’est bien vous
staff-passkey-begin-lead = Appuyez sur le bouton, et faites ce que votre navigateur vous demande. Vous avez { $minutes } minutes.
staff-passkey-code = Saisir un code à la place
staff-passkey-add-title = Ajouter une clé d’accès
staff-passkey-add-lead = Donnez à la clé d’accès un nom auquel vous la reconnaîtrez. Votre navigateur vous demande ensuite où elle doit se trouver.
staff-passkey-add-button = Créer la clé d’accès
staff-passkey-again = Réessayer
staff-passkey-without = Les clés d’accès ont besoin de JavaScript, qui ne fonctionne pas dans ce navigateur. Saisissez un code à la place.
staff-passkey-add-without = Les clés d’accès ont besoin de JavaScript, qui ne fonctionne pas dans ce navigateur. Configurez plutôt une application d’authentification.
staff-passkey-working = Faites ce que votre navigateur vous demande.
staff-passkey-cancelled = Aucune clé d’accès n’a été utilisée : vous avez arrêté, ou cela a pris trop de temps. Vous pouvez réessayer.
staff-passkey-add-cancelled = Aucune clé d’accès n’a été créée : vous avez arrêté, ou cela a pris trop de temps. Vous pouvez réessayer.
staff-passkey-known = Il y a déjà une clé d’accès pour votre compte sur cet appareil.
staff-passkey-failed = Votre navigateur n’a pas pu le faire. Réessayez, ou choisissez un autre moyen.
staff-passkey-unsupported = Ce navigateur ne connaît pas les clés d’accès. Saisissez un code à la place.
staff-passkey-add-unsupported = Ce navigateur ne connaît pas les clés d’accès. Configurez plutôt une application d’authentification.

passkey_name = Nom de la clé d’accès
    .hint = Par exemple ce sur quoi elle se trouve, comme « Ordinateur du bureau »
    .missing = Saisissez un nom pour la clé d’accès

any-passkey-refused = Cette clé d’accès n’a pas été acceptée. Réessayez, ou choisissez un autre moyen
any-passkey-ended = Cela a pris trop de temps, ou a déjà reçu une réponse. Réessayez
any-passkey-copied = Cette clé d’accès a peut-être été copiée, elle n’a donc pas été acceptée. Choisissez un autre moyen, et supprimez la clé d’accès
any-passkey-known = Cette clé d’accès est déjà configurée
any-passkey-too-many = Vous avez { $max } clés d’accès. Supprimez-en une avant d’en ajouter une autre
any-passkey-last = C’est votre seule deuxième étape. Configurez-en une autre avant de la supprimer

done-passkey-added = Votre clé d’accès est configurée
done-passkey-removed = La clé d’accès a été supprimée
