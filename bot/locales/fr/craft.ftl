# Ce qui est faible dans un épisode, ce qui contredit sa série, et ce qui l’arrangerait.

menu-craft = Ce qui est faible dans l’épisode, et quoi faire
button-craft = ✎ Peaufiner
button-craft-do = ✓ { $number } · { $fix }
button-craft-keep = ＋ { $number }
button-craft-drop = ✕ { $number }
craft-head = ✎ <b>À peaufiner</b> · « { $title } », épisode { $number }
craft-clean = Je n’y trouve rien de faible.
craft-settled = Il ne reste rien à régler dans cette version.
craft-more = { $count ->
    [one] … et encore un point
   *[other] … et { $count } autres points
}
craft-ask = ✓ fait le changement, ＋ le met dans la bible, ✕ laisse tel quel.
craft-fact = à partir de l’épisode { $number }, la série pourrait s’en souvenir : « { $text } »
craft-shot = Plan { $number } :
craft-hook = { $about ->
    [synopsis] l’histoire commence sans personne. Le premier temps devrait montrer quelqu’un qui agit.
   *[script] { $empty ->
        [yes] pendant trois secondes, on ne voit et on n’entend personne. C’est là qu’on passe à la vidéo suivante.
       *[no] sur un téléphone, un plan aussi large réduit les gens à des points, et personne ne parle pendant trois secondes.
    }
}
craft-turn = { $about ->
    [synopsis] { $count ->
        [one] un seul temps ne laisse pas de place à un retournement : un début, un problème, une surprise.
       *[other] { $count } temps ne laissent pas de place à un retournement : un début, un problème, une surprise.
    }
   *[script] rien ne bascule : l’ambiance reste la même du premier plan au dernier.
}
craft-turns = l’ambiance bascule { $count } fois. Une demi-minute n’a de place que pour un retournement.
craft-button = { $about ->
    [synopsis] le dernier temps ne laisse rien en suspens. Finissez sur une question, un geste inachevé ou une révélation.
   *[script] la fin ne laisse rien en suspens. Une question, un geste inachevé ou un visage saisi donnent envie de la suite.
}
craft-long = { $about ->
    [synopsis] { $count } temps, c’est plus qu’un épisode n’a de plans.
   *[script] avec cette réplique, les paroles durent { $seconds } s ; il y a de la place pour { $room }. « { $text } »
}
craft-short = paroles et images remplissent { $seconds } s. Les plans sont étirés pour arriver à { $room }.
craft-subtitle = la réplique prend { $count } sous-titres, l’un après l’autre. Plus courte, elle se lit d’un coup d’œil : « { $text } »
craft-crowd = { $about ->
    [synopsis] { $count } personnes, c’est trop à connaître en une demi-minute.
   *[script] { $count } personnes y sont. Sur un téléphone à la verticale, on en distingue trois.
}
craft-talking = on ne fait que parler pendant { $seconds } s. Après vingt secondes, il faut que quelque chose bouge.
craft-monotony = d’ici au plan { $last }, tous les plans se ressemblent ({ $framing }).
clash-stranger = { $sure ->
    [yes] { $who } n’est pas dans la distribution de cet épisode. Ajoutez ce rôle, ou retirez-le : « { $text } »
   *[no] qui est { $who } ? Personne ne porte ce nom dans la distribution : « { $text } »
}
clash-spelling = la bible écrit « { $known } » ; ici, c’est « { $who } » : « { $text } »
clash-gone = { $sure ->
    [yes] { $who } ne peut pas être là : « { $fact } ». Confiez cela à quelqu’un d’autre : « { $text } »
   *[no] ne fait-on que parler de { $who } ici ? « { $fact } », et « { $text } »
}
clash-knows = est-ce que { $who } peut le savoir ? «  { $fact } ». Qu’on le lui apprenne d’abord, ou que quelqu’un qui le sait le dise : « { $text } »
clash-wound = { $sure ->
    [yes] la blessure de { $who } n’est pas guérie : « { $fact } ». Dites comment elle a guéri, ou laissez-la : « { $text } »
   *[no] { $who } peut faire cela ? « { $fact } ». Que cela lui coûte, ou choisissez un autre geste : « { $text } »
}
clash-costume = { $who } devrait avoir une autre allure : «  { $fact } ». Montrez le changement, ou gardez les vêtements : « { $text } »
clash-place = { $sure ->
    [yes] l’aspect de { $known } est autre : « { $fact } ». Faites dessiner la scène dans ce décor : « { $text } »
   *[no] est-ce { $known } ? Alors gardez ce nom ; ici, c’est « { $text } ».
}
clash-owner = { $sure ->
    [yes] « { $fact } » appartient à { $known }, pas à { $who } : « { $text } »
   *[no] à qui est-ce ? « { $fact } » appartient à { $known } : « { $text } »
}
clash-offstage = { $who } parle sans être dans le plan. Montrez qui parle, ou faites entendre la voix d’ailleurs : « { $text } »
toast-craft-kept = C’est dans la bible.
toast-craft-dropped = Laissé tel quel.
toast-craft-outdated = Il y a une version plus récente. /craft la regarde.
