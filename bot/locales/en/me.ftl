# A person's own record, and the certificate of it.

record-head = 👤 <b>{ $name }</b> · your record
record-empty = You have not made anything yet. Send me an idea in one sentence, and your record begins with it.
record-in-private = Your record is for you alone. Ask me in our own chat: { $link }
record-released = <b>Released</b>
record-unreleased = <b>In the making</b>
record-all = <b>All in all</b>
record-line = • “{ $title }” · { $series } · episode { $number }
record-line-same = • “{ $title }” · episode { $number }
record-role = { $role } ({ $degree })
record-nothing-survived = nothing of it is in the film
record-more = … and { $count } more
record-acts = { $count ->
    [one] one act so far
   *[other] { $count } acts so far
}
record-total = { $label }: { $done } ({ $survived } in released films)
record-total-plain = { $label }: { $done }
record-did-wrote = Ideas written
record-did-prompted = Wishes in words
record-did-edited = Edits
record-did-generated = Recordings and results
record-did-arranged = Arrangements
record-did-chose = Choices
record-did-approved = Approvals
record-did-sent-back = Drafts sent back
record-did-remarked = Remarks
record-did-released = Releases
record-did-disputed = Credits disputed
record-did-settled = Disputes settled
record-time = Active time: about { $minutes } min (an estimate: at most five minutes count between two acts)
record-foot = <i>Counted from the ledger; counts are no shares. Only you see this.</i>

button-certificate = 📄 Certificate (PDF)
certificate-sent = Your certificate, to keep or to show. Whoever scans its code can have it checked: { $command }.
certificate-data = The same record as data. It belongs to the certificate and is checked with it.
refused-nothing-made-yet = There is nothing to certify yet. Send me an idea in one sentence.
menu-me = Your own record, and a certificate

certificate-name = Certificate of contributions
certificate-about = { $person } · issued { $date }
certificate-lead = took part in the making of the episodes below. The ledger of the studio shows it.
certificate-lead-none = took part in the making of episodes that are not released yet. The ledger of the studio shows it.
certificate-episodes = { $count ->
    [one] Released episode
   *[other] { $count } released episodes
}
certificate-more = … and { $count } more, in the file { $file }.
certificate-numbers = Human choices in numbers
certificate-survived = { $count } in released films
certificate-period = Period
certificate-minutes = about { $minutes } min (an estimate)
certificate-unreleased = Episodes not released yet
certificate-record = Record
certificate-scan = Signed. To check: scan, copy the text, and run
certificate-limits = What this certificate says, and what it does not
certificate-says = It says what the ledger shows. It is no legal verdict on who is an author, nor on what the law protects.
certificate-tools = Models and programs worked as tools, as people asked; the authorship sheet of each episode names them. A tool is no author. Approving is supervision and is counted as nothing else.
certificate-counts = Counts come from the log of what happened; they are not shares. Lead: alone in the role, or with more than twice the acts of the next; supporting: with fewer than half of the most.
