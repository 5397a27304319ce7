# What is weak in an episode, what contradicts its series, and what would mend it.

menu-craft = What is weak in the episode, with fixes
button-craft = ✎ Craft
button-craft-do = ✓ { $number } · { $fix }
button-craft-keep = ＋ { $number }
button-craft-drop = ✕ { $number }
craft-head = ✎ <b>Craft</b> · “{ $title }”, episode { $number }
craft-clean = I find nothing weak in it.
craft-settled = Nothing is left to settle in this version.
craft-more = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}
craft-ask = ✓ makes the change, ＋ puts it into the bible, ✕ leaves it as it is.
craft-fact = from episode { $number } on, the series could remember: “{ $text }”
craft-shot = Shot { $number }:
craft-hook = { $about ->
    [synopsis] the story begins without anybody. The first beat should show somebody doing something.
   *[script] { $empty ->
        [yes] nobody is seen and nobody speaks for three seconds. That is when people swipe on.
       *[no] on a phone, people are dots in so wide a shot, and nobody speaks for three seconds.
    }
}
craft-turn = { $about ->
    [synopsis] { $count ->
        [one] one beat leaves no room for a turn: begin, go wrong, surprise.
       *[other] { $count } beats leave no room for a turn: begin, go wrong, surprise.
    }
   *[script] nothing turns: the mood stays the same from the first shot to the last.
}
craft-turns = the mood changes { $count } times. Half a minute has room for one turn.
craft-button = { $about ->
    [synopsis] the last beat leaves nothing open. End on a question, an unfinished deed or something that comes to light.
   *[script] the end leaves nothing open. A question, an unfinished deed or a startled face makes people want the next episode.
}
craft-long = { $about ->
    [synopsis] { $count } beats are more than an episode has shots.
   *[script] with this line, speaking takes { $seconds } s; there is room for { $room }. “{ $text }”
}
craft-short = words and pictures fill { $seconds } s. Shots are drawn out to reach { $room }.
craft-subtitle = the line takes { $count } subtitles, one after the other. A shorter one is read at a glance: “{ $text }”
craft-crowd = { $about ->
    [synopsis] { $count } people are too many to get to know in half a minute.
   *[script] { $count } people are in it. On an upright phone three can be told apart.
}
craft-talking = heads talk for { $seconds } s. After twenty, something should move.
craft-monotony = from here to shot { $last }, all shots are alike ({ $framing }).
clash-stranger = { $sure ->
    [yes] { $who } is not in the cast of this episode. Add them, or leave them out: “{ $text }”
   *[no] who is { $who }? Nobody in the cast has that name: “{ $text }”
}
clash-spelling = the bible writes “{ $known }”; here it is “{ $who }”: “{ $text }”
clash-gone = { $sure ->
    [yes] { $who } cannot be here: “{ $fact }”. Let somebody else do it: “{ $text }”
   *[no] is { $who } only spoken of here? “{ $fact }”, and “{ $text }”
}
clash-knows = can { $who } know that? “{ $fact }”. Let them learn it first, or let somebody say it who knows: “{ $text }”
clash-wound = { $sure ->
    [yes] { $who } is not healed: “{ $fact }”. Say how it healed, or leave it hurt: “{ $text }”
   *[no] can { $who } do that? “{ $fact }”. Let it cost them something, or choose another deed: “{ $text }”
}
clash-costume = { $who } should look different: “{ $fact }”. Show the change, or keep the clothes: “{ $text }”
clash-place = { $sure ->
    [yes] { $known } should look different: “{ $fact }”. Let the scene be drawn there: “{ $text }”
   *[no] is this { $known }? Then call it so; here it is “{ $text }”.
}
clash-owner = { $sure ->
    [yes] “{ $fact }” belongs to { $known }, not to { $who }: “{ $text }”
   *[no] whose is it? “{ $fact }” belongs to { $known }: “{ $text }”
}
clash-offstage = { $who } speaks and is not in the shot. Show them, or let the line be heard from elsewhere: “{ $text }”
toast-craft-kept = It is in the bible now.
toast-craft-dropped = Left as it is.
toast-craft-outdated = There is a newer version. /craft looks at it.
