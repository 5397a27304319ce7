# La salle d’écriture : ce qui est dit pendant qu’une réponse vient, à sa place, et à côté.

menu-talk = Parler de la série

room-thinking = Je réfléchis…
room-reading = Je lis ce qu’il y a…
room-taking-down = Je note vos mots…
room-writing = J’écris…
room-preparing = Je prépare cela…
room-again = Je recommence ma réponse…

room-busy = Le modèle de langue est débordé en ce moment. Vos mots sont gardés : réessayez dans un instant.
room-unreachable = Le modèle de langue ne répond pas. Vos mots sont gardés : réessayez dans un instant.
room-silent = Le modèle de langue s’est tu. Vos mots sont gardés : réessayez.
room-cut-off = La réponse était trop longue et s’est interrompue. Vos mots sont gardés : réessayez, ou demandez moins à la fois.
room-declined = Le modèle de langue n’a pas voulu répondre. Vos mots sont gardés ; d’autres mots aideront peut-être.
room-unreadable = La réponse est illisible. Vos mots sont gardés : réessayez.
room-unavailable = Le modèle de langue est mal réglé ; la personne qui me fait tourner peut lancer « feuilleton doctor ». Vos mots sont gardés.
room-too-much = C’est trop à la fois pour ce modèle de langue. Vos mots sont gardés : dites-le plus brièvement, ou en plusieurs fois.
room-over-turn = Cela dépasse ce qu’une réponse peut prendre. Ce qui est fait reste ; demandez moins à la fois.
room-over-day = Vous avez épuisé ce que la salle accorde à une personne par jour. Elle reprend demain ; boutons et souhaits marchent comme toujours.
room-over-episode = La salle a épuisé ce qu’elle accorde à cet épisode. Vos mots sont gardés ; les boutons et les réponses aux versions marchent comme toujours.
room-overtaken = Quelqu’un a été plus rapide : il y a une version plus récente. Regardez-la, puis redites-le.

room-change-taken = Vos mots sont notés pour l’épisode { $number }. La nouvelle version suit.
room-change-offered = Des plans de l’épisode { $number } sont déjà filmés, et un changement en jette une partie. On y va ?
room-suggested = Pour l’épisode { $number }, je suggère : « { $text } »
room-loglines = Choisissez-en une, et l’épisode suivant commence avec elle. Ou dites ce qui manque.
room-approval = L’épisode { $number } attend une décision. Elle est à vous :
room-one-version = Dans l’épisode { $number }, tout n’a encore qu’une version.
room-versions = L’épisode { $number } a des versions à comparer :
room-undone = La version d’avant compte à nouveau : { $what ->
    [bible] la bible
    [season] la saison
    [script] le scénario
   *[synopsis] le synopsis
}. L’autre est gardée.
room-redone = La version d’après compte à nouveau : { $what ->
    [bible] la bible
    [season] la saison
    [script] le scénario
   *[synopsis] le synopsis
}. L’autre est gardée.
room-undo-offered = Faut-il que la version d’avant compte à nouveau : { $what ->
    [bible] la bible
    [season] la saison
    [script] le scénario
   *[synopsis] le synopsis
} ?
room-redo-offered = Faut-il que la version d’après compte à nouveau : { $what ->
    [bible] la bible
    [season] la saison
    [script] le scénario
   *[synopsis] le synopsis
} ?
room-language-en = anglais
room-language-fr = français
room-language-zh = chinois

refused-no-such-episode = Cet épisode n’existe pas encore.
refused-not-in-its-language = Ce qui en est sorti n’est pas dans la langue de la série : je ne le propose pas. Redemandez.
refused-nothing-to-offer = Il n’en est rien sorti que je puisse proposer. Redites-le avec d’autres mots.
refused-nothing-before = Il n’y a pas de version avant celle-ci.
refused-nothing-after = Il n’y a pas de version après celle-ci.
refused-entry-changed = Quelqu’un a changé cela depuis ma suggestion : rien n’est remplacé. Redites-le si vous le voulez encore.
refused-nothing-to-answer = Cela n’attend plus de réponse : il y en a une, ou vous avez dit autre chose depuis.
refused-not-yours-to-ask-again = Seule la personne qui l’a dit peut redemander une réponse.

offer-begin = { $place ->
    [0] ▶️ Commencer avec cette idée
   *[other] ▶️ Commencer avec le n° { $place }
}
offer-change = { $place ->
    [0] ✅ Modifier l’épisode { $number }
   *[other] ✅ Appliquer le n° { $place }
}
offer-approve = ✅ Approuver l’épisode { $number }
offer-compare = ↔️ Comparer l’épisode { $number }
offer-undo = ↶ { $what ->
    [bible] La bible d’avant
    [season] La saison d’avant
    [script] Épisode { $number } : le scénario d’avant
   *[synopsis] Épisode { $number } : le synopsis d’avant
}
offer-redo = ↷ { $what ->
    [bible] La bible d’après
    [season] La saison d’après
    [script] Épisode { $number } : le scénario d’après
   *[synopsis] Épisode { $number } : le synopsis d’après
}
room-ask-again = 🔁 Réessayer
talk-how = Écrivez après la commande ce dont vous voulez parler : « /talk Que pourrait-il se passer ensuite ? » En privé, vos mots suffisent.
