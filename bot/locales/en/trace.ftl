# Whose words an episode is made of, which version of it counts, and what two people wrote in the same place.

menu-undo = Back to the version before
menu-redo = On to the version after
undo-counts = ↶ <b>{ $what ->
    [retouches] Changes of the picture
    [script] Script
   *[synopsis] Synopsis
}: version { $number } of { $count } counts now</b> · “{ $title }”, episode { $episode }
    It follows below. Every other version is kept: a tap leads there.
undo-nothing = { $way ->
    [back] { $what ->
        [retouches] This picture has no version before this one.
        [script] Nobody has seen a version of the script before this one. To go back in the synopsis, answer its message with /undo.
       *[synopsis] Nobody has seen a version of the synopsis before this one.
    }
   *[forth] { $what ->
        [retouches] This picture has no version after this one.
        [script] There is no version of the script after this one.
       *[synopsis] There is no version of the synopsis after this one.
    }
}
button-undo-back = ↶ Version { $number }
button-undo-forth = ↷ Version { $number }
toast-undone = Done. Nothing is lost.

menu-trace = Who wrote what
button-authors = ✍ Authors
marks-own = <u>Underlined</u>: people’s own words.
authors-head = ✍ <b>Who wrote what</b> · “{ $title }”, episode { $number }
authors-none = Nothing is written yet.
authors-unnamed = someone who does not wish to be named
authors-hand = { $words ->
    [dictated] { $name } (said aloud)
    [imported] { $name } (brought along)
    [suggested] a suggestion that { $name } took
   *[other] { $name }
}
authors-turn = “{ $text }”

merge-ask = ⚖ <b>{ $name } wrote in the same place before you saw it.</b> Nothing is changed yet: what shall stand?
merge-both = { $name }: “{ $theirs }”
    You: “{ $mine }”
merge-chosen = { $way ->
    [both] ✓ Both stand: “{ $text }”
    [mine] ✓ Yours stands: “{ $text }”
   *[theirs] ✓ The other words stay. Yours are not lost: you can send them again. “{ $text }”
}
button-merge-both = Keep both
button-merge-mine = Take mine
button-merge-theirs = Leave what { $name } wrote
refused-crossed = Somebody else wrote in the same place before you saw it. Look at the newest version, and say it again in answer to that.
refused-not-yours-to-merge = Whoever wrote the second text chooses.
