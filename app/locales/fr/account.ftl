# Comptes : les créer, s’y connecter, et ce qui est à soi. Les mots des questions sont dans forms.ftl.
nav-sign-in = Se connecter
nav-account = Votre compte
nav-sign-out = Se déconnecter

account-sign-up-title = Créer un compte
account-sign-up-lead = Avec un compte, vous voyez toutes vos commandes au même endroit et commandez sans attendre de code. Vous pouvez aussi commander sans compte.
account-sign-up-button = Créer mon compte
account-sign-up-have = Vous avez un compte ?
account-sign-in-title = Se connecter à votre compte
account-by-link-title = Avec un lien par e-mail
account-by-link-body = Vous n’avez pas besoin de mot de passe. Le lien fonctionne une fois, pendant 15 minutes.
account-by-link-button = Envoyez-moi un lien
account-by-password-title = Avec votre mot de passe
account-by-password-body = Si vous en avez choisi un dans votre compte.
account-sign-in-button = Se connecter
account-sign-in-other = Autres façons de se connecter
account-sign-in-forgotten = J’ai oublié mon mot de passe
account-sign-in-none = Pas encore de compte ?
account-forgotten-title = Choisir un nouveau mot de passe
account-forgotten-lead = Nous vous envoyons un lien qui permet d’en choisir un. Vous pouvez aussi vous connecter avec un lien et garder votre mot de passe tel qu’il est.
account-mailed-title = Consultez vos e-mails
account-mailed-body = Nous avons envoyé un message à l’adresse que vous avez saisie. Suivez le lien qu’il contient : il fonctionne une fois, pendant 15 minutes.
account-mailed-nothing = Si rien n’arrive, regardez parmi les messages indésirables, vérifiez que l’adresse est exacte, puis recommencez.
account-mailed-again = Demander un autre lien

account-link-title = Se connecter
account-link-body = Appuyez sur le bouton pour vous connecter à votre compte.
account-link-reset-body = Appuyez sur le bouton pour vous connecter et choisir un nouveau mot de passe.
account-confirm-title = Confirmer votre adresse e-mail
account-confirm-body = Appuyez sur le bouton pour confirmer que cette adresse est la vôtre. Votre compte est alors ouvert, et vous êtes connecté.
account-confirm-button = Ouvrir mon compte
account-password-save = Enregistrer mon mot de passe
account-signed-out-title = Vous êtes déconnecté
account-signed-out-body = Personne ne peut plus voir votre compte dans ce navigateur.
account-signed-out-again = Se reconnecter

account-title = Votre compte
account-orders-title = Vos commandes
account-orders-none = Vous n’avez encore rien commandé.
account-orders-all = Toutes vos commandes
account-orders-pages = Pages de commandes
account-order-items = { $lines ->
    [one] { $lines } article
   *[other] { $lines } articles
}
account-order-to = À { $address }
account-details-title = Vos informations
account-organisation = Organisation
account-establishment = Votre lieu de travail
account-password = Mot de passe
account-password-is-set = Vous en avez un
account-password-none = Aucun : vous vous connectez avec un lien

account-save = Enregistrer
account-later = Pas maintenant
account-name-title = Modifier votre nom
account-establishment-title = Où travaillez-vous ?
account-establishment-lead = Beaucoup d’organisations peuvent commander plus d’exemplaires à la fois. Vous pourrez modifier cette réponse plus tard.
account-telephone-title = Modifier votre numéro de téléphone
account-telephone-lead = Nous le remplissons quand vous commandez. Laissez le champ vide si vous ne voulez pas que nous en conservions un.
account-audience-title = À quel public appartenez-vous ?
account-audience-lead = Certaines publications ont une limite pour un public. Vous pourrez modifier cette réponse plus tard.
account-alerts-title = Ce que vous attendez
account-alerts-lead = Nous vous écrivons une fois, quand vous pouvez de nouveau commander. Cessez d’attendre ce dont vous n’avez plus besoin.
account-alerts-none = Vous n’attendez rien. Quand une publication est en rupture de stock, sa page propose de vous prévenir.
account-alert-since = Depuis le { $day }
account-alert-until = Jusqu’au { $day } au plus tard
account-alert-confirmed = Vous serez prévenu
account-alert-unconfirmed = Non confirmé : suivez le lien que nous vous avons envoyé par e-mail
account-alert-end = Ne plus attendre
account-password-title = Votre mot de passe
account-password-set-lead = Vous vous connectez avec un lien par e-mail. Si vous voulez aussi un mot de passe, choisissez-en un.
account-password-again-lead = Il remplace celui que vous aviez. Vous êtes déconnecté partout ailleurs.
account-password-change-title = Le modifier
account-password-change-lead = Vous êtes déconnecté partout ailleurs.
account-password-remove-title = Vous en passer
account-password-remove-lead = Vous vous connectez avec des liens par e-mail, comme avant.
account-password-remove-button = Supprimer mon mot de passe

account-addresses-title = Vos adresses
account-addresses-lead = Vous choisissez parmi elles en passant commande. Les commandes déjà passées gardent l’adresse à laquelle elles ont été envoyées.
account-addresses-none = Vous n’avez pas encore enregistré d’adresse.
account-address-default = Choisie en premier
account-address-verified = Vérifiée
account-address-unverified = Non vérifiée
account-address-make-default = Choisir en premier désormais
account-address-remove = Supprimer
account-address-add-title = Ajouter une adresse
account-address-change-title = Modifier une adresse
account-address-find-title = La trouver par son code postal
account-address-find-button = Chercher les adresses
account-address-found-title = Adresses pour { $postcode }
account-address-nothing-found = Nous n’avons trouvé aucune adresse pour { $postcode }. Vérifiez le code postal et le bâtiment, ou saisissez l’adresse ci-dessous.
account-address-unavailable = Nous ne pouvons pas chercher { $postcode } pour le moment. Saisissez l’adresse ci-dessous : nous l’enregistrons sans la vérifier.
account-address-by-hand-title = Ou saisissez-la vous-même
account-address-save = Enregistrer l’adresse
account-address-use = Utiliser cette adresse
account-address-anyway = Enregistrer quand même
account-address-use-it = Utiliser celle que vous avez

account-devices-title = Où vous êtes connecté
account-devices-lead = Déconnectez-vous là où vous ne savez pas si c’était vous. Si vous avez un mot de passe, modifiez-le ensuite.
account-device = { $browser } sur { $system }
account-device-this = Ce navigateur
account-device-since = Connexion le { $moment }
account-device-seen = Dernière utilisation le { $moment }
account-device-end = Se déconnecter là-bas
account-everywhere-title = Partout à la fois
account-everywhere-body = Vous êtes déconnecté de ce navigateur aussi.
account-everywhere-button = Se déconnecter partout
account-browser-firefox = Firefox
account-browser-chrome = Chrome
account-browser-edge = Edge
account-browser-opera = Opera
account-browser-samsung = Samsung Internet
account-browser-safari = Safari
account-browser-other = Un autre navigateur
account-system-windows = Windows
account-system-macos = macOS
account-system-ios = iPhone ou iPad
account-system-android = Android
account-system-chromeos = ChromeOS
account-system-linux = Linux
account-system-other = un autre système

basket-merged-title = Votre panier précédent
basket-merged = { $lines ->
    [one] Nous avons ajouté { $lines } article de votre panier précédent.
   *[other] Nous avons ajouté { $lines } articles de votre panier précédent.
}
basket-merged-beyond = { $lines ->
    [one] { $lines } article n’a pas pu être ajouté, ou seulement en partie : votre panier n’a plus assez de place.
   *[other] { $lines } articles n’ont pas pu être ajoutés, ou seulement en partie : votre panier n’a plus assez de place.
}
basket-merged-undo = Annuler

done-password-set = Votre mot de passe est enregistré
done-password-removed = Votre mot de passe a été supprimé. Vous vous connectez maintenant avec des liens par e-mail
done-account-changed = Vos informations ont été modifiées
done-address-saved = L’adresse est enregistrée
done-address-removed = L’adresse a été supprimée
done-address-default = Cette adresse est désormais choisie en premier
done-address-known = La commande ira à cette adresse. Elle était déjà enregistrée dans votre compte
done-addresses-full = La commande ira à cette adresse. Elle n’a pas été enregistrée : votre compte n’a plus de place pour d’autres adresses
done-device-ended = Ce navigateur est déconnecté
done-alert-ended = Vous ne l’attendez plus
done-merge-undone = Les articles de votre panier précédent ont été retirés

error-account-signed-out-title = Vous avez été déconnecté
error-account-signed-out-body = Vous n’avez rien fait pendant 8 heures, vous étiez connecté depuis 12 heures, ou vous vous êtes déconnecté ailleurs. Rien n’a été enregistré.
error-account-signed-out-again = Ce que vous avez envoyé est encore sur cette page. Reconnectez-vous, revenez à cette page et utilisez le bouton pour l’envoyer à nouveau.
error-account-sign-in = Se reconnecter (ouvre un nouvel onglet)
error-account-link-title = Ce lien ne fonctionne pas
error-account-link-body = Il a déjà servi, il a plus de 15 minutes, ou il n’a pas été copié en entier. Demandez-en un autre.
error-account-link-again = Demander un autre lien
