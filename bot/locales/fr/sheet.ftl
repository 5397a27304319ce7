# La feuille des crédits : ce qui y figure, et comment on la demande.

paper-authorship = Crédits et contributions
sheet-released = sorti le { $date }
sheet-people = Personnes
sheet-name = Nom
sheet-role = Rôle
sheet-degree = Degré
sheet-acts = Ce qui est dans le film
sheet-time = Temps actif
sheet-minutes = environ { $minutes } min
degree-lead = principal
degree-equal = à égalité
degree-supporting = en appui
did-wrote = { $count ->
    [one] { $count } texte écrit
   *[other] { $count } textes écrits
}
did-prompted = { $count ->
    [one] { $count } demande en mots
   *[other] { $count } demandes en mots
}
did-edited = { $count ->
    [one] { $count } retouche
   *[other] { $count } retouches
}
did-generated = { $count ->
    [one] { $count } résultat
   *[other] { $count } résultats
}
did-arranged = { $count ->
    [one] { $count } assemblage
   *[other] { $count } assemblages
}
did-chose = { $count } choix
did-approved = { $count ->
    [one] { $count } approbation
   *[other] { $count } approbations
}
sheet-tools = Outils
sheet-tool = Modèle ou programme
sheet-version = Version
sheet-licence = Licence
sheet-made = A produit
sheet-results = Résultats
made-idea = idée
made-transcript = transcriptions
made-wish = souhaits
made-turn = paroles
made-reply = réponses
made-bible = bible de la série
made-season = saison
made-synopsis = synopsis
made-sheet = planches des personnages
made-portrait = portraits des personnages
made-script = scénario
made-cast = personnages
made-screenplay = scénario à lire
made-table-read = lecture à voix haute
made-voices = lecture à voix haute, en son
made-storyboard = storyboard
made-variants = variantes
made-answer = textes
made-voice = voix
made-panel = dessins
made-prompt = prompts d’image
made-still = images peintes
made-clip = plans animés
made-frame = images entre deux plans
made-cue = musique
made-preview = aperçu
made-cut = montage final
sheet-choices = Les choix humains en chiffres
choices-written = idées écrites par des personnes
choices-typed = souhaits dans leurs propres mots
choices-suggested = suggestions reprises telles quelles
choices-altered = suggestions reprises et modifiées
choices-choices = choix entre plusieurs propositions
choices-shown = propositions montrées pour ces choix
choices-approved = approbations
choices-sent-back = renvois avec demande de changement
choices-rounds = versions soumises à relecture
choices-results = résultats produits par les outils
choices-kept = parmi eux, présents dans le film
sheet-timeline = Les étapes
sheet-step = Étape
sheet-opened = Premier envoi
sheet-versions = Versions
sheet-approved = Approbation
sheet-begun = Idée
reviewed-synopsis = Synopsis
reviewed-cast = Personnages
reviewed-script = Scénario
reviewed-voices = Voix
reviewed-storyboard = Storyboard
reviewed-cut = Aperçu
sheet-ended = Sortie
sheet-ledger = Ce qui le prouve
sheet-cut = Film (SHA-256)
sheet-entries = Registre
sheet-sealed = { $size } entrées, scellé le { $date }
sheet-last = Dernière entrée
sheet-key = Clé publique
sheet-statement = Recours à l’IA, et limites de cette feuille
sheet-tools-made = Les outils ci-dessus ont généré ou calculé, à la demande de personnes : { $media }. Le film porte une mention qui le dit.
sheet-no-tools = Le registre ne montre aucun outil qui ait produit une partie de ce film.
sheet-people-did = Les personnes ont fait ce qui est compté sous leur nom. Approuver, c’est superviser, et ce n’est compté pour rien d’autre. Un outil est nommé pour ce qu’il a produit ; il n’est pas auteur.
sheet-limits = Les nombres viennent du registre de ce qui s’est passé ; ce ne sont pas des parts. Principal : seul dans le rôle, ou plus du double d’actes du suivant ; en appui : moins de la moitié du plus grand nombre. Le temps actif est une estimation : entre deux actes comptent cinq minutes au plus. Cette feuille ne décide ni qui est auteur, ni ce que la loi protège.

button-authorship = 📜 Feuille des crédits
printed-authorship = Qui a fait cet épisode, sur une page à garder.
refused-not-released-yet = La feuille vient avec la sortie. /status dit ce que l’épisode attend.
