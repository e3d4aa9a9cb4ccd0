# What was tried for the accessibility statement, and what was not: one line of its lists each, as Markdown.

checked = **{ $what }** : { $how }
checked-on = **{ $what }** ({ $day }) : { $how }

checked-keyboard = Clavier seul
    .how = De la recherche à un exemplaire dans le panier, avec rien d’autre que des touches.
    .limits = La commande n’a pas été parcourue ainsi, et JavaScript était activé.

checked-skip-link = Lien d’évitement
    .how = Il vient en premier sur les pages auxquelles on peut aller directement, est à l’écran quand il a le focus et mène au contenu principal.

checked-focus = Focus visible
    .how = Sur chaque page, dans chaque état, la touche Tab a été pressée jusqu’à 40 fois : ce qui avait le focus était à l’écran et signalé.
    .limits = Ce qui vient après la 40e pression n’a pas été examiné.

checked-narrow = Zoom et écrans étroits
    .how = Aucune page, dans aucun état, ne défile sur le côté sur un écran de 390, 768 ou 1 280 pixels de large. 390 pixels sont moins que ce qu’un zoom de 300 % laisse de 1 280.
    .limits = Seule la largeur a été changée, pas le zoom lui-même.

checked-targets = Taille de ce qui peut être pressé
    .how = Aux mêmes largeurs, chaque lien, bouton et réponse mesure 24 pixels sur 24, se trouve dans une ligne de texte ou a autant de place autour de lui.

checked-no-javascript = JavaScript désactivé
    .how = Chercher, commander, corriger de mauvaises réponses et retrouver une commande fonctionnent avec JavaScript activé et désactivé.
    .limits = Les suggestions, et les résultats pendant la saisie, ont besoin de JavaScript.

checked-phone = Téléphone
    .how = Tout le parcours jusqu’à une commande a été fait sur un écran tactile de 390 pixels sur 844.
    .limits = C’était l’écran d’un téléphone dans un navigateur sur un bureau.

checked-right-to-left = De droite à gauche
    .how = En arabe, la page d’accueil, les résultats, une publication, le panier, le suivi, la liste d’attente, cette déclaration et la page sur les cookies vont de droite à gauche et ne défilent pas sur le côté, et axe-core les a examinés.
    .limits = Aucune autre page n’a été essayée en arabe.

checked-wrong-answers = Mauvaises réponses
    .how = Quand une réponse manque dans le panier ou sur le chemin d’une commande, le titre de la page commence par « Erreur : » et la liste de ce qui ne va pas reçoit le focus.
    .limits = Le focus a été essayé avec JavaScript activé.

checked-suggestions = Suggestions
    .how = Les flèches choisissent une suggestion, Entrée l’ouvre, et Échap ferme la liste et laisse les mots tels qu’ils étaient.

checked-print = Impression
    .how = La page d’une commande passée, telle qu’une imprimante la reçoit, a le numéro de commande et ni navigation ni boutons.
    .limits = Aucune autre page n’a été examinée telle qu’une imprimante la reçoit.

checked-people = Personnes en situation de handicap
    .how = Personne n’a testé le service avec elles.

checked-screen-readers = Lecteurs d’écran
    .how = Le service n’a pas été utilisé avec JAWS, NVDA ou VoiceOver.

checked-zoom-400 = Zoom de 400 %
    .how = Le service n’a pas été essayé sur un écran de 320 pixels de large.

checked-speech = Reconnaissance vocale et loupes d’écran
    .how = Le service n’a pas été utilisé avec elles.

checked-colours = Couleurs et espacements choisis par chacun
    .how = Le service n’a pas été essayé avec des couleurs imposées ni avec un texte plus espacé.

checked-browsers = Navigateurs autres que Chromium
    .how = Les tests ne s’exécutent que dans Chromium.
