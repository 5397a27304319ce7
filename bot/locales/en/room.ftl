# The writers' room: what is said while an answer comes, instead of one, and beside it.

menu-talk = Talk about the series

room-thinking = I am thinking…
room-reading = I am reading what there is…
room-taking-down = I am taking your words down…
room-writing = I am writing…
room-preparing = I am preparing that…
room-again = I begin my answer anew…

room-busy = The language model has too much to do right now. What you said is kept: try again in a moment.
room-unreachable = The language model cannot be reached. What you said is kept: try again in a moment.
room-silent = The language model fell silent. What you said is kept: try again.
room-cut-off = The answer got too long and broke off. What you said is kept: try again, or ask for less at once.
room-declined = The language model would not answer this. What you said is kept; other words may help.
room-unreadable = The answer could not be read. What you said is kept: try again.
room-unavailable = The language model is not set up properly; whoever runs me can run “feuilleton doctor”. What you said is kept.
room-too-much = That is too much for this language model at once. What you said is kept: say it more briefly, or in parts.
room-over-turn = This is more than a single answer may use. What was done stays; ask for less at once.
room-over-day = You have used up what the room has for one person a day. It goes on tomorrow; buttons and wishes work as ever.
room-over-episode = The room has used up what it has for this episode. What you said is kept; buttons and replies to drafts work as ever.
room-overtaken = Somebody else was quicker: there is a newer version now. Look at it, and say it once more.

room-change-taken = Your words are taken down for episode { $number }. The new version follows.
room-change-offered = Clips of episode { $number } are made already, and a change throws some of them away. Shall I?
room-suggested = For episode { $number } I suggest: “{ $text }”
room-loglines = Choose one, and the next episode begins with it. Or say what is missing.
room-approval = Episode { $number } waits for a decision. It is yours:
room-one-version = There is one version of everything in episode { $number } so far.
room-versions = Episode { $number } has versions to compare:
room-undone = The earlier version counts again: the { $what ->
    [bible] bible
    [season] season
    [script] script
   *[synopsis] synopsis
}. The other one is kept.
room-redone = The later version counts again: the { $what ->
    [bible] bible
    [season] season
    [script] script
   *[synopsis] synopsis
}. The other one is kept.
room-undo-offered = Shall the version of before count again: the { $what ->
    [bible] bible
    [season] season
    [script] script
   *[synopsis] synopsis
}?
room-redo-offered = Shall the later version count again: the { $what ->
    [bible] bible
    [season] season
    [script] script
   *[synopsis] synopsis
}?
room-language-en = English
room-language-fr = French
room-language-zh = Chinese

refused-no-such-episode = There is no such episode yet.
refused-not-in-its-language = What came of it is not in the language of the series, so I do not offer it. Ask once more.
refused-nothing-to-offer = Nothing came of it that I could offer. Say it once more in other words.
refused-nothing-before = There is no version before this one.
refused-nothing-after = There is no version after this one.
refused-entry-changed = Somebody has changed this since I suggested it, so it stays as it is. Say it once more if you still want it.
refused-nothing-to-answer = This waits for no answer any more: it has one, or you have said something since.
refused-not-yours-to-ask-again = Only whoever said this can have it answered again.

offer-begin = { $place ->
    [0] ▶️ Begin the next episode with it
   *[other] ▶️ Begin with { $place }
}
offer-change = { $place ->
    [0] ✅ Change episode { $number }
   *[other] ✅ Do { $place }
}
offer-approve = ✅ Approve episode { $number }
offer-compare = ↔️ Compare episode { $number }
offer-undo = ↶ { $what ->
    [bible] The bible of before
    [season] The season of before
    [script] Episode { $number }: the script of before
   *[synopsis] Episode { $number }: the synopsis of before
}
offer-redo = ↷ { $what ->
    [bible] The later bible
    [season] The later season
    [script] Episode { $number }: the later script
   *[synopsis] Episode { $number }: the later synopsis
}
room-ask-again = 🔁 Try again
talk-how = Write what you want to talk about after the command: “/talk What could happen next?” In our private chat plain words will do.
