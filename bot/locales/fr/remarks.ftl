# Ce qu’on dit des versions, en liste à traiter.

menu-remarks = Les remarques à traiter
draft-remarks = 💬 { $count ->
    [one] Une remarque
   *[other] { $count } remarques
}
remarks-head = 💬 <b>{ $count ->
    [one] Une remarque
   *[other] { $count } remarques
}</b> · « { $title } », épisode { $number }
remarks-none = 💬 Toutes les remarques sur « { $title } », épisode { $number }, sont traitées.
remarks-more = … et { $count } de plus, une fois celles-ci traitées.
remark-shot = plan { $number }
remark-whole = sur l’ensemble
button-work-on = { $number } · Appliquer
button-leave-remark = { $number } · Laisser
toast-left = On n’y touche pas.
toast-sent-back = Renvoyé avec toutes les remarques.
refused-not-yours-to-remark = Seule l’équipe de cette série fait des remarques ici. /team montre comment y entrer.

# Les remarques dites à voix haute.

button-play-remark = ▶ { $number }
spoken-about-what = Je garde ce que vous dites à voix haute comme remarque quand cela répond à une version. Répondez à la version, ou dites-le-moi par écrit : je ne sais pas écouter ici.
invalid-spoken-too-long = Un message parlé dure deux minutes au plus. Dites-le plus court, ou écrivez-le.
refused-only-spoken = Cette remarque a été dite à voix haute : écrivez ce qu’il faut faire.
ask-spoken = Que faut-il faire de la remarque de { $name } ci-dessus ? Répondez à ce message avec vos mots.
ask-heard = { $count ->
    [one] Ce qui a été dit à voix haute de « { $title } » est gardé ci-dessus : écrivez ce qu’il faut changer, en réponse à ce message.
   *[other] Les { $count } remarques dites à voix haute sur « { $title } » sont gardées ci-dessus : écrivez ce qu’il faut changer, en réponse à ce message.
}
toast-sound-gone = Il n’y a plus rien à écouter.
