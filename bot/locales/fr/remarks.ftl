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
button-work-on = { $number } · À faire
button-leave-remark = { $number } · Laisser
toast-left = On n’y touche pas.
toast-sent-back = Renvoyé avec toutes les remarques.
refused-not-yours-to-remark = Seule l’équipe de cette série fait des remarques ici. /team montre comment y entrer.
