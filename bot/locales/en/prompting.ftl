# What a shot is painted from.

menu-prompt = What a shot is painted from: /prompt 3
menu-prompts = Prompts that worked in the series
prompt-how = /prompt 3 shows what shot 3 is painted from. Or answer a picture with /prompt, or with “prompt: …” to say it in your own words.
prompt-head = <b>Prompt of shot { $number }</b> · { $title }
prompt-text = <blockquote>{ $text }</blockquote>
prompt-removed = <i>The words were removed at their author’s wish.</i>
prompt-negative = <b>Not in the picture:</b> { $text }
prompt-negative-unread = <b>Not in the picture</b> (this model does not read that): { $text }
prompt-stale = ⚠ Written before the shot changed. “Compose anew” lets the studio word it as the shot is now.
prompt-by = { $by ->
    [person] Written by { $name }
   *[studio] Composed by the studio
} for { $model }{ $family ->
    [none] { "" }
   *[other] { " " }({ $family })
}.
prompt-draws = This studio draws its pictures and paints none: so it would be said to a model. Whoever runs the studio assigns one with <code>{ $setting }</code>; <code>{ $command }</code> lists what fits the machine.
prompt-not-yet = So it would be said to { $model }. It can be changed once the storyboard is painted.
ask-prompt = What is shot { $number } painted from? Answer this message with the whole prompt.
ask-prompt-negative = What is not to be in the picture of shot { $number }? Answer this message; “-” for nothing.
button-prompt-rewrite = ✎ Rewrite
button-prompt-negative = ⊘ Negative
button-prompt-undo = ↶ Undo
button-prompt-compose = ⟳ Compose anew
button-prompt-book = 📖 Book
prompts-head = <b>Prompts that worked</b> · { $title }
prompts-line = <b>{ $number }</b> · episode { $episode }, shot { $shot } · { $model } · { $by ->
    [person] { $name }
   *[studio] the studio
}
    <i>{ $text }</i>
prompts-take-up = A number takes its prompt up for the shot.
prompts-how = To take one up for a shot, open the book from /prompt 3.
prompts-none = No prompt of “{ $title }” has stood on an approved board yet. /prompt 3 shows that of shot 3.
refused-draws = This studio draws its pictures, so there is no prompt to change. /prompt 1 says how a model is assigned.
refused-no-prompt-yet = That shot is not painted yet. Its prompt comes with the storyboard.
refused-no-such-prompt = That prompt is not one of this series.
