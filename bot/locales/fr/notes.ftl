# Ce qui n’a pas pu se faire comme demandé.

draft-notes = <b>À savoir</b>
note-more = { $count ->
    [one] – et une autre remarque
   *[other] – et { $count } autres remarques
}
note-of-shots = { $count ->
    [one] Plan { $numbers } :{ " " }
   *[other] Plans { $numbers } :{ " " }
}
note-somebody = quelqu’un
note-said = { $text }
note-word-replaced = le dessinateur ne connaît pas « { $asked } » ({ $kind ->
    [place] lieu
    [hour] heure
    [weather] temps
    [mood] ambiance
    [framing] cadre
    [angle] angle
    [lens] focale
    [pose] pose
    [gaze] regard
    [expression] expression
    [facing] orientation
    [position] position
    [prop] objet
    [feature] trait
    [move] mouvement de caméra
   *[other] apparence
}) ; il a dessiné « { $drawn } ».
note-word-left-out = le dessinateur ne connaît pas « { $asked } » ({ $kind ->
    [place] lieu
    [hour] heure
    [weather] temps
    [mood] ambiance
    [framing] cadre
    [angle] angle
    [lens] focale
    [pose] pose
    [gaze] regard
    [expression] expression
    [facing] orientation
    [position] position
    [prop] objet
    [feature] trait
    [move] mouvement de caméra
   *[other] apparence
}) et l’a laissé de côté.
note-named-twice = un personnage est nommé deux fois et dessiné une fois.
note-too-many = { $drawn } personnages sur { $asked } sont dessinés : davantage ne tiendraient pas dans une image verticale.
note-sits-in-car = personne ne tient debout dans une voiture, quelqu’un est donc assis.
note-one-person = ce cadre montre une seule personne ; { $others ->
    [one] une autre n’y est pas.
   *[other] { $others } autres n’y sont pas.
}
note-two-people = ce cadre montre deux personnes ; { $others ->
    [one] une autre n’y est pas.
   *[other] { $others } autres n’y sont pas.
}
note-two-needed = ce cadre ({ $framing }) demande deux personnages, il n’y en a qu’un. C’est un plan rapproché.
note-faces-do-not-fit = { $count } visages ne tiennent pas dans ce cadre ({ $framing }). C’est un plan rapproché.
note-lies-and-stands = l’un est couché, l’autre non, c’est donc un plan moyen.
note-do-it-together = ce qui se fait à deux, les deux le font ici.
note-needs-two = un geste à deux demande deux personnes seules dans le plan.
note-side-kept = la caméra reste de son côté de la ligne, les places ont donc été échangées.
note-looks-down = quelqu’un est couché, la caméra regarde donc vers le bas.
note-only-high = à la verticale, ce cadre ({ $framing }) cacherait le visage ; la caméra est seulement en plongée.
note-insert-by-luck = l’insert ne nomme rien que le dessinateur connaisse ; l’objet dessiné est deviné.
note-rule-face = le visage de { $who } est détourné.
note-rule-frame = le visage de { $who } est coupé par le cadre.
note-rule-headroom = il y a trop ou trop peu d’air au-dessus de la tête de { $who }.
note-rule-joint = le cadre coupe { $who } à une articulation.
note-rule-covered = le visage de { $who } est en partie caché.
note-rule-eyeline = { $who } ne regarde pas tout à fait l’autre.
note-rule-shoulder = l’épaule au premier plan n’est pas tout à fait à sa place.
note-rule-captions = les sous-titres passent sur le visage de { $who }.
note-rule-small = le visage de { $who } est petit pour ce cadre.
note-light-animation = ce studio anime léger : les corps sont dessinés une fois, les visages bougent.
note-robotic-voice = cette voix est robotique (eSpeak NG), car les voix neuronales ne servent pas ici.
note-nearest-speaker = le modèle vocal n’a personne de l’âge et du sexe choisis pour un rôle ; la voix la plus proche, { $speaker }, le dit.
note-foreign-speaker = le modèle vocal n’a personne pour cette langue ; { $speaker }, dont ce n’est pas la langue, la parle.
note-letters-unspoken = le modèle vocal ne connaît pas ces caractères et les a omis : « { $letters } »
note-speed-not-taken = le modèle vocal garde sa propre vitesse.
note-clip-short = il manque { $frames } images au plan animé { $number } ; sa dernière image est tenue.
note-chat-without-schema = le service de langue n’accepte pas de schéma ; ses réponses ont été vérifiées ensuite.
note-chat-without-seed = le service de langue n’accepte pas de graine ; la même question peut donner une autre réponse.
note-chat-without-temperature = le service de langue garde sa propre température.
note-told-by-card = épisode { $episode } : le modèle de langue n’a pas trouvé de bonne phrase pour { $what } ; la carte tirée pour elle, ou la trame, y figure telle quelle.
note-drawn-as-person = { $who } a l’apparence d’une personne : le dessinateur ne sait pas dessiner tous les animaux.
note-look-unasked = le modèle de langue n’a pas dit à quoi ressemble { $who } ; le studio a choisi.
note-blocking-unasked = le modèle de langue n’a pas dit où se tiennent les personnages ; le studio a choisi.
note-no-layout = ce modèle ne sait pas suivre le dessin ; la composition est la sienne.
note-no-references = ce modèle ne prend pas d’images des personnages ; il ne les connaît que par les mots.
note-fewer-references = ce modèle a vu { $taken } des { $asked } images des personnages : il n’en prend pas plus.
note-negative-ignored = ce modèle ne prend pas de mots pour ce qu’il ne faut pas voir ; ils ont été laissés de côté.
note-retouch-by-words = ce modèle ne suit pas d’instructions ; il a repeint l’image d’après les mots.
note-upscaled-plainly = l’image a été agrandie sans modèle : elle gagne en taille, pas en détail.
note-painted-smaller = la mémoire ne suffisait pas pour la taille du modèle : peint en { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) }, comme convenu, puis agrandi.
note-clip-mouths-still = le modèle qui anime les plans n’entend pas les voix : les bouches ne suivent pas les paroles.
note-clip-end-left-out = le modèle qui anime les plans n’accepte pas d’image de fin ; il finit où il veut.
note-clip-continued = plus long que ce que le modèle fait d’un coup : la suite repart de la dernière image faite, en { $parts } parties.
note-continues-left-out = le plan { $shot } commence ici par une coupe et n’enchaîne pas sur l’image d’avant : il faut pour cela un modèle qui anime les images.
note-continues-unseen = le plan { $shot } enchaîne sur le précédent, et son image à lui ne se verra pas dans le film : le modèle qui anime les plans n’accepte pas d’image de fin.
note-clip-sound-left-out = le son que le modèle a fait avec un plan est écarté ; l’épisode a le sien.
note-cue-from-parts = ce morceau est plus long que ce que le modèle fait d’un coup : { $parts } parties s’y enchaînent en fondu.
note-remote-clip-held = il manque { $frames } images au plan venu d’ailleurs ; sa dernière image est tenue.
note-remote-cue-short = il manque { $seconds } secondes à la musique venue d’ailleurs ; elle est suivie de silence.
note-still-without-seed = ce service de peinture n’accepte pas de graine ; la même demande donne une autre image.
note-prompt-untranslated = « { $text } » n’a pas pu être traduit en anglais pour le modèle d’images, et lui a été transmis tel quel.
