# Drafts that a team asks to see by themselves: the cast, the script, the voices.

draft-cast = 🎭 <b>Cast</b> · “{ $title }”, episode { $number }
draft-script = 📖 <b>Script</b> · “{ $title }”, episode { $number }
draft-voices = 🎙 <b>Voices</b> · “{ $title }”, episode { $number }
showing-cast = Is everybody right as they look? Say who is meant: “{ $name }: short hair”.
showing-script = Where it plays, what happens and who says what. Pictures come next.
showing-script-file = It is long: the whole of it is in the document above as well.
showing-voices = Everything that is said, in the order of the shots. “0:12” in an answer means the line that is heard then.
showing-line = <b>{ $name }</b>: “{ $text }”
showing-seconds = { $seconds } s
showing-table-read = Table read
showing-episode = { $title } · { $number }
rules-showings = The buttons of the first row ask for more drafts: ☑ is seen by itself before the work goes on, ☐ comes with what follows.
