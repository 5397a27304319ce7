# Ce à partir de quoi un plan est peint.

menu-prompt = Le prompt d’un plan : /prompt 3
menu-prompts = Les prompts qui ont fait leurs preuves dans la série
prompt-how = /prompt 3 montre le prompt du plan 3. Ou répondez à une image par /prompt, ou par « prompt : … » pour le dire avec vos mots.
prompt-head = <b>Prompt du plan { $number }</b> · { $title }
prompt-text = <blockquote>{ $text }</blockquote>
prompt-removed = <i>Ces mots ont été retirés à la demande de leur auteur.</i>
prompt-negative = <b>Pas dans l’image :</b> { $text }
prompt-negative-unread = <b>Pas dans l’image</b> (ce modèle n’en tient pas compte) : { $text }
prompt-stale = ⚠ Écrit avant la dernière modification du plan. « Recomposer » laisse le studio le formuler d’après le plan actuel.
prompt-by = { $by ->
    [person] Écrit par { $name }
   *[studio] Composé par le studio, qui écrit en anglais,
} pour { $model }{ $family ->
    [none] { "" }
   *[other] { " " }({ $family })
}.
prompt-draws = Ce studio dessine ses images et n’en peint pas : voici ce qui serait dit à un modèle. La personne qui gère le studio en assigne un avec <code>{ $setting }</code> ; <code>{ $command }</code> liste ce qui convient à la machine.
prompt-not-yet = Voici ce qui serait dit à { $model }. Vous pourrez le modifier une fois le storyboard peint.
ask-prompt = À partir de quoi le plan { $number } est-il peint ? Répondez à ce message par le prompt entier.
ask-prompt-negative = Que ne doit-on pas voir dans l’image du plan { $number } ? Répondez à ce message ; « - » pour rien.
button-prompt-rewrite = ✎ Réécrire
button-prompt-negative = ⊘ À éviter
button-prompt-undo = ↶ Annuler
button-prompt-compose = ⟳ Recomposer
button-prompt-book = 📖 Livre
prompts-head = <b>Les prompts qui ont fait leurs preuves</b> · { $title }
prompts-line = <b>{ $number }</b> · épisode { $episode }, plan { $shot } · { $model } · { $by ->
    [person] { $name }
   *[studio] le studio
}
    <i>{ $text }</i>
prompts-take-up = Un numéro reprend son prompt pour le plan.
prompts-how = Pour en reprendre un, ouvrez le livre depuis /prompt 3.
prompts-none = Aucun prompt de « { $title } » n’a encore figuré sur un storyboard approuvé. /prompt 3 montre celui du plan 3.
refused-draws = Ce studio dessine ses images : il n’y a pas de prompt à modifier. /prompt 1 dit comment assigner un modèle.
refused-no-prompt-yet = Ce plan n’est pas encore peint. Son prompt arrive avec le storyboard.
refused-no-such-prompt = Ce prompt n’est pas de cette série.
