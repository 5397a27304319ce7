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
