# The making of an episode, as a page.

replay-title = The making of “{ $title }”
replay-state-released = released
replay-state-open = in the making
replay-part-timeline = Timeline
replay-part-versions = Versions
replay-part-book = Prompt book
replay-lead-timeline = Every act from the first line on, in its order: people with a red edge, models side by side.
replay-lead-versions = What was attempted more than once, side by side. New words are marked.
replay-lead-book = Every prompt, with what came of it, from whose words it follows, and what became of it.
replay-nothing = There is nothing to show here yet.
replay-none-found = Nothing fits. Choose another filter, or clear the search.
replay-seek = Search
replay-foot = This page says who did what, as the ledger of the studio recorded it; it does not decide authorship. Times are UTC. The last word under each act is the id of its entry in the ledger.
replay-count-acts = { $count ->
    [one] act
   *[other] acts
}
replay-count-people = { $count ->
    [one] person
   *[other] people
}
replay-count-models = { $count ->
    [one] model
   *[other] models
}
replay-count-typed = { $count ->
    [one] text typed
   *[other] texts typed
}
replay-count-takes = { $count ->
    [one] prompt
   *[other] prompts
}
replay-count-rejected = { $count ->
    [one] take set aside
   *[other] takes set aside
}
replay-models-made = { $count ->
    [one] A model made:
   *[other] Models made { $count } things:
}
replay-filter-all = All
replay-filter-people = People
replay-filter-words = Words
replay-filter-pictures = Pictures
replay-filter-sound = Sound
replay-filter-film = Film
replay-filter-decisions = Decisions
replay-filter-rejected = Set aside
replay-did-wrote = wrote
replay-did-prompted = wished
replay-did-edited = edited
replay-did-generated = generated
replay-did-arranged = put together
replay-did-chose = chose
replay-did-approved = approved
replay-did-sent-back = sent back
replay-did-released = released
replay-did-remarked = remarked
replay-medium-idea = Idea
replay-medium-transcript = Transcript
replay-medium-wish = Wish
replay-medium-turn = Turn in the writers’ room
replay-medium-reply = Answer of the writers’ room
replay-medium-bible = Bible
replay-medium-season = Season
replay-medium-synopsis = Synopsis
replay-medium-sheet = Character sheet
replay-medium-portrait = Portrait
replay-medium-script = Script
replay-medium-cast = Cast
replay-medium-screenplay = Script to read
replay-medium-table-read = Lines of the table read
replay-medium-voices = Table read
replay-medium-storyboard = Storyboard
replay-medium-variants = Variants
replay-medium-answer = Answer
replay-medium-voice = Voice
replay-medium-panel = Drawing
replay-medium-prompt = Prompt
replay-medium-still = Painted picture
replay-medium-clip = Clip
replay-medium-frame = Last frame of a clip
replay-medium-cue = Music
replay-medium-preview = Preview
replay-medium-cut = Episode
replay-work-of = { $work } { $part }
replay-part-title = Title
replay-part-logline = Logline
replay-part-beat = Beat
replay-part-look = Look
replay-part-setting = Scene
replay-part-action = Shot
replay-part-line = Line
replay-fate-kept = in the episode
replay-fate-kept-open = counts now
replay-fate-used = used
replay-fate-reworked = lives on in a later version
replay-fate-replaced = replaced
replay-fate-rejected = rejected
replay-words-typed = own words
replay-words-dictated = own words, said aloud
replay-words-suggested = suggested words
replay-words-suggested-then-edited = suggested words, then changed
replay-words-imported = own words, imported
replay-removed = Removed at the author’s wish.
replay-read = Read it
replay-prompt = Prompt
replay-instructions = Instructions
replay-model = model
replay-licence = licence
replay-seed = seed
replay-cost = cost
replay-seconds = { $seconds } s of computing
replay-money = { $amount }
replay-built-on = builds on
replay-version = Version { $number }
replay-act = Act { $number }
replay-whose = From the words of { $people }
replay-file = 🎞 How this episode was made, as a page: save it and open it in a browser. It holds what everyone wrote.
menu-replay = How the episode was made
forgotten-name = Someone
forgotten-words = Removed at the author’s wish
