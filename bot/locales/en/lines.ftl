# One's own line in the credits, before the release.

line-head = 🎬 <b>Your credit</b> · “{ $series }”, episode { $number }
line-title = “{ $title }”
line-role = • { $role } ({ $degree }): { $counts }
line-none = Nothing of yours is in the cut as it stands now.
line-name = Printed as: <b>{ $name }</b>
line-confirmed = ✓ confirmed
line-unnamed = You are not named: not in the film, not in its papers. The ledger keeps what you did, under an id.
line-silence = Nothing waits for your answer: if you say nothing, this is printed as it stands here. Your name can change until the release, what you are credited with until the cut is approved.
line-disputed = You said that something is wrong; { $lead } settles it, and until then the cut is not approved.
line-renamed = That is how you are printed, in later episodes too. Your line above says so.
line-passed-on = I have passed it on to whoever leads the series. Until it is settled the cut is not approved.
button-confirm-line = ✓ Confirm
button-change-name = ✎ Change my name
button-unname = Do not name me
button-name-again = Name me after all
button-dispute = Something is wrong
button-withdraw-dispute = It is right after all
ask-name = How shall your name be printed in the credits of this series? A spelling or a pen name, in one line.
ask-wrong = What is wrong with your credit? Say it in your own words, for example: I also composed the music.
toast-line-confirmed = Confirmed. Thank you.
toast-named = You are named.
toast-unnamed = You are not named.
toast-dispute-withdrawn = It stays as it is.
toast-dispute-settled = Settled.
refused-not-yours-to-answer = Only the person whose line this is can answer for it.
refused-no-line = Nothing of yours is in the cut as it stands now.
refused-credits-are-out = The episode is out, and its credits with it. Your name can be changed again before the next one.
refused-cut-is-approved = The cut is approved: your name can still be changed, but not what you are credited with.
refused-credit-disputed = Someone says that their credit is wrong. The cut can be approved once whoever leads the series has settled it.
invalid-no-name = There is no letter in that. Send me the name as it is to be printed.
invalid-long-name = That is more than 60 characters, which does not fit the end card. Send me a shorter name.

dispute-of = ⚖ <b>A credit is disputed</b> · “{ $series }”, episode { $number }
dispute-said = { $name } says:
dispute-now = Credited as the cut stands:
dispute-ledger = What the ledger says of { $name }:
dispute-nothing = It has no act of theirs in this episode.
dispute-survived = { $done }, { $count ->
    [0] none of them in the film
   *[other] { $count } of them in the film
}
dispute-ask = Keep the credit as it is, or give one more role. Until then the cut cannot be approved. What you decide is recorded as your judgement.
dispute-role = Which role is { $name } credited with?
dispute-kept = <b>{ $lead } keeps the credit as it is.</b>
dispute-granted = <b>{ $lead } gives { $name } one more credit: { $role }.</b>
dispute-withdrawn = <b>{ $name } leaves it as it is after all.</b>
button-keep-credit = Keep as it is
button-grant = Give the credit
button-case = ‹ Back

did-settled = { $count } given by settlement
did-sent-back = { $count } sent back
did-remarked = { $count ->
    [one] 1 remark
   *[other] { $count } remarks
}
sheet-unnamed = { $count ->
    [one] One more person earned a credit and did not wish to be named.
   *[other] { $count } more people earned a credit and did not wish to be named.
}
credits-unnamed = { $count ->
    [one] One more person did not wish to be named.
   *[other] { $count } more people did not wish to be named.
}
replay-did-disputed = said that a credit is wrong
replay-did-settled = settled a credit
replay-nobody = Someone who does not wish to be named
