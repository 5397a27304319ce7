# Voices that people lend: what is asked, what it is for, who speaks whom.

menu-voice = Whose voices the characters have, and lending yours
voices-title = 🎙 <b>Voices of “{ $title }”</b>
voices-row = { $character }: { $name }
voices-model = a voice of the model
voices-own = You lend your voice to this series. You may withdraw it at any time: lines made from then on have another voice, your recording is removed, and episodes that are out stay as they are.
voices-how = You can lend your voice to this series: you read a sentence aloud, see what it is for, and say yes or no.
voices-cannot = The model that speaks here has voices of its own only, so nobody can lend theirs.
voices-lead = Give a character a voice:
voices-left = You have left “{ $title }”, and your voice is still lent to it.
voices-private = Whose voices the characters have is told in my private chat: write /voice there.
button-lend = 🎙 Lend my voice
button-unlend = Withdraw my voice
button-lend-yes = Yes, lend it
button-lend-no = No
button-cast = { $character } ← { $name }
button-cast-model = { $character } ← a voice of the model
lend-ask = Answer this message with a voice message of { $shortest } to { $longest } seconds in which you read this aloud, calmly and without noise around you; go on in your own words if it is shorter:

    <b>{ $sentence }</b>

    A model learns from it how you sound, and speaks lines of “{ $title }” with a voice like yours. Nothing is done with it before you have said yes.
lend-sentence = I am { $name }. I lend my voice to the series “{ $title }”. Lines of its characters may be spoken with it, in every language, until I withdraw it.
lend-confirm = This is what your recording will be used for:

    – lines of characters of “{ $title }”, whichever whoever leads the series gives it to, in every language
    – nothing else, and no other series
    – the credits of episodes in which it is heard name you

    You read: “{ $sentence }”

    You can withdraw it at any time with /voice. Is it your own voice, and do you lend it?
lend-done = ✓ You lend your voice. With /voice you see who speaks with it, and withdraw it.
lend-dropped = Nothing is lent, and your recording is removed.
lend-aloud = Only a voice message is an answer to this: { $shortest } to { $longest } seconds in which you read the sentence aloud.
toast-unlent = You lend your voice no more. Your recording is removed.
toast-cast = Lines made from now on have this voice.
refused-voice-not-taken = The model that speaks here has voices of its own only, so nobody can lend theirs.
refused-not-yours-to-lend = You can lend your own voice only, and only to a series that you take part in.
refused-voice-not-lent = This voice is not lent any more.
invalid-voice-too-short = That is too short to tell how you sound. Read the sentence aloud in 6 seconds or more.
invalid-voice-too-long = That is too long. Half a minute is enough.
invalid-voice-no-sound = I cannot hear anything in that. Send a voice message.
told-voice-lent = 🎙 { $by } lends their voice to “{ $title }”. With /voice you give it to a character.
told-voice-withdrawn = 🎙 { $by } has withdrawn their voice from “{ $title }”. Lines made from now on have another voice; what is not out yet will be spoken anew.
told-voice-given = 🎙 { $character } speaks with your voice in “{ $title }” from now on. With /voice you can withdraw it.
did-lent = voice lent
did-withdrew = voice withdrawn
record-did-lent = Voice lent
record-did-withdrew = Voice withdrawn
replay-did-lent = lends a voice
replay-did-withdrew = withdraws a voice
replay-medium-lending = lent voice
replay-medium-casting = who speaks whom
made-lending = lent voices
made-casting = who speaks whom
