# One shot by itself: before and after, and several drawings to choose from.

label-before = Before
label-after = After
shot-changed = Changed: before on the left, after on the right. Keep the new one, or go back to the old one.
shot-varied = Which one shall it be?
button-keep-new = ✓ Keep the new one
button-back = ↶ Back to the old one
button-variants = { $count } variants
button-keep-current = Keep the current one
variants-how = Answer a drawing of the storyboard with /variants 3, and I draw that shot in three other ways to choose from.
invalid-variants = I draw two to four variants at a time.
refused-is-out = This episode is out, and its pictures stay as they are. The next idea that you send me can continue the series.
refused-no-such-shot = That shot is not in the script.
menu-variants = Other drawings of a shot: answer its picture
