# What stands on every page.
service-name = Healthpost
title = { $page } – Healthpost
title-error = Erreur : { $title }
skip-link = Aller au contenu principal
language-label = Langue
nav-label = Navigation principale
nav-publications = Publications
nav-track = Suivre une commande
nav-basket = { $lines ->
    [0] Panier
    [one] Panier ({ $lines } article)
   *[other] Panier ({ $lines } articles)
}
footer-label = À propos de ce service
footer-free = Tout est gratuit ici, frais d’envoi compris.
footer-open-source = Healthpost est un logiciel libre.
back = Retour
change = Modifier
continue = Continuer
success = Opération réussie
important = Important
yes = Oui
not-provided = Non renseigné

# Pages for what cannot be shown.
error-404-title = Page introuvable
error-404-body = Si vous avez saisi l’adresse, vérifiez qu’elle est correcte. Si vous l’avez collée, vérifiez que vous l’avez copiée en entier.
error-410-title = Ce lien n’est plus valable
error-410-body = Il a déjà servi, il a expiré ou il n’a pas été copié en entier. Vous pouvez en demander un nouveau sur la page de la publication.
error-link-expired-title = Ce lien n’est plus valable
error-link-expired-body = Les liens vers les fichiers sont valables une heure. Revenez à la publication : vous y trouverez un nouveau lien.
error-withdrawn-title = Cette publication a été retirée
error-withdrawn-body = Elle n’est plus utilisée. Cherchez-en une plus récente dans le catalogue.
error-400-title = Nous n’avons pas pu lire ce qui a été envoyé
error-400-body = Revenez en arrière et envoyez à nouveau le formulaire.
error-403-title = Vous ne pouvez pas faire cela depuis cette page
error-403-body = Pour votre sécurité, les formulaires ne fonctionnent que sur ce site. Revenez à la page et envoyez à nouveau le formulaire.
error-405-title = Cette page ne fonctionne pas de cette façon
error-405-body = Allez à la page d’accueil et recommencez à partir de là.
error-413-title = L’envoi est trop volumineux
error-413-body = Le formulaire contenait plus que ce que nous pouvons recevoir. Revenez en arrière, raccourcissez vos réponses et envoyez-le à nouveau.
error-415-title = Nous n’avons pas pu lire ce qui a été envoyé
error-415-body = Revenez en arrière et envoyez à nouveau le formulaire.
error-429-title = Vous avez fait trop de tentatives
error-429-body = Attendez quelques minutes, puis réessayez.
error-429-minutes = { $count ->
    [one] Réessayez dans { $count } minute.
   *[other] Réessayez dans { $count } minutes.
}
error-429-hours = { $count ->
    [one] Réessayez dans { $count } heure.
   *[other] Réessayez dans { $count } heures.
}
error-429-again = Ce que vous avez envoyé est toujours sur cette page. Revenez-y à ce moment-là, puis utilisez le bouton pour l’envoyer à nouveau.
error-500-title = Désolé, le service rencontre un problème
error-500-body = Réessayez plus tard. Ce que vous aviez mis dans votre panier y est toujours.
error-503-title = Désolé, le service n’est pas disponible pour le moment
error-503-body = Réessayez dans quelques minutes. Ce que vous aviez mis dans votre panier y est toujours.
error-registry-500-body = Réessayez plus tard. Les réponses que vous aviez déjà données y sont toujours.
error-registry-503-body = Réessayez dans quelques minutes. Les réponses que vous aviez déjà données y sont toujours.
error-again-body = Rien n’est perdu : ce que vous avez envoyé est encore sur cette page. Attendez un instant, puis utilisez le bouton pour l’envoyer à nouveau.
error-again-button = Envoyer à nouveau
error-registry-link-title = Ce lien ne fonctionne pas
error-registry-link-body = Il a déjà servi, il est trop ancien ou il n’a pas été copié en entier. Pour continuer une inscription enregistrée, demandez un code. Pour gérer une inscription envoyée, connectez-vous.
error-signed-out-title = Vous avez été déconnecté
error-signed-out-body = Vous n’avez rien fait pendant 30 minutes, ou vous étiez connecté depuis 8 heures. Rien n’a été enregistré.
error-signed-out-sign-in = Se reconnecter (ouvre un nouvel onglet)
error-signed-out-again = Ce que vous avez envoyé est encore sur cette page. Reconnectez-vous, revenez à cette page et utilisez le bouton pour l’envoyer à nouveau.
error-draft-closed-title = Vos réponses ne sont plus ouvertes ici
error-draft-closed-body = Elles ont été ouvertes dans un autre navigateur ou onglet, elles ont été envoyées, ou elles n’ont pas été modifiées depuis 12 heures. Ce que vous venez d’envoyer n’a pas été enregistré.
error-draft-closed-resume = Continuer une inscription enregistrée (ouvre un nouvel onglet)
error-draft-closed-start = Aller au début de l’inscription (ouvre un nouvel onglet)
error-draft-closed-again = Ce que vous avez envoyé est encore sur cette page. Continuez votre inscription enregistrée ou commencez-en une nouvelle, revenez à cette page et utilisez le bouton pour l’envoyer à nouveau.
error-zip-nothing-title = Aucun fichier ne correspond à ce choix
error-zip-nothing-body = Cette publication n’a aucun fichier à télécharger qui corresponde à tout ce que vous avez choisi. Revenez en arrière et choisissez moins de conditions, ou aucune pour tous les fichiers.
error-zip-too-much-title = C’est trop pour un seul fichier zip
error-zip-too-much-body = Les fichiers choisis sont trop nombreux ou trop volumineux pour être envoyés ensemble. Revenez en arrière et choisissez moins de langues, de formats ou de types de fichier.
error-zip-busy-title = Trop de personnes téléchargent des fichiers zip en ce moment
error-zip-busy-body = Réessayez dans une minute, ou revenez en arrière et téléchargez les fichiers un par un.
error-zip-yours-title = Vous téléchargez déjà deux fichiers zip
error-zip-yours-body = Attendez que l’un d’eux soit arrivé, puis réessayez. Les autres personnes qui partagent votre connexion à Internet comptent aussi. Ou revenez en arrière et téléchargez les fichiers un par un.
error-reference = Si vous nous contactez, indiquez cette référence : { $id }
error-home = Aller à la page d’accueil
error-search = Rechercher dans toutes les publications
error-back = Revenir à la publication

# Days and moments.
date = { $day } { $month } { $year }
moment = { $day } { $month } { $time }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre

# Ce que l’on nous dit, et les pages sur le service.
notice-label = Avis
contact-us-title = Nous contacter
contact-us-lead = Écrivez à l’équipe d’assistance. Nous répondons en général sous 2 jours ouvrés. Pour une commande, indiquez son numéro.
contact-us-button = Envoyer le message
contact-us-sent-title = Message envoyé
contact-us-sent-body = Nous répondons par e-mail.
feedback-title = Donner votre avis
feedback-lead = Toutes les questions sont facultatives. Nous ne demandons pas qui vous êtes et ne pouvons donc pas répondre : pour une réponse, contactez-nous.
feedback-button = Envoyer votre avis
feedback-sent-title = Merci
feedback-sent-body = Votre avis nous aide à améliorer ce service.
content-about = À propos de ce service
content-accessibility = Déclaration d’accessibilité
content-privacy = Confidentialité
content-cookies = Cookies
