# Versions of a work beside each other, and what changed.

menu-compare = Two versions of something, side by side
button-compare = ⇄ Compare
changed-since = { $version ->
    [approved] <b>What changed since the approved version</b>
   *[shown] <b>What changed since the version before</b>
}
unchanged-since = { $version ->
    [approved] Nothing in the text has changed since the approved version.
   *[shown] Nothing in the text has changed since the version before.
}
changed-shots-text = { $count ->
    [one] text of shot { $numbers }
   *[other] text of shots { $numbers }
}
changed-shots-picture = { $count ->
    [one] picture of shot { $numbers }
   *[other] pictures of shots { $numbers }
}
changed-shots-new = { $count ->
    [one] new: shot { $numbers }
   *[other] new: shots { $numbers }
}
changed-shots-gone = { $count ->
    [one] taken out: the former shot { $numbers }
   *[other] taken out: the former shots { $numbers }
}
changes-left-out = { $count ->
    [one] … and one more line that changed. It does not fit a message.
   *[other] … and { $count } more lines that changed. They do not fit a message.
}
compare-ask = ⇄ <b>Compare</b> · “{ $title }”, episode { $number }
    Choose what to see in two versions. You begin with the current one and the one before.
compare-none = There is nothing to compare in “{ $title }”, episode { $number }, yet: everything has one version so far. Say what should change, and the new version can be compared with the old one here.
compare-head = ⇄ <b>{ $work }</b> · “{ $title }”, episode { $number }
compare-made = <b>{ $number }</b> · { $maker }{ $wished ->
    [0] {""}
   *[other] , from the words of { $names }
} · { $date }
compare-same = Not a word differs between these two.
compare-failed = These two could not be put side by side. Nothing is lost; the other versions may work.
compared-synopsis = Synopsis
compared-script = Script
compared-panel = Drawing of shot { $number }
compared-still = Picture of shot { $number }
compared-clip = Clip of shot { $number }
compared-preview = Preview
compared-cut = Final cut
button-compare-synopsis = 📝 Synopsis · { $count }
button-compare-script = 📜 Script · { $count }
button-compare-panel = 🎨 Shot { $number } · { $count }
button-compare-still = 🖼 Shot { $number } · { $count }
button-compare-clip = 🎞 Clip { $number } · { $count }
button-compare-preview = 🎬 Preview · { $count }
button-compare-cut = 🎬 Final cut · { $count }
refused-no-comparison = These are no longer two versions of one thing. /compare shows what there is.
