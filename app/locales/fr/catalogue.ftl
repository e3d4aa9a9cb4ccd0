# Finding and reading publications.
home-title = Des publications de santé gratuites dans votre langue
home-lead = Trouvez, téléchargez et commandez des dépliants, des affiches et des cartes de suivi. Les exemplaires imprimés sont envoyés gratuitement par la poste.
home-totals = { $publications ->
    [one] { $publications } publication
   *[other] { $publications } publications
} en { $languages ->
    [one] { $languages } langue
   *[other] { $languages } langues
}
home-programmes = Programmes les plus consultés
home-new = Nouveautés et mises à jour
programmes-title = Tous les programmes
programmes-lead = Chaque programme rassemble ce qui concerne un même sujet.
programme = Programme
programme-diseases = Maladies
programme-vaccinations = Vaccinations
programme-newest = Publications les plus récentes
programme-all = { $total ->
    [one] Voir la publication de ce programme
   *[other] Voir les { $total } publications de ce programme
}
home-how = Comment ça marche
home-how-1 = Trouvez ce qu’il vous faut
home-how-1-body = Cherchez par mots ou par code, puis choisissez une langue et un format : facile à lire, gros caractères, braille, audio ou langue des signes britannique.
home-how-2 = Téléchargez ou commandez
home-how-2-body = Téléchargez les fichiers immédiatement. Mettez les exemplaires imprimés dans votre panier : aucun compte n’est nécessaire.
home-how-3 = Confirmez votre adresse e-mail
home-how-3-body = Nous envoyons un code à votre adresse e-mail, puis nous expédions votre commande à l’adresse postale que vous indiquez.

search-label = Rechercher des publications
search-hint = Des mots, ou le code imprimé au dos
search = Rechercher
search-suggestions = Publications suggérées
apply-filters = Appliquer les filtres
list-title = Publications
list-title-words = Publications pour « { $words } »
list-title-page = { $title } (page { $page } sur { $pages })
list-count = { $total ->
    [0] Aucune publication
    [one] { $total } publication
   *[other] { $total } publications
}
list-range = Résultats { $from } à { $to } sur { $total }
list-none = Aucun résultat pour cette recherche
list-failed = La liste n’a pas pu être mise à jour. Sélectionnez « Rechercher » pour réessayer.
list-none-body = Vérifiez l’orthographe, utilisez moins de mots ou retirez un filtre.
list-filters-in-the-way = Aucun résultat avec ces filtres
list-without-filters = { $total ->
    [one] Sans ces filtres : { $total } publication
   *[other] Sans ces filtres : { $total } publications
}
list-close = Aucun résultat exact. Voici des résultats proches
list-did-you-mean = Vouliez-vous dire
list-clear = Effacer tous les filtres
list-filters = Filtres
list-chosen = Filtres choisis
list-remove = Retirer le filtre { $name }
list-sort = Trier par
list-size = Résultats par page
list-pages = Pages de résultats
list-feed = Suivre cette recherche (flux Atom)
list-previous = Précédent
list-next = Suivant
facet-programme = Programme
facet-language = Langue
facet-format = Format
facet-type = Type
facet-disease = Maladie
facet-vaccination = Vaccination
facet-audience = Public concerné
facet-setting = Lieu d’utilisation
facet-access = Mode d’obtention
facet-available = Commande
facet-more = Tout afficher ({ $count })
facet-find = Chercher dans « { $facet } »
facet-updated = Mise à jour
facet-updated-any = Toutes les dates
facet-updated-month = Au cours du dernier mois
facet-updated-quarter = Au cours des 3 derniers mois
facet-updated-year = Au cours de la dernière année
facet-updated-since = Mise à jour depuis le { $date }
available-now = Disponible à la commande
access-download-only = Téléchargement uniquement
access-download-or-order = Téléchargement ou commande
access-order-only = Commande uniquement
sort-relevance = Pertinence
sort--published = Plus récentes d’abord
sort-published = Plus anciennes d’abord
sort--updated = Mises à jour récemment
sort-title = Titre (A à Z)
sort-code = Code
sort-programme = Programme (A à Z)
sort--popular = Les plus utilisées
sort--created = Dernières arrivées dans le catalogue
sort--version = Version la plus élevée
sort--title = Titre (Z à A)
sort--programme = Programme (Z à A)
sort--code = Code, du dernier au premier
sort-updated = Sans mise à jour depuis le plus longtemps
sort-created = Premières arrivées dans le catalogue
sort-version = Version la moins élevée
sort-popular = Les moins utilisées
card-found-in = Trouvé dans { $name }
card-found-on-page = Trouvé dans { $name }, page { $page }
card-more-languages = et { $count } de plus

publication-code = Code
publication-version = Version
publication-published = Publication
publication-updated = Mise à jour
publication-format = Format
publication-language = Langue
publication-diseases = Maladies
publication-vaccinations = Vaccinations
publication-audiences = Public concerné
publication-settings = Lieu d’utilisation
publication-article = Lire les recommandations associées
publication-facts = À propos de cette publication
publication-languages = Langues
publication-formats = Formats
publication-missing = Cette publication n’est pas disponible dans cette langue et ce format : { $language }, { $format }. Nous affichons l’édition la plus proche.
publication-old = Ceci est une ancienne version
publication-old-body = Il existe peut-être une version plus récente.
publication-old-link = Aller à la version actuelle
withdrawn-title = La publication « { $title } » a été retirée
withdrawn-body = Elle n’est plus utilisée.
withdrawn-others = Voir ses autres langues et formats
withdrawn-programme = Voir ce qui existe pour { $programme }
version-history = Versions
version-name = Version { $version }
version-published = publiée le { $date }
version-status-live = version actuelle
version-status-archived = ancienne version
version-status-withdrawn = retirée
publication-files = Téléchargements
publication-file-print = pour impression professionnelle
publication-file-transcript = transcription
publication-no-files = Il n’y a aucun fichier à télécharger pour cette édition.
publication-file-elsewhere = Ce fichier n’est pas encore conservé ici.
publication-file-old = Ceci est une ancienne version : ses fichiers ne sont plus proposés.
publication-file-view = Voir dans le navigateur
publication-file-view-label = Voir dans le navigateur : { $name }
publication-file-listen-label = Écouter : { $name }
publication-transcripts = Transcription
publication-video = Regarder la vidéo
zip-title = Télécharger plusieurs fichiers à la fois
zip-lead = Choisissez ce dont vous avez besoin. Si vous ne choisissez rien, vous recevez tous les fichiers de cette publication dans un seul fichier zip.
zip-languages = Langues
zip-formats = Formats
zip-kinds = Usage des fichiers
zip-kind-cover = Couvertures
zip-kind-web = Lecture à l’écran
zip-kind-print = Impression professionnelle
zip-kind-transcript = Transcriptions
zip-button = Télécharger en fichier zip
publication-order = Commander des exemplaires imprimés
publication-pack = { $pack ->
    [one] À l’unité
   *[other] Par lots de { $pack }
}
publication-maximum = { $max } exemplaires au maximum par commande.
publication-only-for = Cette publication est réservée aux groupes suivants :
publication-only-for-ask = Si vous en faites partie, contactez-nous
group-role = certains rôles dans ce service
group-audience = certains publics
group-organisation = certains organismes
group-profession = certaines professions
publication-qr = QR code de cette publication
publication-qr-body = Scannez-le pour ouvrir cette page sur un téléphone, ou imprimez-le sur vos propres documents.
publication-qr-edition = QR code de cette édition
publication-qr-edition-body = Il mène toujours à la version actuelle dans cette langue et ce format.
publication-qr-png = PNG, { $pixels } pixels
publication-qr-svg = SVG, pour toute taille
related = Publications proches
related-together = souvent commandées ensemble
related-more = { $count ->
    [one] En montrer 1 de plus
   *[other] En montrer { $count } de plus
}
add-to-basket = Ajouter au panier
file-pages = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}
file-pixels = { $width } × { $height } pixels
file-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
file-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
file-seconds = { $count ->
    [one] { $count } seconde
   *[other] { $count } secondes
}
cover-alt = Couverture de « { $title } »
gallery-heading = Autres images
gallery-picture = Image { $number } de « { $title } »

availability-not-live = N’est plus disponible
availability-download-only = Téléchargement uniquement
availability-restricted = Réservé à certains groupes : contactez-nous
availability-opens-later = Vous pourrez commander cette publication à partir du { $date }
availability-closed = Commandes closes le { $date }
availability-in-stock = En stock
availability-few-left = Moins de 50 exemplaires restants
availability-low-stock = Stock faible
availability-out-of-stock = Rupture de stock – me prévenir du retour en stock
availability-pre-order = Précommande : envoi dès l’impression
availability-back-order = Rupture de stock : envoi dès la réimpression

format-standard = Standard
format-audio = Audio
format-braille = Braille
format-british-sign-language = Langue des signes britannique (BSL)
format-easy-read = Facile à lire
format-large-print = Gros caractères
format-simple-text = Texte simple

type-aide-memoire = Aide-mémoire
type-alternative = Version alternative
type-audio = Audio
type-booklet = Livret
type-briefing-sheet = Note d’information
type-bulletin = Bulletin
type-consent-form = Formulaire de consentement
type-envelope-label = Étiquette d’enveloppe
type-factsheet = Fiche d’information
type-flip-chart = Tableau à feuilles
type-flyer = Prospectus
type-fridge-magnet = Aimant pour réfrigérateur
type-gif = GIF
type-guidance = Recommandations
type-image = Image
type-immunisation-schedule = Calendrier vaccinal
type-invitation-letter = Lettre d’invitation
type-leaflet = Dépliant
type-pack-sleeve = Fourreau
type-pocket-guide = Guide de poche
type-postcard = Carte postale
type-poster = Affiche
type-presentation-slides = Diaporama
type-pull-up-banner = Bannière déroulante
type-record-card = Carte de suivi
type-sticker = Autocollant
type-transcript = Transcription
type-video = Vidéo
