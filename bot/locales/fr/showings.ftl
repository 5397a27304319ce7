# Les versions qu’une équipe veut voir à part : personnages, scénario, voix.

draft-cast = 🎭 <b>Personnages</b> · « { $title } », épisode { $number }
draft-script = 📖 <b>Scénario</b> · « { $title } », épisode { $number }
draft-voices = 🎙 <b>Voix</b> · « { $title } », épisode { $number }
showing-cast = Chacun a-t-il la bonne allure ? Dites de qui vous parlez : « { $name } : cheveux courts ».
showing-script = Où cela se passe, ce qui arrive et qui dit quoi. Les images viennent ensuite.
showing-script-file = Il est long : le document ci-dessus le contient aussi en entier.
showing-voices = Tout ce qui est dit, dans l’ordre des plans. « 0:12 » dans une réponse désigne la réplique entendue à ce moment.
showing-line = <b>{ $name }</b> : « { $text } »
showing-seconds = { $seconds } s
showing-table-read = Lecture à voix haute
showing-episode = { $title } · { $number }
rules-showings = Les boutons de la première ligne demandent d’autres versions : ☑ se montre à part avant que le travail continue, ☐ arrive avec la suite.
