# Words that may touch another's rights: what they touch, another way to have it, and who answers for them.

caution-said = ⚖ About “{ $text }”:
caution-likeness = I do not copy the face or the voice of a living person, and “{ $name }” sounds like that. Describe somebody of your own instead: age, build, hair, one thing people remember.
caution-style = I do not copy the style of a living artist, and “{ $name }” sounds like that. Say what you like about it instead: colours, lines, light, mood.
caution-franchise = { $owner ->
    [none] “{ $name }” belongs to somebody else.
   *[other] As far as I know, “{ $name }” belongs to { $owner }.
} Keep what you like about it, such as a school of magic or a masked hero, and make it your own.
caution-ask = It is taken down as it was said, and work goes on.
caution-assured = ✓ { $name } answers for it. That stands on the authorship sheet.
button-instead = ✎ Change it
button-assure = Keep it, I answer for it
ask-instead = What shall it be instead of “{ $name }”? Describe it in a whole sentence; it becomes a wish.
ask-assured = It is noted that you answer for it. If you have a reason, such as a licence or a consent, answer this message with it: it is printed beside your name. You need not.
toast-assured = Noted: you answer for it.
assured-why = Your reason is noted.
refused-not-yours-to-assure = Only whoever leads the series can answer for that. Change it, or ask them.
refused-nothing-to-assure = There is nothing left here to answer for.
invalid-harmful = I do not help with what hurts people. If it is for a story, tell me what happens to whom, and I will find a way to tell it.
made-assurance = notes on rights
record-did-assured = Answered for
replay-did-assured = answers for it
replay-medium-assurance = note on rights
sheet-assured = Rights that somebody answers for
sheet-matter = Matter
sheet-named = Named
sheet-keeper = Answers for it
sheet-since = Since
sheet-reason = Reason given
sheet-somebody = somebody who is not named
sheet-removed = removed at its author’s wish
matter-likeness = Likeness of a living person
matter-style = Style of a living artist
matter-franchise = Existing characters or world
