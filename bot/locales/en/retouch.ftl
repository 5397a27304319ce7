# Changes of a finished picture: in words, in a circled area, in size.

button-larger = ⤢ Larger
retouches-left = This shot was painted anew. { $count ->
    [one] The change of the picture before is
   *[other] The { $count } changes of the picture before are
} not in the new one, and can be made to it too.
button-retouch-again = ↻ Make { $count ->
    [one] it
   *[other] them
} here too
retouches-again = ↻ { $count ->
    [one] I am making the change to the new picture too.
   *[other] I am making the { $count } changes to the new picture too.
}
circle-shown = I will change only this area:

    <blockquote>{ $text }</blockquote>
button-circle-yes = ✓ Yes
button-circle-no = No
circle-yes = ✓ Only this area is changed.

    <blockquote>{ $text }</blockquote>
circle-no = The picture stays as it is.

    <blockquote>{ $text }</blockquote>
circle-wordless = I see the picture, but not what should change there. Send it again and write that below it.
invalid-circle-other = This photo shows another picture than the one that counts for this shot now. Draw on that one, and answer it.
invalid-circle-nothing = I find nothing drawn on this photo. Circle the place in a strong colour that the picture does not have there.
invalid-circle-open = I find strokes, but no area. Circle the place, or scribble over it, in a strong colour that the picture does not have there.
invalid-circle-everything = Nearly the whole picture is circled. To change all of it, answer it in words alone.
refused-no-upscale = No model that makes pictures larger is set up in this studio.
refused-large-enough = This picture is as large as it can be.
refused-drawn-only = This shot is drawn, not painted. Answer the drawing in words, and I draw it anew.
toast-not-your-circle = Only the person who drew this can say yes or no.
step-retouch = Changed pictures
made-retouch = changed pictures
made-retouches = changes of pictures
replay-medium-retouch = Changed picture
replay-medium-retouches = Changes of a picture
compared-retouch = Changed picture of shot { $number }
button-compare-retouch = 🖌 Shot { $number } · { $count }
variant-recommended = recommended
stars-are = ★ are plain measures: kept layout, colours, sharpness, exposure. They say nothing of taste.
auditions-are = These are quick looks: the one that you choose is painted in full.
