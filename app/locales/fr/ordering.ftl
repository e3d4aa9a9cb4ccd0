# From basket to order.
basket-title = Votre panier
basket-empty = Votre panier est vide
basket-empty-body = Trouvez une publication à commander et ajoutez-la au panier.
basket-empty-link = Trouver des publications
basket-copies-of = Exemplaires de « { $title } »
basket-update = Mettre à jour
basket-remove = Retirer
basket-total = { $copies ->
    [one] { $copies } exemplaire en tout, gratuit
   *[other] { $copies } exemplaires en tout, gratuits
}
basket-changed = Panier modifié : { $total }
basket-packs = { $packs ->
    [one] { $packs } lot de { $pack }
   *[other] { $packs } lots de { $pack }
}
basket-more = Chercher d’autres publications
basket-use = { $copies ->
    [one] Passer à { $copies } exemplaire
   *[other] Passer à { $copies } exemplaires
}

delivery-title = Où devons-nous envoyer votre commande ?
delivery-lead = Nous livrons aux adresses situées au Royaume-Uni.
delivery-another = Une autre adresse
delivery-own = Choisir l’une de vos adresses
delivery-find = Trouver une adresse par son code postal
contact-title = Qui passe la commande ?
code-title = Consultez vos e-mails
code-lead = Nous avons envoyé un code à { $email }. Il est valable 30 minutes.
code-meant = Vouliez-vous dire { $email } ? Dans ce cas, utilisez une autre adresse e-mail.
code-change = Utiliser une autre adresse e-mail
code-again = Envoyer un nouveau code
check-title = Vérifiez vos réponses avant de passer votre commande
check-items = Ce que vous commandez
check-delivery = Adresse de livraison
check-contact = Contact
check-email = Adresse e-mail
check-name = Nom complet
check-phone = Numéro de téléphone
check-held = Les exemplaires en stock vous sont réservés jusqu’au { $moment }.
check-changed = Ce qui peut être commandé a changé depuis votre arrivée sur cette page. Vérifiez de nouveau les articles : ce que vous ne pouvez plus obtenir reste dans votre panier.
check-back-order = { $copies ->
    [one] { $copies } exemplaire suivra dès son impression
   *[other] { $copies } exemplaires suivront dès leur impression
}
place-order = Passer la commande
copies = { $copies ->
    [one] { $copies } exemplaire
   *[other] { $copies } exemplaires
}

order-placed-title = Commande passée
order-title = Commande { $number }
order-number = Votre numéro de commande
order-keep = Conservez ce numéro. Avec votre adresse e-mail, il vous permet de retrouver votre commande. Nous l’avons aussi envoyé à { $email }.
order-next = Et ensuite
order-next-body = Nous préparons votre commande et la remettons au transporteur. Elle arrive en général sous 5 jours ouvrés. Vous n’avez rien à payer.
order-next-waiting = Les exemplaires qui ne sont pas en stock suivront dès leur impression.
order-status = État
order-status-placed = Passée
order-status-accepted = Acceptée
order-status-picking = En préparation
order-status-part_shipped = Envoyée en partie
order-status-shipped = Envoyée
order-status-cancelled = Annulée
order-placed-on = Passée le
order-items = Articles
order-print = Pour en garder une copie, imprimez cette page ou enregistrez-la en PDF.
order-feedback = Qu’avez-vous pensé de ce service ?
track-title = Suivre une commande
track-lead = Saisissez le numéro et l’adresse e-mail de votre commande.
track-button = Trouver ma commande
track-link-title = Voir votre commande
track-link-body = Ce lien vous a été envoyé avec votre confirmation. Il est valable 90 jours.
track-link-button = Voir ma commande
track-link-expired-title = Ce lien a expiré
track-link-expired-body = Les liens de nos messages sont valables 90 jours. Pour voir votre commande maintenant, saisissez son numéro et votre adresse e-mail.

basket-swap = Remplacer par la version plus récente
basket-partial = { $lines ->
    [one] Continuer avec { $lines } article qui peut être commandé
   *[other] Continuer avec les { $lines } articles qui peuvent être commandés
}
check-staying = Ces articles restent dans votre panier
check-staying-figures = Limite : { $limit }, déjà commandés : { $counted }, demandés : { $requested }, restants : { $remaining }
order-change = Modifier les articles
order-change-title = Modifier votre commande
order-change-body = Vous pouvez la modifier tant que nous n’avons pas commencé à la préparer.
order-change-done = Terminé
order-add-title = Ajouter autre chose
order-add-body = Saisissez le code de ce que vous voulez ajouter. Il figure sur la page de chaque publication et sur les exemplaires imprimés.
order-add-button = Ajouter à cette commande
order-add-more = Chercher des publications
order-redirect = Modifier l’adresse
order-redirect-title = À quelle autre adresse devons-nous envoyer votre commande ?
order-redirect-save = Enregistrer l’adresse
order-cancel = Annuler la commande
order-cancel-title = Annuler la commande { $number } ?
order-cancel-body = Rien de cette commande ne sera envoyé. Ce que vous avez commandé ne comptera plus dans votre limite.
order-cancel-yes = Oui, annuler la commande
order-cancel-no = Non, la garder
order-cancelled-body = Cette commande a été annulée. Rien ne sera envoyé.
order-too-late = Nous avons commencé à préparer cette commande : elle ne peut plus être modifiée ni annulée ici.
order-too-late-sent = Nous avons expédié cette commande : elle ne peut plus être modifiée ni annulée.
order-contact = Si vous avez une question sur cette commande ou si quelque chose ne va pas, indiquez son numéro quand vous nous écrivez.
order-timeline = Ce qui s’est passé jusqu’ici
order-event-placed = Commande passée
order-event-amended = Commande modifiée
order-event-cancelled = Commande annulée
order-event-accepted = Commande acceptée par l’entrepôt
order-event-picking = Préparation commencée
order-event-part_shipped = Première partie envoyée
order-event-shipped = Commande envoyée
order-earlier = Versions précédentes de cette commande
order-revision = Version { $version }, jusqu’au { $moment }
order-revision-now = remplacé par { $copies }
order-revision-removed = retiré
order-revision-added = ajouté
order-revision-address = Adresse : { $address }
order-revision-moved = l’adresse a été modifiée
line-status-back_ordered = En attente de stock
line-status-reserved = Réservé pour vous
line-status-picking = En préparation
line-status-part_shipped = Envoyé en partie
line-status-shipped = Envoyé
line-status-cancelled = Annulé
order-line-part = { $status } : { $copies }

done-added = Ajouté à votre panier
done-updated = Votre panier a été mis à jour
done-taken-out = Retiré de votre panier
done-order-changed = Votre commande a été modifiée. Nous vous avons envoyé son nouveau contenu par courriel
done-order-redirected = L’adresse de livraison a été modifiée. Nous vous avons envoyé la nouvelle adresse par courriel
done-code-sent = Nous vous avons envoyé un e-mail. Seul le plus récent compte

ask-for-more = Demander plus d’exemplaires
ask-title = Demander plus d’exemplaires
ask-lead = Expliquez-nous pourquoi vous avez besoin de plus d’exemplaires de « { $title } » ({ $code }) que la limite ne le permet. Nous répondons par e-mail.
ask-button = Envoyer ma demande
asked-title = Demande envoyée
asked-panel = Nous vous en avons envoyé une copie par e-mail
asked-body = Nous lisons chaque demande et répondons par e-mail, en général sous 5 jours ouvrés. Si nous acceptons, vous pourrez commander les exemplaires supplémentaires pendant 30 jours.

tell-me = Me prévenir du retour en stock
waiting-title = Consultez vos e-mails
waiting-body = Si nous pouvons prévenir cette adresse, nous lui avons envoyé un message. Suivez le lien qu’il contient : nous écrirons une seule fois, quand il sera à nouveau possible de commander la publication.
waiting-confirmed-title = Nous vous préviendrons
waiting-confirmed-body = Nous écrirons une seule fois, quand il sera à nouveau possible de commander la publication, ou pas du tout si cela prend plus de 180 jours.
waiting-ended-title = Nous ne vous écrirons pas
waiting-ended-body = Nous ne vous préviendrons pas du retour de cette publication.
waiting-confirm-title = Vous prévenir du retour en stock ?
waiting-confirm-body = Appuyez sur le bouton pour confirmer que c’est bien votre adresse e-mail.
waiting-confirm-button = Oui, prévenez-moi
waiting-end-title = Ne plus vous prévenir ?
waiting-end-body = Appuyez sur le bouton, et nous ne vous préviendrons pas du retour de cette publication.
waiting-end-button = Ne plus me prévenir

allowance-rolling = { $limit ->
    [0] Vous ne pouvez pas commander d’exemplaires de cette publication ({ $level }).
    [one] Vous pouvez commander { $limit } exemplaire en { $hours ->
        [one] { $hours } heure
       *[other] { $hours } heures
    } ({ $level }).
   *[other] Vous pouvez commander jusqu’à { $limit } exemplaires en { $hours ->
        [one] { $hours } heure
       *[other] { $hours } heures
    } ({ $level }).
}
allowance-per-order = { $limit ->
    [0] Vous ne pouvez pas commander d’exemplaires de cette publication ({ $level }).
    [one] Vous pouvez commander { $limit } exemplaire par commande ({ $level }).
   *[other] Vous pouvez commander jusqu’à { $limit } exemplaires par commande ({ $level }).
}
allowance-lifetime = { $limit ->
    [0] Vous ne pouvez pas commander d’exemplaires de cette publication ({ $level }).
    [one] Vous pouvez commander { $limit } exemplaire en tout ({ $level }).
   *[other] Vous pouvez commander jusqu’à { $limit } exemplaires en tout ({ $level }).
}
allowance-level-account = la limite de votre compte
allowance-level-establishment = la limite de votre établissement
allowance-level-organisation = la limite de votre organisation
allowance-level-audience = la limite du public auquel vous appartenez
allowance-level-everyone = la limite pour tous
allowance-level-default = la limite habituelle
allowance-granted = { $copies ->
    [one] { $copies } exemplaire de plus vous est accordé.
   *[other] { $copies } exemplaires de plus vous sont accordés.
}
allowance-counted-rolling = { $counted ->
    [0] Vous n’en avez commandé aucun
   *[other] Vous en avez commandé { $counted }
} au cours { $hours ->
    [one] de la dernière heure
   *[other] des { $hours } dernières heures
}, { $remaining ->
    [0] il n’en reste donc aucun.
   *[other] il en reste donc { $remaining }.
}
allowance-counted-lifetime = { $counted ->
    [0] Vous n’en avez commandé aucun
   *[other] Vous en avez commandé { $counted }
} jusqu’à présent, { $remaining ->
    [0] il n’en reste donc aucun.
   *[other] il en reste donc { $remaining }.
}
allowance-returning = { $copies } de plus à partir du { $when }.
