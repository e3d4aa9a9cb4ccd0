# What is one's own in an account: ordering again, lists, another address, own data, closing. Words of their questions, and
# what is written about them.
order-again = Commander à nouveau
order-again-title = Commander à nouveau { $number }
order-again-body = Voici ce que vous pouvez avoir de cette commande maintenant. Modifiez les quantités dans votre panier, avant de commander.
order-again-not = Retour à la commande
order-event-reordered = Commandé à nouveau
refill-all = Tout peut être mis dans votre panier.
refill-swapped = { $swapped ->
    [one] { $swapped } article sur { $lines } a une édition plus récente : remplacé.
   *[other] { $swapped } articles sur { $lines } ont une édition plus récente : remplacés.
}
refill-changed = { $lines ->
    [one] { $lines } article avec un autre nombre d’exemplaires.
   *[other] { $lines } articles avec un autre nombre d’exemplaires.
}
refill-left = { $lines ->
    [one] { $lines } article n’est pas disponible : laissé de côté.
   *[other] { $lines } articles ne sont pas disponibles : laissés de côté.
}
refill-newer = Édition plus récente
refill-replaces = À la place de { $codes }
refill-part = { $copies } dans votre panier
refill-left-out = Laissé de côté
refill-button = Mettre dans mon panier
any-refill-not-live = Ceci n’est plus disponible
any-refill-restricted = Seuls certains groupes peuvent l’obtenir
any-refill-opens-later = Vous pouvez le commander à partir du { $date }
any-refill-closed = Les commandes sont closes depuis le { $date }
any-refill-out-of-stock = Ceci est en rupture de stock
done-refilled = Tout est dans votre panier
done-refilled-in-part = Ce que vous pouvez avoir est dans votre panier. Une partie n’est pas disponible maintenant

basket-save-list = Enregistrer comme liste
lists-title = Vos listes
lists-lead = Gardez sous un nom ce que vous commandez souvent, et mettez tout dans votre panier en une fois. Vous pouvez avoir { $max } listes.
lists-none = Vous n’avez pas encore de liste.
lists-save-title = Enregistrer votre panier comme liste
lists-save-body = { $lines ->
    [0] Votre panier est vide : la liste commence vide, elle aussi.
    [one] Votre panier contient { $lines } article.
   *[other] Votre panier contient { $lines } articles.
}
lists-save-button = Enregistrer la liste
saved-list-title = Une liste
list-empty = Il n’y a encore rien sur cette liste.
list-is-shared = Partagée
list-add-title = Ajouter quelque chose
list-add-button = Ajouter à la liste
list-rename-title = Changer son nom
list-delete = Supprimer cette liste
list-sharing-title = La partager
list-share-body = Quiconque a le lien lit cette liste et peut la mettre dans un panier. Personne d’autre ne peut la modifier, et elle ne dit pas votre nom.
list-share = Créer un lien
list-shared-body = Quiconque a ce lien lit la liste :
list-stop-sharing = Ne plus partager
list-shared-lead = Quelqu’un a partagé cette liste avec vous. Vous pouvez tout mettre dans votre panier.
error-list-link-title = Ce lien vers une liste n’est plus valable
error-list-link-body = La personne qui a partagé la liste a retiré le lien, ou le lien n’a pas été copié en entier. Demandez-lui un nouveau lien.
list_name = Nom de la liste
    .hint = Par exemple, ce que vous commandez chaque hiver. Quiconque reçoit son lien lit le nom
    .missing = Saisissez un nom pour la liste
any-lists-full = Vous pouvez avoir { $max } listes. Supprimez-en une d’abord
any-list-full = Une liste peut contenir { $max } articles différents. Retirez-en un d’abord
any-list-renamed = La liste a reçu un autre nom entre-temps : il figure en haut. Pour le changer, enregistrez encore une fois
done-list-saved = Votre liste est enregistrée
done-list-deleted = Votre liste est supprimée
done-list-shared = Votre liste a maintenant un lien
done-list-unshared = Le lien vers votre liste n’ouvre plus rien

account-email-title = Changer votre adresse e-mail
account-email-lead = C’est { $email } maintenant. Elle le reste jusqu’à ce que vous ayez suivi deux liens : l’un que nous envoyons à la nouvelle adresse, l’autre à celle-ci.
account-email-lost = Si vous ne pouvez plus y lire de messages, c’est à nous de la changer.
account-email-lost-link = Nous écrire
account-email-confirm-body = Appuyez sur le bouton pour utiliser { $email } pour votre compte. L’adresse change dès que votre adresse actuelle l’a aussi confirmé, et vous êtes alors déconnecté partout ailleurs.
account-email-confirm-button = Utiliser cette adresse
account-email-old-body = Une personne connectée à votre compte veut qu’il utilise { $email } à la place de cette adresse. Appuyez sur le bouton si c’était vous. Sinon, choisissez un autre mot de passe et déconnectez-vous partout.
account-email-old-button = Autoriser le changement
account-email-awaited-title = Encore un lien
account-email-awaited-old = { $email } est confirmée. Suivez aussi le lien dans notre message à { $old } : d’ici là, votre compte garde cette adresse.
account-email-awaited-new = Vous avez autorisé le changement. Suivez aussi le lien dans notre message à { $email } : d’ici là, votre compte garde l’adresse qu’il a.
done-email-asked = Nous avons aussi écrit à votre adresse actuelle. Suivez les liens des deux messages
account_new_email = Nouvelle adresse e-mail
    .hint = Nous y envoyons un lien, et un autre à votre adresse actuelle. Ouvrez les deux dans ce navigateur, où vous êtes connecté
    .missing = Saisissez une adresse e-mail
    .malformed = Saisissez une adresse e-mail au bon format, par exemple nom@example.com
any-email-is-yours = C’est déjà votre adresse e-mail. Saisissez-en une autre

account-data-title = Vos données
account-data-lead = Tout ce que nous conservons sur vous et votre compte.
account-data-json = Tout télécharger (JSON)
account-data-created = Compte créé
account-data-changed = Dernière modification
account-data-confirmed = Adresse e-mail confirmée
account-data-signed-in = Dernière connexion
account-data-checkout = Commande en cours
account-data-asked = Ce que vous avez demandé
account-data-waiting = Vous serez prévenu du retour en stock, jusqu’au { $moment }
account-data-written = Messages
account-data-letter = Nous vous avons écrit
account-data-roles = Ce que vous pouvez faire ici
account-data-second-step = Votre deuxième étape
account-data-authenticator = Application d’authentification, depuis le { $moment }
account-data-passkey = Clé d’accès { $name }, depuis le { $moment }
account-data-recovery = Codes de secours restants : { $codes }
account-data-provider = Connexion par un autre service
account-data-as-guest = Commandé sans connexion
account-data-sent = Envoyés : { $copies }
account-data-cancelled = Annulés : { $copies }
account-data-version = Jusqu’au { $moment } :
account-data-needed = Nécessaire pour le { $day }
account-data-granted = Accordés : { $granted }. Utilisés : { $used }
account-data-invitations = Invitations à travailler ici
account-data-invited = { $moment }, jusqu’au { $until }
account-data-limits = Vos propres limites
account-data-limit-of-all = Tout
account-data-journal = Journal
account-data-journal-entries = Entrées à votre sujet : { $entries }. Elles figurent dans le téléchargement
account-data-registration = Si vous êtes au registre des professionnels, votre inscription a ses propres données.
account-registration-link = Aller à votre inscription

close-title = Fermer votre compte
close-lead = C’est définitif. Vous pouvez commander sans compte, et en créer un autre à tout moment.
close-gone = Votre nom, votre adresse, votre mot de passe, vos listes et votre panier sont supprimés aussitôt, et vous êtes déconnecté partout.
close-orders = Les commandes restent, sans votre nom, votre adresse e-mail, votre numéro de téléphone et votre rue ; de même celles que vous avez passées avec votre adresse e-mail sans vous connecter. Celles qui sont en route les gardent jusqu’à leur arrivée, pendant { $days } jours au plus.
close-mailbox = Ce que vous avez écrit à notre assistance reste dans sa boîte jusqu’à la réponse.
close-registration = Si vous êtes au registre des professionnels, votre inscription reste. Vous pouvez la retirer ou la supprimer séparément.
close-data = Voir et télécharger d’abord vos données
close-button = Fermer mon compte
close_confirmation = Pour le fermer, saisissez l’adresse e-mail de votre compte
    .missing = Saisissez l’adresse e-mail de votre compte
    .malformed = Saisissez une adresse e-mail au bon format, par exemple nom@example.com
any-close-other-email = Ce n’est pas l’adresse e-mail de ce compte. Saisissez celle-là pour le fermer
closed-title = Votre compte est fermé
closed-body = Nous avons envoyé un dernier message qui le confirme. Merci d’avoir utilisé Healthpost.

mail-account-new-email-subject = Confirmez votre nouvelle adresse e-mail
mail-account-new-email-heading = Est-ce votre nouvelle adresse e-mail ?
mail-account-new-email-body = Quelqu’un veut utiliser cette adresse pour son compte Healthpost. Ouvrez le lien dans le navigateur où vous êtes connecté.
mail-account-new-email-link = Utiliser cette adresse
mail-account-new-email-ignore = Si ce n’était pas vous, ne faites rien : le compte garde l’adresse qu’il a.
mail-account-old-email-subject = Votre compte Healthpost doit-il avoir une autre adresse e-mail ?
mail-account-old-email-heading = Voulez-vous une autre adresse e-mail ?
mail-account-old-email-body = Une personne connectée à votre compte Healthpost a demandé qu’il utilise une autre adresse e-mail. Si c’était vous, ouvrez le lien dans le navigateur où vous êtes connecté. La nouvelle adresse doit aussi le confirmer.
mail-account-old-email-link = Autoriser le changement
mail-account-old-email-ignore = Si ce n’était pas vous, ne suivez pas le lien : le compte garde cette adresse. Choisissez un autre mot de passe et déconnectez-vous partout.
mail-account-email-taken-subject = Votre compte Healthpost a cette adresse
mail-account-email-taken-heading = Cette adresse a déjà un compte
mail-account-email-taken-body = Quelqu’un voulait utiliser cette adresse pour un autre compte Healthpost. Elle reste à celui qui l’a. Vous pouvez vous y connecter.
mail-account-email-taken-link = Se connecter
mail-account-email-taken-ignore = Si ce n’était pas vous, ignorez ce message : rien n’a été modifié.
mail-account-email-changed-subject = Votre compte Healthpost a une autre adresse e-mail
mail-account-email-changed-heading = Votre adresse e-mail a été modifiée
mail-account-email-changed-body = Votre compte Healthpost a maintenant une autre adresse e-mail, qui a été confirmée. Nous n’écrivons plus à celle-ci.
mail-account-email-changed-elsewhere = Partout ailleurs où vous étiez connecté, vous avez été déconnecté.
mail-account-email-changed-not-you = Si ce n’était pas vous, dites-le-nous aussitôt.
mail-account-email-changed-link = Nous écrire
mail-account-closed-subject = Votre compte Healthpost est fermé
mail-account-closed-heading = Votre compte est fermé
mail-account-closed-body = Votre compte Healthpost a été fermé. Votre nom, votre adresse, votre mot de passe, vos listes et votre panier sont supprimés, et vous êtes déconnecté partout.
mail-account-closed-open = { $orders ->
    [one] { $orders } commande est en route. Elle garde votre nom et votre adresse jusqu’à son arrivée, pendant { $days } jours au plus.
   *[other] { $orders } commandes sont en route. Elles gardent votre nom et votre adresse jusqu’à leur arrivée, pendant { $days } jours au plus.
}
mail-account-closed-again = Vous pouvez créer un autre compte à tout moment. C’est le dernier message au sujet de celui-ci.
