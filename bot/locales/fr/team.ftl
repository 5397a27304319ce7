# L’équipe d’une série.

team-ask = L’équipe de quelle série ?
team-page = 👥 <b>Équipe</b> · « { $title } »
team-member = • <b>{ $name }</b> — { $roles }
team-away = (absence ; { $deputy } décide en attendant)
team-rules = Approbations nécessaires : { $kinds }. { $own ->
    [yes] Chacun peut approuver son propre travail.
   *[no] Personne n’approuve son propre travail.
}
kind-synopsis = Synopsis
kind-cast = Personnages
kind-script = Scénario
kind-voices = Voix
kind-storyboard = Storyboard
kind-cut = Aperçu
quorum-one = 1
quorum-two = 2
quorum-all = tous
own-yes = Son travail : oui
own-no = Son travail : non
rules-ask = Comment l’équipe de « { $title } » décide-t-elle ? Dites combien de personnes approuvent chaque version, et si l’on peut approuver ce qu’on a fait soi-même.
policy-agreed = « { $title } » : l’équipe décide autrement désormais.
draft-count = { $said ->
    [0] Personne n’a encore approuvé ; il faut { $needs } approbations.
   *[other] ✓ { $said } sur { $needs } : { $names }
}
team-volunteer-role = { $name } voudrait rejoindre « { $title } » ({ $role }). { $creator }, c’est bien cela ?
team-joined = { $name } a rejoint « { $title } » ({ $role }).
told-member-left = { $name } a quitté l’équipe de « { $title } ».
told-lead-handed = { $name } mène désormais « { $title } », à la suite de { $before }.
told-deputy-named = { $name } s’absente : { $deputy } décide pour « { $title } » en attendant.
told-deputy-freed = { $name } est de retour et décide à nouveau pour « { $title } ».
volunteer-ask = Dans quel rôle voulez-vous rejoindre « { $title } » ?
invite-ask = Dans quel rôle quelqu’un rejoindra-t-il « { $title } » ? Je fais un lien ; qui l’a peut entrer tant que vous ne l’annulez pas.
role-ask = Quel rôle de plus dans « { $title } » ?
invited = Envoyez ce lien à qui vous voulez dans « { $title } » ({ $role }) :
join-ask = { $name } vous invite dans « { $title } » ({ $role }).
join-done = Vous y êtes. /team montre qui d’autre y est, /series ce qu’il y a.
away-ask = Qui décide à votre place jusqu’à votre retour ?
away-alone = Il n’y a encore personne dans l’équipe pour vous remplacer. Invitez d’abord quelqu’un.
role-teacher = Enseignement
role-student = Études
button-role = ＋ Un rôle de plus
button-hand-over = Confier la direction
button-dismiss = Retirer de l’équipe
button-team = ‹ Équipe
button-invite = ＋ Inviter
button-rules = ⚖ Règles
button-away = Je m’absente
button-return = Je suis de retour
button-leave = Quitter l’équipe
button-withdraw = Annuler tous les liens
button-join = ✓ Rejoindre
button-other-role = Un autre rôle
button-bind = ＋ Une autre série
toast-in-already = Vous avez déjà ce rôle.
toast-withdrawn = Les liens sont annulés.
refused-own-work = C’est votre propre travail : votre équipe veut que d’autres l’approuvent.
refused-not-yours-to-prompt = Seule l’équipe de cette série peut changer ses images. Commencez la vôtre avec /new.
refused-no-such-invitation = Ce lien n’est plus valable. Demandez-en un autre.
refused-nothing-to-withdraw = Il n’y a pas de lien à annuler.
refused-leads-the-series = Qui mène la série ne peut pas partir. Confiez d’abord la direction.
refused-not-a-member = Cette personne n’est pas dans l’équipe.
refused-not-a-role-to-give = Ce rôle ne se donne à personne.
