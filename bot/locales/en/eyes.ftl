# What people show in a picture, told in words for them to accept or to correct.

eyes-looking = 👁 Looking…
eyes-seen = 👁 I see:

    <blockquote>{ $text }</blockquote>

    Is that what you mean? Nothing is done with it until you say so.
eyes-used = 👁 <blockquote>{ $text }</blockquote>
eyes-dropped = 👁 Discarded: the picture and what I saw in it are gone.
ask-seen = Answer with the right words. A tap copies what I saw: <code>{ $text }</code>
toast-looking-still = I am still looking.
eyes-blind = The language model of this studio sees no pictures. Describe it in words: who, where, what happens, in which light.
eyes-failed = Something went wrong while I was looking. Send the picture again, or describe it in words.
invalid-no-picture = I cannot open this picture. Send it as a photo of at most 10 MB, or describe it in words.
invalid-nothing-seen = I can tell nothing from this picture. Send a clearer one, or describe it in words.
made-sketch = pictures brought along
replay-medium-sketch = picture brought along
