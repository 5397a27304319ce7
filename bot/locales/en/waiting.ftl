# What waits for a verdict.

waiting = { $count ->
    [one] <b>One draft waits for a verdict.</b>
   *[other] <b>{ $count } drafts wait for a verdict.</b>
}
waiting-none = Nothing waits for a verdict here.
waiting-line = { $number }. “{ $title }”, episode { $episode } · { $kind }
waiting-line-count = { $number }. “{ $title }”, episode { $episode } · { $kind } (✓ { $said } of { $needs })
waiting-more = And { $count } more, once these are decided.
button-show = { $number } · { $title }
button-approve-all = ✓ Approve all { $count }
toast-approved-all = Approved, as far as it is yours to approve.
refused-nothing-to-approve = There is nothing here for you to approve.
menu-waiting = What waits for a verdict
