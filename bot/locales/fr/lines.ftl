# Sa propre ligne au générique, avant la sortie.

line-head = 🎬 <b>Votre mention au générique</b> · « { $series } », épisode { $number }
line-title = « { $title } »
line-role = • { $role } ({ $degree }) : { $counts }
line-none = Rien de vous ne se trouve dans le montage tel qu’il est maintenant.
line-name = Imprimé ainsi : <b>{ $name }</b>
line-confirmed = ✓ confirmé
line-unnamed = Votre nom n’apparaît pas : ni dans le film, ni dans ses papiers. Le registre garde ce que vous avez fait, sous un identifiant.
line-silence = Rien n’attend votre réponse : sans un mot de vous, c’est imprimé tel que c’est ici. Votre nom peut changer jusqu’à la sortie, le reste jusqu’à l’approbation du montage.
line-disputed = Vous avez dit que quelque chose est faux ; { $lead } tranche, et d’ici là le montage n’est pas approuvé.
line-renamed = Votre nom sera imprimé ainsi, dans les épisodes suivants aussi. Votre ligne plus haut le dit.
line-passed-on = Je l’ai transmis à qui mène la série. Tant que ce n’est pas tranché, le montage n’est pas approuvé.
button-confirm-line = ✓ Confirmer
button-change-name = ✎ Changer mon nom
button-unname = Ne pas me nommer
button-name-again = Me nommer finalement
button-dispute = Quelque chose est faux
button-withdraw-dispute = C’est juste finalement
ask-name = Comment votre nom doit-il être imprimé au générique de cette série ? Une graphie ou un nom de plume, sur une ligne.
ask-wrong = Qu’est-ce qui est faux dans votre mention ? Dites-le avec vos mots, par exemple : j’ai aussi composé la musique.
toast-line-confirmed = Confirmé. Merci.
toast-named = Votre nom apparaîtra.
toast-unnamed = Votre nom n’apparaîtra pas.
toast-dispute-withdrawn = Cela reste tel quel.
toast-dispute-settled = C’est tranché.
refused-not-yours-to-answer = Seule la personne dont c’est la ligne peut y répondre.
refused-no-line = Rien de vous ne se trouve dans le montage tel qu’il est maintenant.
refused-credits-are-out = L’épisode est sorti, et son générique avec lui. Votre nom pourra changer avant le prochain.
refused-cut-is-approved = Le montage est approuvé : votre nom peut encore changer, mais plus ce qui vous est crédité.
refused-credit-disputed = Quelqu’un dit que sa mention au générique est fausse. Le montage pourra être approuvé quand qui mène la série aura tranché.
invalid-no-name = Il n’y a pas de lettre là-dedans. Envoyez-moi le nom tel qu’il doit être imprimé.
invalid-long-name = Cela fait plus de 60 caractères et ne tient pas sur le carton de fin. Envoyez-moi un nom plus court.

dispute-of = ⚖ <b>Une mention est contestée</b> · « { $series } », épisode { $number }
dispute-said = { $name } dit :
dispute-now = Au générique, tel qu’est le montage :
dispute-ledger = Ce que dit le registre de { $name } :
dispute-nothing = Il n’a aucun acte de sa part dans cet épisode.
dispute-survived = { $done }, { $count ->
    [0] rien de cela dans le film
   *[other] dont { $count } dans le film
}
dispute-ask = Gardez la mention telle quelle, ou donnez un rôle de plus. D’ici là le montage ne peut pas être approuvé. Ce que vous décidez est consigné comme votre jugement.
dispute-role = Quel rôle créditer à { $name } ?
dispute-kept = <b>{ $lead } garde la mention telle quelle.</b>
dispute-granted = <b>{ $lead } donne à { $name } une mention de plus : { $role }.</b>
dispute-withdrawn = <b>{ $name } laisse finalement tel quel.</b>
button-keep-credit = Garder tel quel
button-grant = Donner la mention
button-case = ‹ Retour

did-settled = { $count } par arbitrage
did-sent-back = { $count ->
    [one] { $count } renvoyé
   *[other] { $count } renvoyés
}
did-remarked = { $count ->
    [one] { $count } remarque
   *[other] { $count } remarques
}
sheet-unnamed = { $count ->
    [one] Une personne de plus a mérité une mention et n’a pas souhaité être nommée.
   *[other] { $count } personnes de plus ont mérité une mention et n’ont pas souhaité être nommées.
}
credits-unnamed = { $count ->
    [one] Une personne de plus n’a pas souhaité être nommée.
   *[other] { $count } personnes de plus n’ont pas souhaité être nommées.
}
replay-did-disputed = a contesté une mention
replay-did-settled = a tranché sur une mention
replay-nobody = Une personne qui ne souhaite pas être nommée
