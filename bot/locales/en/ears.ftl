# What people say aloud, written down for them to accept or to correct.

ears-listening = 🎧 Listening… { $percent }%
button-stop-listening = ✗ Stop
ears-heard = 🎤 I heard:

    <blockquote>{ $text }</blockquote>

    Is that what you said? Nothing is done with it until you say so.
button-heard-use = ✓ Use it
button-heard-correct = ✎ Correct
button-heard-drop = ✗ Discard
ears-accepted = 🎤 <blockquote>{ $text }</blockquote>
ears-dropped = 🎤 Discarded: the recording and what I heard in it are gone.
ears-remark-dropped = 🎤 Discarded. What is to be done about the remark above? Answer this message in your own words.
ears-over = That is settled already.
ask-dictated = Answer with the right words. A tap copies what I heard: <code>{ $text }</code>
toast-listening-still = I am still listening.
ears-deaf = I cannot listen here: this studio has no ears installed. Tell me in words, please.
ears-no-sound = I cannot open this recording. Say it again as a voice message, or write it.
ears-failed = Something went wrong while I was listening. Say it again, or write it.
invalid-nothing-heard = I heard nobody speak. Say it again, closer to the phone, or write it.
invalid-spoken-gone = What you said is not there any more. Say it again, or write it.
