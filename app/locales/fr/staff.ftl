# Personnel : se connecter en deux étapes, invitations, et qui peut faire quoi. Les mots de leurs questions aussi.
nav-staff = Personnel
nav-staff-label = Personnel
staff-signed-in-as = Connecté en tant que

staff-sign-in-title = Se connecter comme membre du personnel
staff-sign-in-lead = Pour les personnes qui font fonctionner ce service. Il vous faut votre mot de passe et, ensuite, une seconde étape.
staff-sign-in-others = Vous commandez des publications ?
staff-code-title = Confirmez que c’est bien vous
staff-code-lead = Ouvrez votre application d’authentification et saisissez le code qu’elle affiche pour Healthpost. Sans votre application, saisissez un de vos codes de secours.
staff-code-other = Se connecter comme quelqu’un d’autre
staff-factor-title = Configurer une seconde étape
staff-factor-lead = Le personnel qui se connecte avec un mot de passe a besoin d’une seconde étape, afin que personne n’entre en ne connaissant que le mot de passe. Vous la configurez une fois.
staff-signed-out-title = Vous êtes déconnecté
staff-signed-out-body = Personne ne peut plus voir les pages du personnel dans ce navigateur.

staff-confirm-title = Saisissez de nouveau votre mot de passe et un code
staff-confirm-lead = Ce qui suit change ce que des personnes peuvent faire : nous vous demandons donc encore une fois qui vous êtes. Rien de ce que vous avez saisi n’est perdu. Nous ne le redemandons pas pendant { $minutes } minutes.
staff-confirm-button = Confirmer

staff-invitation-title = Vous êtes invité à travailler sur Healthpost
staff-invitation-lead = Dites comment vous vous appelez et choisissez un mot de passe. Si vous avez déjà un compte, ce sera désormais son mot de passe. Vous configurez ensuite une seconde étape.
staff-invitation-button = Accepter l’invitation
staff-invitation-reset-title = Configurer de nouveau votre connexion
staff-invitation-reset-lead = Un administrateur a réinitialisé votre connexion. Dites comment vous vous appelez et choisissez un nouveau mot de passe. Vous configurez ensuite une seconde étape.
staff-invitation-reset-button = Continuer
staff-invitation-until = L’invitation est valable jusqu’au { $day }.

staff-title = Votre travail
staff-greeting = Bonjour { $name }
staff-waiting-people = { $people ->
    [0] Personne n’attend d’approbation.
    [one] { $people } personne attend une approbation
   *[other] { $people } personnes attendent une approbation
}
staff-roles-title = Ce que vous pouvez faire
staff-role-of-catalogue = Catalogue : { $role }
staff-role-of-registry = Registre : { $role }
staff-role-none = Aucun rôle
staff-role-ministry = Registre : Administrateur de l’ensemble
staff-role-publisher = Prépare des publications et les publie.
staff-role-fulfiller = S’occupe des commandes, du stock et des demandes d’exemplaires supplémentaires.
staff-role-catalogue-admin = Fait tout dans le catalogue et décide qui d’autre le peut.
staff-role-viewer = Lit les inscriptions que son organisation peut voir.
staff-role-verifier = Vérifie les inscriptions auprès des ordres.
staff-role-coordinator = Trouve des personnes, leur écrit et les envoie sur le terrain.
staff-role-registry-admin = Fait tout dans le registre pour son organisation et décide qui d’autre y travaille.
staff-role-ministry-admin = Fait tout dans le registre et décide qui d’autre le peut.
staff-role-privacy-officer = Veille à la façon dont les inscriptions sont utilisées.
staff-people-lead = Inviter des personnes, les approuver et dire ce qu’elles peuvent faire.
staff-security-lead = Votre seconde étape, vos codes de secours et votre mot de passe.

staff-waiting-title = Votre compte attend une approbation
staff-waiting-body = Vous êtes connecté, mais personne n’a encore dit quel est votre travail ici. D’ici là, vous ne pouvez rien voir ni rien faire.
staff-waiting-whom = Demandez à l’administrateur de votre organisation de vous approuver. Si vous ne savez pas qui c’est, écrivez-nous.
staff-waiting-told = Nous vous envoyons un message dès que vous êtes approuvé. Connectez-vous alors de nouveau.

staff-security-title = Comment vous vous connectez
staff-authenticator-title = Application d’authentification
staff-authenticator-set = Vous en avez configuré une. Elle affiche un nouveau code toutes les 30 secondes.
staff-authenticator-none = Vous n’en avez pas configuré.
staff-authenticator-what = Toute application qui crée des codes convient, sur votre téléphone ou votre ordinateur. Beaucoup de gestionnaires de mots de passe en créent aussi.
staff-authenticator-begin = Configurer une application d’authentification
staff-authenticator-other = Configurer une autre application à sa place
staff-authenticator-again = Recommencer avec une autre clé
staff-authenticator-scan = Ajoutez Healthpost à votre application : scannez cette image, ou saisissez la clé qui se trouve dessous.
staff-authenticator-picture = Code QR avec la clé qui se trouve dessous
staff-authenticator-key = Clé
staff-authenticator-then = Saisissez ensuite, dans les { $minutes } minutes, le code que l’application affiche, pour que nous sachions qu’elle fonctionne. Passé ce délai, recommencez avec une autre clé.
staff-authenticator-confirm = Terminer
staff-authenticator-remove = Supprimer l’application d’authentification
staff-authenticator-remove-title = Voulez-vous supprimer votre application d’authentification ?
staff-authenticator-remove-body = Ses codes ne fonctionneront plus. Vous vous connecterez avec une clé d’accès.
staff-authenticator-keep = La garder
staff-recovery-title = Codes de secours
staff-recovery-body = Avec l’un d’eux, vous entrez quand vous n’avez pas votre application ou votre clé d’accès. Chacun fonctionne une fois.
staff-recovery-left = { $codes ->
    [0] Il ne vous en reste aucun.
    [one] Il vous en reste { $codes }.
   *[other] Il vous en reste { $codes }.
}
staff-recovery-renew = Créer de nouveaux codes de secours
staff-recovery-renew-title = Voulez-vous de nouveaux codes de secours ?
staff-recovery-renew-body = Ceux que vous avez ne fonctionneront plus.
staff-recovery-keep = Garder ceux que j’ai
staff-recovery-shown-title = Notez maintenant ces codes de secours
staff-recovery-shown-body = Nous ne les affichons qu’une fois, sur cette page. Gardez-les là où vous gardez vos mots de passe, et non sur l’appareil qui a votre application.
staff-recovery-shown-on = Continuer vers votre travail
staff-password-title = Mot de passe
staff-password-change = Modifier votre mot de passe

staff-people-title = Personnes
staff-people-invite = Inviter quelqu’un
staff-people-search = Nom ou adresse e-mail
staff-people-state = État
staff-people-role = Rôle
staff-people-organisation = Organisation
staff-people-any = Tous
staff-people-sort = Trier par
staff-people-sort-name = Nom
staff-people-sort-seen = Dernière visite
staff-people-sort-state = État
staff-people-find = Rechercher
staff-people-clear = Effacer la recherche
staff-people-found = { $people ->
    [0] Personne n’a été trouvé
    [one] { $people } personne
   *[other] { $people } personnes
}
staff-people-caption = Les personnes qui travaillent ici, et celles qui attendent une approbation
staff-people-none = Personne ne correspond à cette recherche. Modifiez-la, ou effacez-la.
staff-people-name = Nom
staff-people-email = Adresse e-mail
staff-people-roles = Rôles
staff-people-seen = Dernière visite
staff-people-never = Jamais
staff-people-pages = Pages de personnes
staff-people-previous = Page précédente
staff-people-next = Page suivante
staff-people-page-title = { $title } (page { $page } sur { $pages })
staff-state-active = Actif
staff-state-suspended = Suspendu
staff-state-pending = En attente d’approbation

staff-invitations-title = Invitations ouvertes
staff-invitations-caption = Les personnes qui ont été invitées et n’ont pas encore accepté
staff-invitations-none = Personne n’est invité pour le moment.
staff-invitations-until = Valable jusqu’au
staff-invitations-ended = A pris fin le { $day }
staff-invitations-acts = Ce que vous pouvez faire
staff-invitations-resend = Renvoyer
staff-invitations-cancel = Annuler
staff-cancel-title = Voulez-vous annuler cette invitation ?
staff-cancel-body = Le lien qui a été envoyé à { $email } ne fonctionnera plus.
staff-cancel-button = Annuler l’invitation
staff-cancel-keep = La garder

staff-invite-title = Inviter quelqu’un
staff-invite-lead = Nous lui envoyons un lien. Il fonctionne une fois, pendant { $days } jours.
staff-invite-button = Envoyer l’invitation

staff-member-title = Une personne qui travaille ici
staff-member-sign-in = Se connecte avec
staff-member-by-provider = La connexion de son organisation
staff-member-by-password = Un mot de passe et une seconde étape
staff-member-unfinished = Rien encore : aucune seconde étape n’est configurée
staff-member-change = Modifier ce qu’elle peut faire
staff-member-approve = Approuver
staff-member-suspend = Suspendre
staff-member-reactivate = La laisser entrer de nouveau
staff-member-reset = Réinitialiser sa connexion
staff-member-acts = Ce que vous pouvez faire
staff-member-yourself = C’est vous. Quelqu’un d’autre doit modifier ce que vous pouvez faire.
staff-roles-change-page = Modifier ce que quelqu’un peut faire
staff-roles-change-title = Que peut faire { $name } ?
staff-roles-change-lead = Cela vaut dès la prochaine page ouverte. Nous envoyons un message à cette personne.
staff-roles-change-button = Enregistrer
staff-approve-page = Approuver quelqu’un
staff-approve-title = Approuver { $name }
staff-approve-lead = Donnez au moins un rôle. Il vaut dès la prochaine connexion, et nous envoyons un message à cette personne.
staff-approve-button = Approuver
staff-approve-suggested = Nous proposons { $organisation }, d’après l’adresse e-mail. Ce n’est qu’une proposition : vérifiez que cette personne y travaille.
staff-approve-unknown = L’adresse e-mail ne dit rien de l’endroit où travaille cette personne. Demandez-le-lui.
staff-suspend-page = Suspendre quelqu’un
staff-suspend-title = Voulez-vous suspendre { $name } ?
staff-suspend-body = Cette personne est aussitôt déconnectée partout et ne peut plus se connecter jusqu’à ce que quelqu’un la laisse entrer de nouveau. Ce qu’elle a fait reste. Nous lui envoyons un message.
staff-suspend-button = Suspendre
staff-reactivate-page = Laisser quelqu’un entrer de nouveau
staff-reactivate-title = Voulez-vous laisser { $name } entrer de nouveau ?
staff-reactivate-body = Cette personne peut se connecter de nouveau, avec les rôles qu’elle avait. Nous lui envoyons un message.
staff-reactivate-button = Laisser entrer de nouveau
staff-reset-page = Réinitialiser la connexion de quelqu’un
staff-reset-title = Voulez-vous réinitialiser la connexion de { $name } ?
staff-reset-body = Pour les personnes qui ont perdu leur application, leur clé d’accès et leurs codes de secours. Leur mot de passe et leur seconde étape sont supprimés, elles sont déconnectées partout, et nous leur envoyons une nouvelle invitation. Assurez-vous d’abord que ce sont bien elles qui le demandent.
staff-reset-button = Réinitialiser et envoyer une invitation
staff-act-keep = Ne rien changer

error-staff-signed-out-title = Vous avez été déconnecté
error-staff-signed-out-body = Vous n’avez rien fait pendant 30 minutes, vous étiez connecté depuis 12 heures, ou quelqu’un a modifié ce que vous pouvez faire. Rien n’a été enregistré.
error-staff-signed-out-again = Ce que vous avez envoyé est encore sur cette page. Reconnectez-vous, revenez à cette page et utilisez le bouton pour l’envoyer de nouveau.
error-staff-sign-in = Se connecter comme membre du personnel (s’ouvre dans un nouvel onglet)
error-not-theirs-title = Ce n’est pas à vous de le faire
error-not-theirs-body = Votre rôle ne le comprend pas. Si vous en avez besoin pour votre travail, demandez-le à l’administrateur de votre organisation.
error-not-theirs-work = Aller à votre travail
error-invitation-title = Cette invitation ne fonctionne pas
error-invitation-body = Elle a été acceptée ou annulée, date de plus de 14 jours, ou le lien n’a pas été copié en entier. Demandez-en une autre à la personne qui vous a invité.
error-invitation-sign-in = Se connecter comme membre du personnel

done-authenticator-set = Votre application d’authentification est configurée
done-authenticator-removed = Votre application d’authentification a été supprimée
done-recovery-renewed = Vous avez de nouveaux codes de secours
done-staff-invited = L’invitation est en route
done-invitation-cancelled = L’invitation a été annulée
done-staff-approved = Cette personne est approuvée
done-roles-changed = Ce que cette personne peut faire a été modifié
done-staff-suspended = Cette personne est suspendue
done-staff-reactivated = Cette personne peut se connecter de nouveau
done-factors-reset = La connexion de cette personne a été réinitialisée, et une invitation est en route

staff_code = Code
    .hint = 6 chiffres de votre application, ou un code de secours de 10 lettres et chiffres
    .missing = Saisissez le code
    .malformed = Saisissez les 6 chiffres que votre application affiche, ou un code de secours de 10 lettres et chiffres
    .wrong = Ce code n’est pas le bon, ou a déjà été utilisé. Attendez le prochain que votre application affiche, ou saisissez un autre code de secours
staff-code-hint-app = Les 6 chiffres que votre application affiche maintenant
catalogue_role = Rôle dans le catalogue
    .publisher = Éditeur
    .fulfiller = Préparateur de commandes
    .admin = Administrateur
    .malformed = Choisissez un rôle dans la liste
    .none = Choisissez au moins un rôle
    .not-yours = Vous ne pouvez ni donner ni retirer de rôles dans le catalogue
registry_role = Rôle dans le registre
    .viewer = Lecteur
    .verifier = Vérificateur
    .coordinator = Coordinateur
    .admin = Administrateur
    .privacy_officer = Responsable de la confidentialité
    .missing = Choisissez un rôle dans le registre, ou aucune organisation
    .malformed = Choisissez un rôle dans la liste
    .not-yours = Vous ne pouvez ni donner ni retirer de rôles dans le registre
    .ministry-only = Seuls les administrateurs du ministère de la Santé donnent et retirent ce rôle
registry_organisation = Organisation
    .hint = Celle dont les inscriptions sont traitées. Seulement avec un rôle dans le registre
    .missing = Choisissez l’organisation pour laquelle cette personne travaille
    .malformed = Choisissez une organisation dans la liste
    .ministry-only = Les responsables de la confidentialité travaillent pour le ministère de la Santé. Choisissez-le, ou un autre rôle
    .not-yours = Vous ne pouvez ni donner ni retirer de rôles dans cette organisation
staff-none = Aucun
staff-role-cannot-catalogue = Seuls les administrateurs du catalogue y donnent et retirent des rôles.
staff-role-cannot-registry = Seuls les administrateurs du registre y donnent et retirent des rôles.

staff-end-label = Durée de votre connexion
staff-end-idle = { $minutes ->
    [one] Vous serez déconnecté dans moins d’une minute, car vous n’avez rien fait ici depuis un moment.
   *[other] Vous serez déconnecté dans moins de { $minutes } minutes, car vous n’avez rien fait ici depuis un moment.
}
staff-end-whole = { $minutes ->
    [one] Vous serez déconnecté dans moins d’une minute, car personne ne reste connecté plus de { $hours } heures. Ce que vous enverrez ensuite est conservé jusqu’à ce que vous vous soyez reconnecté.
   *[other] Vous serez déconnecté dans moins de { $minutes } minutes, car personne ne reste connecté plus de { $hours } heures. Ce que vous enverrez ensuite est conservé jusqu’à ce que vous vous soyez reconnecté.
}
staff-end-stay = Rester connecté
staff-end-stays = Vous restez connecté.
staff-end-ended = Vous avez été déconnecté en tant que membre du personnel. Ce que vous avez saisi est toujours là. Envoyez-le, et connectez-vous quand cela vous est demandé.
staff-end-limits = Vous êtes déconnecté après { $minutes } minutes sans rien faire, et { $hours } heures après votre connexion.
