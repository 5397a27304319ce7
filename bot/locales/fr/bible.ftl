# La bible et la saison d’une série dans le chat : vues, changées dans ses propres mots, planifiées.

menu-bible = La bible : univers, personnages, lieux, faits
menu-season = La saison : ce que raconte chaque épisode
button-bible = 📖 La bible
button-season = 🗓 La saison
series-choose = Quelle série ?

status-book = <b>{ $title }</b> · le livre de la série
stage-planning = J’écris la bible et je planifie les épisodes. Cela prend quelques minutes ; vous pouvez continuer ici pendant ce temps.
stage-book = Le livre de la série : /bible et /season le montrent.
short-planning = en préparation
short-book = livre
step-bible = La bible
step-season = Trames des épisodes

bible-head = 📖 <b>La bible</b> · « { $title } »
bible-empty = Rien n’est encore écrit. La bible dit ce qui vaut pour tous les épisodes : l’univers, son ton, les personnages, les lieux. Écrivez une entrée avec vos propres mots, ou laissez-moi en écrire une première version ; ce que montrent vos épisodes approuvés reste tel quel.
bible-open = à écrire
bible-world = Univers
bible-style = Image
bible-tone = Ton
bible-rating = Pour
rating-everyone = tout public
rating-teens = ados
rating-adults = adultes
bible-cast = Personnages
bible-place = Lieux
bible-prop = Objets
bible-fact = Ce qui est arrivé
bible-no-cast = Il n’y a encore personne.
bible-no-place = Il n’y a encore aucun lieu.
bible-no-prop = Il n’y a encore aucun objet qui compte.
bible-no-fact = Rien n’est retenu pour l’instant. Après un scénario approuvé, /craft propose ce que la suite devrait savoir.
bible-more = { $count ->
    [one] … et un de plus
   *[other] … et { $count } de plus
}
bible-since = après l’épisode { $number } :
bible-name = Nom
bible-look = Allure
bible-speech = Parle
bible-want = Veut
bible-voice = Voix et silhouette
bible-figure = { $sex ->
    [woman] femme
   *[man] homme
}, { $age ->
    [child] enfant
    [teen] ado
    [middle] d’âge mûr
    [old] âge avancé
   *[young] jeune
}
choose-woman = femme
choose-man = homme
choose-child = enfant
choose-teen = ado
choose-young = jeune
choose-middle = âge mûr
choose-old = âge avancé
book-changed = { $words ->
    [suggested] Dernier changement : proposé, repris par { $name }
   *[none] Dernier changement : { $name }
} · { $date }
button-bible-pick = ○ { $what }

button-bible-write = ✦ Écrire ce qui manque
button-bible-say = ✎ { $what }
button-bible-edit = ✎ Changer
button-bible-drop = ✕ Enlever
button-bible-add = ＋ Ajouter
button-bible-list = { $what } · { $count }
button-book-back = ↶ Annuler
button-book-on = ↷ Rétablir
button-book-up = ← Retour

season-head = 🗓 <b>La saison</b> · « { $title } »
season-count = { $count ->
    [one] un épisode
   *[other] { $count } épisodes
}
season-empty = Aucune saison n’est planifiée. Je peux planifier de 10 à 100 épisodes d’un coup : un fil conducteur et, pour chaque épisode, un titre, ce qui se passe, ce qui bascule et ce qui reste ouvert. Chaque trame se modifie avec vos propres mots. /season 24 en planifie 24.
season-busy = Elle est en préparation ; le message qui en parle montre où j’en suis.
season-planned = prévu
season-turn = ↻ { $text }
season-cliffhanger = ⇢ { $text }
plan-head = 🗓 « { $title } » · <b>épisode { $number }</b>
plan-title = Titre
plan-logline = Ce qui se passe
plan-turn = Ce qui bascule
plan-cliffhanger = Ce qui reste ouvert
button-season-plan = { $count } épisodes
button-season-more = ＋ Jusqu’à l’épisode { $count }
button-season-begin = ▶ Commencer l’épisode { $number }
button-season-open = Épisode { $number }

ask-entry-world = Quel est l’univers de la série ? Répondez en une phrase ou deux ; elles restent telles que vous les écrivez.
ask-entry-style = À quoi ressemble l’image : couleurs, lumière, caméra ? Vos mots restent tels quels.
ask-entry-tone = Quel est le ton ? Vos mots restent tels quels.
ask-entry-name = Quel est désormais le nom de { $name } ?
ask-entry-look = Quelle est l’allure de { $name } ? Une phrase ; le dessin la suit.
ask-entry-speech = Comment parle { $name } ?
ask-entry-want = Que veut { $name } ?
ask-entry-place = Quel est ce lieu, et à quoi ressemble-t-il ? « Le toit : des cheminées sous les étoiles »
ask-entry-prop = Quel est cet objet, et à quoi ressemble-t-il ? « La lanterne : en argent, elle est à Ada »
ask-entry-fact = Qu’est-ce qui est vrai à partir de là ?
ask-entry-new-cast = Qui est-ce, et quelle est son allure ? « Wick : un garçon pieds nus à l’écharpe trouée »
ask-entry-new-place = Quel est ce lieu, et à quoi ressemble-t-il ? « Le toit : des cheminées sous les étoiles »
ask-entry-new-prop = Quel est cet objet, et à quoi ressemble-t-il ? « La lanterne : en argent, elle est à Ada »
ask-entry-new-fact = Qu’est-ce qui est vrai ? Un nombre devant dit après quel épisode : « 3 : Ada s’est coupé la main »
ask-entry-arc = De quoi parle la saison, en une phrase ?
ask-entry-title = Quel est le titre de l’épisode { $number } ?
ask-entry-logline = Que se passe-t-il dans l’épisode { $number } ? Une phrase.
ask-entry-turn = Qu’est-ce qui bascule dans l’épisode { $number } ?
ask-entry-cliffhanger = Que laisse ouvert l’épisode { $number } ?
ask-entry-now = <i>Pour l’instant : { $text }</i>

toast-book-back = La version d’avant compte de nouveau.
toast-book-on = La version d’après compte de nouveau.
toast-book-changed = C’est changé.
toast-book-newer = Le livre a changé depuis ; voici où il en est.
invalid-entry-too-long = C’est trop long pour une entrée : 600 caractères au plus.
invalid-no-choice = Ce n’est pas un des choix.
refused-season-too-long = Une saison a 100 épisodes au plus.
refused-begun-already = Cet épisode a commencé : répondez à son synopsis pour dire ce qui doit changer.
refused-no-plan = Le prochain épisode n’a pas encore de trame. /season en planifie d’autres.
refused-no-bible = Il n’y a pas encore de bible. /bible en écrit une.
refused-no-idea = Il n’y a plus d’idée pour planifier : son auteur l’a fait retirer. Écrivez d’abord l’univers de la série dans /bible.

room-plan-offered = Je peux faire planifier { $count ->
    [one] un épisode
   *[other] { $count } épisodes
}, et écrire la bible là où elle manque. Cela prend quelques minutes. J’y vais ?
room-open-offered = L’épisode { $number } est le prochain prévu. Je commence ?
room-entry-offered = Pour le livre, je propose : « { $text } »
room-entry-taken = C’est dans le livre, tel que vous l’avez dit : « { $text } »
offer-plan = { $number ->
    [one] ✓ Planifier un épisode
   *[other] ✓ Planifier { $number } épisodes
}
offer-open = ▶ Commencer l’épisode { $number }
offer-entry = ✓ Dans le livre
refused-no-such-character = Personne de ce nom n’est dans la bible. /bible montre qui y est.
