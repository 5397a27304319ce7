# What people say about drafts, as a list to work through.

menu-remarks = What was said about it, to work through
draft-remarks = 💬 { $count ->
    [one] One remark
   *[other] { $count } remarks
}
remarks-head = 💬 <b>{ $count ->
    [one] One remark
   *[other] { $count } remarks
}</b> · “{ $title }”, episode { $number }
remarks-none = 💬 Every remark on “{ $title }”, episode { $number }, is settled.
remarks-more = … and { $count } more, once these are settled.
remark-shot = shot { $number }
remark-whole = on the whole
button-work-on = { $number } · Do it
button-leave-remark = { $number } · Leave it
toast-left = It stays as it is.
toast-sent-back = Sent back with every remark.
refused-not-yours-to-remark = Only the team of this series makes remarks here. /team shows how to join.

# Remarks that were said aloud.

button-play-remark = ▶ { $number }
spoken-about-what = I keep what you say aloud as a remark when it answers a draft. Reply to the draft with it, or tell me in words: I cannot listen here.
invalid-spoken-too-long = What is said aloud may last two minutes at the most. Say it shorter, or write it.
refused-only-spoken = This remark was said aloud: say in words what is to be done.
ask-spoken = What is to be done about the remark of { $name } above? Answer this message in your own words.
ask-heard = { $count ->
    [one] What was said aloud about “{ $title }” is kept above: put into words what should change, in answer to this message.
   *[other] The { $count } remarks that were said aloud about “{ $title }” are kept above: put into words what should change, in answer to this message.
}
toast-sound-gone = There is nothing to listen to any more.
