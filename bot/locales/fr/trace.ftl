# Qui a écrit les mots d’un épisode, quelle version compte, et ce que deux personnes ont écrit au même endroit.

menu-undo = Revenir à la version d’avant
menu-redo = Reprendre la version d’après
undo-counts = ↶ <b>La version { $number } sur { $count } { $what ->
    [retouches] des retouches de l’image
    [script] du scénario
   *[synopsis] du synopsis
} compte maintenant</b> · « { $title } », épisode { $episode }
    La voici plus bas. Toutes les autres sont gardées : un bouton y mène.
undo-nothing = { $way ->
    [back] { $what ->
        [retouches] Cette image n’a pas de version avant celle-ci.
        [script] Personne n’a vu de version du scénario avant celle-ci. Pour revenir en arrière dans le synopsis, répondez /undo à son message.
       *[synopsis] Personne n’a vu de version du synopsis avant celle-ci.
    }
   *[forth] { $what ->
        [retouches] Cette image n’a pas de version après celle-ci.
        [script] Il n’y a pas de version du scénario après celle-ci.
       *[synopsis] Il n’y a pas de version du synopsis après celle-ci.
    }
}
button-undo-back = ↶ La version { $number }
button-undo-forth = ↷ La version { $number }
toast-undone = C’est fait. Rien n’est perdu.

menu-trace = Qui a écrit quoi
button-authors = ✍ Auteurs
marks-own = <u>Souligné</u> : ce qu’une personne a écrit elle-même.
authors-head = ✍ <b>Qui a écrit quoi</b> · « { $title } », épisode { $number }
authors-none = Rien n’est encore écrit.
authors-unnamed = quelqu’un qui ne souhaite pas être nommé
authors-hand = { $words ->
    [dictated] { $name } (à voix haute)
    [imported] { $name } (texte apporté)
    [suggested] une proposition retenue par { $name }
   *[other] { $name }
}
authors-turn = « { $text } »

merge-ask = ⚖ <b>{ $name } a écrit au même endroit avant que vous ne le voyiez.</b> Rien n’est encore changé : que garde-t-on ?
merge-both = { $name } : « { $theirs } »
    Vous : « { $mine } »
merge-chosen = { $way ->
    [both] ✓ Les deux restent : « { $text } »
    [mine] ✓ Votre texte est retenu : « { $text } »
   *[theirs] ✓ L’autre texte reste. Le vôtre n’est pas perdu : vous pouvez le renvoyer. « { $text } »
}
button-merge-both = Garder les deux
button-merge-mine = Prendre le mien
button-merge-theirs = Laisser celui de { $name }
refused-crossed = Quelqu’un a écrit au même endroit avant que vous ne le voyiez. Regardez la dernière version, et redites-le en réponse à celle-ci.
refused-not-yours-to-merge = C’est à l’auteur du second texte de choisir.
