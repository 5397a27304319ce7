# Ce que dit le bot. Les textes sont du HTML de Telegram ; les valeurs sont échappées avant d’arriver ici.

welcome =
    <b>Bienvenue chez Feuilleton, { $name }.</b>
    Une salle d’écriture et un petit studio dans cette conversation. Dites-moi une idée en une ou deux phrases ; j’écris, je dessine, je fais parler et je monte avec vous un épisode vertical de 15 à 30 secondes. Vous approuvez chaque étape, et toute personne qui participe est créditée.

    <i>Envoyez-moi votre idée.</i>
help =
    <b>Comment ça marche</b>
    1. Envoyez une idée. J’écris un synopsis.
    2. Approuvez-le, ou écrivez simplement ce qu’il faut changer.
    3. J’écris le scénario, j’enregistre les voix et je dessine le storyboard. Répondez à un dessin pour ne changer que ce plan.
    4. Je tourne, je compose et je monte. Vous recevez un aperçu, puis l’épisode avec son générique.
    Posez vos questions à tout moment : la salle d’écriture répond. Un message vocal, une image ou un scénario en fichier conviennent aussi.

    <b>Commandes</b>
    { $commands }

    Dans un groupe, les superviseurs approuvent avec un bouton, ou répondent à une version en disant ce qu’il faut changer.
help-group =
    <b>Feuilleton dans un groupe</b>
    /team – choisir la série que ce groupe supervise. Qui veut superviser appuie sur le bouton sous la réponse ; la créatrice ou le créateur confirme.
    /talk – parler de la série avec la salle d’écriture.
    Les versions arrivent ici. Les superviseurs approuvent avec un bouton, ou répondent à une version en disant ce qu’il faut changer.
greet-group = <b>Bonjour, { $title }.</b> J’apporte ici les versions à approuver. Qui a créé une série écrit /team pour choisir laquelle.
ask-idea = De quoi parle la nouvelle série ? Répondez en une ou deux phrases.
ask-episode = Que se passe-t-il dans le prochain épisode de « { $title } » ? Répondez en une ou deux phrases.
ask-reason = Que faut-il changer dans « { $title } » ? Répondez à ce message avec vos mots. Vous pouvez nommer un plan (« plan 3 ») ou un moment (« 0:12 »).

status-idea = « { $idea } » · épisode 1
status-head = <b>{ $title }</b> · épisode { $number }
stage-writing = J’écris le synopsis.
stage-cast-review = Les personnages attendent une approbation : le bouton les approuve, vos mots les changent.
stage-boarding = Je travaille au storyboard : scénario, voix et images.
stage-shooting = Je tourne, je compose la musique et je monte l’aperçu.
stage-finishing = Je fais le montage final en grand format.
stage-synopsis-review = Le synopsis attend une approbation : le bouton l’approuve, vos mots le changent.
stage-script-review = Le scénario attend une approbation : le bouton l’approuve, vos mots le changent.
stage-voices-review = Les voix attendent une approbation : le bouton les approuve, vos mots les changent.
stage-storyboard-review = Le storyboard attend une approbation : le bouton l’approuve, vos mots le changent.
stage-cut-review = Le montage attend une approbation : le bouton l’approuve, vos mots le changent.
stage-released = Sorti. /credits dit qui a fait quoi ; votre prochaine idée peut en être la suite.
stage-halted = Le travail est arrêté. /status dit pourquoi, et comment le reprendre.
stage-left = La suite est plus bas.
step-synopsis = Synopsis
step-sheet = Planches des personnages
step-portrait = Portraits des personnages
step-script = Scénario
step-voice = Voix
step-voices = Lecture à voix haute
step-panel = Storyboard
step-still = Images peintes
step-clip = Plans animés
step-cue = Musique
step-preview = Aperçu
step-cut = Montage final
short-writing = écriture
short-boarding = dessin
short-shooting = tournage
short-finishing = finitions
short-cast-review = personnages à approuver
short-script-review = scénario à approuver
short-voices-review = voix à approuver
short-synopsis-review = synopsis à approuver
short-storyboard-review = storyboard à approuver
short-cut-review = montage à approuver
short-released = sorti
short-halted = arrêté

halt-cancelled = Vous avez arrêté le travail. Tout ce qui est fait est gardé, et « Réessayer » reprend à partir de là.
halt-writers-block = Les réponses du modèle de langue étaient inutilisables, plusieurs fois de suite. Rien n’est perdu : réessayez, ou dites-le autrement.
halt-unavailable = Il manque quelque chose au studio sur cette machine. Rien n’est perdu : la personne qui me fait tourner peut lancer « feuilleton doctor », puis réessayez.
halt-invalid-request = Cela ne peut pas se faire tel quel. Dites ce qu’il faut changer, ou réessayez.
halt-try-again = Un service n’a pas répondu. Rien n’est perdu ; réessayez dans un instant.
halt-declined = Le modèle ne veut pas le faire en ces termes. Rien n’est perdu : dites-le autrement (pour une image : /prompt et le numéro du plan), ou réessayez.
halt-bad-result = Ce qui est revenu n’était pas utilisable. Rien n’est perdu ; réessayez.
halt-internal = Quelque chose s’est cassé dans le studio, c’est noté. Rien n’est perdu ; réessayez.
halt-detail = <i>En détail, en anglais : { $detail }</i>

draft-synopsis = 📝 <b>Synopsis</b> · « { $title } », épisode { $number }
draft-storyboard = 🎨 <b>Storyboard</b> · « { $title } », épisode { $number }
draft-cut = 🎬 <b>Aperçu</b> · « { $title } », épisode { $number }
draft-cast-list = <b>Personnages</b>
draft-ask = Approuvez avec le bouton, ou écrivez ce qu’il faut changer.
draft-ask-group = Les superviseurs décident avec les boutons. Toute l’équipe : répondez à ce message en disant ce qu’il faut changer ; « 0:12 » ou « plan 3 » dit où.
draft-waits = C’est entre les mains des superviseurs. Vous pouvez encore écrire ce qu’il faut changer.
draft-line = { $name } : « { $text } »
draft-no-sheets = La planche n’a pas pu être dessinée pour : { $names }. Le texte reste valable, et le dessin continue sans elle.
draft-plan-stills = Après approbation, jusqu’à { $count } { $count ->
    [one] image est peinte
   *[other] images sont peintes
} pour le storyboard. { $timed ->
    [yes] Cela prend { $minutes ->
        [0] un moment
        [one] environ une minute
       *[other] environ { $minutes } minutes
    }
   *[no] La durée n’est pas encore connue,
} et cela { $cost ->
    [free] ne coûte rien.
    [paid] coûte environ { $price }.
   *[unknown] peut être payant : le service utilisé n’indique pas de prix.
}
draft-plan = Après l’approbation, je tourne et je monte { $kind ->
    [cut] l’épisode en pleine taille
   *[other] un aperçu
} : { $pieces }. { $timed ->
    [yes] Cela prend { $minutes ->
        [0] un moment
        [one] environ une minute
       *[other] environ { $minutes } minutes
    }
   *[no] La durée n’est pas encore connue,
} et cela { $cost ->
    [free] ne coûte rien.
    [paid] coûte environ { $price }.
   *[unknown] peut être payant : le service utilisé n’indique pas de prix.
}
draft-approved = <b>Approuvé.</b>
draft-sent-back = <b>Renvoyé.</b>
draft-superseded = <b>Remplacé par une version plus récente.</b>

button-approve = ✓ Approuver
button-send-back = ↩ Renvoyer
button-cancel = Arrêter
button-resume = ↻ Réessayer
button-place = { $title } · épisode { $number }
button-new = ＋ Nouvelle série
button-new-episode = ＋ Épisode suivant
button-credits = Générique
button-volunteer = 🙋 Je supervise
button-confirm = ✓ Oui
button-decline = ✗ Non

library = { $count ->
    [one] Un épisode. Touchez-le pour le voir.
   *[other] { $count } épisodes. Choisissez-en un pour le voir.
}
library-empty = Vous n’avez pas encore de série. Envoyez-moi une idée en une phrase, et nous commençons.
none-yet = Il n’y a pas encore d’épisode. Envoyez-moi une idée en une phrase, et nous commençons.
none-in-group = Ce groupe n’a pas encore de série. Qui en a créé une écrit /team ici ; une nouvelle commence par une idée en privé.

wish-taken = C’est noté : « { $text } ». Je m’en occupe.
released = 🎉 <b>{ $title }</b> · l’épisode { $number } est sorti.
released-file = L’épisode en grand format, prêt à publier.
released-not-yet = Rien n’est encore sorti ; le générique se compte sur le montage sorti. /status dit où en est le travail.
credits-head = <b>Générique</b> · { $title }, épisode { $number }
credits-name = <b>{ $name }</b> ({ $acts })
credits-label = Fait avec l’IA ; le film le dit. Les rôles viennent du registre de ce que chacun a fait.
acts = { $count ->
    [one] { $count } acte
   *[other] { $count } actes
}

language-ask = Dans quelle langue dois-je vous parler ?
language-set = Je vous parle français à présent.

place-ask = Où va « { $idea } » ? Cette idée peut continuer une de vos séries ou en commencer une nouvelle.
place-chosen = « { $idea } » devient l’épisode { $number } de « { $title } ».
place-new = « { $idea } » ouvre une nouvelle série.

team-choose = Quelle série ce groupe supervise-t-il ?
team-none = Vous n’avez pas encore de série. Écrivez-moi d’abord une idée en privé.
team-bound = Ce groupe supervise désormais « { $title } ». Les versions arriveront ici. Qui supervise ?
team-bound-private = Le groupe « { $group } » supervise désormais « { $title } ».
team-volunteer = { $name } voudrait superviser « { $title } ». { $creator }, c’est bien cela ?
team-named = { $name } supervise désormais « { $title } ».

toast-approved = Approuvé. Merci.
toast-working = Je m’en occupe.
toast-cancelling = J’arrête…
toast-volunteered = La créatrice ou le créateur confirmera.
toast-already = C’était déjà décidé. Rien n’a changé.
toast-outdated = Il y a une version plus récente ci-dessous.
toast-idea-gone = Votre message avec l’idée n’est plus là. Envoyez-la-moi de nouveau.
toast-not-a-button = Ce bouton ne sert plus.
refused-not-yours-to-decide = Seuls les superviseurs de cette série décident. La personne qui l’a créée peut vous nommer.
refused-not-yours-to-write = Seule l’équipe de cette série peut la changer. Commencez la vôtre avec /new.
refused-not-yours-to-steer = Seule la personne qui a créé cette série peut le faire. Commencez la vôtre avec /new.
refused-not-yours-to-staff = Seule la personne qui a créé cette série peut le faire.
refused-not-at-this-stage = Ce n’est pas possible à cette étape. /status dit où en est le travail.
refused-nothing-to-cancel = Il n’y a rien à arrêter en ce moment. /status dit où en est le travail.
refused-nothing-to-resume = Rien n’est arrêté. /status dit où en est le travail.
invalid-empty = Il n’y a pas de mots dans ce message. Dites-moi en une phrase votre idée, ou ce qu’il faut changer.
invalid-too-long = Cela fait plus de 4 000 caractères. Envoyez-moi l’essentiel en plus court.
invalid-abusive = Je ne travaille pas avec cela. Racontez-moi une histoire avec d’autres mots, et je suis à vous.
not-text = Je ne sais pas encore m’en servir. Dites-le avec des mots, à voix haute, avec une photo, ou envoyez un texte en fichier.
unknown-command = Je ne connais pas cette commande. /help dit tout ce que je sais faire.
slow-down = Cela fait beaucoup d’un coup. Laissez-moi un instant, puis continuez.
went-wrong = Quelque chose s’est cassé, c’est noté ({ $incident }). Rien n’est perdu ; veuillez réessayer.

menu-start = Bonjour, et comment ça marche
menu-new = Commencer une nouvelle série
menu-series = Vos séries et vos épisodes
menu-episode = L’épisode en cours
menu-status = Où en est le travail
menu-credits = Qui a fait quoi
menu-language = La langue dans laquelle je vous parle
menu-team = Qui fait la série, et comment elle se décide
menu-cancel = Arrêter le travail en cours
menu-help = Comment ça marche

paper-cast = Personnages
card-credits = Générique
