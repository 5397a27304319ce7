# What things cost: asked before, counted afterwards, and limited.

menu-budget = What the series has cost, and what is left
plan-pieces = { $medium ->
    [clip] { $count ->
        [one] 1 clip
       *[other] { $count } clips
    }
    [cue] { $count ->
        [one] 1 piece of music
       *[other] { $count } pieces of music
    }
    [none] everything is there already
   *[other] { $count ->
        [one] 1 other piece
       *[other] { $count } other pieces
    }
}
button-approve-price = ✓ Approve · ≈ { $price }
halt-over-budget = This costs about { $price }, and { $left } is left { $cap ->
    [episode] for this episode
    [series] for the series
    [day] for today
   *[person] for whoever leads the series
}. Nothing was begun. /budget shows the limits; whoever set them can change them.
halt-needs-consent = This will cost about { $price }. { $spent ->
    [0] Nothing is spent on the episode so far.
   *[other] { $spent } is spent on the episode already.
} Shall I go on?
halt-unpriced = { $model } works elsewhere and gives no price, so no limit could be kept. Nothing was begun: whoever runs me can add a price, or lift the limits.
halt-doubtful = The connection broke at a bad moment: { $count ->
    [one] one piece
   *[other] { $count } pieces
} for about { $price } may have been made and paid already, and I cannot find out. It counts as spent. Look at the service’s bill if you can.
halt-cramped = The memory of this machine does not hold the size in which { $model } paints; { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) } fits. Shall I paint smaller? What is made keeps the size of the film: it is enlarged, and a little less sharp. Whoever runs me can also choose a smaller model; then try again.
halt-spared = Nothing more was spent. Everything made so far is kept.
button-spend = ✓ Yes, spend up to { $total }
button-spare = ✗ No
button-repeat = ↻ Ask again, it may be paid twice
button-leave-it = Leave it
button-repeat-one = ↻ Ask { $number } again
button-unpaid = { $number } was not paid
button-smaller = ✓ Paint smaller: { NUMBER($width, useGrouping: 0) } × { NUMBER($height, useGrouping: 0) }
toast-spared = Nothing is spent.
invalid-less-than-nothing = A limit cannot be less than nothing.

budget-head = 💶 <b>What { $title } has cost</b>
budget-here = Everything so far was made on this machine, at no cost. It worked { $minutes ->
    [one] about a minute
   *[other] about { $minutes } minutes
} on it.
budget-spent = Paid: { $spent }. This machine worked { $minutes ->
    [one] about a minute
   *[other] about { $minutes } minutes
}.
budget-reserved = Reserved or ordered, and not delivered: { $reserved }
budget-doubted = May have been paid, and counts: { $doubtful }
budget-differs = The services took { $price } { $more ->
    [yes] more
   *[no] less
} than was reserved.
budget-left = Left { $cap ->
    [series] for the series
    [day] for today
   *[person] for whoever leads it
}: { $left } of { $most }
budget-episode-cap = An episode may cost { $most }.
budget-asks = Above { $above } an episode, I ask first.
budget-earlier = { $count ->
    [one] One earlier episode is counted above.
   *[other] { $count } earlier episodes are counted above.
}
budget-episode = Episode { $number }
budget-book = Bible, season and talk
budget-money = { $spent }
budget-time = { $minutes } min of machine time
budget-second = Each second of the approved cut: { $paid ->
    [yes] { $price } and { $seconds } s of machine time
   *[no] { $seconds } s of machine time
}
budget-doubtful = { $count ->
    [one] <b>One piece may have been made and paid:</b>
   *[other] <b>{ $count } pieces may have been made and paid:</b>
}
budget-doubtful-line = { $count }. { $episode } · { $model } · { $price } · { $day }
budget-limits = <b>Limits of { $title }</b>
    How much may the series cost in all, and what may an episode cost before I ask? The limits of whoever runs me hold as well.
budget-limit-set = <b>{ $title }</b>: { $limit ->
    [series] { $is_set ->
        [yes] the series may cost { $most } in all now.
       *[no] the series has no limit of its own any more.
    }
   *[ask] { $is_set ->
        [yes] an episode may cost { $most } now before I ask.
       *[no] I no longer ask for the series’ own sake.
    }
}
button-limits = Limits
button-budget = ← What it cost
button-limit-series = { $mark }at most { $most }
button-limit-ask = { $mark }ask above { $most }
button-no-limit-series = { $mark }no limit of its own
button-no-limit-ask = { $mark }no threshold of its own
made-consent = permissions to spend
made-sizing = permissions to paint smaller
record-did-allowed = Permissions given
replay-did-allowed = gives
replay-medium-consent = permission to spend
replay-medium-sizing = permission to paint smaller:
