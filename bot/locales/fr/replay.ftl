# La fabrication d’un épisode, en une page.

replay-title = La fabrication de « { $title } »
replay-state-released = sorti
replay-state-open = en cours
replay-part-timeline = Chronologie
replay-part-versions = Les versions
replay-part-book = Livre des prompts
replay-lead-timeline = Chaque acte depuis la première ligne, dans l’ordre : les personnes avec un bord rouge, les modèles côte à côte.
replay-lead-versions = Ce qui a été tenté plus d’une fois, côte à côte. Les mots nouveaux sont surlignés.
replay-lead-book = Chaque prompt avec ce qu’il a donné, de quels mots il découle et ce qu’il en est advenu.
replay-nothing = Il n’y a encore rien à montrer ici.
replay-none-found = Rien ne correspond. Choisissez un autre filtre ou effacez la recherche.
replay-seek = Rechercher
replay-foot = Cette page dit qui a fait quoi, tel que le registre du studio l’a noté ; elle ne décide pas de la qualité d’auteur. Les heures sont en UTC. Le dernier mot sous chaque acte est l’identifiant de son entrée dans le registre.
replay-count-acts = { $count ->
    [one] acte
   *[other] actes
}
replay-count-people = { $count ->
    [one] personne
   *[other] personnes
}
replay-count-models = { $count ->
    [one] modèle
   *[other] modèles
}
replay-count-typed = { $count ->
    [one] texte saisi
   *[other] textes saisis
}
replay-count-takes = { $count ->
    [one] prompt envoyé
   *[other] prompts envoyés
}
replay-count-rejected = { $count ->
    [one] prise écartée
   *[other] prises écartées
}
replay-models-made = { $count ->
    [one] Un modèle a produit :
   *[other] Les modèles ont produit { $count } éléments :
}
replay-filter-all = Tout
replay-filter-people = Personnes
replay-filter-words = Mots
replay-filter-pictures = Dessins
replay-filter-sound = Sons
replay-filter-film = Images animées
replay-filter-decisions = Décisions
replay-filter-rejected = Écartés
replay-did-wrote = a écrit
replay-did-prompted = a souhaité
replay-did-edited = a modifié
replay-did-generated = a généré
replay-did-arranged = a assemblé
replay-did-chose = a choisi
replay-did-approved = a approuvé
replay-did-sent-back = a renvoyé
replay-did-released = a sorti
replay-did-remarked = a fait une remarque
replay-medium-idea = Idée
replay-medium-transcript = Transcription
replay-medium-wish = Souhait
replay-medium-turn = Parole en salle d’écriture
replay-medium-reply = Réponse de la salle d’écriture
replay-medium-bible = Bible de la série
replay-medium-season = Saison
replay-medium-synopsis = Le synopsis
replay-medium-sheet = Fiche du personnage
replay-medium-portrait = Portrait du personnage
replay-medium-script = Scénario
replay-medium-cast = Personnages
replay-medium-screenplay = Scénario à lire
replay-medium-table-read = Répliques de la lecture
replay-medium-voices = Lecture à voix haute
replay-medium-storyboard = Le storyboard
replay-medium-variants = Variantes
replay-medium-answer = Réponse
replay-medium-voice = Voix
replay-medium-panel = Dessin
replay-medium-prompt = Prompt de l’image
replay-medium-still = Image peinte
replay-medium-clip = Plan animé
replay-medium-frame = Dernière image d’un plan
replay-medium-cue = Musique
replay-medium-preview = Aperçu
replay-medium-cut = Épisode
replay-work-of = { $work } · { $part }
replay-part-title = Titre
replay-part-logline = Accroche
replay-part-beat = Temps fort
replay-part-look = Apparence
replay-part-setting = Décor
replay-part-action = Plan
replay-part-line = Réplique
replay-fate-kept = dans l’épisode
replay-fate-kept-open = compte actuellement
replay-fate-used = utilisé
replay-fate-reworked = repris dans une version suivante
replay-fate-replaced = remplacé
replay-fate-rejected = rejeté
replay-words-typed = ses propres mots
replay-words-dictated = ses propres mots, dits à voix haute
replay-words-suggested = mots proposés
replay-words-suggested-then-edited = mots proposés, puis modifiés
replay-words-imported = ses propres mots, importés
replay-removed = Retiré à la demande de son auteur.
replay-read = Lire
replay-prompt = Le prompt
replay-instructions = Consignes
replay-model = modèle
replay-licence = sous licence
replay-seed = graine
replay-cost = coût
replay-seconds = { $seconds } s de calcul
replay-money = { $amount }
replay-built-on = s’appuie sur
replay-version = Version no { $number }
replay-act = Acte { $number }
replay-whose = D’après les mots de { $people }
replay-file = 🎞 Comment cet épisode a été fait, en une page : enregistrez-la et ouvrez-la dans un navigateur. Elle contient ce que chacun a écrit.
menu-replay = Comment l’épisode a été fait
forgotten-name = Quelqu’un
forgotten-words = Retiré à la demande de son auteur
