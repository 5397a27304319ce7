# Ce que les choses coûtent : demandé avant, compté après, et limité.

menu-budget = Ce que la série a coûté, et ce qu’il reste
plan-pieces = { $medium ->
    [clip] { $count ->
        [one] 1 plan filmé
       *[other] { $count } plans filmés
    }
    [cue] { $count ->
        [one] 1 musique
       *[other] { $count } musiques
    }
    [none] tout est déjà là
   *[other] { $count ->
        [one] 1 autre élément
       *[other] { $count } autres éléments
    }
}
button-approve-price = ✓ Approuver · ≈ { $price }
halt-over-budget = Cela coûte environ { $price }, et il reste { $left } { $cap ->
    [episode] pour cet épisode
    [series] pour la série
    [day] pour aujourd’hui
   *[person] pour la personne qui dirige la série
}. Rien n’a été commencé. /budget montre les limites ; qui les a fixées peut les changer.
halt-needs-consent = Cela coûtera environ { $price }. { $spent ->
    [0] Rien n’est encore dépensé
   *[other] { $spent } sont déjà dépensés
} pour cet épisode. Dois-je continuer ?
halt-unpriced = { $model } travaille ailleurs et n’indique pas de prix : aucune limite ne pourrait être tenue. Rien n’a été commencé ; la personne qui me fait tourner peut ajouter un prix, ou lever les limites.
halt-doubtful = La connexion s’est rompue au mauvais moment : { $count ->
    [one] un élément, pour environ { $price }, a pu être fabriqué et payé,
   *[other] { $count } éléments, pour environ { $price }, ont pu être fabriqués et payés,
} et je ne peux pas le savoir. Cela compte comme dépensé. Regardez la facture du service si vous le pouvez.
halt-cramped = La mémoire de cette machine ne suffit pas pour la taille dans laquelle { $model } peint ; { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } tient. Dois-je peindre plus petit ? L’image est ensuite agrandie à la taille du film, un peu moins nette. La personne qui me fait tourner peut aussi choisir un modèle plus petit ; réessayez alors.
halt-spared = Rien de plus n’a été dépensé. Tout ce qui est fait est gardé.
button-spend = ✓ Oui, jusqu’à { $total }
button-spare = ✗ Non
button-repeat = ↻ Redemander, quitte à payer deux fois
button-leave-it = Laisser ainsi
button-repeat-one = ↻ Redemander { $number }
button-unpaid = { $number } n’a pas été payé
button-smaller = ✓ Peindre plus petit : { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) }
toast-spared = Rien n’est dépensé.
invalid-less-than-nothing = Une limite ne peut pas être inférieure à zéro.

budget-head = 💶 <b>Ce que « { $title } » a coûté</b>
budget-here = Tout a été fait sur cette machine jusqu’ici, sans rien coûter. Elle y a travaillé { $minutes ->
    [one] environ une minute
   *[other] environ { $minutes } minutes
}.
budget-spent = Payé : { $spent }. Cette machine a travaillé { $minutes ->
    [one] environ une minute
   *[other] environ { $minutes } minutes
}.
budget-reserved = Réservé ou commandé, pas encore livré : { $reserved }
budget-doubted = Peut-être payé, et compté : { $doubtful }
budget-differs = Les services ont pris { $price } { $more ->
    [yes] de plus
   *[no] de moins
} que la somme réservée.
budget-left = Reste { $cap ->
    [series] pour la série
    [day] pour aujourd’hui
   *[person] pour qui la dirige
} : { $left } sur { $most }
budget-episode-cap = Un épisode peut coûter { $most }.
budget-asks = Au-delà de { $above } par épisode, je demande d’abord.
budget-earlier = { $count ->
    [one] Un épisode plus ancien est compté ci-dessus.
   *[other] { $count } épisodes plus anciens sont comptés ci-dessus.
}
budget-episode = Épisode { $number }
budget-book = Bible, saison et discussions
budget-money = { $spent } dépensés
budget-time = { $minutes } min de machine
budget-second = Chaque seconde du montage approuvé : { $paid ->
    [yes] { $price } et { $seconds } s de machine
   *[no] { $seconds } s de machine
}
budget-doubtful = { $count ->
    [one] <b>Un élément a pu être fabriqué et payé :</b>
   *[other] <b>{ $count } éléments ont pu être fabriqués et payés :</b>
}
budget-doubtful-line = { $count }. { $episode } · { $model } · { $price } · { $day }
budget-limits = <b>Limites de « { $title } »</b>
    Combien la série peut-elle coûter en tout, et combien un épisode avant que je demande ? Les limites de la personne qui me fait tourner valent aussi.
budget-limit-set = <b>{ $title }</b> : { $limit ->
    [series] { $is_set ->
        [yes] la série peut désormais coûter { $most } en tout.
       *[no] la série n’a plus de limite à elle.
    }
   *[ask] { $is_set ->
        [yes] un épisode peut désormais coûter { $most } avant que je demande.
       *[no] je ne demande plus pour la série elle-même.
    }
}
button-limits = Limites
button-budget = ← Ce qu’elle a coûté
button-limit-series = { $mark }{ $most } au plus
button-limit-ask = { $mark }demander dès { $most }
button-no-limit-series = { $mark }pas de limite propre
button-no-limit-ask = { $mark }pas de seuil propre
made-consent = accords de dépense
made-sizing = accords pour peindre plus petit
record-did-allowed = Accords donnés
replay-did-allowed = donne son accord
replay-medium-consent = accord de dépense
replay-medium-sizing = accord pour peindre plus petit
