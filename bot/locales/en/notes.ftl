# What could not be done as asked.

draft-notes = <b>To know</b>
note-more = { $count ->
    [one] – and one more
   *[other] – and { $count } more
}
note-of-shots = { $count ->
    [one] Shot { $numbers }:{ " " }
   *[other] Shots { $numbers }:{ " " }
}
note-somebody = somebody
note-said = { $text }
note-word-replaced = “{ $asked }” ({ $kind ->
    [place] place
    [hour] hour
    [weather] weather
    [mood] mood
    [framing] framing
    [angle] angle
    [lens] lens
    [pose] pose
    [gaze] look
    [expression] expression
    [facing] direction
    [position] position
    [prop] thing
    [feature] feature
    [move] camera move
   *[other] look
}) is not known to the artist, who drew “{ $drawn }”.
note-word-left-out = “{ $asked }” ({ $kind ->
    [place] place
    [hour] hour
    [weather] weather
    [mood] mood
    [framing] framing
    [angle] angle
    [lens] lens
    [pose] pose
    [gaze] look
    [expression] expression
    [facing] direction
    [position] position
    [prop] thing
    [feature] feature
    [move] camera move
   *[other] look
}) is not known to the artist and was left out.
note-named-twice = a character is named twice and drawn once.
note-too-many = { $drawn } of { $asked } characters are drawn: more would not fit an upright picture.
note-sits-in-car = nobody can stand in a car, so somebody sits.
note-one-person = this framing shows one person; { $others ->
    [one] one more is not in it.
   *[other] { $others } more are not in it.
}
note-two-people = this framing shows two people; { $others ->
    [one] one more is not in it.
   *[other] { $others } more are not in it.
}
note-two-needed = this framing ({ $framing }) needs two characters, and there is one. It is a medium shot.
note-faces-do-not-fit = { $count } faces do not fit this framing ({ $framing }). It is a medium shot.
note-lies-and-stands = one lies and another does not, so it is a full shot.
note-do-it-together = what two do together, both do here.
note-needs-two = a gesture for two needs two people who are alone in the shot.
note-side-kept = the camera stays on its side of the line, so positions were swapped.
note-looks-down = somebody lies, so the camera looks down.
note-only-high = from right above, this framing ({ $framing }) would hide the face, so the camera is only high.
note-insert-by-luck = the insert names nothing that the artist knows; the thing drawn is a guess.
note-rule-face = the face of { $who } is turned away.
note-rule-frame = the face of { $who } is cut by the frame.
note-rule-headroom = there is too much or too little room above the head of { $who }.
note-rule-joint = the frame cuts { $who } at a joint.
note-rule-covered = the face of { $who } is partly covered.
note-rule-eyeline = { $who } does not quite look at the other.
note-rule-shoulder = the shoulder in front is not quite in its place.
note-rule-captions = captions lie over the face of { $who }.
note-rule-small = the face of { $who } is small for this framing.
note-light-animation = this studio animates lightly: bodies are drawn once, and faces move.
note-robotic-voice = this voice is robotic (eSpeak NG), because the neural voices are not in use here.
note-nearest-speaker = the voice model has nobody of the age and sex that a role was cast with; the nearest, { $speaker }, speaks it.
note-foreign-speaker = the voice model has nobody for this language; { $speaker } speaks it, who was trained on another.
note-letters-unspoken = the voice model does not know these characters and left them out: “{ $letters }”
note-speed-not-taken = the voice model keeps its own speed.
note-clip-short = clip { $number } is { $frames } frames too short; its last picture is held.
note-chat-without-schema = the language service takes no schema; its answers were checked afterwards.
note-chat-without-seed = the language service takes no seed; asking again may give another answer.
note-chat-without-temperature = the language service keeps its own temperature.
note-told-by-card = episode { $episode }: the language model had no good sentence for { $what }; the card dealt to it, or the plan, stands there as it is.
note-drawn-as-person = { $who } is drawn as a person: the artist cannot draw every animal.
note-look-unasked = the language model did not say how { $who } looks, so the studio chose.
note-blocking-unasked = the language model did not say how people stand, so the studio chose.
note-no-layout = this model cannot be held to the drawing, so the composition is its own.
note-no-references = this model takes no pictures of the characters, so it knows them by words alone.
note-fewer-references = this model was shown { $taken } of { $asked } pictures of the characters: it takes no more.
note-negative-ignored = this model takes no words for what is not to be seen, so they were left out.
note-retouch-by-words = this model follows no instructions; it painted the picture again from the words.
note-upscaled-plainly = the picture was enlarged without a model, so it gained size and no detail.
note-painted-smaller = memory did not hold the model’s own size, so this was painted at { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) }, as agreed, and enlarged.
note-clip-mouths-still = the model for clips does not hear voices: mouths do not follow what is said.
note-clip-end-left-out = the model for clips takes no last picture, so it ends where it likes.
note-clip-continued = longer than the model can make at once: it goes on from its own last frame, { $parts } parts in all.
note-continues-left-out = shot { $shot } cuts here and does not go on from the picture before: for that a model has to set pictures in motion.
note-continues-unseen = shot { $shot } goes on from the shot before, and its own picture is not seen in the film: the model for clips takes no last picture.
note-clip-sound-left-out = the sound that the model made with a clip is left out; the episode has its own.
note-cue-from-parts = this piece is longer than the model can make at once: { $parts } parts of it flow into each other.
note-remote-clip-held = the clip that came from elsewhere is { $frames } frames too short; its last picture is held.
note-remote-cue-short = the music that came from elsewhere is { $seconds } seconds too short; silence follows it.
note-still-without-seed = this painting service takes no seed; asking again gives another picture.
note-prompt-untranslated = “{ $text }” could not be put into English for the image model, and was passed on as it is.
