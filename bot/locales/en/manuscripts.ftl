# What is said of scripts and stories that people bring, and of files that take the words of a series out.

manuscript-story = “{ $title }” is a story: nobody’s lines are marked in it. I can make an episode from what it tells.
manuscript-script = “{ $title }” is a script: { $lines ->
    [one] one line
   *[other] { $lines } lines
 }, { $people ->
    [one] one person who speaks
   *[other] { $people } people who speak
 }.
manuscript-episodes = { $count ->
    [one] Kept word for word it is one episode.
   *[other] Kept word for word it is { $count } episodes of thirty seconds at most, cut where scenes end.
 }
manuscript-begun = I begin the first { $begun }. Send me the rest when they are done.
manuscript-ask = Shall I keep every line as it is, or take it as an idea and write freely?
manuscript-overlong = { $count ->
    [one] One speech takes
   *[other] { $count } speeches take
 } longer than an episode may last ({ $name }: “{ $words }”). I do not shorten your words: split what is too long in your script and send it again. Or let me write freely after it.
manuscript-keep-chosen = I keep every line as it is.
manuscript-adapt-chosen = I take it as an idea and write freely.
button-keep-words = Keep every word
button-adapt = Write freely
toast-manuscript-gone = The message with the text is gone. Please send it again.
halt-overlong = Spoken aloud, these words take longer than an episode may last, and I do not shorten what you wrote. Shorten it in your script and send it again.
invalid-manuscript-unknown = I cannot read this kind of file. Send me .txt, .md, .docx, .pdf, .fountain or .epub.
invalid-manuscript-too-large = That is more than I can read. Send me at most 20 MB, 500 pages and a million characters; to write freely after, at most 200,000 characters.
invalid-manuscript-damaged = The file is damaged or cut off. Save it again and send it anew.
invalid-manuscript-locked = The file is locked with a password. Send it without one.
invalid-manuscript-hostile = The file refers to things outside itself, so I do not open it. Save it as plain text and send that.
invalid-manuscript-empty = I find no text in the file, and pictures of pages I cannot read. Send the text itself, as a file or pasted here.
invalid-manuscript-too-slow = Reading the file takes too long. Save it as plain text and send that.
invalid-manuscript-no-lines = Nobody’s lines are marked in this text, so there is nothing to keep word for word. Let me write freely after it.
invalid-manuscript-overlong = One speech takes longer than an episode may last. Split it in your script and send it again.

export-story = Story
export-cast = Cast
export-world = World
export-style = Style
export-tone = Tone
export-places = Places
export-props = Things
export-facts = What is known
export-synopsis = Synopsis
export-script = Script
export-bible = Bible
export-ask = “{ $title }” · episode { $number }: in which format would you like the synopsis, script and bible?
exported-synopsis = The synopsis.
exported-script = The script.
exported-bible = The bible of the series.
button-form-md = Markdown
button-form-fountain = Fountain
button-form-pdf = PDF
button-form-docx = .docx
menu-export = Synopsis, script and bible as files
refused-nothing-written-yet = Nothing of this episode is written yet. /status says where the work is.
