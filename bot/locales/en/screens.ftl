# What the bot says. Texts are Telegram HTML; values are escaped before they come here.

welcome =
    <b>Welcome to Feuilleton, { $name }.</b>
    A writers’ room and a small studio in this chat. Tell me an idea in a sentence or two; I write, draw, voice and cut a vertical episode of 15 to 30 seconds with you. You approve every step, and everyone who takes part is credited.

    <i>Send me your idea now.</i>
help =
    <b>How it works</b>
    1. Send an idea. I write a synopsis.
    2. Approve it, or just write what should change.
    3. I write the script, record the voices and draw the storyboard. Reply to a drawing to change that shot only.
    4. I film, score and cut. You get a preview, then the episode with its credits.
    Ask or think aloud at any time: the writers’ room answers. A voice message, a picture or a script as a file works too.

    <b>Commands</b>
    { $commands }

    In a group, supervisors approve with a button, or reply to a draft with what should change.
help-group =
    <b>Feuilleton in a group</b>
    /team – choose the series this group supervises. Who wants to supervise presses the button below the answer; the creator confirms.
    /talk – talk about the series with the writers’ room.
    Drafts arrive here. Supervisors approve with a button, or reply to a draft with what should change.
greet-group = <b>Hello, { $title }.</b> I bring drafts here for approval. The creator of a series writes /team to choose which one.
ask-idea = What is the new series about? Answer with one or two sentences.
ask-episode = What happens in the next episode of “{ $title }”? Answer with one or two sentences.
ask-reason = What should change in “{ $title }”? Answer this message in your own words. You can name a shot (“shot 3”) or a time (“0:12”).

status-idea = “{ $idea }” · episode 1
status-head = <b>{ $title }</b> · episode { $number }
stage-writing = I am writing the synopsis.
stage-cast-review = The cast is waiting for approval: a button under it approves, your words change it.
stage-boarding = I am working on the storyboard: script, voices and pictures.
stage-shooting = I am filming, composing the music and cutting the preview.
stage-finishing = I am making the final cut in full size.
stage-synopsis-review = The synopsis is waiting for approval: a button under it approves, your words change it.
stage-script-review = The script is waiting for approval: a button under it approves, your words change it.
stage-voices-review = The voices are waiting for approval: a button under them approves, your words change them.
stage-storyboard-review = The storyboard is waiting for approval: a button under it approves, your words change it.
stage-cut-review = The cut is waiting for approval: a button under it approves, your words change it.
stage-released = Released. /credits says who made what; your next idea can go on from here.
stage-halted = Work has stopped. /status shows why, and how it goes on.
stage-left = This went on below.
step-synopsis = Synopsis
step-sheet = Cast sheets
step-portrait = Portraits
step-script = Script
step-voice = Voices
step-voices = Table read
step-panel = Storyboard
step-still = Painted pictures
step-clip = Clips
step-cue = Music
step-preview = Preview
step-cut = Final cut
short-writing = writing
short-boarding = drawing
short-shooting = filming
short-finishing = finishing
short-cast-review = cast to approve
short-script-review = script to approve
short-voices-review = voices to approve
short-synopsis-review = synopsis to approve
short-storyboard-review = storyboard to approve
short-cut-review = cut to approve
short-released = released
short-halted = stopped

halt-cancelled = You stopped the work. Everything made so far is kept, and “Try again” goes on from there.
halt-writers-block = The language model’s answers could not be used, several times over. Nothing is lost: try again, or put it in other words.
halt-unavailable = Something the studio needs is missing on this machine. Nothing is lost: whoever runs me can run “feuilleton doctor”, then try again.
halt-invalid-request = This cannot be made as it stands. Say what should change, or try again.
halt-try-again = A service did not answer. Nothing is lost; try again in a moment.
halt-declined = The model would not make this as it is worded. Nothing is lost: put it in other words (for a picture: /prompt and the number of its shot), or try again.
halt-bad-result = What came back was not usable. Nothing is lost; try again.
halt-internal = Something broke in the studio, and it has been written down. Nothing is lost; try again.
halt-detail = <i>{ $detail }</i>

draft-synopsis = 📝 <b>Synopsis</b> · “{ $title }”, episode { $number }
draft-storyboard = 🎨 <b>Storyboard</b> · “{ $title }”, episode { $number }
draft-cut = 🎬 <b>Preview</b> · “{ $title }”, episode { $number }
draft-cast-list = <b>Cast</b>
draft-ask = Approve with the button, or write what should change.
draft-ask-group = Supervisors decide with the buttons. Anyone in the team: reply to this message with what should change; “0:12” or “shot 3” says where.
draft-waits = It is with the supervisors now. You can still write what should change.
draft-line = { $name }: “{ $text }”
draft-no-sheets = The artist could not draw a sheet of: { $names }. The text stands, and drawing goes on without.
draft-plan-stills = Once approved, up to { $count } { $count ->
    [one] picture is
   *[other] pictures are
} painted for the storyboard. { $timed ->
    [yes] It takes { $minutes ->
        [0] a moment
        [one] about a minute
       *[other] about { $minutes } minutes
    }
   *[no] How long it takes is not known yet,
} and it { $cost ->
    [free] costs nothing.
    [paid] costs about { $price }.
   *[unknown] may cost money: the service that makes it gives no price.
}
draft-plan = Once approved, I film and cut { $kind ->
    [cut] the episode in full size
   *[other] a preview
}: { $pieces }. { $timed ->
    [yes] It takes { $minutes ->
        [0] a moment
        [one] about a minute
       *[other] about { $minutes } minutes
    }
   *[no] How long it takes is not known yet,
} and it { $cost ->
    [free] costs nothing.
    [paid] costs about { $price }.
   *[unknown] may cost money: the service that makes it gives no price.
}
draft-approved = <b>Approved.</b>
draft-sent-back = <b>Sent back.</b>
draft-superseded = <b>Replaced by a newer version.</b>

button-approve = ✓ Approve
button-send-back = ↩ Send back
button-cancel = Cancel
button-resume = ↻ Try again
button-place = { $title } · episode { $number }
button-new = ＋ New series
button-new-episode = ＋ Next episode
button-credits = Credits
button-volunteer = 🙋 I supervise
button-confirm = ✓ Yes
button-decline = ✗ No

library = { $count ->
    [one] One episode. Press it to see it.
   *[other] { $count } episodes. Choose one to see it.
}
library-empty = You have no series yet. Send me an idea in a sentence, and we begin.
none-yet = There is no episode yet. Send me an idea in a sentence, and we begin.
none-in-group = This group has no series yet. Whoever created one writes /team here; a new one begins with an idea in our private chat.

wish-taken = Noted: “{ $text }”. I am on it.
released = 🎉 <b>{ $title }</b> · episode { $number } is released.
released-file = The episode in full size, ready to post.
released-not-yet = Nothing is released yet; credits are counted from the released cut. /status says how far the work is.
credits-head = <b>Credits</b> · { $title }, episode { $number }
credits-name = <b>{ $name }</b> ({ $acts })
credits-label = Made with AI; the film says so. People’s roles come from the log of what they did.
acts = { $count ->
    [one] 1 act
   *[other] { $count } acts
}

language-ask = Which language shall I speak to you?
language-set = I speak English to you now.

place-ask = Where does “{ $idea }” belong? It can go on with a series of yours, or begin a new one.
place-chosen = “{ $idea }” becomes episode { $number } of “{ $title }”.
place-new = “{ $idea }” begins a new series.

team-choose = Which series does this group supervise?
team-none = You have no series yet. Write me an idea in our private chat first.
team-bound = This group now supervises “{ $title }”. Drafts will arrive here. Who supervises?
team-bound-private = The group “{ $group }” now supervises “{ $title }”.
team-volunteer = { $name } would like to supervise “{ $title }”. { $creator }, is that right?
team-named = { $name } supervises “{ $title }” from now on.

toast-approved = Approved. Thank you.
toast-working = I am on it.
toast-cancelling = Stopping…
toast-volunteered = The creator will confirm.
toast-already = This was decided already. Nothing has changed.
toast-outdated = There is a newer version of this below.
toast-idea-gone = Your message with the idea is gone. Please send it again.
toast-not-a-button = This button is no longer in use.
refused-not-yours-to-decide = Only the supervisors of this series decide. Its creator can name you.
refused-not-yours-to-write = Only the team of this series can change it. Begin your own with /new.
refused-not-yours-to-steer = Only the creator of this series can do that. Begin your own with /new.
refused-not-yours-to-staff = Only the creator of this series can do that.
refused-not-at-this-stage = That is not possible at this stage. /status says where the work is.
refused-nothing-to-cancel = There is nothing to cancel right now. /status says where the work is.
refused-nothing-to-resume = Nothing has stopped. /status says where the work is.
invalid-empty = There are no words in that message. Tell me your idea, or what should change, in a sentence.
invalid-too-long = That is more than 4,000 characters. Send me the heart of it in fewer.
invalid-abusive = I do not work with that. Tell me a story in other words, and I am with you.
not-text = I cannot use this yet. Tell me in words or aloud, show a photo, or send a script as a file.
unknown-command = I do not know that command. /help lists what I can do.
slow-down = That was a lot at once. Give me a moment, then go on.
went-wrong = Something broke, and it has been written down ({ $incident }). Nothing is lost; please try again.

menu-start = Hello, and how it works
menu-new = Begin a new series
menu-series = Your series and episodes
menu-episode = The episode we are on
menu-status = How far the work is
menu-credits = Who made what
menu-language = The language I speak to you
menu-team = Who is in a series, and how it decides
menu-cancel = Stop the work under way
menu-help = How it works

paper-cast = Cast
card-credits = Credits
